namespace AutoParallel.Fuzz.Generation;

/// <summary>
/// How wild a method is. A wild one has any access anywhere, and most of its loops cannot be reordered. In a tame one every array is
/// either read or written at one place an iteration, so that most of its loops can, and the code for lanes and cores is tried.
/// </summary>
/// <param name="IsTame">Whether it is tame.</param>
/// <param name="IsExact">Whether floating-point values are small and whole.</param>
/// <param name="MainType">The type of most values.</param>
internal sealed record Style(bool IsTame, bool IsExact, string MainType)
{
    /// <summary>In a tame method, the arrays that are written.</summary>
    public HashSet<string> Written { get; } = [];

    /// <summary>The functions that expressions may call.</summary>
    public List<Helper> Helpers { get; } = [];

    /// <summary>Whether expressions may overflow with an exception.</summary>
    public bool MayOverflow { get; init; }

    /// <summary>In a tame method, the arrays that are written at places which several iterations may share.</summary>
    public HashSet<string> Scattered { get; } = [];

    /// <summary>For some arrays, the number of neighbouring elements that belong to one iteration.</summary>
    public Dictionary<string, int> Groups { get; } = [];

    /// <summary>A type for a value beside the others.</summary>
    public string AnyType(Randomness random) =>
        IsTame && random.Chance(80) ? (random.Chance(75) ? MainType : random.Of(ElementTypes.OfSameWidth(MainType))) : random.Of(ElementTypes.All);
}
