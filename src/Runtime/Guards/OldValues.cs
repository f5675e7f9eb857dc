using System.Buffers;
using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>Copies of what was in memory before a loop, for reads that must not see what the loop writes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OldValues
{
    /// <summary>The elements from <paramref name="first"/> to <paramref name="last"/>, both included, at the start of a rented array.</summary>
    public static T[] Copy<T>(ReadOnlySpan<T> source, int first, int last)
    {
        var values = source[first..(last + 1)];
        var copy = ArrayPool<T>.Shared.Rent(values.Length);
        values.CopyTo(copy);
        return copy;
    }

    /// <summary>Gives a copy back.</summary>
    public static void Return<T>(T[] copy) => ArrayPool<T>.Shared.Return(copy);
}
