namespace AutoParallel.Compiler.Knowledge;

/// <summary>What calls of math functions cost, in nanoseconds of scalar code on a current core.</summary>
public static class OperationCosts
{
    /// <summary>Of a function without a number of its own.</summary>
    private const double Transcendental = 12;

    private static readonly Dictionary<string, double> _byName = new(StringComparer.Ordinal)
    {
        ["Abs"] = 0.3,
        ["Acos"] = 5,
        ["Acosh"] = 16,
        ["Asin"] = 5,
        ["Asinh"] = 14,
        ["Atan"] = 7,
        ["Atan2"] = 11,
        ["Atanh"] = 10,
        ["BitDecrement"] = 1,
        ["BitIncrement"] = 1,
        ["Cbrt"] = 7,
        ["Ceiling"] = 0.6,
        ["Clamp"] = 0.6,
        ["CopySign"] = 0.5,
        ["Cos"] = 6,
        ["Cosh"] = 6,
        ["Exp"] = 3,
        ["Exp10"] = 5,
        ["Exp2"] = 3,
        ["ExpM1"] = 5,
        ["Floor"] = 0.6,
        ["FusedMultiplyAdd"] = 0.5,
        ["Hypot"] = 5,
        ["IsAscii"] = 0.3,
        ["IsAsciiDigit"] = 0.3,
        ["IsAsciiHexDigit"] = 0.3,
        ["IsAsciiHexDigitLower"] = 0.3,
        ["IsAsciiHexDigitUpper"] = 0.3,
        ["IsAsciiLetter"] = 0.3,
        ["IsAsciiLetterLower"] = 0.3,
        ["IsAsciiLetterOrDigit"] = 0.3,
        ["IsAsciiLetterUpper"] = 0.3,
        ["IsControl"] = 0.3,
        ["IsDigit"] = 0.6,
        ["IsFinite"] = 0.3,
        ["IsHighSurrogate"] = 0.3,
        ["IsInfinity"] = 0.3,
        ["IsLetter"] = 0.6,
        ["IsLetterOrDigit"] = 0.6,
        ["IsLowSurrogate"] = 0.3,
        ["IsLower"] = 0.6,
        ["IsNaN"] = 0.3,
        ["IsNumber"] = 0.6,
        ["IsSeparator"] = 0.6,
        ["IsSurrogate"] = 0.3,
        ["IsUpper"] = 0.6,
        ["IsWhiteSpace"] = 0.6,
        ["LeadingZeroCount"] = 0.3,
        ["Log"] = 5,
        ["Log10"] = 6,
        ["Log2"] = 6,
        ["LogP1"] = 7,
        ["Max"] = 0.6,
        ["Min"] = 0.6,
        ["PopCount"] = 0.3,
        ["Pow"] = 16,
        ["RotateLeft"] = 0.3,
        ["RotateRight"] = 0.3,
        ["Round"] = 0.6,
        ["Sign"] = 0.6,
        ["Sin"] = 6,
        ["Sinh"] = 6,
        ["Sqrt"] = 4,
        ["Tan"] = 8,
        ["Tanh"] = 10,
        ["TrailingZeroCount"] = 0.3,
        ["Truncate"] = 0.6,
    };

    /// <summary>The cost of a function of the math table, such as <c>System.Math.Sqrt</c>.</summary>
    public static double Nanoseconds(string function) =>
        _byName.TryGetValue(function.Substring(function.LastIndexOf('.') + 1), out var cost) ? cost : Transcendental;
}
