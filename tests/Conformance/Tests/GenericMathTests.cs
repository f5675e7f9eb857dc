using System.Numerics;

using AutoParallel.Conformance.Checking;

using Kernel = AutoParallel.Conformance.Kernels.GenericMath;

namespace AutoParallel.Conformance.Tests;

/// <summary>Generic arithmetic, at every number that has code of its own and at some that have none.</summary>
public sealed class GenericMathTests
{
    [Fact]
    public void Doubles() => Floating<double>();

    [Fact]
    public void Singles() => Floating<float>();

    [Fact]
    public void Integers()
    {
        Integral<int>();
        Integral<uint>();
    }

    [Fact]
    public void LongIntegers()
    {
        Integral<long>();
        Integral<ulong>();
    }

    [Fact]
    public void ShortIntegers()
    {
        Integral<short>();
        Integral<ushort>();
    }

    [Fact]
    public void Bytes()
    {
        Integral<sbyte>();
        Integral<byte>();
    }

    [Fact]
    public void Sums()
    {
        Verify.Reduction(Ran.Vector, (Func<double[], double>)Kernel.Sum, x => Kernel.Sum(x), n => Data.Ordinary<double>(n), x => Exact.Sum(x));
        Verify.Reduction(Ran.Vector, (Func<float[], float>)Kernel.Sum, x => Kernel.Sum(x), n => Data.Ordinary<float>(n), x => Exact.Sum(x.Select(v => (double)v)));
    }

    [Fact]
    public void LeastNumber()
    {
        Verify.Same(Ran.Vector, (Action<sbyte[]>)Kernel.Unsigned, x => Kernel.Unsigned(x), n => Data.Of<sbyte>(n));
        Verify.Same(Ran.Vector, (Action<sbyte[]>)Kernel.Unsigned, x => Kernel.Unsigned(x), n => Data.Small<sbyte>(n, 100));
    }

    /// <summary>Numbers without code of their own run the method as it is.</summary>
    [Fact]
    public void OtherNumbers()
    {
        Verify.Same(Ran.Anything, (Func<decimal[], decimal>)Kernel.Sum, x => Kernel.Sum(x), n => Data.Of<decimal>(n));
        Verify.Same(Ran.Anything, (Func<BigInteger[], BigInteger>)Kernel.Sum, x => Kernel.Sum(x), n => Enumerable.Range(0, n).Select(i => (BigInteger)i << 70).ToArray(), [0, 1, 65]);
    }

    [Fact]
    public void HelpersAtKnownNumbers() => Verify.Same(
        Ran.Vector,
        (Action<double[], double[], double[], double>)Kernel.Blend,
        (a, b, r, t) => Kernel.Blend(a, b, r, t),
        n => (Data.Of<double>(n), Data.Of<double>(n, 2), new double[n], 0.3));

    [Fact]
    public void TypesAtKnownNumbers() => Verify.Same(
        Ran.Vector,
        (Action<Kernel.Matrix<float>, Kernel.Matrix<float>, Kernel.Matrix<float>>)Kernel.Combine,
        (a, b, r) => Kernel.Combine(a, b, r),
        n => (Matrix<float>(n, 1), Matrix<float>(n, 2), Matrix<float>(n, 3)),
        Sizes.Sides);

    private static void Floating<T>()
        where T : struct, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        Arithmetic<T>();
        Verify.Same(
            Ran.Vector, (Action<T[], T[], T[]>)Kernel.Distances, (x, y, r) => Kernel.Distances(x, y, r), n => (Data.Of<T>(n), Data.Of<T>(n, 2), new T[n]));
    }

    private static void Integral<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Arithmetic<T>();
        Verify.Same(Ran.Vector, (Func<T[], T>)Kernel.Sum, x => Kernel.Sum(x), n => Data.Of<T>(n));
        Verify.Same(Ran.Vector, (Action<T[], T[]>)Kernel.Bits, (x, y) => Kernel.Bits(x, y), n => (Data.Of<T>(n), Data.Of<T>(n, 2)));
        Verify.Same(Ran.Anything, (Func<Kernel.Matrix<T>, T>)(m => Sequential(m)), m => m.Trace(), n => Matrix<T>(n, 1), Sizes.Sides);

        static T Sequential(Kernel.Matrix<T> matrix)
        {
            Func<T> trace = matrix.Trace;
            return trace();
        }
    }

    private static void Arithmetic<T>()
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        Verify.Same(Ran.Vector, (Func<T[], T>)Kernel.Largest, x => Kernel.Largest(x), n => Data.Of<T>(n));
        Verify.Same(Ran.Vector, (Func<T[], T, int>)Kernel.Above, (x, limit) => Kernel.Above(x, limit), n => (Data.Of<T>(n), T.CreateTruncating(7)));
        Verify.Same(Ran.Vector, (Action<T, T[], T[]>)Kernel.Axpy, (a, x, y) => Kernel.Axpy(a, x, y), n => (T.CreateTruncating(5), Data.Of<T>(n), Data.Of<T>(n, 2)));
        Verify.Same(
            Ran.Vector, (x, y) => Mixed(x, y), (x, y) => Kernel.Mixed<T>(x, y), n => (Data.Of<T>(n), Data.Of<T>(n, 2)));
        Verify.Same(Ran.Anything, (Action<T[]>)Kernel.Magnitudes, x => Kernel.Magnitudes(x), n => Data.Of<T>(n));
        Verify.Same(Ran.Anything, (Action<T[], T[]>)Kernel.Quotients, (x, y) => Kernel.Quotients(x, y), n => (Data.Of<T>(n), Data.Of<T>(n, 2)));
        Verify.Same(Ran.Anything, (Action<int[], T[]>)Kernel.From, (x, y) => Kernel.From(x, y), n => (Data.Small<int>(n, 100), Data.Of<T>(n)));
        Verify.Same(Ran.Anything, (Action<int[], T[]>)Kernel.From, (x, y) => Kernel.From(x, y), n => (Data.Of<int>(n), Data.Of<T>(n)));
        Verify.Same(Ran.Anything, (Action<T[], T[]>)Kernel.Constants, (x, y) => Kernel.Constants(x, y), n => (Data.Of<T>(n), new T[n]));
        Verify.Same(Ran.Anything, (Action<T[]>)Kernel.FromConstant, x => Kernel.FromConstant(x), n => Data.Of<T>(n));
        Verify.Same(
            Ran.Vector,
            (Action<T[], T[], T[], T>)Kernel.BlendAny,
            (a, b, r, t) => Kernel.BlendAny(a, b, r, t),
            n => (Data.Of<T>(n), Data.Of<T>(n, 2), new T[n], T.CreateTruncating(3)));
        Verify.Same(
            Ran.Vector,
            (Action<Kernel.Matrix<T>, Kernel.Matrix<T>, Kernel.Matrix<T>>)Kernel.CombineAny,
            (a, b, r) => Kernel.CombineAny(a, b, r),
            n => (Matrix<T>(n, 1), Matrix<T>(n, 2), Matrix<T>(n, 3)),
            Sizes.Sides);
        Verify.Same(
            Ran.Vector, (Action<Kernel.Matrix<T>, Kernel.Matrix<T>>)((a, b) => Add(a, b)), (a, b) => a.Add(b), n => (Matrix<T>(n, 1), Matrix<T>(n, 2)), Sizes.Sides);

        static void Mixed(T[] x, T[] y)
        {
            MixedMethod<T> method = Kernel.Mixed;
            method(x, y);
        }

        static void Add(Kernel.Matrix<T> a, Kernel.Matrix<T> b)
        {
            Action<Kernel.Matrix<T>> add = a.Add;
            add(b);
        }
    }

    private delegate void MixedMethod<T>(Span<T> x, ReadOnlySpan<T> y);

    private static Kernel.Matrix<T> Matrix<T>(int side, int seed)
        where T : struct, INumber<T>
    {
        var matrix = new Kernel.Matrix<T>(side, side);
        Data.Of<T>(side * side, seed).CopyTo(matrix.Elements, 0);
        return matrix;
    }
}
