namespace AutoParallel.Conformance.Checking;

/// <summary>Trip counts on both sides of every vector width, unroll factor and chunk.</summary>
internal static class Sizes
{
    /// <summary>Every border that an element-wise loop or a reduction can have.</summary>
    public static IReadOnlyList<int> All { get; } = [.. Enumerable.Range(0, 66), 127, 128, 129, 255, 256, 257, 1000, 4095, 4096, 4097];

    /// <summary><see cref="All"/>, a size that is no multiple of anything, and one that outgrows every cache.</summary>
    public static IReadOnlyList<int> Large { get; } = [.. All, 50_021, 1_000_000];

    /// <summary>As <see cref="Large"/>, for elements that are compared field by field, which takes far longer than the loops.</summary>
    public static IReadOnlyList<int> Fields { get; } = [.. All, 20_021];

    /// <summary>A selection for bodies whose cost does not come from the machine's lanes.</summary>
    public static IReadOnlyList<int> Few { get; } = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 129, 1000, 4097];

    /// <summary>Sides of matrices.</summary>
    public static IReadOnlyList<int> Sides { get; } = [0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 130];
}
