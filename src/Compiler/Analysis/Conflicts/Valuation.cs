namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>How a value that the region does not change is used; it decides which numbers are worth trying.</summary>
internal enum SymbolUse
{
    /// <summary>In subscripts alone: an offset or stride that may be anything.</summary>
    Offset,

    /// <summary>In conditions.</summary>
    Condition,

    /// <summary>In the bound of a loop or as a length: a size.</summary>
    Size,
}

/// <summary>Numbers for everything that the method's caller decides; one of several that are tried.</summary>
/// <param name="scale">About how large sizes are.</param>
/// <param name="profile">Which of the choices.</param>
/// <param name="uses">How each symbol is used.</param>
/// <param name="pinned">Numbers that are given.</param>
/// <param name="isSpread">Whether those given are strides that nothing else comes near to.</param>
internal sealed class Valuation(
    int scale,
    int profile,
    IReadOnlyDictionary<string, SymbolUse> uses,
    IReadOnlyDictionary<string, long> pinned,
    bool isSpread = false)
{
    /// <summary>The number of choices.</summary>
    public const int Profiles = 6;

    private readonly Dictionary<string, long> _values = new(StringComparer.Ordinal);

    /// <summary>Which of the choices.</summary>
    public int Profile => profile;

    /// <summary>About how large sizes are.</summary>
    public int Scale => scale;

    /// <summary>Whether strides are so large that the number of runs does not follow from them.</summary>
    public bool IsSpread => isSpread;

    /// <summary>The number for a symbol.</summary>
    public long Of(string symbol)
    {
        if (pinned.TryGetValue(symbol, out var given))
            return given;
        if (_values.TryGetValue(symbol, out var known))
            return known;
        var ordinal = _values.Count;
        uses.TryGetValue(symbol, out var use);
        return _values[symbol] = use switch
        {
            SymbolUse.Size => scale + (((3 * ordinal) + (5 * profile)) % 11),
            SymbolUse.Condition => profile switch { 0 => 1, 1 => scale / 2, 2 => 0, 3 => scale - 1, 4 => 3, _ => scale + 50 } + ordinal,
            _ => profile switch { 0 => 0, 1 => 1, 2 => 7, 3 => -1, 4 => (10L * scale) + 3, _ => scale / 2 } + (17L * ordinal * (profile % 3)),
        };
    }
}
