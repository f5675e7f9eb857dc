using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Knowledge;

/// <summary>The functions that are <see cref="MathCall"/> nodes: values in, value out, nothing else.</summary>
public static class MathFunctions
{
    private static readonly HashSet<string> _known = Build();

    /// <summary>The types whose static functions of a floating-point type are those of another class.</summary>
    private static readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal)
    {
        ["System.Single"] = "System.MathF",
        ["System.Double"] = "System.Math",
    };

    private static readonly HashSet<string> _shared = new(StringComparer.Ordinal)
    {
        "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atan2", "Atanh", "BitDecrement", "BitIncrement", "Cbrt", "Ceiling", "CopySign", "Cos",
        "Cosh", "Exp", "Floor", "FusedMultiplyAdd", "Ieee754Remainder", "Log", "Log10", "Log2", "Max", "Min", "Pow", "ReciprocalEstimate",
        "ReciprocalSqrtEstimate", "Round", "ScaleB", "Sin", "Sinh", "Sqrt", "Tan", "Tanh", "Truncate",
    };

    private static readonly HashSet<string> _integers = new(StringComparer.Ordinal)
    {
        "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
        "System.IntPtr", "System.UIntPtr",
    };

    /// <summary>
    /// The key of a function, such as <c>System.Math.Sqrt</c>; null if it is not in the table. <c>double.Sqrt</c> and
    /// <c>float.Sqrt</c> have the keys of <c>System.Math</c> and <c>System.MathF</c>.
    /// </summary>
    /// <param name="type">Full name of the containing type.</param>
    /// <param name="member">Name of the static method.</param>
    public static string? Key(string type, string member)
    {
        if (_owners.TryGetValue(type, out var owner) && _shared.Contains(member))
            return $"{owner}.{(member == "Ieee754Remainder" ? "IEEERemainder" : member)}";
        if (_integers.Contains(type) && member is "Min" or "Max")
            return $"System.Math.{member}";
        var key = $"{type}.{member}";
        return _known.Contains(key) ? key : null;
    }

    /// <summary>Whether some argument makes the function throw.</summary>
    /// <param name="function">The key.</param>
    /// <param name="argument">The type of the first argument.</param>
    public static bool MayThrow(string function, IrType argument) => function.Substring(function.LastIndexOf('.') + 1) switch
    {
        "Abs" => argument is { IsInteger: true, IsUnsigned: false },
        "Clamp" => true,
        "Sign" => argument.IsFloatingPoint,
        _ => false,
    };

    private static HashSet<string> Build()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Add("System.Math", """
            Abs Acos Acosh Asin Asinh Atan Atan2 Atanh BigMul BitDecrement BitIncrement Cbrt Ceiling Clamp CopySign Cos Cosh Exp Floor
            FusedMultiplyAdd IEEERemainder ILogB Log Log10 Log2 Max MaxMagnitude Min MinMagnitude Pow ReciprocalEstimate
            ReciprocalSqrtEstimate Round ScaleB Sign Sin Sinh Sqrt Tan Tanh Truncate
            """);
        Add("System.MathF", """
            Abs Acos Acosh Asin Asinh Atan Atan2 Atanh BitDecrement BitIncrement Cbrt Ceiling CopySign Cos Cosh Exp Floor
            FusedMultiplyAdd IEEERemainder ILogB Log Log10 Log2 Max MaxMagnitude Min MinMagnitude Pow ReciprocalEstimate
            ReciprocalSqrtEstimate Round ScaleB Sign Sin Sinh Sqrt Tan Tanh Truncate
            """);
        foreach (var type in new[] { "System.Single", "System.Double" })
        {
            Add(type, """
                IsNaN IsFinite IsInfinity IsNegative IsPositiveInfinity IsNegativeInfinity IsNormal IsSubnormal IsInteger Exp2 Exp10 ExpM1 LogP1
                Log2P1 Log10P1 Hypot RootN SinPi CosPi TanPi Lerp DegreesToRadians RadiansToDegrees MaxNumber MinNumber MaxNative MinNative
                MultiplyAddEstimate
                """);
        }

        Add("System.Half", "Max Min");
        Add("System.Numerics.BitOperations", "PopCount LeadingZeroCount TrailingZeroCount RotateLeft RotateRight Log2 IsPow2 RoundUpToPowerOf2");
        Add("System.BitConverter", """
            SingleToInt32Bits Int32BitsToSingle DoubleToInt64Bits Int64BitsToDouble SingleToUInt32Bits UInt32BitsToSingle
            DoubleToUInt64Bits UInt64BitsToDouble
            """);
        Add("System.Char", """
            IsAscii IsAsciiDigit IsAsciiHexDigit IsAsciiHexDigitLower IsAsciiHexDigitUpper IsAsciiLetter IsAsciiLetterLower IsAsciiLetterOrDigit
            IsAsciiLetterUpper IsControl IsDigit IsHighSurrogate IsLetter IsLetterOrDigit IsLower IsLowSurrogate IsNumber IsSeparator IsSurrogate
            IsUpper IsWhiteSpace
            """);
        foreach (var type in new[] { "System.Int32", "System.UInt32", "System.Int64", "System.UInt64" })
            Add(type, "PopCount LeadingZeroCount TrailingZeroCount RotateLeft RotateRight");
        return keys;

        void Add(string type, string names)
        {
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                keys.Add($"{type}.{name}");
        }
    }
}
