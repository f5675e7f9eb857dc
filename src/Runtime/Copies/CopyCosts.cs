using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Whether a loop is long enough to pay for copies of a container that its iterations combine values into.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CopyCosts
{
    /// <summary>The most blocks, each with a copy, of a reduction that is not exact.</summary>
    public const int MostBlocks = 32;

    /// <summary>
    /// The estimated work in nanoseconds that must stand against each element of each copy, of which filling and combining take less than
    /// one: estimates are rough.
    /// </summary>
    private const double WorkPerElement = 12;

    /// <summary>The bytes of a copy that a processor core keeps at hand.</summary>
    private const long CacheSize = 1L << 19;

    /// <summary>Whether copies stay in the caches, so that they are better than one container whose parts are shared by the workers of inner loops.</summary>
    /// <param name="elements">The length of the container.</param>
    public static bool FitCache<T>(long elements) => elements * Unsafe.SizeOf<T>() <= CacheSize;

    /// <summary>Whether a copy for each worker pays.</summary>
    /// <param name="elements">The length of the container.</param>
    /// <param name="nanoseconds">The estimated work of the loop on one core.</param>
    public static bool AreWorthwhile(long elements, double nanoseconds)
    {
        var workers = Workers.Count;
        return workers > 1 && !Region.IsInside && nanoseconds >= WorkPerElement * workers * elements;
    }

    /// <summary>
    /// Whether a copy for each block pays: asked of the container and the loop alone, since the number of workers must not change the
    /// result.
    /// </summary>
    /// <param name="elements">The length of the container.</param>
    /// <param name="nanoseconds">The estimated work of the loop on one core.</param>
    public static bool AreBlocksWorthwhile(long elements, double nanoseconds) => nanoseconds >= WorkPerElement * MostBlocks * elements;
}
