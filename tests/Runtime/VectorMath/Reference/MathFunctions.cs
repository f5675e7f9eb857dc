using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>Every function of the library.</summary>
public static class MathFunctions
{
    /// <summary>All functions of <see cref="LaneMath"/> but SinCos, which is compared with Sin and Cos.</summary>
    public static IReadOnlyList<MathFunction> Reproducible { get; } =
    [
        One("Exp", BigMath.Exp, (-1, 1), (-20, 20), (-760, 720), (-104, 89)),
        One("Exp2", BigMath.Exp2, (-1, 1), (-20, 20), (-1080, 1030), (-151, 129)),
        One("Exp10", BigMath.Exp10, (-1, 1), (-5, 5), (-326, 310), (-46, 39)),
        One("ExpM1", BigMath.ExpM1, ExpM1, (-1, 1), (-0.35, 0.35), (-1.05, 1.05), (-40, 40), (-45, 712)),
        One("Log", BigMath.Log, (0.5, 2), (0, 100), (0.99, 1.01)),
        One("Log2", BigMath.Log2, (0.5, 2), (0, 100), (0.99, 1.01)),
        One("Log10", BigMath.Log10, (0.5, 2), (0, 100), (0.99, 1.01)),
        One("LogP1", BigMath.LogP1, LogP1, (-1, 1), (-0.5, 0.5), (-0.01, 0.01), (-1, 100)),
        Two("Pow", BigMath.Pow, (0, 2), (0.99, 1.01), (0, 100), (-20, 20)),
        One("Cbrt", BigMath.Cbrt, (0, 10), (-1000, 1000)),
        Two("Hypot", BigMath.Hypot, (-1, 1), (-1000, 1000), (-1e200, 1e200), (-1e-200, 1e-200)),
        One("Sin", BigMath.Sin, (-0.8, 0.8), (-10, 10), (-1e5, 1e5), (-1e12, 1e12)),
        One("Cos", BigMath.Cos, (-0.8, 0.8), (-10, 10), (-1e5, 1e5), (-1e12, 1e12)),
        One("Tan", BigMath.Tan, (-0.8, 0.8), (-10, 10), (-1e5, 1e5), (-1e12, 1e12)),
        One("Asin", BigMath.Asin, (-1, 1), (-0.5, 0.5), (0.99, 1)),
        One("Acos", BigMath.Acos, (-1, 1), (-0.5, 0.5), (0.99, 1), (-1, -0.99)),
        One("Atan", BigMath.Atan, (-1, 1), (-3, 3), (-0.42, 0.42), (-100, 100)),
        Two("Atan2", BigMath.Atan2, (-1, 1), (-10, 10), (-1e200, 1e200), (-1e-200, 1e-200)),
        One("Sinh", BigMath.Sinh, (-1, 1), (-0.35, 0.35), (-20, 20), (-712, 712), (-90, 90)),
        One("Cosh", BigMath.Cosh, (-1, 1), (-0.35, 0.35), (-20, 20), (-712, 712), (-90, 90)),
        One("Tanh", BigMath.Tanh, (-1, 1), (-0.35, 0.35), (-20, 20)),
        One("Asinh", BigMath.Asinh, (-1, 1), (-0.42, 0.42), (-20, 20), (-1e10, 1e10)),
        One("Acosh", BigMath.Acosh, (1, 2), (1, 1.1), (1, 20), (1, 1e10)),
        One("Atanh", BigMath.Atanh, (-1, 1), (-0.1, 0.1), (0.9, 1)),
    ];

    /// <summary>All functions of <see cref="FastLaneMath"/> but SinCos.</summary>
    public static IReadOnlyList<MathFunction> Fast { get; } =
        [.. Reproducible.Where(f => typeof(FastLaneMath).GetMethod(f.Name, [typeof(float)]) is not null)
            .Select(f => new MathFunction(typeof(FastLaneMath), f.Name, f.Arguments, f.Exact, f.Expected, f.Ranges))];

    /// <summary>The function of <see cref="LaneMath"/> of that name.</summary>
    public static MathFunction Find(string name) => Reproducible.Single(f => f.Name == name);

    private static MathFunction One(string name, Func<BigFloat, BigFloat> exact, params (double From, double To)[] ranges) =>
        new(typeof(LaneMath), name, 1, (x, _) => exact(x), null, ranges);

    private static MathFunction One(
        string name, Func<BigFloat, BigFloat> exact, Func<double, double> precise, params (double From, double To)[] ranges) =>
        new(typeof(LaneMath), name, 1, (x, _) => exact(x), (x, _) => precise(x), ranges);

    private static MathFunction Two(string name, Func<BigFloat, BigFloat, BigFloat> exact, params (double From, double To)[] ranges) =>
        new(typeof(LaneMath), name, 2, exact, null, ranges);

    /// <summary><see cref="double.ExpM1"/> is as imprecise as its definition; this is 2 sinh(x/2) e^(x/2).</summary>
    private static double ExpM1(double x) => Math.Abs(x) < 1 ? x == 0 ? x : 2 * Math.Sinh(x / 2) * Math.Exp(x / 2) : Math.Exp(x) - 1;

    /// <summary><see cref="double.LogP1"/> likewise; this is W. Kahan's correction of it.</summary>
    private static double LogP1(double x)
    {
        var y = 1 + x;
        return y == 1 || y == x ? y == 1 ? x : Math.Log(y) : Math.Log(y) * (x / (y - 1));
    }
}
