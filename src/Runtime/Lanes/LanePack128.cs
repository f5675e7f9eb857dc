using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Moves the selected lanes of vectors of 128 bits to neighbouring elements (packing, or stream compaction) and back (unpacking), as loops
/// do that step an index only in some of their iterations. Elements beside those are not touched, nor need they exist.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LanePack128
{
    /// <summary>How many of the 4 lanes are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector128<int> mask) => BitOperations.PopCount(SelectedLanes.Of(mask));

    /// <summary>For each lane, how many lanes before it are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Ranks(Vector128<int> mask)
    {
        var before = Vector128.Create(0, 1, 3, 7);
        return LaneBits.PopCount(Vector128.Create((int)SelectedLanes.Of(mask)) & before);
    }

    /// <summary>Stores the selected lanes, in their order, to neighbouring elements.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    /// <param name="destination">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane goes to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector128<TLane> value, Vector128<int> mask, ref TElement destination, nint index)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref destination, index);
        var count = BitOperations.PopCount(selected);
        if (Unsafe.SizeOf<TElement>() == 4)
            MaskedLanes.StoreSome(Pack(value.As<TLane, int>(), mask), Vector128.LessThan(Vector128<int>.Indices, Vector128.Create((int)count)), ref Unsafe.As<TElement, int>(ref start));
        else
            StoreEach(value, selected, ref start);
    }

    /// <summary>Loads neighbouring elements into the selected lanes, in their order; the other lanes hold nothing of meaning.</summary>
    /// <param name="source">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane holds.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TLane> Load<TElement, TLane>(ref TElement source, nint index, Vector128<int> mask)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref source, index);
        if (Unsafe.SizeOf<TElement>() != 4 || !IsFast)
            return LoadEach<TElement, TLane>(ref start, selected);
        var count = Vector128.Create((int)BitOperations.PopCount(selected));
        return Unpack(MaskedLanes.LoadSome(ref Unsafe.As<TElement, int>(ref start), Vector128.LessThan(Vector128<int>.Indices, count)), mask).As<int, TLane>();
    }

    /// <summary>How many of the 2 lanes are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector128<long> mask) => BitOperations.PopCount(SelectedLanes.Of(mask));

    /// <summary>For each lane, how many lanes before it are selected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Ranks(Vector128<long> mask)
    {
        var before = Vector128.Create(0L, 1L);
        return LaneBits.PopCount(Vector128.Create((long)SelectedLanes.Of(mask)) & before);
    }

    /// <summary>Stores the selected lanes, in their order, to neighbouring elements.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    /// <param name="destination">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane goes to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector128<TLane> value, Vector128<long> mask, ref TElement destination, nint index)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref destination, index);
        var count = BitOperations.PopCount(selected);
        if (Unsafe.SizeOf<TElement>() == 8)
            MaskedLanes.StoreSome(Pack(value.As<TLane, long>(), mask), Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count)), ref Unsafe.As<TElement, long>(ref start));
        else
            StoreEach(value, selected, ref start);
    }

    /// <summary>Loads neighbouring elements into the selected lanes, in their order; the other lanes hold nothing of meaning.</summary>
    /// <param name="source">The first element of the container.</param>
    /// <param name="index">The number of the element that the first selected lane holds.</param>
    /// <param name="mask">The selection: all bits of a lane, or none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TLane> Load<TElement, TLane>(ref TElement source, nint index, Vector128<long> mask)
        where TElement : struct
        where TLane : struct
    {
        var selected = SelectedLanes.Of(mask);
        ref var start = ref Unsafe.Add(ref source, index);
        if (Unsafe.SizeOf<TElement>() != 8 || !IsFast)
            return LoadEach<TElement, TLane>(ref start, selected);
        var count = Vector128.Create((long)BitOperations.PopCount(selected));
        return Unpack(MaskedLanes.LoadSome(ref Unsafe.As<TElement, long>(ref start), Vector128.LessThan(Vector128<long>.Indices, count)), mask).As<long, TLane>();
    }

    private static bool IsFast => Avx2.IsSupported;

    /// <summary>The selected lanes, in their order, from lane 0 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Pack(Vector128<int> value, Vector128<int> mask)
    {
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.Compress(Vector128<int>.Zero, mask, value);
        ref var order = ref Unsafe.Add(ref MemoryMarshal.GetReference(PackingOrder.Bytes), 8 * SelectedLanes.Of(mask));
        return Vector128.Shuffle(value, Vector128.Create((int)order, Unsafe.Add(ref order, 1), Unsafe.Add(ref order, 2), Unsafe.Add(ref order, 3)));
    }

    /// <summary>The selected lanes, in their order, from lane 0 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Pack(Vector128<long> value, Vector128<long> mask) =>
        Vector128.ConditionalSelect(Vector128.Create(mask.GetElement(0)), value, Vector128.Shuffle(value, Vector128.Create(1L, 0L)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Unpack(Vector128<int> packed, Vector128<int> mask) => Vector128.Shuffle(packed, Ranks(mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Unpack(Vector128<long> packed, Vector128<long> mask) => Vector128.Shuffle(packed, Ranks(mask));

    private static void StoreEach<TElement, TLane>(Vector128<TLane> value, uint selected, ref TElement destination)
        where TElement : struct
        where TLane : struct
    {
        for (var to = 0; selected != 0; selected &= selected - 1, to++)
            Unsafe.Add(ref destination, to) = LaneElement.Convert<TLane, TElement>(value.GetElement(BitOperations.TrailingZeroCount(selected)));
    }

    private static Vector128<TLane> LoadEach<TElement, TLane>(ref TElement source, uint selected)
        where TElement : struct
        where TLane : struct
    {
        var result = Vector128<TLane>.Zero;
        for (var from = 0; selected != 0; selected &= selected - 1, from++)
            result = result.WithElement(BitOperations.TrailingZeroCount(selected), LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref source, from)));
        return result;
    }
}
