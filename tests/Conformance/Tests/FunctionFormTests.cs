using AutoParallel.CompilerServices;
using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>The runtime's mathematics stands for <c>Math</c> wherever a rerouted method's own code calls it.</summary>
public sealed class FunctionFormTests
{
    [Fact]
    public void BesideRecurrence() => Verify.Same(
        Ran.Vector,
        (x, chain, result) =>
        {
            for (int i = 1; i < chain.Length; i++)
                chain[i] = LaneMath.Exp(-chain[i - 1]) + x[i];
            for (int i = 0; i < x.Length; i++)
                result[i] = LaneMath.Cos(x[i]) * LaneMath.Sin(2.0);
        },
        (x, chain, result) => FunctionForms.BesideRecurrence(x, chain, result),
        n => (Data.Ordinary<double>(n), new double[n], new double[n]));

    [Fact]
    public void Arguments() => Verify.Same(
        Ran.Parallel,
        (n, x, result) =>
        {
            for (int i = 0; i < n.Length; i++)
            {
                result[i] = LaneMath.Pow(LaneMath.Exp(1.0), LaneMath.Sin((double)n[i])) + LaneMath.Tan((double)x[i])
                    + LaneMath.Atan2('a', (double)-n[i]) + LaneMath.Log2(n[i] is 0 ? 0.0 : 3);
            }
        },
        (n, x, result) => FunctionForms.Arguments(n, x, result),
        n => (Data.Small<int>(n, 5), Data.Ordinary<float>(n), new double[n]));

    [Fact]
    public void Delegates() => Verify.Same(
        Ran.Parallel,
        (rows, result) =>
        {
            for (int i = 0; i < rows.Length; i++)
            {
                result[i] = rows[i].Select(v => LaneMath.Exp(v)).Sum() + rows[i].Length + rows[i].Sum(v => LaneMath.Tanh(v)) + LaneMath.Pow((double)rows[i].Length, 3.0)
                    + LaneMath.Log10(7.0) + LaneMath.Cbrt(5f) + rows[i].Select(v => LaneMath.Asinh(v)).Sum() + 3;
            }
        },
        (rows, result) => FunctionForms.Delegates(rows, result),
        n => (Data.Rows<double>(n, 5), new double[n]),
        Sizes.Few);

    [Fact]
    public void Pair() => Verify.Same(
        Ran.Parallel,
        (x, result) =>
        {
            for (int i = 0; i < x.Length; i++)
                result[i] = LaneMath.Sin(x[i]) / LaneMath.Cos(x[i]);
        },
        (x, result) => FunctionForms.Pair(x, result),
        n => (Data.Of<double>(n), new double[n]));

    [Fact]
    public void InnerLoop() => Verify.Same(
        Ran.Vector,
        (x, result) =>
        {
            for (int i = 0; i < x.Length; i++)
            {
                double value = x[i];
                for (int j = 0; j < 20 && value < 4; j++)
                    value = LaneMath.Exp(value) - LaneMath.Log(2 + value * value);
                result[i] = value;
            }
        },
        (x, result) => FunctionForms.InnerLoop(x, result),
        n => (Data.Ordinary<double>(n), new double[n]));

    [Fact]
    public void Helper() => Verify.Same(
        Ran.Anything, FunctionForms.Helper, (x, result) => FunctionForms.Helper(x, result), n => (Data.Of<double>(n), new double[n]), Sizes.Few);

    [Fact]
    public void Strict() => Verify.Same(
        Ran.Parallel, FunctionForms.Strict, (x, result) => FunctionForms.Strict(x, result), n => (Data.Of<double>(n), new double[n][]), Sizes.Few);

    [Fact]
    public void Fast() => Verify.Same(
        Ran.Vector,
        (x, result) =>
        {
            for (int i = 0; i < x.Length; i++)
                result[i] = FastLaneMath.Sin(x[i]) + LaneMath.Exp(x[i]);
        },
        (x, result) => FunctionForms.Fast(x, result),
        n => (Data.Of<double>(n), new double[n]));

    [Fact]
    public void FastSingle() => Verify.Same(
        Ran.Vector,
        (x, result) =>
        {
            for (int i = 0; i < x.Length; i++)
                result[i] = FastLaneMath.Exp(x[i]) - FastLaneMath.Log(x[i]) + LaneMath.Sinh(x[i]);
        },
        (x, result) => FunctionForms.FastSingle(x, result),
        n => (Data.Of<float>(n), new float[n]));
}
