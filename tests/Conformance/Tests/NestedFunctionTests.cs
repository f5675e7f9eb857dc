using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="NestedFunctions"/>.</summary>
public sealed class NestedFunctionTests
{
    [Fact]
    public void OfTheIndex() => Verify.Same(Ran.Vector, NestedFunctions.OfTheIndex, x => NestedFunctions.OfTheIndex(x), n => Data.Ordinary<double>(n));

    [Fact]
    public void LambdaOfTheIndex() => Verify.Same(
        Ran.Parallel, NestedFunctions.LambdaOfTheIndex, x => NestedFunctions.LambdaOfTheIndex(x), n => Data.Ordinary<double>(n), Sizes.Large);

    [Fact]
    public void OutsideTheLoop() => Verify.Same(
        Ran.Parallel,
        NestedFunctions.OutsideTheLoop,
        (x, y, a) => NestedFunctions.OutsideTheLoop(x, y, a),
        n => (Data.Ordinary<double>(n), new double[n], 1.25),
        Sizes.Large);

    [Fact]
    public void OutsideTheLoopBeyondTheEnd() => Verify.Same(
        Ran.Anything,
        NestedFunctions.OutsideTheLoop,
        (x, y, a) => NestedFunctions.OutsideTheLoop(x, y, a),
        n => (Data.Ordinary<double>(n), new double[n / 2], 1.25),
        Sizes.Few);

    [Fact]
    public void Chain() => Verify.Same(
        Ran.Vector, NestedFunctions.Chain, (x, y, a) => NestedFunctions.Chain(x, y, a), n => (Data.Of<int>(n), new int[n], 3), Sizes.Large);

    [Fact]
    public void InsideCallsOutside() => Verify.Same(
        Ran.Vector, NestedFunctions.InsideCallsOutside, (x, y, a) => NestedFunctions.InsideCallsOutside(x, y, a), n => (Data.Of<int>(n), new int[n], 3), Sizes.Large);

    [Fact]
    public void Texts() => Verify.Same(
        Ran.Parallel, NestedFunctions.Texts, (x, y, p) => NestedFunctions.Texts(x, y, p), n => (Data.Of<int>(n), new string[n], "ab"));

    [Fact]
    public void IndexDeclaredOutside() => Verify.Same(
        Ran.Vector, NestedFunctions.IndexDeclaredOutside, (x, y) => NestedFunctions.IndexDeclaredOutside(x, y), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void WritesTheElement() => Verify.Same(
        Ran.Vector, NestedFunctions.WritesTheElement, (x, y) => NestedFunctions.WritesTheElement(x, y), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void OwnTotal() => Verify.Same(
        Ran.Parallel, NestedFunctions.OwnTotal, (x, y) => NestedFunctions.OwnTotal(x, y), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Fact]
    public void Sum() => Verify.Same(
        Ran.Vector, NestedFunctions.Sum, (x, y) => NestedFunctions.Sum(x, y), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void Shadowed() => Verify.Same(
        Ran.Vector, NestedFunctions.Shadowed, (x, y) => NestedFunctions.Shadowed(x, y), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void Throwing() => Verify.Same(
        Ran.Anything, NestedFunctions.Throwing, (x, y) => NestedFunctions.Throwing(x, y), n => (Data.Small<int>(n, 78), new int[n]), Sizes.Large);

    [Fact]
    public void NeverCalled() => Verify.Same(
        Ran.Parallel, NestedFunctions.NeverCalled, (x, a, s) => NestedFunctions.NeverCalled(x, a, s), n => (Data.Of<int>(n), 3, 0.5), Sizes.Large);

    [Fact]
    public void InACheckedBlock() => Verify.Same(
        Ran.Sequential, NestedFunctions.InACheckedBlock, (x, y) => NestedFunctions.InACheckedBlock(x, y), n => (Data.Small<int>(n, 999), new int[n]));

    [Fact]
    public void InACheckedBlockBeyondTheType() => Verify.Same(
        Ran.Anything, NestedFunctions.InACheckedBlock, (x, y) => NestedFunctions.InACheckedBlock(x, y), n => (Data.Of<int>(n), new int[n]), Sizes.Few);

    [Fact]
    public void InALambda() => Verify.Same(
        Ran.Parallel, NestedFunctions.InALambda, (x, y) => NestedFunctions.InALambda(x, y), n => (Data.Rows<int>(n, 40).Select(r => r.Select(v => v & 255).ToArray()).ToArray(), new int[n]), Sizes.Few);

    [Fact]
    public void Escaping()
    {
        var x = Data.Of<int>(10_000);
        var first = x[0];
        NestedFunctions.Escaping(x, new Func<int>[x.Length]);
        Assert.All(x, v => Assert.Equal(first, v));
    }

    [Fact]
    public void OfAnObject() => Verify.Same(
        Ran.Parallel,
        new NestedFunctionsOfObject().Weighted,
        x => new NestedFunctionsOfObject().Weighted(x),
        n => Data.Ordinary<double>(n),
        Sizes.Large,
        "NestedFunctionsOfObject.Weighted");

    [Fact]
    public void TextsOfAnObject() => Verify.Same(
        Ran.Parallel,
        new NestedFunctionsOfObject().Named,
        x => new NestedFunctionsOfObject().Named(x),
        n => new string[n],
        Sizes.Few,
        "NestedFunctionsOfObject.Named");

    [Fact]
    public void CountedInAnObject() => Verify.Same(
        Ran.Anything,
        new NestedFunctionsOfObject().Counted,
        x => new NestedFunctionsOfObject().Counted(x),
        n => Data.Of<int>(n),
        Sizes.Large,
        "NestedFunctionsOfObject.Counted");

    [Fact]
    public void LastOne() => Verify.Same(
        Ran.Anything,
        NestedFunctionsOfObject.LastOne,
        (x, y) => NestedFunctionsOfObject.LastOne(x, y),
        n => (Data.Of<int>(n), new int[n]),
        Sizes.Large);

    [Fact]
    public void Generic() => Verify.Same(
        Ran.Parallel,
        NestedFunctionsOfObject.Generic<string>,
        (x, y) => NestedFunctionsOfObject.Generic(x, y),
        n => (Data.Texts(n), "other"),
        Sizes.Few);

    [Fact]
    public void DelegateFromBefore() => Verify.Same(
        Ran.Sequential, NestedFunctions.DelegateFromBefore, (x, y) => NestedFunctions.DelegateFromBefore(x, y), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void Carried() => Verify.Same(
        Ran.Anything, NestedFunctions.Carried, (x, y) => NestedFunctions.Carried(x, y), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Fact]
    public void ReadBetween() => Verify.Same(
        Ran.Vector, NestedFunctions.ReadBetween, (x, y) => NestedFunctions.ReadBetween(x, y), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Fact]
    public void StepsTheIndex() => Verify.Same(Ran.Sequential, NestedFunctions.StepsTheIndex, x => NestedFunctions.StepsTheIndex(x), n => Data.Of<int>(n));

    [Fact]
    public void Rows() => Verify.Same(
        Ran.Parallel, NestedFunctions.Rows, (x, a) => NestedFunctions.Rows(x, a), n => (Data.Rows<int>(n, 40), 3), Sizes.Few);
}
