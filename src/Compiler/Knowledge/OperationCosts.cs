namespace AutoParallel.Compiler.Knowledge;

/// <summary>What calls of math functions cost, in nanoseconds of scalar code on a current core.</summary>
public static class OperationCosts
{
    private const double Transcendental = 12;

    private static readonly Dictionary<string, double> _byName = new(StringComparer.Ordinal)
    {
        ["Abs"] = 0.3,
        ["BitDecrement"] = 1,
        ["BitIncrement"] = 1,
        ["Ceiling"] = 0.6,
        ["Clamp"] = 0.6,
        ["CopySign"] = 0.5,
        ["Floor"] = 0.6,
        ["FusedMultiplyAdd"] = 0.5,
        ["IsFinite"] = 0.3,
        ["IsInfinity"] = 0.3,
        ["IsNaN"] = 0.3,
        ["LeadingZeroCount"] = 0.3,
        ["Max"] = 0.6,
        ["Min"] = 0.6,
        ["PopCount"] = 0.3,
        ["RotateLeft"] = 0.3,
        ["RotateRight"] = 0.3,
        ["Round"] = 0.6,
        ["Sign"] = 0.6,
        ["Sqrt"] = 4,
        ["TrailingZeroCount"] = 0.3,
        ["Truncate"] = 0.6,
    };

    /// <summary>The cost of a function of the math table, such as <c>System.Math.Sqrt</c>.</summary>
    public static double Nanoseconds(string function) =>
        _byName.TryGetValue(function.Substring(function.LastIndexOf('.') + 1), out var cost) ? cost : Transcendental;
}
