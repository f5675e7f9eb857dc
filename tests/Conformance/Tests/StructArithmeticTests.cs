using System.Numerics;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

using Pair = AutoParallel.Conformance.Kernels.StructArithmetic.Pair;

namespace AutoParallel.Conformance.Tests;

/// <summary>Operators between structs, of the user's and of the base class library, number by number.</summary>
public sealed class StructArithmeticTests
{
    [Fact]
    public void Vectors() => Verify.Same(
        Ran.Vector,
        StructArithmetic.Step,
        (p, s, t) => StructArithmetic.Step(p, s, t),
        n => (Triples(n, 1), Triples(n, 2), 0.3f),
        Sizes.Fields);

    [Fact]
    public void SpecialValues() => Verify.Same(
        Ran.Vector,
        StructArithmetic.Blend,
        (a, b, r, t) => StructArithmetic.Blend(a, b, r, t),
        n => (Pairs(n, 1), Pairs(n, 3), new Vector2[n], 0.3f),
        Sizes.Fields);

    [Fact]
    public void ComplexNumbers()
    {
        Verify.Same(
            Ran.Vector,
            StructArithmetic.Magnitudes,
            (a, b, r) => StructArithmetic.Magnitudes(a, b, r),
            n => (Complexes(n, 1), Complexes(n, 3), new double[n]),
            Sizes.Fields);
        Verify.Same(Ran.Parallel, StructArithmetic.Escape, (c, r) => StructArithmetic.Escape(c, r), n => (Complexes(n, 1), new int[n]), Sizes.Fields);
    }

    [Fact]
    public void SumsInside()
    {
        Verify.Same(Ran.Vector, StructArithmetic.Forces, (p, f) => StructArithmetic.Forces(p, f), n => (Triples(Math.Min(n, 70), 1), new Vector3[Math.Min(n, 70)]), Sizes.Few);
        Verify.Same(
            Ran.Parallel, StructArithmetic.Rows, (m, x, r) => StructArithmetic.Rows(m, x, r), n => (Complexes(n * 5, 1), Complexes(5, 3), new Complex[n]), Sizes.Few);
        Verify.Same(Ran.Anything, StructArithmetic.Mixed, (p, x) => StructArithmetic.Mixed(p, x), n => (Triples(n, 1), Data.Of<float>(n)), Sizes.Few);
    }

    [Fact]
    public void OperatorsOfTheUser() => Verify.Same(
        Ran.Vector,
        StructArithmetic.Own,
        (a, b, r) => StructArithmetic.Own(a, b, r),
        n => (Owns(n, 1), Owns(n, 3), new Pair[n]),
        Sizes.Fields);

    [Fact]
    public void OperatorsOfVector3()
    {
        Verify.Same(
            Ran.Vector,
            StructArithmetic.VectorSums,
            (a, b, x, y) => StructArithmetic.VectorSums(a, b, x, y),
            n => (Triples(n, 1), Triples(n, 3), new Vector3[n], new Vector3[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.VectorProducts,
            (a, b, x, y) => StructArithmetic.VectorProducts(a, b, x, y),
            n => (Triples(n, 1), Triples(n, 3), new Vector3[n], new Vector3[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.VectorScaled,
            (a, b, x, y) => StructArithmetic.VectorScaled(a, b, x, y),
            n => (Triples(n, 1), Data.Of<float>(n, 3), new Vector3[n], new Vector3[n]),
            Sizes.Fields);
    }

    [Fact]
    public void OperatorsOfVector2()
    {
        Verify.Same(
            Ran.Vector,
            StructArithmetic.PlaneSums,
            (a, b, x, y) => StructArithmetic.PlaneSums(a, b, x, y),
            n => (Pairs(n, 1), Pairs(n, 3), new Vector2[n], new Vector2[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.PlaneProducts,
            (a, b, x, y) => StructArithmetic.PlaneProducts(a, b, x, y),
            n => (Pairs(n, 1), Pairs(n, 3), new Vector2[n], new Vector2[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.PlaneScaled,
            (a, b, x, y) => StructArithmetic.PlaneScaled(a, b, x, y),
            n => (Pairs(n, 1), Data.Of<float>(n, 3), new Vector2[n], new Vector2[n]),
            Sizes.Fields);
    }

    [Fact]
    public void OperatorsOfVector4()
    {
        Verify.Same(
            Ran.Vector,
            StructArithmetic.FourSums,
            (a, b, x, y) => StructArithmetic.FourSums(a, b, x, y),
            n => (Fours(n, 1), Fours(n, 3), new Vector4[n], new Vector4[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.FourProducts,
            (a, b, x, y) => StructArithmetic.FourProducts(a, b, x, y),
            n => (Fours(n, 1), Fours(n, 3), new Vector4[n], new Vector4[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.FourScaled,
            (a, b, x, y) => StructArithmetic.FourScaled(a, b, x, y),
            n => (Fours(n, 1), Data.Of<float>(n, 3), new Vector4[n], new Vector4[n]),
            Sizes.Fields);
    }

    [Fact]
    public void OperatorsOfComplex()
    {
        Verify.Same(
            Ran.Vector,
            StructArithmetic.ComplexSums,
            (a, b, x, y) => StructArithmetic.ComplexSums(a, b, x, y),
            n => (Complexes(n, 1), Complexes(n, 3), new Complex[n], new Complex[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.ComplexProducts,
            (a, b, x, y) => StructArithmetic.ComplexProducts(a, b, x, y),
            n => (Complexes(n, 1), Complexes(n, 3), new Complex[n], new Complex[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.ComplexWithNumbers,
            (a, b, x, y) => StructArithmetic.ComplexWithNumbers(a, b, x, y),
            n => (Complexes(n, 1), Data.Of<double>(n, 3), new Complex[n], new Complex[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.ComplexWithoutNumbers,
            (a, b, x, y) => StructArithmetic.ComplexWithoutNumbers(a, b, x, y),
            n => (Complexes(n, 1), Data.Of<double>(n, 3), new Complex[n], new Complex[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.ComplexScaled,
            (a, b, x, y) => StructArithmetic.ComplexScaled(a, b, x, y),
            n => (Complexes(n, 1), Data.Of<double>(n, 3), new Complex[n], new Complex[n]),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector, StructArithmetic.ComplexConverted, (s, r) => StructArithmetic.ComplexConverted(s, r), n => (Data.Of<double>(n), new Complex[n]), Sizes.Fields);
    }

    [Fact]
    public void Squares()
    {
        Verify.Same(Ran.Vector, StructArithmetic.Squares, (z, c) => StructArithmetic.Squares(z, c), n => (Complexes(n, 1), Complexes(n, 3)), Sizes.Fields);
        Action<Complex[], Complex[]> sequential = StructArithmetic.Squares;
        Verify.Same(Ran.Anything, z => sequential(z, z), z => StructArithmetic.Squares(z, z), n => Complexes(n, 1), Sizes.Fields);
    }

    [Fact]
    public void Quotients() => Verify.Same(
        Ran.Parallel, StructArithmetic.Quotients, (z, c) => StructArithmetic.Quotients(z, c), n => (Complexes(n, 1), Complexes(n, 3)), Sizes.Fields);

    [Fact]
    public void Compound() => Verify.Same(
        Ran.Vector, StructArithmetic.Compound, (p, v, t) => StructArithmetic.Compound(p, v, t), n => (Pairs(n, 1), Pairs(n, 3), 0.1f), Sizes.Fields);

    [Fact]
    public void Shifted()
    {
        Verify.Same(Ran.Vector, StructArithmetic.Shifted, (p, q) => StructArithmetic.Shifted(p, q), n => (Pairs(n, 1), new Vector2[n]), Sizes.Fields);
        Action<Vector2[], Vector2[]> sequential = StructArithmetic.Shifted;
        Verify.Same(Ran.Anything, p => sequential(p, p), p => StructArithmetic.Shifted(p, p), n => Pairs(n, 1), Sizes.Fields);
    }

    [Fact]
    public void Methods() => Verify.Same(
        Ran.Vector,
        StructArithmetic.ReadOnly,
        (a, b, r) => StructArithmetic.ReadOnly(a, b, r),
        n => (Fixeds(n, 1), Fixeds(n, 3), new StructArithmetic.Fixed[n]),
        Sizes.Fields);

    [Fact]
    public void GenericStructs()
    {
        Verify.Same(
            Ran.Vector,
            StructArithmetic.Generic,
            (a, b, s) => StructArithmetic.Generic(a, b, s),
            n => (Instances<float>(n, 1), Instances<float>(n, 3), 0.7f),
            Sizes.Fields);
        Verify.Same(
            Ran.Vector,
            StructArithmetic.GenericIntegers,
            (a, b, s) => StructArithmetic.GenericIntegers(a, b, s),
            n => (Instances<int>(n, 1), Instances<int>(n, 3), 7),
            Sizes.Fields);
    }

    [Fact]
    public void PrimaryConstructors()
    {
        Verify.Same(Ran.Vector, StructArithmetic.Primary, (a, b) => StructArithmetic.Primary(a, b), n => (Declareds(n, 1), Declareds(n, 3)), Sizes.Fields);
        Verify.Same(
            Ran.Anything,
            StructArithmetic.Captured,
            (a, b) => StructArithmetic.Captured(a, b),
            n => (Data.Of<double>(n).Select(x => new StructArithmetic.Capturing(x, x + 1)).ToArray(), new StructArithmetic.Capturing[n]));
    }

    [Fact]
    public void DivisionsThatThrow() => Verify.Same(
        Ran.Anything,
        StructArithmetic.Quotient,
        (a, b) => StructArithmetic.Quotient(a, b),
        n => (Wholes(n, 0), Wholes(n, n % 2)),
        Sizes.Few);

    private static Vector3[] Triples(int n, int seed) =>
        [.. Data.Of<float>(n, seed).Zip(Data.Of<float>(n, seed + 10), Data.Of<float>(n, seed + 20)).Select(v => new Vector3(v.First, v.Second, v.Third))];

    private static Vector2[] Pairs(int n, int seed) => [.. Data.Of<float>(n, seed).Zip(Data.Of<float>(n, seed + 10), (x, y) => new Vector2(x, y))];

    private static Complex[] Complexes(int n, int seed) => [.. Data.Of<double>(n, seed).Zip(Data.Of<double>(n, seed + 10), (x, y) => new Complex(x, y))];

    private static Pair[] Owns(int n, int seed) => [.. Data.Of<double>(n, seed).Zip(Data.Of<double>(n, seed + 10), (x, y) => new Pair(x, y))];

    private static Vector4[] Fours(int n, int seed) => [.. Pairs(n, seed).Zip(Pairs(n, seed + 40), (a, b) => new Vector4(a, b.X, b.Y))];

    private static StructArithmetic.Fixed[] Fixeds(int n, int seed) => [.. Pairs(n, seed).Select(p => new StructArithmetic.Fixed(p.X, p.Y))];

    private static StructArithmetic.Declared[] Declareds(int n, int seed) => [.. Owns(n, seed).Select(p => new StructArithmetic.Declared(p.X, p.Y))];

    private static StructArithmetic.Of<T>[] Instances<T>(int n, int seed)
        where T : struct, INumber<T> => [.. Data.Of<T>(n, seed).Zip(Data.Of<T>(n, seed + 10), (x, y) => new StructArithmetic.Of<T>(x, y))];

    private static StructArithmetic.Whole[] Wholes(int n, int zeros) =>
        [.. Enumerable.Range(0, n).Select(i => new StructArithmetic.Whole { X = i + 1, Y = zeros > 0 && i % 97 == 96 ? 0 : i - 200_000 })];
}
