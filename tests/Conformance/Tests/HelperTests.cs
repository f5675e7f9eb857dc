using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Helpers"/>: what the methods compute where they are called, in the loop's lanes.</summary>
public sealed class HelperTests
{
    [Fact]
    public void Normal() => Verify.Near(Ran.Vector, Helpers.Normal, (x, r) => Helpers.Normal(x, r), n => (Data.Of<float>(n), new float[n]), Sizes.Large);

    [Fact]
    public void NormalWhere() => Verify.Near(Ran.Vector, Helpers.NormalWhere, (x, r) => Helpers.NormalWhere(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void SeveralReturns() => Verify.Same(Ran.Vector, Helpers.SeveralReturns, (x, r) => Helpers.SeveralReturns(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Nested() => Verify.Same(Ran.Vector, Helpers.Nested, (x, r) => Helpers.Nested(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void WhereTrue() => Verify.Same(
        Ran.Vector, Helpers.WhereTrue, (x, y, r) => Helpers.WhereTrue(x, y, r), n => (Data.Of<int>(n), Data.Of<int>(n, 2), new int[n]));

    [Fact]
    public void Throws() => Verify.Same(Ran.Vector, Helpers.Throws, (x, y, r) => Helpers.Throws(x, y, r), n => (Data.Of<int>(n), Data.Of<int>(n, 2), new int[n]));

    [Fact]
    public void Conversions() => Verify.Same(Ran.Vector, Helpers.Conversions, (x, r) => Helpers.Conversions(x, r), n => (Data.Of<int>(n), new double[n]));

    [Fact]
    public void Neighbours() => Verify.Same(Ran.Vector, Helpers.Neighbours, (x, r) => Helpers.Neighbours(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Iterations() => Verify.Same(Ran.Vector, Helpers.Iterations, (x, r) => Helpers.Iterations(x, r), n => (Data.Of<float>(n), new int[n]));

    [Fact]
    public void Newton() => Verify.Same(Ran.Vector, Helpers.Newton, (x, r) => Helpers.Newton(x, r), n => (Data.Of<double>(n), new double[n]));

    [Fact]
    public void Count() => Verify.Same(Ran.Vector, Helpers.Count, x => Helpers.Count(x), n => Data.Of<float>(n), Sizes.Large);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, Helpers.Largest, x => Helpers.Largest(x), n => Data.Of<float>(n), Sizes.Large);

    [Fact]
    public void Sum() => Verify.Reduction(
        Ran.Vector, Helpers.Sum, x => Helpers.Sum(x), n => Data.Ordinary<double>(n), x => Exact.Sum(x.Select(v => Math.Abs(v) * 2.5)), Sizes.Large);

    [Fact]
    public void OfTheObject() => Verify.Same(
        Ran.Vector,
        (h, x, r) => ((Action<float[], float[]>)h.OfTheObject)(x, r),
        (h, x, r) => h.OfTheObject(x, r),
        n => (new Helpers(1.5f), Data.Of<float>(n), new float[n]));

    [Fact]
    public void Weighted() => Verify.Same(Ran.Vector, Helpers.Weighted, (x, r) => Helpers.Weighted(x, r), n => (Data.Of<int>(n), new float[n]));

    [Fact]
    public void WeightedOutside() => Verify.Same(
        Ran.Vector, Helpers.WeightedOutside, (x, r) => Helpers.WeightedOutside(x, r), n => (Data.Small<int>(n, 4).Select((v, i) => i == n - 2 ? 7 : v).ToArray(), new float[n]));

    [Fact]
    public void Sides() => Verify.Same(Ran.Parallel, Helpers.Sides, (x, r) => Helpers.Sides(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void ConstantArguments() => Verify.Same(Ran.Anything, Helpers.ConstantArguments, (x, r) => Helpers.ConstantArguments(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void ShortConstants() => Verify.Same(Ran.Vector, Helpers.ShortConstants, (x, r) => Helpers.ShortConstants(x, r), n => (Data.Of<short>(n), new short[n]));

    [Fact]
    public void SquareOfConstant()
    {
        Verify.Same(Ran.Anything, Helpers.SquareOfConstant, (x, r) => Helpers.SquareOfConstant(x, r), n => (Data.Small<int>(n, 9), new int[n]));
        Verify.Same(Ran.Anything, Helpers.SquareOfConstant, (x, r) => Helpers.SquareOfConstant(x, r), n => (Data.Small<int>(n, 5), new int[n]));
    }

    [Fact]
    public void QuotientByZero()
    {
        Verify.Same(Ran.Anything, Helpers.QuotientByZero, (x, r) => Helpers.QuotientByZero(x, r), n => (Data.Small<int>(n, 9), new int[n]));
        Verify.Same(Ran.Anything, Helpers.QuotientByZero, (x, r) => Helpers.QuotientByZero(x, r), n => (Data.Small<int>(n, 5), new int[n]));
    }
}
