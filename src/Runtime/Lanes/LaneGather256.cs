using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Moves elements that are not neighbours into vectors of 256 bits and out of them, one by one: on current processors that is as fast
/// as their gather instructions or faster, and it reads nothing but the elements. Elements may be narrower than a lane.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneGather256
{
    /// <summary>Loads the elements at <paramref name="index"/>, <paramref name="index"/> + <paramref name="stride"/>, ….</summary>
    /// <typeparam name="TElement">The primitive number type in memory.</typeparam>
    /// <typeparam name="TLane">The lane's type, of 4 or 8 bytes.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TLane> Load<TElement, TLane>(ref TElement source, nint index, nint stride)
        where TElement : struct
        where TLane : struct
        => Vector256.Create(
            LaneGather128.Load<TElement, TLane>(ref source, index, stride),
            LaneGather128.Load<TElement, TLane>(ref source, index + (Vector256<TLane>.Count / 2 * stride), stride));

    /// <summary>Loads the elements at the indices, all of which lie inside the container.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TLane> Load<TElement, TLane>(ref TElement source, Vector256<int> indices)
        where TElement : struct
        where TLane : struct
        => Vector256.Create(
            LaneGather128.Load<TElement, TLane>(ref source, indices.GetLower()),
            LaneGather128.Load<TElement, TLane>(ref source, indices.GetUpper()));

    /// <summary>
    /// Loads the elements of the selected lanes, whose indices lie inside the container; the other lanes hold nothing of use.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TLane> Load<TElement, TLane>(ref TElement source, Vector256<int> indices, Vector256<int> mask, int length)
        where TElement : struct
        where TLane : struct
        => length == 0 ? default : Load<TElement, TLane>(ref source, indices & mask);

    /// <summary>Whether an index lies outside a container of the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector256<int> indices, int length) =>
        Vector256.GreaterThanOrEqualAny(indices.AsUInt32(), Vector256.Create((uint)length));

    /// <summary>Whether an index of a selected lane lies outside a container of the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector256<int> indices, int length, Vector256<int> mask) =>
        (Vector256.GreaterThanOrEqual(indices.AsUInt32(), Vector256.Create((uint)length)) & mask.AsUInt32()) != Vector256<uint>.Zero;

    /// <summary>Loads the elements at the indices, all of which lie inside the container.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TLane> Load<TElement, TLane>(ref TElement source, Vector256<long> indices)
        where TElement : struct
        where TLane : struct
        => Vector256.Create(
            LaneGather128.Load<TElement, TLane>(ref source, indices.GetLower()),
            LaneGather128.Load<TElement, TLane>(ref source, indices.GetUpper()));

    /// <summary>
    /// Loads the elements of the selected lanes, whose indices lie inside the container; the other lanes hold nothing of use.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TLane> Load<TElement, TLane>(ref TElement source, Vector256<long> indices, Vector256<long> mask, int length)
        where TElement : struct
        where TLane : struct
        => length == 0 ? default : Load<TElement, TLane>(ref source, indices & mask);

    /// <summary>Whether an index lies outside a container of the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector256<long> indices, int length) =>
        Vector256.GreaterThanOrEqualAny(indices.AsUInt64(), Vector256.Create((ulong)length));

    /// <summary>Whether an index of a selected lane lies outside a container of the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector256<long> indices, int length, Vector256<long> mask) =>
        (Vector256.GreaterThanOrEqual(indices.AsUInt64(), Vector256.Create((ulong)length)) & mask.AsUInt64()) != Vector256<ulong>.Zero;

    /// <summary>Stores the lanes to the elements at <paramref name="index"/>, <paramref name="index"/> + <paramref name="stride"/>, ….</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector256<TLane> value, ref TElement destination, nint index, nint stride)
        where TElement : struct
        where TLane : struct
    {
        LaneGather128.Store(value.GetLower(), ref destination, index, stride);
        LaneGather128.Store(value.GetUpper(), ref destination, index + (Vector256<TLane>.Count / 2 * stride), stride);
    }

    /// <summary>Stores the selected lanes; the other elements are not touched.</summary>
    public static void Store<TElement, TLane, TMask>(Vector256<TLane> value, Vector256<TMask> mask, ref TElement destination, nint index, nint stride)
        where TElement : struct
        where TLane : struct
        where TMask : struct
    {
        var selected = SelectedLanes.Of(mask);
        if (selected == (1U << Vector256<TMask>.Count) - 1)
        {
            Store(value, ref destination, index, stride);
            return;
        }

        for (; selected != 0; selected &= selected - 1)
        {
            var lane = System.Numerics.BitOperations.TrailingZeroCount(selected);
            Unsafe.Add(ref destination, index + (lane * stride)) = LaneElement.Convert<TLane, TElement>(value.GetElement(lane));
        }
    }

    /// <summary>Stores the lanes to the elements at the indices, all of which lie inside the container, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector256<TLane> value, ref TElement destination, Vector256<int> indices)
        where TElement : struct
        where TLane : struct
    {
        LaneGather128.Store(value.GetLower(), ref destination, indices.GetLower());
        LaneGather128.Store(value.GetUpper(), ref destination, indices.GetUpper());
    }

    /// <summary>Stores the selected lanes, whose indices lie inside the container, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector256<TLane> value, ref TElement destination, Vector256<int> indices, Vector256<int> mask)
        where TElement : struct
        where TLane : struct
    {
        if (mask != Vector256<int>.Zero)
            Store(value, ref destination, indices, SelectedLanes.Of(mask));
    }

    /// <summary>Stores the lanes whose bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<TElement, TLane>(Vector256<TLane> value, ref TElement destination, Vector256<int> indices, uint selected)
        where TElement : struct
        where TLane : struct
    {
        LaneGather128.Store(value.GetLower(), ref destination, indices.GetLower(), selected);
        LaneGather128.Store(value.GetUpper(), ref destination, indices.GetUpper(), selected >> 4);
    }

    /// <summary>Stores the lanes to the elements at the indices, all of which lie inside the container, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector256<TLane> value, ref TElement destination, Vector256<long> indices)
        where TElement : struct
        where TLane : struct
    {
        LaneGather128.Store(value.GetLower(), ref destination, indices.GetLower());
        LaneGather128.Store(value.GetUpper(), ref destination, indices.GetUpper());
    }

    /// <summary>Stores the selected lanes, whose indices lie inside the container, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector256<TLane> value, ref TElement destination, Vector256<long> indices, Vector256<long> mask)
        where TElement : struct
        where TLane : struct
    {
        if (mask != Vector256<long>.Zero)
            Store(value, ref destination, indices, SelectedLanes.Of(mask));
    }

    /// <summary>Stores the lanes whose bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<TElement, TLane>(Vector256<TLane> value, ref TElement destination, Vector256<long> indices, uint selected)
        where TElement : struct
        where TLane : struct
    {
        LaneGather128.Store(value.GetLower(), ref destination, indices.GetLower(), selected);
        LaneGather128.Store(value.GetUpper(), ref destination, indices.GetUpper(), selected >> 2);
    }

    /// <summary>The lanes in the opposite order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Reverse<T>(Vector256<T> value) => Unsafe.SizeOf<T>() == 4
        ? Vector256.Shuffle(value.AsInt32(), Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0)).As<int, T>()
        : Vector256.Shuffle(value.AsInt64(), Vector256.Create(3L, 2L, 1L, 0L)).As<long, T>();
}
