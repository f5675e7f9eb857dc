using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Knowledge;

/// <summary>How a math function is computed in lanes.</summary>
public enum VectorForm
{
    /// <summary>A method of <c>Vector512</c>, <c>Vector256</c> and <c>Vector128</c> with the scalar function's own bits.</summary>
    Method,

    /// <summary>A function of the runtime's vector mathematics, which also gives the bits of the scalar remainder.</summary>
    Library,

    /// <summary>The absolute value of an integer; the least one has none and throws.</summary>
    IntegerAbs,

    /// <summary>-1, 0 or 1; throws for NaN.</summary>
    Sign,

    /// <summary>A value brought between two others; throws if they are in the wrong order.</summary>
    Clamp,

    /// <summary>Rounds in the direction that a constant argument says.</summary>
    RoundToward,

    /// <summary>Rotates bits.</summary>
    RotateLeft,

    /// <inheritdoc cref="RotateLeft"/>
    RotateRight,

    /// <summary>Whether the magnitude compares to infinity in a certain way.</summary>
    CompareMagnitude,

    /// <summary>Counts bits of an integer of 32 or 64 bits.</summary>
    BitCount,

    /// <summary>The same bits as another type of the same size.</summary>
    SameBits,

    /// <summary>Whether a character is in a class that the runtime has under the method's name, and knows as ranges in ASCII alone.</summary>
    Character,

    /// <summary>Whether a character is in such a class that is ranges as a whole.</summary>
    CharacterRange,
}

/// <summary>The vector form of a math function.</summary>
/// <param name="Method">The method that the form names, if any.</param>
/// <param name="Arity">The number of arguments.</param>
/// <param name="Domain">The element types for which the bits agree.</param>
/// <param name="Form">How it is computed.</param>
/// <param name="YieldsMask">Whether the result is a truth value a lane.</param>
/// <param name="IsRounded">Whether the result of <c>float</c> operands need not be a <c>float</c> when computed in <c>double</c>.</param>
/// <param name="HoldsNarrow">Whether <c>float</c> operands may be computed in <c>double</c> at all.</param>
public sealed record VectorFunction(
    string Method,
    int Arity,
    VectorDomain Domain,
    VectorForm Form = VectorForm.Method,
    bool YieldsMask = false,
    bool IsRounded = false,
    bool HoldsNarrow = true);

/// <summary>Element types of a vector function.</summary>
public enum VectorDomain
{
    FloatingPoint,
    Integers,
    Numbers,
}

/// <summary>The table of vector functions, by the scalar function's name.</summary>
public static class VectorFunctions
{
    private static readonly List<(string Name, VectorFunction Function)> _forms =
    [
        ("Abs", new("Abs", 1, VectorDomain.FloatingPoint)),
        ("Abs", new("", 1, VectorDomain.Integers, VectorForm.IntegerAbs)),
        ("Ceiling", new("Ceiling", 1, VectorDomain.FloatingPoint)),
        ("Clamp", new("", 3, VectorDomain.Numbers, VectorForm.Clamp)),
        ("CopySign", new("CopySign", 2, VectorDomain.FloatingPoint)),
        ("Floor", new("Floor", 1, VectorDomain.FloatingPoint)),
        ("DoubleToInt64Bits", new("", 1, VectorDomain.FloatingPoint, VectorForm.SameBits, HoldsNarrow: false)),
        ("DoubleToUInt64Bits", new("", 1, VectorDomain.FloatingPoint, VectorForm.SameBits, HoldsNarrow: false)),
        ("FusedMultiplyAdd", new("FusedMultiplyAdd", 3, VectorDomain.FloatingPoint, HoldsNarrow: false)),
        ("Int32BitsToSingle", new("", 1, VectorDomain.Integers, VectorForm.SameBits, HoldsNarrow: false)),
        ("Int64BitsToDouble", new("", 1, VectorDomain.Integers, VectorForm.SameBits, HoldsNarrow: false)),
        ("IsAscii", new("AsciiCharacters", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsAsciiDigit", new("AsciiDigits", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsAsciiHexDigit", new("AsciiHexDigits", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsAsciiHexDigitLower", new("AsciiLowerHexDigits", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsAsciiHexDigitUpper", new("AsciiUpperHexDigits", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsAsciiLetter", new("AsciiLetters", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsAsciiLetterLower", new("AsciiLowerLetters", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsAsciiLetterOrDigit", new("AsciiLettersAndDigits", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsAsciiLetterUpper", new("AsciiUpperLetters", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsControl", new("Controls", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsDigit", new("Digits", 1, VectorDomain.Integers, VectorForm.Character, true)),
        ("IsFinite", new("LessThan", 1, VectorDomain.FloatingPoint, VectorForm.CompareMagnitude, true)),
        ("IsHighSurrogate", new("HighSurrogates", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsInfinity", new("Equals", 1, VectorDomain.FloatingPoint, VectorForm.CompareMagnitude, true)),
        ("IsLetter", new("Letters", 1, VectorDomain.Integers, VectorForm.Character, true)),
        ("IsLetterOrDigit", new("LettersAndDigits", 1, VectorDomain.Integers, VectorForm.Character, true)),
        ("IsLowSurrogate", new("LowSurrogates", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsLower", new("LowerLetters", 1, VectorDomain.Integers, VectorForm.Character, true)),
        ("IsNaN", new("IsNaN", 1, VectorDomain.FloatingPoint, YieldsMask: true)),
        ("IsNegative", new("IsNegative", 1, VectorDomain.FloatingPoint, YieldsMask: true)),
        ("IsNumber", new("Numbers", 1, VectorDomain.Integers, VectorForm.Character, true)),
        ("IsPositiveInfinity", new("IsPositiveInfinity", 1, VectorDomain.FloatingPoint, YieldsMask: true)),
        ("IsSeparator", new("Separators", 1, VectorDomain.Integers, VectorForm.Character, true)),
        ("IsSurrogate", new("Surrogates", 1, VectorDomain.Integers, VectorForm.CharacterRange, true)),
        ("IsUpper", new("UpperLetters", 1, VectorDomain.Integers, VectorForm.Character, true)),
        ("IsWhiteSpace", new("WhiteSpace", 1, VectorDomain.Integers, VectorForm.Character, true)),
        ("LeadingZeroCount", new("LeadingZeroCount", 1, VectorDomain.Integers, VectorForm.BitCount)),
        ("Log2", new("Log2", 1, VectorDomain.Integers, VectorForm.BitCount)),
        ("Max", new("Max", 2, VectorDomain.Numbers)),
        ("Min", new("Min", 2, VectorDomain.Numbers)),
        ("PopCount", new("PopCount", 1, VectorDomain.Integers, VectorForm.BitCount)),
        ("RotateLeft", new("", 2, VectorDomain.Integers, VectorForm.RotateLeft)),
        ("RotateRight", new("", 2, VectorDomain.Integers, VectorForm.RotateRight)),
        ("Round", new("Round", 1, VectorDomain.FloatingPoint)),
        ("Round", new("", 2, VectorDomain.FloatingPoint, VectorForm.RoundToward)),
        ("Sign", new("", 1, VectorDomain.Numbers, VectorForm.Sign)),
        ("SingleToInt32Bits", new("", 1, VectorDomain.FloatingPoint, VectorForm.SameBits, HoldsNarrow: false)),
        ("SingleToUInt32Bits", new("", 1, VectorDomain.FloatingPoint, VectorForm.SameBits, HoldsNarrow: false)),
        ("Sqrt", new("Sqrt", 1, VectorDomain.FloatingPoint, IsRounded: true)),
        ("TrailingZeroCount", new("TrailingZeroCount", 1, VectorDomain.Integers, VectorForm.BitCount)),
        ("Truncate", new("Truncate", 1, VectorDomain.FloatingPoint)),
        ("UInt32BitsToSingle", new("", 1, VectorDomain.Integers, VectorForm.SameBits, HoldsNarrow: false)),
        ("UInt64BitsToDouble", new("", 1, VectorDomain.Integers, VectorForm.SameBits, HoldsNarrow: false)),
    ];

    private static readonly HashSet<string> _types = new(StringComparer.Ordinal)
    {
        "System.Math", "System.MathF", "System.Single", "System.Double", "float", "double", "System.Numerics.BitOperations",
        "System.Int32", "System.UInt32", "System.Int64", "System.UInt64", "System.BitConverter", "System.Char",
    };

    /// <summary>Rounding to nearest, ties away from zero, which no vector has a method for.</summary>
    public const string AwayFromZero = "AwayFromZero";

    /// <summary>The directions of <c>MidpointRounding</c>, as methods of vectors, by the constant's value.</summary>
    private static readonly Dictionary<int, string> _roundings = new()
    {
        [0] = "Round",
        [1] = AwayFromZero,
        [2] = "Truncate",
        [3] = "Floor",
        [4] = "Ceiling",
    };

    /// <summary>The vector form of a call, or null.</summary>
    public static VectorFunction? Of(MathCall call)
    {
        if (RuntimeFunctions.Contains(call.Function))
            return new VectorFunction(call.Function, call.Arguments.Count, VectorDomain.FloatingPoint, VectorForm.Library, HoldsNarrow: false);
        var dot = call.Function.LastIndexOf('.');
        if (dot <= 0 || !_types.Contains(call.Function.Substring(0, dot)) || call.Arguments.IsEmpty)
            return null;
        var name = call.Function.Substring(dot + 1);
        var isReal = call.Arguments[0].Type.IsFloatingPoint;
        foreach (var (known, function) in _forms)
        {
            if (known == name && function.Arity == call.Arguments.Count && function.Domain != (isReal ? VectorDomain.Integers : VectorDomain.FloatingPoint))
                return function.Form != VectorForm.RoundToward ? function : Direction(call) is { } method ? function with { Method = method } : null;
        }

        return null;
    }

    private static string? Direction(MathCall call) =>
        call.Arguments[1] is Constant { Value: int direction } constant && constant.Type.Text.EndsWith("MidpointRounding", StringComparison.Ordinal)
        && _roundings.TryGetValue(direction, out var method)
            ? method
            : null;
}
