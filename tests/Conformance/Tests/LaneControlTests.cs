using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="LaneControl"/> in lanes.</summary>
public sealed class LaneControlTests
{
    [Fact]
    public void Switch() => Verify.Same(Ran.Vector, LaneControl.Switch, (x, r) => LaneControl.Switch(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void SwitchExpression() => Verify.Same(
        Ran.Vector, LaneControl.SwitchExpression, (x, r) => LaneControl.SwitchExpression(x, r), n => (Data.Of<int>(n), new float[n]));

    [Fact]
    public void SwitchThatContinues() => Verify.Same(
        Ran.Parallel, LaneControl.SwitchThatContinues, (x, r) => LaneControl.SwitchThatContinues(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void Continue() => Verify.Same(Ran.Vector, LaneControl.Continue, (x, r) => LaneControl.Continue(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void ContinueInReduction() => Verify.Same(
        Ran.Vector, LaneControl.ContinueInReduction, x => LaneControl.ContinueInReduction(x), n => Data.Of<int>(n), Sizes.Large);

    [Fact]
    public void SiblingScopes() => Verify.Same(Ran.Vector, LaneControl.SiblingScopes, (x, r) => LaneControl.SiblingScopes(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void BreakOfCounted() => Verify.Same(
        Ran.Vector, LaneControl.BreakOfCounted, (x, l, r) => LaneControl.BreakOfCounted(x, l, r), n => (Data.Of<float>(n), n % 3 == 0 ? 30 : n % 3, new int[n]));

    [Fact]
    public void ContinueInside() => Verify.Same(Ran.Vector, LaneControl.ContinueInside, (x, r) => LaneControl.ContinueInside(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void DoWhile() => Verify.Same(Ran.Vector, LaneControl.DoWhile, (x, r) => LaneControl.DoWhile(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void NestOfBreaks() => Verify.Same(Ran.Vector, LaneControl.NestOfBreaks, (x, r) => LaneControl.NestOfBreaks(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void ContinueInUniform() => Verify.Same(
        Ran.Vector, LaneControl.ContinueInUniform, (x, r) => LaneControl.ContinueInUniform(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void MathInside() => Verify.Near(Ran.Vector, LaneControl.MathInside, (x, r) => LaneControl.MathInside(x, r), n => (Data.Ordinary<double>(n), new double[n]));

    [Fact]
    public void SwitchesAroundMath() => Verify.Near(
        Ran.Vector,
        (a, r) => ((Action<double[], int[], double[]>)LaneControl.SwitchesAroundMath)(a.X, a.Kind, r),
        (a, r) => LaneControl.SwitchesAroundMath(a.X, a.Kind, r),
        n => ((X: Data.Ordinary<double>(n), Kind: Data.Of<int>(n)), new double[n]));
}
