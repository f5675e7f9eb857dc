using System.Runtime.InteropServices;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Operands in one array, shifted against each other by less and by more than a vector.</summary>
public sealed class AliasingTests
{
    private static readonly int[] _shifts = [0, 1, -1, 2, -2, 3, -3, 4, -4, 7, -7, 8, -8, 15, -15, 16, -16, 17, -17, 31, -31, 32, 64, -64, 100, -1000];
    private static readonly int[] _sizes = [0, 1, 2, 5, 8, 16, 17, 33, 64, 129, 1000, 4097];

    private delegate void Three(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<int> sum);

    private delegate void Two<TIn, TOut>(ReadOnlySpan<TIn> source, Span<TOut> target);

    private delegate void Both(Span<int> x, Span<int> y);

    private delegate int Sum(ReadOnlySpan<int> x, Span<int> result);

    private delegate void Scale(Span<float> x, ReadOnlySpan<float> factor);

    private delegate void Narrow(Span<long> x, Span<int> y);

    [Fact]
    public void Add()
    {
        Three sequential = Aliasing.Add;
        foreach (var shift in _shifts)
        {
            Shifted<int>(shift, (x, y) => sequential(x.Span, x.Span, y.Span), (x, y) => Aliasing.Add(x.Span, x.Span, y.Span));
            Shifted<int>(shift, (x, y) => sequential(y.Span, x.Span, y.Span), (x, y) => Aliasing.Add(y.Span, x.Span, y.Span));
        }
    }

    [Fact]
    public void Copy()
    {
        Two<byte, byte> sequential = Aliasing.Copy;
        foreach (var shift in _shifts)
            Shifted<byte>(shift, (x, y) => sequential(x.Span, y.Span), (x, y) => Aliasing.Copy(x.Span, y.Span));
    }

    [Fact]
    public void Stencil()
    {
        Two<float, float> sequential = Aliasing.Stencil;
        foreach (var shift in _shifts)
            Shifted<float>(shift, (x, y) => sequential(x.Span, y.Span), (x, y) => Aliasing.Stencil(x.Span, y.Span));
    }

    [Fact]
    public void Exchange()
    {
        Both sequential = Aliasing.Exchange;
        foreach (var shift in _shifts)
            Shifted<int>(shift, (x, y) => sequential(x.Span, y.Span), (x, y) => Aliasing.Exchange(x.Span, y.Span));
    }

    [Fact]
    public void Reverse()
    {
        Two<int, int> sequential = Aliasing.Reverse;
        foreach (var shift in _shifts)
            Shifted<int>(shift, (x, y) => sequential(x.Span, y.Span), (x, y) => Aliasing.Reverse(x.Span, y.Span));
    }

    [Fact]
    public void SumWhileWriting()
    {
        Sum sequential = Aliasing.SumWhileWriting;
        foreach (var shift in _shifts)
        {
            Verify.All(
                Ran.Anything,
                $"{nameof(Aliasing.SumWhileWriting)} shifted by {shift}",
                _sizes,
                size => Data.Of<int>(size + 1000 + Math.Abs(shift)),
                all => sequential(Source(all, shift).Span, Target(all, shift).Span),
                all => Aliasing.SumWhileWriting(Source(all, shift).Span, Target(all, shift).Span));
        }
    }

    [Fact]
    public void ScaleByElementOfItself()
    {
        Scale sequential = Aliasing.ScaleByElement;
        foreach (var at in new[] { 0, 1, 40, 600 })
        {
            Verify.All(
                Ran.Anything,
                $"{nameof(Aliasing.ScaleByElement)} {at}",
                _sizes,
                size => Data.Ordinary<float>(size + at + 1),
                x => Do(() => sequential(x, x.AsSpan(at))),
                x => Do(() => Aliasing.ScaleByElement(x, x.AsSpan(at))));
        }
    }

    [Fact]
    public void Strided()
    {
        Two<int, int> sequential = Aliasing.Strided;
        foreach (var shift in _shifts)
            Shifted<int>(shift, (x, y) => sequential(x.Span, y.Span), (x, y) => Aliasing.Strided(x.Span, y.Span));
    }

    /// <summary>One array seen as elements of two widths.</summary>
    [Fact]
    public void BytesOfWords()
    {
        Two<int, byte> sequential = Aliasing.Bytes;
        foreach (var offset in new[] { 0, 1, 2, 5, 100 })
        {
            Verify.All(
                Ran.Anything,
                $"{nameof(Aliasing.Bytes)} at {offset}",
                _sizes,
                size => Data.Of<int>(size + offset),
                all => Do(() => sequential(all.AsSpan(0, all.Length - offset), MemoryMarshal.AsBytes(all.AsSpan()).Slice(offset))),
                all => Do(() => Aliasing.Bytes(all.AsSpan(0, all.Length - offset), MemoryMarshal.AsBytes(all.AsSpan()).Slice(offset))));
        }
    }

    [Fact]
    public void IntegersOfLongs()
    {
        Narrow sequential = Aliasing.Halves;
        foreach (var offset in new[] { 0, 1, 2, 7 })
        {
            Verify.All(
                Ran.Anything,
                $"{nameof(Aliasing.Halves)} at {offset}",
                _sizes,
                size => Data.Of<long>(size + offset),
                all => Do(() => sequential(all.AsSpan(offset), MemoryMarshal.Cast<long, int>(all.AsSpan()))),
                all => Do(() => Aliasing.Halves(all.AsSpan(offset), MemoryMarshal.Cast<long, int>(all.AsSpan()))));
        }
    }

    [Fact]
    public void SameArrayForAll() => Verify.Same(
        Ran.Vector,
        Aliasing.Arrays,
        (x, y, r) => Aliasing.Arrays(x, y, r),
        n =>
        {
            var x = Data.Of<int>(n);
            return (x, x, x);
        });

    [Fact]
    public void SameArrayForOneOperand() => Verify.Same(
        Ran.Vector,
        Aliasing.Arrays,
        (x, y, r) => Aliasing.Arrays(x, y, r),
        n =>
        {
            var x = Data.Of<int>(n);
            return (Data.Of<int>(n, 2), x, x);
        });

    [Fact]
    public void SameArrayShifted() => Verify.Same(
        Ran.Sequential,
        Aliasing.ArraysShifted,
        (x, r) => Aliasing.ArraysShifted(x, r),
        n =>
        {
            var x = Data.Of<int>(n);
            return (x, x);
        });

    [Fact]
    public void DifferentArraysShifted() => Verify.Same(
        Ran.Vector, Aliasing.ArraysShifted, (x, r) => Aliasing.ArraysShifted(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void TwoResultsInOneArray() => Verify.Same(
        Ran.Anything,
        Aliasing.TwoResults,
        (x, first, second) => Aliasing.TwoResults(x, first, second),
        n =>
        {
            var result = new int[n];
            return (Data.Of<int>(n), result, result);
        });

    [Fact]
    public void ResultIsTheOperand() => Verify.Same(
        Ran.Anything,
        Aliasing.TwoResults,
        (x, first, second) => Aliasing.TwoResults(x, first, second),
        n =>
        {
            var x = Data.Of<int>(n);
            return (x, x, new int[n]);
        });

    /// <summary>Arrays of references convert to one another; two parameters of different types may be one array.</summary>
    [Fact]
    public void CovariantArrays() => Verify.Same(
        Ran.Anything,
        Aliasing.Objects,
        (x, r) => Aliasing.Objects(x, r),
        n =>
        {
            object[] x = Data.Texts(n);
            return (x, x);
        });

    /// <summary>An array of signed numbers is an array of unsigned ones, to the runtime.</summary>
    [Fact]
    public void SignedAndUnsignedViewsOfOneArray()
    {
        Action<int[], int[], int[]> sequential = Aliasing.Arrays;
        Verify.All(
            Ran.Anything,
            nameof(Aliasing.Arrays),
            Sizes.Few,
            size => Data.Of<uint>(size),
            x => Do(() => sequential((int[])(object)x, (int[])(object)x, (int[])(object)x)),
            x => Do(() => Aliasing.Arrays((int[])(object)x, (int[])(object)x, (int[])(object)x)));
    }

    private static void Shifted<T>(int shift, Action<Memory<T>, Memory<T>> sequential, Action<Memory<T>, Memory<T>> rerouted)
        where T : struct, System.Numerics.INumber<T> =>
        Verify.All<T[]>(
            Ran.Anything,
            $"shifted by {shift}",
            _sizes,
            size => Data.Of<T>(size + Math.Abs(shift)),
            all => Do(() => sequential(Source(all, shift), Target(all, shift))),
            all => Do(() => rerouted(Source(all, shift), Target(all, shift))));

    private static Memory<T> Source<T>(T[] all, int shift) => all.AsMemory(Math.Max(0, -shift), all.Length - Math.Abs(shift));

    private static Memory<T> Target<T>(T[] all, int shift) => all.AsMemory(Math.Max(0, shift), all.Length - Math.Abs(shift));

    private static object? Do(Action call)
    {
        call();
        return null;
    }
}
