using System.Numerics;
using System.Runtime.InteropServices;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Records"/>.</summary>
public sealed class RecordTests
{
    private delegate void OverFloats(Span<float> a, ReadOnlySpan<float> b);

    private delegate void OverSpans(ReadOnlySpan<Records.Cell> cells, Span<int> result);

    [Fact]
    public void Lengths() => Verify.Same(
        Ran.Vector, Records.Lengths, (p, r) => Records.Lengths(p, r), n => (Of<Vector3, float>(n), new float[n]), Sizes.Fields);

    [Fact]
    public void LengthsOfTooFew() => Verify.Same(
        Ran.Anything, Records.Lengths, (p, r) => Records.Lengths(p, r), n => (Of<Vector3, float>(n * 3 / 4), new float[n]), Sizes.Few);

    [Fact]
    public void Advance() => Verify.Same(
        Ran.Vector, Records.Advance, (p, v, t) => Records.Advance(p, v, t), n => (Of<Vector3, float>(n), Of<Vector3, float>(n, 2), 0.125f), Sizes.Fields);

    [Fact]
    public void AdvanceByItself()
    {
        Action<Vector3[], Vector3[], float> sequential = Records.Advance;
        Verify.Same(Ran.Vector, p => sequential(p, p, 2), p => Records.Advance(p, p, 2), n => Of<Vector3, float>(n));
    }

    [Fact]
    public void Magnitudes() => Verify.Same(
        Ran.Vector, Records.Magnitudes, (z, r) => Records.Magnitudes(z, r), n => (Of<Complex, double>(n), new double[n]), Sizes.Fields);

    [Fact]
    public void SumOfImaginary() => Verify.Reduction(
        Ran.Vector,
        Records.SumOfImaginary,
        z => Records.SumOfImaginary(z),
        n => Data.Ordinary<double>(n).Select(v => new Complex(v / 2, v)).ToArray(),
        z => Exact.Sum(z.Select(v => v.Imaginary)));

    [Fact]
    public void Swizzle() => Verify.Same(
        Ran.Vector, Records.Swizzle, (c, r) => Records.Swizzle(c, r), n => (Of<Vector4, float>(n), new Vector4[n]), Sizes.Fields);

    [Fact]
    public void SwizzleInPlace()
    {
        Action<Vector4[], Vector4[]> sequential = Records.Swizzle;
        Verify.Same(Ran.Anything, c => sequential(c, c), c => Records.Swizzle(c, c), n => Of<Vector4, float>(n), Sizes.Few);
    }

    [Fact]
    public void Kinetic() => Verify.Same(
        Ran.Vector, Records.Kinetic, (b, r) => Records.Kinetic(b, r), n => (Of<Records.Moving, float>(n), new float[n]), Sizes.Fields);

    [Fact]
    public void Drift() => Verify.Same(Ran.Vector, Records.Drift, (b, t) => Records.Drift(b, t), n => (Of<Records.Moving, float>(n), 0.5f), Sizes.Fields);

    [Fact]
    public void Widen() => Verify.Same(
        Ran.Vector, Records.Widen, (m, r) => Records.Widen(m, r), n => (Mixed(n), new double[n]), Sizes.Fields);

    [Fact]
    public void Narrow() => Verify.Same(Ran.Vector, Records.Narrow, (s, r) => Records.Narrow(s, r), n => (Small(n), new int[n]), Sizes.Fields);

    [Fact]
    public void SetSmall() => Verify.Same(Ran.Vector, Records.SetSmall, (s, x) => Records.SetSmall(s, x), n => (Small(n), Data.Of<int>(n)));

    [Fact]
    public void ByKind() => Verify.Same(
        Ran.Vector,
        Records.ByKind,
        (t, r) => Records.ByKind(t, r),
        n => (Data.Of<int>(n).Select(v => new Records.Typed { Kind = (Records.Kind)(v & 3), Value = v }).ToArray(), new int[n]));

    [Fact]
    public void Cells() => Verify.Same(
        Ran.Vector, Records.Cells, (c, w, r) => Records.Cells(c, w, r), n => (Of<Records.Cell, int>(n), 17, new int[n]), Sizes.Fields);

    [Fact]
    public void InSpan()
    {
        OverSpans sequential = Records.InSpan;
        Verify.Same(Ran.Vector, (c, r) => sequential(c, r), (c, r) => Records.InSpan(c, r), n => (Of<Records.Cell, int>(n), new int[n]));
    }

    [Fact]
    public void Downward() => Verify.Same(
        Ran.Vector, Records.Downward, (p, r) => Records.Downward(p, r), n => (Of<Vector2, float>(n), new float[n]));

    [Fact]
    public void EverySecond() => Verify.Same(
        Ran.Vector, Records.EverySecond, (p, r) => Records.EverySecond(p, r), n => (Of<Vector2, float>(2 * n), new float[n]));

    [Fact]
    public void Attraction() => Verify.Same(
        Ran.Anything,
        Records.Attraction,
        (b, r) => Records.Attraction(b, r),
        n => (Data.Small<int>(n, 32).Select(v => new Records.Moving { Place = new Vector3(v), Mass = 1 + v }).ToArray(), new float[n]),
        Sizes.Few);

    [Fact]
    public void SumOfFlags() => Verify.Same(Ran.Anything, Records.SumOfFlags, s => Records.SumOfFlags(s), Small);

    [Fact]
    public void Packed() => Verify.Same(
        Ran.Parallel,
        Records.Packed,
        (t, r) => Records.Packed(t, r),
        n => (Data.Of<double>(n).Select(v => new Records.Tight { Tag = 7, Number = v }).ToArray(), new double[n]),
        Sizes.Fields);

    [Fact]
    public void Overlapping() => Verify.Same(
        Ran.Parallel,
        Records.Overlapping,
        (u, r) => Records.Overlapping(u, r),
        n => (Data.Ordinary<float>(n).Select(v => new Records.Union { Real = v }).ToArray(), new int[n]),
        Sizes.Fields);

    [Fact]
    public void WithReference() => Verify.Same(
        Ran.Parallel,
        Records.WithReference,
        (v, r) => Records.WithReference(v, r),
        n => (Data.Of<double>(n).Select(v => new Records.Named { Name = "n", Number = v }).ToArray(), new double[n]),
        Sizes.Fields);

    [Fact]
    public void Grey() => Verify.Same(
        Ran.Vector, Records.Grey, (x, r) => Records.Grey(x, r), n => (Data.Of<byte>(3 * n), new byte[n]), Sizes.Fields);

    [Fact]
    public void Last() => Verify.Same(Ran.Vector, Records.Last, (x, r) => Records.Last(x, r), n => (Data.Of<byte>(3 * n), new int[n]));

    [Fact]
    public void Alpha() => Verify.Same(Ran.Vector, Records.Alpha, (x, r) => Records.Alpha(x, r), n => (Data.Of<sbyte>(4 * n), new short[n]));

    [Fact]
    public void Stereo() => Verify.Same(Ran.Vector, Records.Stereo, (x, r) => Records.Stereo(x, r), n => (Data.Of<short>(2 * n), new float[n]));

    [Fact]
    public void Fourth() => Verify.Same(
        Ran.Vector, Records.Fourth, (x, r) => Records.Fourth(x, r), n => (Data.Of<float>(4 * n + 3), new float[n]));

    [Fact]
    public void Thirds() => Verify.Same(Ran.Vector, Records.Thirds, (x, r) => Records.Thirds(x, r), n => (Data.Of<double>(3 * n), new double[n]));

    [Fact]
    public void Unrolled() => Verify.Same(
        Ran.Vector, Records.Unrolled, (a, b, s) => Records.Unrolled(a, b, s), n => (Data.Of<float>(n), Data.Of<float>(n, 2), 0.75f), Sizes.Fields);

    [Fact]
    public void UnrolledOntoItself()
    {
        Action<float[], float[], float> sequential = Records.Unrolled;
        Verify.Same(Ran.Anything, a => sequential(a, a, 0.5f), a => Records.Unrolled(a, a, 0.5f), n => Data.Of<float>(n));
    }

    [Fact]
    public void Rotate() => Verify.Same(Ran.Vector, Records.Rotate, a => Records.Rotate(a), n => Data.Of<int>(n), Sizes.Fields);

    [Fact]
    public void Spill() => Verify.Same(Ran.Vector, Records.Spill, (a, b) => Records.Spill(a, b), n => (Data.Of<int>(n), Data.Of<int>(n + 1, 2)));

    [Fact]
    public void SpillOntoItself()
    {
        Action<int[], int[]> sequential = Records.Spill;
        Verify.Same(Ran.Anything, a => sequential(a, a), a => Records.Spill(a, a), n => Data.Of<int>(n));
    }

    [Fact]
    public void SpillOver() => Verify.Same(
        Ran.Vector, Records.SpillOver, (a, b) => Records.SpillOver(a, b), n => (Data.Of<float>(n), Data.Of<float>(n, 2)));

    [Fact]
    public void SpillOverItself()
    {
        Action<float[], float[]> sequential = Records.SpillOver;
        Verify.Same(Ran.Anything, a => sequential(a, a), a => Records.SpillOver(a, a), n => Data.Of<float>(n));
    }

    [Fact]
    public void Swap() => Verify.Same(Ran.Vector, Records.Swap, a => Records.Swap(a), n => Data.Of<double>(n), Sizes.Fields);

    [Fact]
    public void PairsOfSpans()
    {
        OverFloats sequential = Records.PairsOfSpans;
        Verify.Same(Ran.Vector, (a, b) => sequential(a, b), (a, b) => Records.PairsOfSpans(a, b), n => (Data.Of<float>(n), Data.Of<float>(n, 2)));
    }

    [Fact]
    public void PairsOfOverlappingSpans()
    {
        OverFloats sequential = Records.PairsOfSpans;
        Verify.Same(
            Ran.Anything, a => sequential(a, a.AsSpan(a.Length / 4)), a => Records.PairsOfSpans(a, a.AsSpan(a.Length / 4)), n => Data.Of<float>(n), Sizes.Few);
    }

    [Fact]
    public void Negate() => Verify.Same(
        Ran.Vector, Records.Negate, c => Records.Negate(c), n => Of<Records.Cell2, int>(n), Sizes.Fields);

    [Fact]
    public void Pairs() => Verify.Same(
        Ran.Vector,
        Records.Pairs,
        (p, r) => Records.Pairs(p, r),
        n => (new List<Records.Pair<long>>(Of<Records.Pair<long>, long>(n)), new long[n]));

    [Fact]
    public void Table() => Verify.Same(
        Ran.Vector,
        Records.Table,
        (c, r) => Records.Table(c, r),
        n =>
        {
            var cells = new Records.Cell[n, n];
            for (var i = 0; i < cells.Length; i++)
                cells[i / n, i % n] = new Records.Cell(i, 5 * i);
            return (cells, new int[n, n]);
        },
        Sizes.Sides);

    /// <summary>Structs of nothing but values of one type.</summary>
    private static TRecord[] Of<TRecord, TField>(int count, int seed = 1)
        where TRecord : struct
        where TField : struct, INumber<TField>
    {
        var fields = MemoryMarshal.AsBytes(new TRecord[1].AsSpan()).Length / MemoryMarshal.AsBytes(new TField[1].AsSpan()).Length;
        return MemoryMarshal.Cast<TField, TRecord>(Data.Of<TField>(count * fields, seed)).ToArray();
    }

    private static Records.Mixed[] Mixed(int count) =>
    [
        .. Data.Of<double>(count).Zip(Data.Of<int>(count), Data.Of<float>(count, 3))
            .Select(v => new Records.Mixed { Number = v.First, Count = v.Second, Weight = v.Third }),
    ];

    private static Records.Small[] Small(int count) =>
    [
        .. Data.Of<int>(count).Zip(Data.Of<ushort>(count, 5))
            .Select(v => new Records.Small { A = v.First, B = (byte)v.Second, C = (sbyte)(v.Second >> 8), D = (ushort)~v.Second, Flag = v.First > 0 }),
    ];
}
