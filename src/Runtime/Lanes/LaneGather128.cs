using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Moves elements that are not neighbours into vectors of 128 bits and out of them, one by one: on current processors that is as fast
/// as their gather instructions or faster, and it reads nothing but the elements. Elements may be narrower than a lane.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneGather128
{
    /// <summary>Loads the elements at <paramref name="index"/>, <paramref name="index"/> + <paramref name="stride"/>, ….</summary>
    /// <typeparam name="TElement">The primitive number type in memory.</typeparam>
    /// <typeparam name="TLane">The lane's type, of 4 or 8 bytes.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TLane> Load<TElement, TLane>(ref TElement source, nint index, nint stride)
        where TElement : struct
        where TLane : struct
    {
        ref var first = ref Unsafe.Add(ref source, index);

        // A conversion of one value keeps the rest of its register, and so waits for what the register held before: both are converted together.
        if (typeof(TElement) == typeof(float) && typeof(TLane) == typeof(double))
        {
            return Vector128.WidenLower(Vector128.Create(
                Unsafe.BitCast<TElement, float>(first), Unsafe.BitCast<TElement, float>(Unsafe.Add(ref first, stride)), 0, 0)).As<double, TLane>();
        }

        return Unsafe.SizeOf<TLane>() == 4
            ? Create4<TLane>(
                LaneElement.Convert<TElement, TLane>(first),
                LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref first, stride)),
                LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref first, 2 * stride)),
                LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref first, 3 * stride)))
            : Create8<TLane>(
                LaneElement.Convert<TElement, TLane>(first),
                LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref first, stride)));
    }

    /// <summary>Loads the elements at the indices, all of which lie inside the container.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TLane> Load<TElement, TLane>(ref TElement source, Vector128<int> indices)
        where TElement : struct
        where TLane : struct
    {
        var (first, second) = Pairs(indices);
        return Create4<TLane>(
            LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref source, (nuint)(uint)first)),
            LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref source, (nuint)(first >> 32))),
            LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref source, (nuint)(uint)second)),
            LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref source, (nuint)(second >> 32))));
    }

    /// <summary>
    /// Loads the elements of the selected lanes, whose indices lie inside the container; the other lanes hold nothing of use.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TLane> Load<TElement, TLane>(ref TElement source, Vector128<int> indices, Vector128<int> mask, int length)
        where TElement : struct
        where TLane : struct
        => length == 0 ? default : Load<TElement, TLane>(ref source, indices & mask);

    /// <summary>Whether an index lies outside a container of the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector128<int> indices, int length) =>
        Vector128.GreaterThanOrEqualAny(indices.AsUInt32(), Vector128.Create((uint)length));

    /// <summary>Whether an index of a selected lane lies outside a container of the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector128<int> indices, int length, Vector128<int> mask) =>
        (Vector128.GreaterThanOrEqual(indices.AsUInt32(), Vector128.Create((uint)length)) & mask.AsUInt32()) != Vector128<uint>.Zero;

    /// <summary>Loads the elements at the indices, all of which lie inside the container.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TLane> Load<TElement, TLane>(ref TElement source, Vector128<long> indices)
        where TElement : struct
        where TLane : struct
        => Create8<TLane>(
            LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref source, (nint)indices.GetElement(0))),
            LaneElement.Convert<TElement, TLane>(Unsafe.Add(ref source, (nint)indices.GetElement(1))));

    /// <summary>
    /// Loads the elements of the selected lanes, whose indices lie inside the container; the other lanes hold nothing of use.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TLane> Load<TElement, TLane>(ref TElement source, Vector128<long> indices, Vector128<long> mask, int length)
        where TElement : struct
        where TLane : struct
        => length == 0 ? default : Load<TElement, TLane>(ref source, indices & mask);

    /// <summary>Whether an index lies outside a container of the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector128<long> indices, int length) =>
        Vector128.GreaterThanOrEqualAny(indices.AsUInt64(), Vector128.Create((ulong)length));

    /// <summary>Whether an index of a selected lane lies outside a container of the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector128<long> indices, int length, Vector128<long> mask) =>
        (Vector128.GreaterThanOrEqual(indices.AsUInt64(), Vector128.Create((ulong)length)) & mask.AsUInt64()) != Vector128<ulong>.Zero;

    /// <summary>Stores the lanes to the elements at <paramref name="index"/>, <paramref name="index"/> + <paramref name="stride"/>, ….</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector128<TLane> value, ref TElement destination, nint index, nint stride)
        where TElement : struct
        where TLane : struct
    {
        ref var first = ref Unsafe.Add(ref destination, index);
        first = LaneElement.Convert<TLane, TElement>(value.GetElement(0));
        Unsafe.Add(ref first, stride) = LaneElement.Convert<TLane, TElement>(value.GetElement(1));
        if (Vector128<TLane>.Count == 2)
            return;
        Unsafe.Add(ref first, 2 * stride) = LaneElement.Convert<TLane, TElement>(value.GetElement(2));
        Unsafe.Add(ref first, 3 * stride) = LaneElement.Convert<TLane, TElement>(value.GetElement(3));
    }

    /// <summary>Stores the selected lanes; the other elements are not touched.</summary>
    public static void Store<TElement, TLane, TMask>(Vector128<TLane> value, Vector128<TMask> mask, ref TElement destination, nint index, nint stride)
        where TElement : struct
        where TLane : struct
        where TMask : struct
    {
        var selected = SelectedLanes.Of(mask);
        if (selected == (1U << Vector128<TMask>.Count) - 1)
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
    public static void Store<TElement, TLane>(Vector128<TLane> value, ref TElement destination, Vector128<int> indices)
        where TElement : struct
        where TLane : struct
    {
        var (first, second) = Pairs(indices);
        var (low, high) = Pairs(value.AsInt32());
        Put<TElement, TLane>(ref Unsafe.Add(ref destination, (nuint)(uint)first), (int)low);
        Put<TElement, TLane>(ref Unsafe.Add(ref destination, (nuint)(first >> 32)), (int)(low >> 32));
        Put<TElement, TLane>(ref Unsafe.Add(ref destination, (nuint)(uint)second), (int)high);
        Put<TElement, TLane>(ref Unsafe.Add(ref destination, (nuint)(second >> 32)), (int)(high >> 32));
    }

    /// <summary>Stores the selected lanes, whose indices lie inside the container, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector128<TLane> value, ref TElement destination, Vector128<int> indices, Vector128<int> mask)
        where TElement : struct
        where TLane : struct
    {
        if (mask != Vector128<int>.Zero)
            Store(value, ref destination, indices, SelectedLanes.Of(mask));
    }

    /// <summary>Stores the lanes whose bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<TElement, TLane>(Vector128<TLane> value, ref TElement destination, Vector128<int> indices, uint selected)
        where TElement : struct
        where TLane : struct
    {
        var (first, second) = Pairs(indices);
        var (low, high) = Pairs(value.AsInt32());
        if ((selected & 1) != 0)
            Put<TElement, TLane>(ref Unsafe.Add(ref destination, (nuint)(uint)first), (int)low);
        if ((selected & 2) != 0)
            Put<TElement, TLane>(ref Unsafe.Add(ref destination, (nuint)(first >> 32)), (int)(low >> 32));
        if ((selected & 4) != 0)
            Put<TElement, TLane>(ref Unsafe.Add(ref destination, (nuint)(uint)second), (int)high);
        if ((selected & 8) != 0)
            Put<TElement, TLane>(ref Unsafe.Add(ref destination, (nuint)(second >> 32)), (int)(high >> 32));
    }

    /// <summary>Stores the lanes to the elements at the indices, all of which lie inside the container, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector128<TLane> value, ref TElement destination, Vector128<long> indices)
        where TElement : struct
        where TLane : struct
    {
        Unsafe.Add(ref destination, (nint)indices.GetElement(0)) = LaneElement.Convert<TLane, TElement>(value.GetElement(0));
        Unsafe.Add(ref destination, (nint)indices.GetElement(1)) = LaneElement.Convert<TLane, TElement>(value.GetElement(1));
    }

    /// <summary>Stores the selected lanes, whose indices lie inside the container, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TElement, TLane>(Vector128<TLane> value, ref TElement destination, Vector128<long> indices, Vector128<long> mask)
        where TElement : struct
        where TLane : struct
    {
        if (mask != Vector128<long>.Zero)
            Store(value, ref destination, indices, SelectedLanes.Of(mask));
    }

    /// <summary>Stores the lanes whose bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<TElement, TLane>(Vector128<TLane> value, ref TElement destination, Vector128<long> indices, uint selected)
        where TElement : struct
        where TLane : struct
    {
        if ((selected & 1) != 0)
            Unsafe.Add(ref destination, (nint)indices.GetElement(0)) = LaneElement.Convert<TLane, TElement>(value.GetElement(0));
        if ((selected & 2) != 0)
            Unsafe.Add(ref destination, (nint)indices.GetElement(1)) = LaneElement.Convert<TLane, TElement>(value.GetElement(1));
    }

    /// <summary>The lanes in the opposite order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Reverse<T>(Vector128<T> value) => Unsafe.SizeOf<T>() == 4
        ? Vector128.Shuffle(value.AsInt32(), Vector128.Create(3, 2, 1, 0)).As<int, T>()
        : Vector128.Shuffle(value.AsInt64(), Vector128.Create(1L, 0L)).As<long, T>();

    /// <summary>Stores a lane of 4 bytes, given by its bits: those of an element of the same size need no conversion.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<TElement, TLane>(ref TElement destination, int bits)
        where TElement : struct
        where TLane : struct
    {
        if (Unsafe.SizeOf<TElement>() == sizeof(int))
            Unsafe.As<TElement, int>(ref destination) = bits;
        else
            destination = LaneElement.Convert<TLane, TElement>(Unsafe.BitCast<int, TLane>(bits));
    }

    /// <summary>Two lanes in each: one move to a scalar register for two, which is what gathers and scatters wait for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong First, ulong Second) Pairs(Vector128<int> indices) => (indices.AsUInt64().GetElement(0), indices.AsUInt64().GetElement(1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Create4<T>(T a, T b, T c, T d)
        where T : struct
        => typeof(T) == typeof(float)
            ? Vector128.Create(Unsafe.BitCast<T, float>(a), Unsafe.BitCast<T, float>(b), Unsafe.BitCast<T, float>(c), Unsafe.BitCast<T, float>(d)).As<float, T>()
            : Vector128.Create(Unsafe.BitCast<T, int>(a), Unsafe.BitCast<T, int>(b), Unsafe.BitCast<T, int>(c), Unsafe.BitCast<T, int>(d)).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Create8<T>(T a, T b)
        where T : struct
        => typeof(T) == typeof(double)
            ? Vector128.Create(Unsafe.BitCast<T, double>(a), Unsafe.BitCast<T, double>(b)).As<double, T>()
            : Vector128.Create(Unsafe.BitCast<T, long>(a), Unsafe.BitCast<T, long>(b)).As<long, T>();
}
