using AutoParallel.CompilerServices;
using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>
/// A function of the runtime's mathematics gives the bits of its scalar form wherever it is computed: in every lane, in the remainder, in a
/// loop too short for lanes, and in code that lanes cannot run.
/// </summary>
public sealed class SingleMathematicsTests
{
    private static readonly (string Name, Func<float, float> Exact, Action<float[], float[]> Rerouted)[] _unary =
    [
        (nameof(LaneMath.Acos), LaneMath.Acos, (x, r) => SingleMathematics.Acos(x, r)),
        (nameof(LaneMath.Acosh), LaneMath.Acosh, (x, r) => SingleMathematics.Acosh(x, r)),
        (nameof(LaneMath.Asin), LaneMath.Asin, (x, r) => SingleMathematics.Asin(x, r)),
        (nameof(LaneMath.Asinh), LaneMath.Asinh, (x, r) => SingleMathematics.Asinh(x, r)),
        (nameof(LaneMath.Atan), LaneMath.Atan, (x, r) => SingleMathematics.Atan(x, r)),
        (nameof(LaneMath.Atanh), LaneMath.Atanh, (x, r) => SingleMathematics.Atanh(x, r)),
        (nameof(LaneMath.Cbrt), LaneMath.Cbrt, (x, r) => SingleMathematics.Cbrt(x, r)),
        (nameof(LaneMath.Cos), LaneMath.Cos, (x, r) => SingleMathematics.Cos(x, r)),
        (nameof(LaneMath.Cosh), LaneMath.Cosh, (x, r) => SingleMathematics.Cosh(x, r)),
        (nameof(LaneMath.Exp), LaneMath.Exp, (x, r) => SingleMathematics.Exp(x, r)),
        (nameof(LaneMath.Exp10), LaneMath.Exp10, (x, r) => SingleMathematics.Exp10(x, r)),
        (nameof(LaneMath.Exp2), LaneMath.Exp2, (x, r) => SingleMathematics.Exp2(x, r)),
        (nameof(LaneMath.ExpM1), LaneMath.ExpM1, (x, r) => SingleMathematics.ExpM1(x, r)),
        (nameof(LaneMath.Log), LaneMath.Log, (x, r) => SingleMathematics.Log(x, r)),
        (nameof(LaneMath.Log10), LaneMath.Log10, (x, r) => SingleMathematics.Log10(x, r)),
        (nameof(LaneMath.Log2), LaneMath.Log2, (x, r) => SingleMathematics.Log2(x, r)),
        (nameof(LaneMath.LogP1), LaneMath.LogP1, (x, r) => SingleMathematics.LogP1(x, r)),
        (nameof(LaneMath.Sin), LaneMath.Sin, (x, r) => SingleMathematics.Sin(x, r)),
        (nameof(LaneMath.Sinh), LaneMath.Sinh, (x, r) => SingleMathematics.Sinh(x, r)),
        (nameof(LaneMath.Tan), LaneMath.Tan, (x, r) => SingleMathematics.Tan(x, r)),
        (nameof(LaneMath.Tanh), LaneMath.Tanh, (x, r) => SingleMathematics.Tanh(x, r)),
    ];

    private static readonly (string Name, Func<float, float, float> Exact, Action<float[], float[], float[]> Rerouted)[] _binary =
    [
        (nameof(LaneMath.Atan2), LaneMath.Atan2, (x, y, r) => SingleMathematics.Atan2(x, y, r)),
        (nameof(LaneMath.Hypot), LaneMath.Hypot, (x, y, r) => SingleMathematics.Hypot(x, y, r)),
        (nameof(LaneMath.Pow), LaneMath.Pow, (x, y, r) => SingleMathematics.Pow(x, y, r)),
    ];

    [Fact]
    public void FunctionsOfOneArgument()
    {
        foreach (var (name, exact, rerouted) in _unary)
        {
            Verify.Same(
                Ran.Vector,
                (x, result) => Fill(result, i => exact(x[i])),
                rerouted,
                n => (Arguments(n, 1), new float[n]),
                kernel: name);
        }
    }

    [Fact]
    public void FunctionsOfTwoArguments()
    {
        foreach (var (name, exact, rerouted) in _binary)
        {
            Verify.Same(
                Ran.Vector,
                (x, y, result) => Fill(result, i => exact(x[i], y[i])),
                rerouted,
                n => (Arguments(n, 1), Arguments(n, 2), new float[n]),
                kernel: name);
        }
    }

    [Fact]
    public void CodeThatLanesCannotRun() => Verify.Same(
        Ran.Parallel,
        (x, y, result) =>
        {
            for (var i = 0; i < x.Length; i++)
                result[i] = [.. _unary.Select(f => f.Exact(x[i])), .. _binary.Select(f => f.Exact(x[i], y[i]))];
        },
        (x, y, result) => SingleMathematics.InText(x, y, result),
        n => (Arguments(n, 1), Arguments(n, 2), new float[n][]));

    /// <summary>Numbers of all kinds, and many for which the functions have a value.</summary>
    private static float[] Arguments(int count, int seed) => [.. Data.Of<float>(count, seed).Select((v, i) => i % 2 == 0 ? v : Math.Abs(v) / 8)];

    private static void Fill(float[] result, Func<int, float> value)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = value(i);
    }
}
