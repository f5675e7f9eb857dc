using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Accesses"/> in lanes, those that leave an array included.</summary>
public sealed class AccessTests
{
    [Fact]
    public void EverySecond() => Verify.Same(
        Ran.Vector, Accesses.EverySecond, (x, r) => Accesses.EverySecond(x, r), n => (Data.Of<float>(2 * n), new float[n]), Sizes.Large);

    [Fact]
    public void EverySecondOfTooFew() => Verify.Same(
        Ran.Anything, Accesses.EverySecond, (x, r) => Accesses.EverySecond(x, r), n => (Data.Of<float>(n), new float[n]), Sizes.Few);

    [Fact]
    public void Spread() => Verify.Same(
        Ran.Vector, Accesses.Spread, (x, r) => Accesses.Spread(x, r), n => (Data.Of<double>(n), new double[3 * n + 1]));

    [Fact]
    public void SpreadSome() => Verify.Same(
        Ran.Vector, Accesses.SpreadSome, (x, r) => Accesses.SpreadSome(x, r), n => (Data.Of<int>(n), Data.Of<short>(2 * n)));

    [Fact]
    public void BySymbol() => Verify.Same(
        Ran.Vector, Accesses.BySymbol, (x, k, r) => Accesses.BySymbol(x, k, r), n => (Data.Of<int>(5 * n), 5, new int[n]));

    [Fact]
    public void BySymbolZero() => Verify.Same(
        Ran.Vector, Accesses.BySymbol, (x, k, r) => Accesses.BySymbol(x, k, r), n => (Data.Of<int>(n), 0, new int[n]));

    [Fact]
    public void BySymbolNegative() => Verify.Same(
        Ran.Anything, Accesses.BySymbol, (x, k, r) => Accesses.BySymbol(x, k, r), n => (Data.Of<int>(n), -1, new int[n]), Sizes.Few);

    [Fact]
    public void Reverse() => Verify.Same(
        Ran.Vector, Accesses.Reverse, (x, r) => Accesses.Reverse(x, r), n => (Data.Of<byte>(n), new byte[n]), Sizes.Large);

    [Fact]
    public void ReverseInto() => Verify.Same(
        Ran.Vector, Accesses.ReverseInto, (x, r) => Accesses.ReverseInto(x, r), n => (Data.Of<float>(n), Data.Of<float>(n, 2)));

    [Fact]
    public void Downward() => Verify.Same(
        Ran.Vector, Accesses.Downward, (x, r) => Accesses.Downward(x, r), n => (Data.Of<long>(n), new long[n]), Sizes.Large);

    [Fact]
    public void ByThrees() => Verify.Same(
        Ran.Vector, Accesses.ByThrees, (x, r) => Accesses.ByThrees(x, r), n => (Data.Of<double>(n), new double[n]));

    [Fact]
    public void SumOfEveryThird() => Verify.Reduction(
        Ran.Vector,
        Accesses.SumOfEveryThird,
        x => Accesses.SumOfEveryThird(x),
        n => Data.Ordinary<double>(n),
        x => Exact.Sum(x.Where((_, i) => i % 3 == 0)));

    [Fact]
    public void Gather() => Verify.Same(
        Ran.Vector, Accesses.Gather, (x, i, r) => Accesses.Gather(x, i, r), n => (Data.Of<float>(n), Indices(n), new float[n]), Sizes.Large);

    [Fact]
    public void GatherOutside() => Verify.Same(
        Ran.Vector,
        Accesses.Gather,
        (x, i, r) => Accesses.Gather(x, i, r),
        n => (Data.Of<float>(n), With(Indices(n), n * 3 / 4, n), new float[n]));

    [Fact]
    public void GatherBelowZero() => Verify.Same(
        Ran.Vector,
        Accesses.Gather,
        (x, i, r) => Accesses.Gather(x, i, r),
        n => (Data.Of<float>(n), With(Indices(n), n - 1, -1), new float[n]));

    [Fact]
    public void GatherFromNothing() => Verify.Same(
        Ran.Vector, Accesses.Gather, (x, i, r) => Accesses.Gather(x, i, r), n => (Array.Empty<float>(), new int[n], new float[n]));

    [Fact]
    public void GatherByByte() => Verify.Same(
        Ran.Vector, Accesses.GatherByByte, (t, x, r) => Accesses.GatherByByte(t, x, r), n => (Data.Of<double>(256), Data.Of<byte>(n), new double[n]));

    [Fact]
    public void GatherTwice() => Verify.Same(
        Ran.Vector, Accesses.GatherTwice, (x, i, r) => Accesses.GatherTwice(x, i, r), n => (Indices(n), Indices(n), new int[n]));

    [Fact]
    public void GatherFarAway() => Verify.Same(
        Ran.Vector,
        Accesses.GatherFarAway,
        (x, i, r) => Accesses.GatherFarAway(x, i, r),
        n => (Data.Of<short>(n), Indices(n).Select(i => i + 5L).ToArray(), new long[n]));

    [Fact]
    public void GatherFarOutside() => Verify.Same(
        Ran.Vector,
        Accesses.GatherFarAway,
        (x, i, r) => Accesses.GatherFarAway(x, i, r),
        n => (Data.Of<short>(n), With(Indices(n).Select(i => i + 5L).ToArray(), n / 2, (1L << 32) + 5), new long[n]));

    [Fact]
    public void SparseDot()
    {
        Func<double[], int[], double[], double> sequential = Accesses.SparseDot;
        Verify.Reduction(
            Ran.Vector,
            a => sequential(a.Values, a.Columns, a.X),
            a => Accesses.SparseDot(a.Values, a.Columns, a.X),
            n => (Values: Data.Ordinary<double>(n), Columns: Indices(n), X: Data.Ordinary<double>(n, 2)),
            a => Exact.Dot(a.Values.Select((value, i) => (value, a.X[a.Columns[i]]))));
    }

    [Fact]
    public void TwoSums() => Verify.Same(
        Ran.Vector, Accesses.TwoSums, (x, i) => Accesses.TwoSums(x, i), n => (Data.Of<int>(n), Indices(n)), Sizes.Large);

    [Fact]
    public void TwoSumsOutside() => Verify.Same(
        Ran.Vector, Accesses.TwoSums, (x, i) => Accesses.TwoSums(x, i), n => (Data.Of<int>(n), With(Indices(n), n - 1, int.MaxValue)));

    [Fact]
    public void GatherIfInside() => Verify.Same(
        Ran.Vector,
        Accesses.GatherIfInside,
        (x, i, r) => Accesses.GatherIfInside(x, i, r),
        n => (Data.Of<float>(n / 2), Data.Of<int>(n).Select((v, k) => k % 3 == 0 ? v : v % (n + 1)).ToArray(), new float[n]));

    [Fact]
    public void GatherIfInsideNothing() => Verify.Same(
        Ran.Vector,
        Accesses.GatherIfInside,
        (x, i, r) => Accesses.GatherIfInside(x, i, r),
        n => (Array.Empty<float>(), Data.Of<int>(n), new float[n]));

    [Fact]
    public void Difference() => Verify.Same(
        Ran.Vector, Accesses.Difference, (x, r) => Accesses.Difference(x, r), n => (Data.Of<float>(n), new float[n]), Sizes.Large);

    [Fact]
    public void Peaks() => Verify.Same(Ran.Vector, Accesses.Peaks, (x, r) => Accesses.Peaks(x, r), n => (Data.Of<int>(n), new bool[n]));

    [Fact]
    public void WhereFlagged() => Verify.Same(
        Ran.Vector, Accesses.WhereFlagged, (f, x, r) => Accesses.WhereFlagged(f, x, r), n => (Data.Flags(n), Data.Of<float>(n), new float[n]));

    [Fact]
    public void MergeFlags() => Verify.Same(
        Ran.Vector,
        Accesses.MergeFlags,
        (a, b, x, r) => Accesses.MergeFlags(a, b, x, r),
        n => (Data.Flags(n), Data.Flags(n, 2), Data.Of<double>(n), new bool[n]));

    [Fact]
    public void Columns() => Verify.Same(
        Ran.Vector, Accesses.Columns, (x, r, c) => Accesses.Columns(x, r, c), n => (Data.Matrix<double>(n, 5), new double[n], 3));

    [Fact]
    public void Diagonal() => Verify.Same(
        Ran.Vector, Accesses.Diagonal, x => Accesses.Diagonal(x), n => Data.Matrix<float>(n, n), Sizes.Sides);

    [Fact]
    public void LastOfAll() => Verify.Same(
        Ran.Vector, Accesses.LastOfAll, (x, r) => Accesses.LastOfAll(x, r), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Fact]
    public void MixedProduct()
    {
        Func<float[], float[], double> sequential = Accesses.MixedProduct;
        Verify.Reduction(
            Ran.Vector,
            a => sequential(a.X, a.Y),
            a => Accesses.MixedProduct(a.X, a.Y),
            n => (X: Data.Ordinary<float>(n), Y: Data.Ordinary<float>(n, 2)),
            a => Exact.Sum(a.X.Select((x, i) => (double)(x * a.Y[i] + 0.5f))));
    }

    [Fact]
    public void MixedWidths() => Verify.Same(
        Ran.Vector,
        Accesses.MixedWidths,
        (x, y, z, r) => Accesses.MixedWidths(x, y, z, r),
        n => (Data.Of<float>(n), Data.Of<double>(n), Data.Of<long>(n), new float[n]));

    private static int[] Indices(int count) => Data.Small<int>(count, Math.Max(1, count), 3);

    private static T[] With<T>(T[] values, int position, T value)
    {
        if (values.Length > 0)
            values[Math.Max(0, position)] = value;
        return values;
    }
}
