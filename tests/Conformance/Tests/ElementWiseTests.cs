using System.Numerics;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Overloads over arrays and spans that functions of one element get.</summary>
public sealed class ElementWiseTests
{
    [Fact]
    public void Square() => Verify.Same(Ran.Vector, x => Array.ConvertAll(x, ElementWise.Square), x => ElementWise.Square(x), n => Data.Of<double>(n), Sizes.Large);

    [Fact]
    public void SquareIntoItself() => Verify.Same(
        Ran.Vector,
        x =>
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = Once(ElementWise.Square, x[i]);
        },
        x => ElementWise.Square(x, x),
        n => Data.Of<double>(n));

    [Fact]
    public void SquareIntoItselfShifted() => Verify.Same(
        Ran.Anything,
        x =>
        {
            for (int i = 0; i + 1 < x.Length; i++)
                x[i + 1] = Once(ElementWise.Square, x[i]);
        },
        x =>
        {
            if (x.Length > 0)
                ElementWise.Square(x.AsSpan(0, x.Length - 1), x.AsSpan(1));
        },
        n => Data.Of<double>(n));

    [Fact]
    public void ClipByOneRange() => Verify.Same(
        Ran.Vector, x => Array.ConvertAll(x, v => Once(ElementWise.Clip, v, -10f, 10f)), x => ElementWise.Clip(x, -10f, 10f), n => Data.Of<float>(n), Sizes.Large);

    [Fact]
    public void ClipByRanges() => Verify.Same(
        Ran.Vector,
        (x, low, high) => Enumerable.Range(0, x.Length).Select(i => Once(ElementWise.Clip, x[i], low[i], high[i])).ToArray(),
        (x, low, high) => ElementWise.Clip(x, low, high),
        n => (Data.Of<float>(n), Data.Of<float>(n, 2), Data.Of<float>(n, 3)));

    [Fact]
    public void OneValueByLows() => Verify.Same(
        Ran.Vector, low => Array.ConvertAll(low, v => Once(ElementWise.Clip, 1f, v, 10f)), low => ElementWise.Clip(1f, low, 10f), n => Data.Of<float>(n));

    [Fact]
    public void Fold() => Verify.Same(
        Ran.Vector,
        (x, y) => Enumerable.Range(0, x.Length).Select(i => Once(ElementWise.Fold, x[i], y[i])).ToArray(),
        (x, y) => ElementWise.Fold(x, y),
        n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    /// <summary>The function assigns its own parameter, which must not reach the next element.</summary>
    [Fact]
    public void FoldOneValue() => Verify.Same(
        Ran.Vector, y => Array.ConvertAll(y, v => Once(ElementWise.Fold, 77, v)), y => ElementWise.Fold(77, y), n => Data.Of<int>(n));

    [Fact]
    public void Steps() => Verify.Same(Ran.Parallel, x => Array.ConvertAll(x, ElementWise.Steps), x => ElementWise.Steps(x), n => Data.Of<short>(n));

    [Fact]
    public void Strings() => Verify.Same(
        Ran.Parallel,
        x => Array.ConvertAll(x, ElementWise.FirstSpace),
        x => ElementWise.FirstSpace(x),
        n => Enumerable.Range(0, n).Select(i => i % 9 == 8 ? "nothing" : new string('x', i % 50) + " y").ToArray(),
        Sizes.Large);

    [Fact]
    public void NullAmongStrings() => Verify.Same(
        Ran.Anything,
        x => Array.ConvertAll(x, ElementWise.FirstSpace),
        x => ElementWise.FirstSpace(x),
        n => Enumerable.Range(0, n).Select(i => i == n * 2 / 3 ? null! : "a b").ToArray(),
        Sizes.Few);

    [Fact]
    public void Generic()
    {
        Verify.Same(Ran.Parallel, x => Array.ConvertAll(x, ElementWise.Twice), x => ElementWise.Twice(x), n => Data.Of<int>(n), Sizes.Large);
        Verify.Same(Ran.Parallel, x => Array.ConvertAll(x, ElementWise.Twice), x => ElementWise.Twice(x), n => Data.Of<double>(n), Sizes.Large);
    }

    [Fact]
    public void Table() => Verify.Same(Ran.Parallel, x => Array.ConvertAll(x, ElementWise.Lookup), x => ElementWise.Lookup(x), n => Data.Of<byte>(n), Sizes.Large);

    [Fact]
    public void Structs() => Verify.Same(
        Ran.Parallel,
        x => Array.ConvertAll(x, ElementWise.Turned),
        x => ElementWise.Turned(x),
        n => Data.Of<double>(n).Select((v, i) => new Complex(v, i)).ToArray(),
        Sizes.Large);

    [Fact]
    public void Throwing() => Verify.Same(
        Ran.Anything,
        x => Array.ConvertAll(x, ElementWise.Reciprocal),
        x => ElementWise.Reciprocal(x),
        n => Enumerable.Range(0, n).Select(i => i - (n / 2)).ToArray(),
        Sizes.Few);

    [Fact]
    public void FourParameters() => Verify.Same(
        Ran.Vector, x => Array.ConvertAll(x, v => Once(ElementWise.Blend, v, 2.0, 3.0, 0.25)), x => ElementWise.Blend(x, 2.0, 3.0, 0.25), n => Data.Of<double>(n));

    [Fact]
    public void OrderIsKept() => Verify.Same(
        Ran.Anything,
        x =>
        {
            ElementWise.Restart();
            return Array.ConvertAll(x, ElementWise.Numbered);
        },
        x =>
        {
            ElementWise.Restart();
            return ElementWise.Numbered(x);
        },
        n => Data.Of<int>(n));

    [Fact]
    public void LengthsThatDifferAreRefused()
    {
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => ElementWise.Fold([1, 2], [1, 2, 3])).ParamName);
        Assert.Equal("result", Assert.Throws<ArgumentException>(() => ElementWise.Square(new double[4], new double[3])).ParamName);
        Assert.Equal("x", Assert.Throws<ArgumentNullException>(() => ElementWise.Square(null!)).ParamName);
    }

    [Fact]
    public void LongerResultsKeepTheirEnd()
    {
        double[] result = [1, 2, 3];
        ElementWise.Square([5.0, 6.0], result);
        Assert.Equal([25.0, 36.0, 3.0], result);
    }

    private static TResult Once<T, TResult>(Func<T, TResult> function, T x) => function(x);

    private static TResult Once<T1, T2, TResult>(Func<T1, T2, TResult> function, T1 x, T2 y) => function(x, y);

    private static TResult Once<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> function, T1 x, T2 y, T3 z) => function(x, y, z);

    private static TResult Once<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, TResult> function, T1 x, T2 y, T3 z, T4 w) => function(x, y, z, w);
}
