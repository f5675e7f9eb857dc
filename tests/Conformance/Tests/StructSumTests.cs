using System.Numerics;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

using Fixed = AutoParallel.Conformance.Kernels.StructArithmetic.Fixed;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="StructSums"/>; sums of whole numbers are exact in any order.</summary>
public sealed class StructSumTests
{
    [Fact]
    public void Sums()
    {
        Verify.Same(Ran.Vector, StructSums.Sum, p => StructSums.Sum(p), n => Triples(n), Sizes.Fields);
        Verify.Same(Ran.Vector, StructSums.Product, (a, b) => StructSums.Product(a, b), n => (Numbers(n, 1), Numbers(n, 2)), Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructSums.Own,
            (a, s) => StructSums.Own(a, s),
            n => (Points(n, 1).Select(p => new Fixed(p.X, p.Y)).ToArray(), new Fixed(1, 2)),
            Sizes.Fields);
    }

    [Fact]
    public void SumsInOrder()
    {
        Verify.Same(Ran.Anything, StructSums.InOrder, p => StructSums.InOrder(p), n => Triples(n), Sizes.Fields);
        Verify.Same(Ran.Anything, StructSums.Power, p => StructSums.Power(p), n => Numbers(n, 1), Sizes.Few);
        Verify.Same(Ran.Anything, StructSums.Whole, p => StructSums.Whole(p), n => Numbers(n, 1), Sizes.Few);
    }

    [Fact]
    public void Extrema()
    {
        Verify.Same(Ran.Vector, StructSums.Extent, p => StructSums.Extent(p), n => Points(n, 1), Sizes.Fields);
        Verify.Same(Ran.Anything, StructSums.Box, p => StructSums.Box(p), n => Points(n, 1), Sizes.Fields);
    }

    [Fact]
    public void LastValues() => Verify.Same(
        Ran.Vector, StructSums.Last, (a, b, x) => StructSums.Last(a, b, x), n => (Points(n, 1), Points(n, 2), new float[n]), Sizes.Fields);

    [Fact]
    public void SumsOverPairs() => Verify.Same(
        Ran.Anything, StructSums.Pairs, (a, b) => StructSums.Pairs(a, b), n => (Points(Math.Min(n, 200), 1), Points(7, 2)), Sizes.Few);

    [Fact]
    public void SumsThatThrow()
    {
        Verify.Same(
            Ran.Anything,
            StructSums.Indirect,
            (p, o, x) => StructSums.Indirect(p, o, x),
            n => (Triples(n), Data.Small<int>(n, Math.Max(1, n)), new float[n + 1]),
            Sizes.Few);
        Verify.Same(
            Ran.Anything,
            StructSums.Indirect,
            (p, o, x) => StructSums.Indirect(p, o, x),
            n => (Triples(n * 9 / 10), Data.Small<int>(n, Math.Max(1, n)), new float[n + 1]),
            Sizes.Few);
    }

    private static Vector3[] Triples(int n) => [.. Points(n, 1).Zip(Data.Small<float>(n, 100, 9), (p, z) => new Vector3(p, z))];

    private static Vector2[] Points(int n, int seed) => [.. Data.Small<float>(n, 100, seed).Zip(Data.Small<float>(n, 90, seed + 30), (x, y) => new Vector2(x, y))];

    private static Complex[] Numbers(int n, int seed) => [.. Points(n, seed).Select(p => new Complex(p.X, p.Y))];
}
