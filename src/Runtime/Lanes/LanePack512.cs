using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Moves the selected lanes of vectors of 512 bits to neighbouring elements (packing, or stream compaction) and back (unpacking), as loops
/// do that step an index only in some of their iterations. Elements beside those are not touched, nor need they exist.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LanePack512
{
    /// <summary>How many of the 16 lanes are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector512<int> mask) => BitOperations.PopCount(SelectedLanes.Of(mask));

    /// <summary>For each lane, how many lanes before it are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Ranks(Vector512<int> mask)
    {
        var before = Vector512.Create(0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 1023, 2047, 4095, 8191, 16383, 32767);
        return LaneBits.PopCount(Vector512.Create((int)SelectedLanes.Of(mask)) & before);
    }

    /// <summary>Stores the selected lanes, in their order, to neighbouring elements.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    /// <param name="destination">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane goes to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector512<TLane> value, Vector512<int> mask, ref TElement destination, nint index)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref destination, index);
        var count = BitOperations.PopCount(selected);
        if (Unsafe.SizeOf<TElement>() == 4)
            MaskedLanes.StoreSome(Pack(value.As<TLane, int>(), mask), Vector512.LessThan(Vector512<int>.Indices, Vector512.Create((int)count)), ref Unsafe.As<TElement, int>(ref start));
        else if (Avx512BW.VL.IsSupported && Unsafe.SizeOf<TElement>() == 2)
            MaskedLanes.StoreSome(Avx512F.ConvertToVector256Int16(Pack(value.As<TLane, int>(), mask)), Vector256.LessThan(Vector256<short>.Indices, Vector256.Create((short)count)), ref Unsafe.As<TElement, short>(ref start));
        else if (Avx512BW.VL.IsSupported && Unsafe.SizeOf<TElement>() == 1)
            MaskedLanes.StoreSome(Avx512F.ConvertToVector128SByte(Pack(value.As<TLane, int>(), mask)), Vector128.LessThan(Vector128<sbyte>.Indices, Vector128.Create((sbyte)count)), ref Unsafe.As<TElement, sbyte>(ref start));
        else
            StoreEach(value, selected, ref start);
    }

    /// <summary>Loads neighbouring elements into the selected lanes, in their order; the other lanes hold nothing of meaning.</summary>
    /// <param name="source">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane holds.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<TLane> Load<TElement, TLane>(ref TElement source, nint index, Vector512<int> mask)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref source, index);
        if (Unsafe.SizeOf<TElement>() != 4 || !IsFast)
            return LoadEach<TElement, TLane>(ref start, selected);
        var count = Vector512.Create((int)BitOperations.PopCount(selected));
        return Unpack(MaskedLanes.LoadSome(ref Unsafe.As<TElement, int>(ref start), Vector512.LessThan(Vector512<int>.Indices, count)), mask).As<int, TLane>();
    }

    /// <summary>How many of the 8 lanes are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector512<long> mask) => BitOperations.PopCount(SelectedLanes.Of(mask));

    /// <summary>For each lane, how many lanes before it are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Ranks(Vector512<long> mask)
    {
        var before = Vector512.Create(0L, 1L, 3L, 7L, 15L, 31L, 63L, 127L);
        return LaneBits.PopCount(Vector512.Create((long)SelectedLanes.Of(mask)) & before);
    }

    /// <summary>Stores the selected lanes, in their order, to neighbouring elements.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    /// <param name="destination">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane goes to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector512<TLane> value, Vector512<long> mask, ref TElement destination, nint index)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref destination, index);
        var count = BitOperations.PopCount(selected);
        if (Unsafe.SizeOf<TElement>() == 8)
            MaskedLanes.StoreSome(Pack(value.As<TLane, long>(), mask), Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)), ref Unsafe.As<TElement, long>(ref start));
        else if (Avx512F.IsSupported && Unsafe.SizeOf<TElement>() == 4)
            MaskedLanes.StoreSome(Narrow<TLane>(Pack(value.As<TLane, long>(), mask)), Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)), ref Unsafe.As<TElement, int>(ref start));
        else
            StoreEach(value, selected, ref start);
    }

    /// <summary>Loads neighbouring elements into the selected lanes, in their order; the other lanes hold nothing of meaning.</summary>
    /// <param name="source">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane holds.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<TLane> Load<TElement, TLane>(ref TElement source, nint index, Vector512<long> mask)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref source, index);
        if (Unsafe.SizeOf<TElement>() != 8 || !IsFast)
            return LoadEach<TElement, TLane>(ref start, selected);
        var count = Vector512.Create((long)BitOperations.PopCount(selected));
        return Unpack(MaskedLanes.LoadSome(ref Unsafe.As<TElement, long>(ref start), Vector512.LessThan(Vector512<long>.Indices, count)), mask).As<long, TLane>();
    }

    private static bool IsFast => Avx512F.IsSupported;

    /// <summary>The selected lanes, in their order, from lane 0 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Pack(Vector512<int> value, Vector512<int> mask)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Compress(Vector512<int>.Zero, mask, value);
        var packed = Vector512<int>.Zero;
        var to = 0;
        for (var selected = SelectedLanes.Of(mask); selected != 0; selected &= selected - 1)
            packed = packed.WithElement(to++, value.GetElement(BitOperations.TrailingZeroCount(selected)));
        return packed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Unpack(Vector512<int> packed, Vector512<int> mask) => Avx512F.Expand(Vector512<int>.Zero, mask, packed);

    /// <summary>The selected lanes, in their order, from lane 0 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Pack(Vector512<long> value, Vector512<long> mask)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Compress(Vector512<long>.Zero, mask, value);
        var packed = Vector512<long>.Zero;
        var to = 0;
        for (var selected = SelectedLanes.Of(mask); selected != 0; selected &= selected - 1)
            packed = packed.WithElement(to++, value.GetElement(BitOperations.TrailingZeroCount(selected)));
        return packed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Unpack(Vector512<long> packed, Vector512<long> mask) => Avx512F.Expand(Vector512<long>.Zero, mask, packed);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Narrow<TLane>(Vector512<long> packed) => typeof(TLane) == typeof(double)
        ? Avx512F.ConvertToVector256Single(packed.AsDouble()).AsInt32()
        : Avx512F.ConvertToVector256Int32(packed);

    private static void StoreEach<TElement, TLane>(Vector512<TLane> value, ulong selected, ref TElement destination)
        where TElement : struct
        where TLane : struct
    {
        for (var to = 0; selected != 0; selected &= selected - 1, to++)
            Unsafe.Add(ref destination, to) = LaneElement.Convert<TLane, TElement>(value.GetElement(BitOperations.TrailingZeroCount(selected)));
    }

    private static Vector512<TLane> LoadEach<TElement, TLane>(ref TElement source, ulong selected)
        where TElement : struct
        where TLane : struct
    {
        var result = Vector512<TLane>.Zero;
        for (var from = 0; selected != 0; selected &= selected - 1, from++)
            result = result.WithElement(BitOperations.TrailingZeroCount(selected), LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref source, from)));
        return result;
    }
}
