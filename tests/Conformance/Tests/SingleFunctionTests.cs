using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>
/// Functions that the processor computes exactly must have the sequential method's bits; of the others, those of the runtime's own
/// library may differ from the system's by what rounding allows each of the two, but never by the width.
/// </summary>
public sealed class SingleFunctionTests
{
    [Fact]
    public void Sqrt() => Verify.Same(Ran.Vector, SingleFunctions.Sqrt, (x, r) => SingleFunctions.Sqrt(x, r), Halves);

    [Fact]
    public void Abs() => Verify.Same(Ran.Vector, SingleFunctions.Abs, (x, r) => SingleFunctions.Abs(x, r), Halves);

    [Fact]
    public void Floor() => Verify.Same(Ran.Vector, SingleFunctions.Floor, (x, r) => SingleFunctions.Floor(x, r), Halves);

    [Fact]
    public void Ceiling() => Verify.Same(Ran.Vector, SingleFunctions.Ceiling, (x, r) => SingleFunctions.Ceiling(x, r), Halves);

    [Fact]
    public void Truncate() => Verify.Same(Ran.Vector, SingleFunctions.Truncate, (x, r) => SingleFunctions.Truncate(x, r), Halves);

    [Fact]
    public void Round() => Verify.Same(Ran.Vector, SingleFunctions.Round, (x, r) => SingleFunctions.Round(x, r), Halves);

    [Fact]
    public void RoundAwayFromZero() => Verify.Same(Ran.Vector, SingleFunctions.RoundAwayFromZero, (x, r) => SingleFunctions.RoundAwayFromZero(x, r), Halves);

    [Fact]
    public void Min() => Verify.Same(Ran.Vector, SingleFunctions.Min, (x, y, r) => SingleFunctions.Min(x, y, r), Two);

    [Fact]
    public void Max() => Verify.Same(Ran.Vector, SingleFunctions.Max, (x, y, r) => SingleFunctions.Max(x, y, r), Two);

    [Fact]
    public void CopySign() => Verify.Same(Ran.Vector, SingleFunctions.CopySign, (x, y, r) => SingleFunctions.CopySign(x, y, r), Two);

    [Fact]
    public void MinOfNaN() => Verify.Same(
        Ran.Vector, SingleFunctions.Min, (x, y, r) => SingleFunctions.Min(x, y, r), n => (Data.Payloads<float>(n), Data.Ordinary<float>(n, 2), new float[n]));

    [Fact]
    public void MaxOfNaN() => Verify.Same(
        Ran.Vector, SingleFunctions.Max, (x, y, r) => SingleFunctions.Max(x, y, r), n => (Data.Ordinary<float>(n, 2), Data.Payloads<float>(n), new float[n]));

    [Fact]
    public void AbsOfNaN() => Verify.Same(Ran.Vector, SingleFunctions.Abs, (x, r) => SingleFunctions.Abs(x, r), n => (Data.Payloads<float>(n), new float[n]));

    [Fact]
    public void FusedMultiplyAdd() => Verify.Same(
        Ran.Vector,
        SingleFunctions.FusedMultiplyAdd,
        (x, y, z, r) => SingleFunctions.FusedMultiplyAdd(x, y, z, r),
        n => (Data.Of<float>(n), Data.Of<float>(n, 2), Data.Of<float>(n, 3), new float[n]));

    [Fact]
    public void Clamp() => Verify.Same(
        Ran.Parallel, SingleFunctions.Clamp, (x, low, high, r) => SingleFunctions.Clamp(x, low, high, r), n => (Data.Of<float>(n), (float)(-1), (float)2, new float[n]));

    [Fact]
    public void ClampWithSwappedBounds() => Verify.Same(
        Ran.Anything, SingleFunctions.Clamp, (x, low, high, r) => SingleFunctions.Clamp(x, low, high, r), n => (Data.Of<float>(n), (float)2, (float)(-1), new float[n]), Sizes.Few);

    [Fact]
    public void SignOf() => Verify.Same(Ran.Parallel, SingleFunctions.SignOf, (x, r) => SingleFunctions.SignOf(x, r), n => (Data.Of<float>(n), new int[n]));

    [Fact]
    public void Hypotenuse() => Verify.Same(Ran.Vector, SingleFunctions.Hypotenuse, (x, y, r) => SingleFunctions.Hypotenuse(x, y, r), Two);

    [Fact]
    public void StrictExp() => Verify.Same(Ran.Parallel, SingleFunctions.StrictExp, (x, r) => SingleFunctions.StrictExp(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void StrictSin() => Verify.Same(Ran.Parallel, SingleFunctions.StrictSin, (x, r) => SingleFunctions.StrictSin(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void StrictLog() => Verify.Same(Ran.Parallel, SingleFunctions.StrictLog, (x, r) => SingleFunctions.StrictLog(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Exp() => Verify.Near(Ran.Parallel, SingleFunctions.Exp, (x, r) => SingleFunctions.Exp(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Log() => Verify.Near(Ran.Parallel, SingleFunctions.Log, (x, r) => SingleFunctions.Log(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Log2() => Verify.Near(Ran.Parallel, SingleFunctions.Log2, (x, r) => SingleFunctions.Log2(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Log10() => Verify.Near(Ran.Parallel, SingleFunctions.Log10, (x, r) => SingleFunctions.Log10(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Sin() => Verify.Near(Ran.Parallel, SingleFunctions.Sin, (x, r) => SingleFunctions.Sin(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Cos() => Verify.Near(Ran.Parallel, SingleFunctions.Cos, (x, r) => SingleFunctions.Cos(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Tan() => Verify.Near(Ran.Parallel, SingleFunctions.Tan, (x, r) => SingleFunctions.Tan(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Asin() => Verify.Near(Ran.Parallel, SingleFunctions.Asin, (x, r) => SingleFunctions.Asin(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Acos() => Verify.Near(Ran.Parallel, SingleFunctions.Acos, (x, r) => SingleFunctions.Acos(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Atan() => Verify.Near(Ran.Parallel, SingleFunctions.Atan, (x, r) => SingleFunctions.Atan(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Sinh() => Verify.Near(Ran.Parallel, SingleFunctions.Sinh, (x, r) => SingleFunctions.Sinh(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Cosh() => Verify.Near(Ran.Parallel, SingleFunctions.Cosh, (x, r) => SingleFunctions.Cosh(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Tanh() => Verify.Near(Ran.Parallel, SingleFunctions.Tanh, (x, r) => SingleFunctions.Tanh(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Cbrt() => Verify.Near(Ran.Vector, SingleFunctions.Cbrt, (x, r) => SingleFunctions.Cbrt(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Pow() => Verify.Near(
        Ran.Parallel, SequentialPairs(SingleFunctions.Pow), (p, r) => SingleFunctions.Pow(p.X, p.Y, r), n => ((X: Data.Of<float>(n), Y: Data.Of<float>(n, 2)), new float[n]));

    [Fact]
    public void Atan2() => Verify.Near(
        Ran.Parallel, SequentialPairs(SingleFunctions.Atan2), (p, r) => SingleFunctions.Atan2(p.X, p.Y, r), n => ((X: Data.Of<float>(n), Y: Data.Of<float>(n, 2)), new float[n]));

    private static Action<(float[] X, float[] Y), float[]> SequentialPairs(Action<float[], float[], float[]> sequential) =>
        (pair, result) => sequential(pair.X, pair.Y, result);

    private static (float[] X, float[] Result) Halves(int size) =>
        ([.. Data.Of<float>(size).Select((v, i) => i % 3 == 0 ? MathF.Floor(v) + (float)0.5 : v)], new float[size]);

    private static (float[] X, float[] Y, float[] Result) Two(int size) => (Data.Of<float>(size), Data.Of<float>(size, 2), new float[size]);
}
