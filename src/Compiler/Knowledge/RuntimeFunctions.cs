using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Knowledge;

/// <summary>
/// The functions of the runtime's vector mathematics that stand for those of <c>Math</c>, <c>MathF</c>, <c>float</c> and
/// <c>double</c>, in lanes and in scalar code alike: an argument has the same bits wherever it is computed. A test compares the
/// table with the runtime.
/// </summary>
public static class RuntimeFunctions
{
    /// <summary>The class of functions within 1 ULP.</summary>
    public const string Reproducible = "AutoParallel.CompilerServices.LaneMath";

    /// <summary>The class of faster functions, each with a wider bound of its own.</summary>
    public const string Fast = "AutoParallel.CompilerServices.FastLaneMath";

    private static readonly HashSet<string> _unary = Set(
        "Acos Acosh Asin Asinh Atan Atanh Cbrt Cos Cosh Exp Exp10 Exp2 ExpM1 Log Log10 Log2 LogP1 Sin SinCos Sinh Tan Tanh");

    private static readonly HashSet<string> _binary = Set("Atan2 Hypot Pow");

    private static readonly HashSet<string> _fastSingle = Set("Acos Asin Atan Cos Exp Log Sin SinCos Tan Tanh");

    private static readonly HashSet<string> _fastDouble = Set("Cos Sin SinCos Tan Tanh");

    /// <summary>
    /// The full name of the function that stands for another, such as <c>AutoParallel.CompilerServices.LaneMath.Exp</c>; null where
    /// that one is called itself, as always in mode <see cref="FloatMode.Strict"/>.
    /// </summary>
    /// <param name="type">Full name of the type that has the function.</param>
    /// <param name="name">The function.</param>
    /// <param name="arguments">The types of the parameters.</param>
    /// <param name="mode">What floating-point functions may give.</param>
    public static string? Of(string type, string name, IReadOnlyList<ScalarKind> arguments, FloatMode mode)
    {
        if (mode == FloatMode.Strict || type is not ("System.Math" or "System.MathF" or "System.Single" or "System.Double"))
            return null;
        var known = arguments.Count switch { 1 => _unary, 2 => _binary, _ => [] };
        var kind = arguments.FirstOrDefault();
        if (!known.Contains(name) || kind is not (ScalarKind.Single or ScalarKind.Double) || arguments.Any(a => a != kind))
            return null;
        var isFast = mode == FloatMode.Fast && (kind == ScalarKind.Single ? _fastSingle : _fastDouble).Contains(name);
        return $"{(isFast ? Fast : Reproducible)}.{name}";
    }

    /// <summary>As the other overload, for a function that is called.</summary>
    public static string? Of(MathCall call, FloatMode mode)
    {
        var dot = call.Function.LastIndexOf('.');
        return dot <= 0 ? null : Of(call.Function.Substring(0, dot), call.Function.Substring(dot + 1), [.. call.Arguments.Select(a => a.Type.Kind)], mode);
    }

    /// <summary>The name that the runtime's function gives a parameter.</summary>
    /// <param name="function">The full name.</param>
    /// <param name="ordinal">The parameter's place.</param>
    public static string Parameter(string function, int ordinal) =>
        (ordinal == 0) == function.EndsWith(".Atan2", StringComparison.Ordinal) ? "y" : "x";

    /// <summary>Whether the expression calls one of the runtime's functions.</summary>
    public static bool IsCall(IrExpression expression) => expression is MathCall call && Contains(call.Function);

    /// <summary>Whether a function, by its full name, is one of the runtime's.</summary>
    public static bool Contains(string function) =>
        function.StartsWith(Reproducible + ".", StringComparison.Ordinal) || function.StartsWith(Fast + ".", StringComparison.Ordinal);

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.Ordinal);
}
