using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Moves the selected lanes of vectors of 256 bits to neighbouring elements (packing, or stream compaction) and back (unpacking), as loops
/// do that step an index only in some of their iterations. Elements beside those are not touched, nor need they exist.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LanePack256
{
    /// <summary>How many of the 8 lanes are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector256<int> mask) => BitOperations.PopCount(SelectedLanes.Of(mask));

    /// <summary>For each lane, how many lanes before it are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Ranks(Vector256<int> mask)
    {
        var before = Vector256.Create(0, 1, 3, 7, 15, 31, 63, 127);
        return LaneBits.PopCount(Vector256.Create((int)SelectedLanes.Of(mask)) & before);
    }

    /// <summary>Stores the selected lanes, in their order, to neighbouring elements.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    /// <param name="destination">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane goes to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector256<TLane> value, Vector256<int> mask, ref TElement destination, nint index)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref destination, index);
        var count = BitOperations.PopCount(selected);
        if (Unsafe.SizeOf<TElement>() == 4)
            MaskedLanes.StoreSome(Pack(value.As<TLane, int>(), mask), Vector256.LessThan(Vector256<int>.Indices, Vector256.Create((int)count)), ref Unsafe.As<TElement, int>(ref start));
        else
            StoreEach(value, selected, ref start);
    }

    /// <summary>Loads neighbouring elements into the selected lanes, in their order; the other lanes hold nothing of meaning.</summary>
    /// <param name="source">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane holds.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TLane> Load<TElement, TLane>(ref TElement source, nint index, Vector256<int> mask)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref source, index);
        if (Unsafe.SizeOf<TElement>() != 4 || !IsFast)
            return LoadEach<TElement, TLane>(ref start, selected);
        var count = Vector256.Create((int)BitOperations.PopCount(selected));
        return Unpack(MaskedLanes.LoadSome(ref Unsafe.As<TElement, int>(ref start), Vector256.LessThan(Vector256<int>.Indices, count)), mask).As<int, TLane>();
    }

    /// <summary>How many of the 4 lanes are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector256<long> mask) => BitOperations.PopCount(SelectedLanes.Of(mask));

    /// <summary>For each lane, how many lanes before it are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Ranks(Vector256<long> mask)
    {
        var before = Vector256.Create(0L, 1L, 3L, 7L);
        return LaneBits.PopCount(Vector256.Create((long)SelectedLanes.Of(mask)) & before);
    }

    /// <summary>Stores the selected lanes, in their order, to neighbouring elements.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    /// <param name="destination">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane goes to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector256<TLane> value, Vector256<long> mask, ref TElement destination, nint index)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref destination, index);
        var count = BitOperations.PopCount(selected);
        if (Unsafe.SizeOf<TElement>() == 8)
            MaskedLanes.StoreSome(Pack(value.As<TLane, long>(), mask), Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)), ref Unsafe.As<TElement, long>(ref start));
        else if (Avx2.IsSupported && Unsafe.SizeOf<TElement>() == 4)
            MaskedLanes.StoreSome(Narrow<TLane>(Pack(value.As<TLane, long>(), mask)), Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)), ref Unsafe.As<TElement, int>(ref start));
        else
            StoreEach(value, selected, ref start);
    }

    /// <summary>Loads neighbouring elements into the selected lanes, in their order; the other lanes hold nothing of meaning.</summary>
    /// <param name="source">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane holds.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TLane> Load<TElement, TLane>(ref TElement source, nint index, Vector256<long> mask)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref source, index);
        if (Unsafe.SizeOf<TElement>() != 8 || !IsFast)
            return LoadEach<TElement, TLane>(ref start, selected);
        var count = Vector256.Create((long)BitOperations.PopCount(selected));
        return Unpack(MaskedLanes.LoadSome(ref Unsafe.As<TElement, long>(ref start), Vector256.LessThan(Vector256<long>.Indices, count)), mask).As<long, TLane>();
    }

    private static bool IsFast => Avx2.IsSupported;

    /// <summary>The selected lanes, in their order, from lane 0 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pack(Vector256<int> value, Vector256<int> mask)
    {
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.Compress(Vector256<int>.Zero, mask, value);
        if (Avx2.IsSupported)
        {
            var order = Unsafe.Add(ref Unsafe.As<byte, ulong>(ref MemoryMarshal.GetReference(PackingOrder.Bytes)), SelectedLanes.Of(mask));
            return Avx2.PermuteVar8x32(value, Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(order).AsByte()));
        }

        var packed = Vector256<int>.Zero;
        var to = 0;
        for (var selected = SelectedLanes.Of(mask); selected != 0; selected &= selected - 1)
            packed = packed.WithElement(to++, value.GetElement(BitOperations.TrailingZeroCount(selected)));
        return packed;
    }

    /// <summary>The selected lanes, in their order, from lane 0 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Pack(Vector256<long> value, Vector256<long> mask) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.Compress(Vector256<long>.Zero, mask, value) : Pack(value.AsInt32(), mask.AsInt32()).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Unpack(Vector256<int> packed, Vector256<int> mask) => Avx512F.VL.IsSupported
        ? Avx512F.VL.Expand(Vector256<int>.Zero, mask, packed)
        : Avx2.PermuteVar8x32(packed, Ranks(mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Unpack(Vector256<long> packed, Vector256<long> mask) => Avx512F.VL.IsSupported
        ? Avx512F.VL.Expand(Vector256<long>.Zero, mask, packed)
        : Unpack(packed.AsInt32(), mask.AsInt32()).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Narrow<TLane>(Vector256<long> packed) => typeof(TLane) == typeof(double)
        ? Avx.ConvertToVector128Single(packed.AsDouble()).AsInt32()
        : Vector128.Narrow(packed.GetLower(), packed.GetUpper());

    private static void StoreEach<TElement, TLane>(Vector256<TLane> value, uint selected, ref TElement destination)
        where TElement : struct
        where TLane : struct
    {
        for (var to = 0; selected != 0; selected &= selected - 1, to++)
            Unsafe.Add(ref destination, to) = LaneElement.Convert<TLane, TElement>(value.GetElement(BitOperations.TrailingZeroCount(selected)));
    }

    private static Vector256<TLane> LoadEach<TElement, TLane>(ref TElement source, uint selected)
        where TElement : struct
        where TLane : struct
    {
        var result = Vector256<TLane>.Zero;
        for (var from = 0; selected != 0; selected &= selected - 1, from++)
            result = result.WithElement(BitOperations.TrailingZeroCount(selected), LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref source, from)));
        return result;
    }
}
