using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Knowledge;

/// <summary>The vector form of a math function, where .NET has one with the scalar function's own bits.</summary>
/// <param name="Method">The method of <c>Vector512</c>, <c>Vector256</c> and <c>Vector128</c>.</param>
/// <param name="Arity">The number of arguments.</param>
/// <param name="Domain">The element types for which the bits agree.</param>
/// <param name="YieldsMask">Whether the result is a truth value a lane.</param>
/// <param name="IsRounded">Whether the result of <c>float</c> operands need not be a <c>float</c> when computed in <c>double</c>.</param>
public sealed record VectorFunction(string Method, int Arity, VectorDomain Domain, bool YieldsMask = false, bool IsRounded = false);

/// <summary>Element types of a vector function.</summary>
public enum VectorDomain
{
    FloatingPoint,
    Numbers,
}

/// <summary>The table of exact vector functions, by the scalar function's name.</summary>
public static class VectorFunctions
{
    private static readonly Dictionary<string, VectorFunction> _byName = new(StringComparer.Ordinal)
    {
        ["Abs"] = new("Abs", 1, VectorDomain.FloatingPoint),
        ["Ceiling"] = new("Ceiling", 1, VectorDomain.FloatingPoint),
        ["CopySign"] = new("CopySign", 2, VectorDomain.FloatingPoint),
        ["Floor"] = new("Floor", 1, VectorDomain.FloatingPoint),
        ["FusedMultiplyAdd"] = new("FusedMultiplyAdd", 3, VectorDomain.FloatingPoint),
        ["IsNaN"] = new("IsNaN", 1, VectorDomain.FloatingPoint, true),
        ["Max"] = new("Max", 2, VectorDomain.Numbers),
        ["Min"] = new("Min", 2, VectorDomain.Numbers),
        ["Round"] = new("Round", 1, VectorDomain.FloatingPoint),
        ["Sqrt"] = new("Sqrt", 1, VectorDomain.FloatingPoint, IsRounded: true),
        ["Truncate"] = new("Truncate", 1, VectorDomain.FloatingPoint),
    };

    private static readonly HashSet<string> _types = ["System.Math", "System.MathF", "System.Single", "System.Double", "float", "double"];

    /// <summary>The vector form of a call, or null.</summary>
    public static VectorFunction? Of(MathCall call)
    {
        var dot = call.Function.LastIndexOf('.');
        return dot > 0 && _types.Contains(call.Function.Substring(0, dot)) && _byName.TryGetValue(call.Function.Substring(dot + 1), out var function)
            && function.Arity == call.Arguments.Count && (function.Domain == VectorDomain.Numbers || call.Arguments[0].Type.IsFloatingPoint)
            ? function
            : null;
    }
}
