using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Loads and stores some lanes of a vector. Lanes that are not selected are not touched: reading and writing them back would undo what
/// another thread of the program wrote there in between. Nor need their memory exist.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class MaskedLanes
{
    /// <summary>
    /// Loads the neighbouring elements whose lane of the mask has all bits set, the first of them always; the other lanes hold the first
    /// element once more, so that whatever is computed in them is what an iteration of the loop computes.
    /// </summary>
    /// <typeparam name="T">A primitive number type of 4 or 8 bytes.</typeparam>
    /// <typeparam name="TMask">An integer type of the same size.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T, TMask>(ref T source, nuint index, Vector512<TMask> mask) => Load(ref source, index, index, mask);

    /// <summary>
    /// Loads the neighbouring elements whose lane of the mask has all bits set, of which there may be none; the other lanes hold an element that is
    /// there in any case.
    /// </summary>
    /// <typeparam name="T">A primitive number type of 4 or 8 bytes.</typeparam>
    /// <typeparam name="TMask">An integer type of the same size.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T, TMask>(ref T source, nuint index, nuint present, Vector512<TMask> mask)
    {
        ref var start = ref Unsafe.Add(ref source, present);
        var other = Vector512.Create(start);
        fixed (T* known = &start)
        {
            var address = known + (index - present);
            if (Avx512F.IsSupported && sizeof(T) == 4)
                return Avx512F.MaskLoad((int*)address, mask.AsInt32(), other.AsInt32()).As<int, T>();
            if (Avx512F.IsSupported && sizeof(T) == 8)
                return Avx512F.MaskLoad((long*)address, mask.AsInt64(), other.AsInt64()).As<long, T>();
        }

        var result = other;
        for (var lane = 0; lane < Vector512<T>.Count && !mask.GetElement(lane)!.Equals(default(TMask)); lane++)
            result = result.WithElement(lane, Unsafe.Add(ref source, index + (nuint)lane));
        return result;
    }

    /// <inheritdoc cref="Load{T, TMask}(ref T, nuint, Vector512{TMask})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T, TMask>(ref T source, nuint index, Vector256<TMask> mask) => Load(ref source, index, index, mask);

    /// <summary>
    /// Loads the neighbouring elements whose lane of the mask has all bits set, of which there may be none; the other lanes hold an element that is
    /// there in any case.
    /// </summary>
    /// <typeparam name="T">A primitive number type of 4 or 8 bytes.</typeparam>
    /// <typeparam name="TMask">An integer type of the same size.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T, TMask>(ref T source, nuint index, nuint present, Vector256<TMask> mask)
    {
        ref var start = ref Unsafe.Add(ref source, present);
        var other = Vector256.Create(start);
        fixed (T* known = &start)
        {
            var address = known + (index - present);
            if (Avx2.IsSupported && sizeof(T) == 4)
                return Vector256.ConditionalSelect(mask.As<TMask, T>(), Avx2.MaskLoad((int*)address, mask.AsInt32()).As<int, T>(), other);
            if (Avx2.IsSupported && sizeof(T) == 8)
                return Vector256.ConditionalSelect(mask.As<TMask, T>(), Avx2.MaskLoad((long*)address, mask.AsInt64()).As<long, T>(), other);
        }

        var result = other;
        for (var lane = 0; lane < Vector256<T>.Count && !mask.GetElement(lane)!.Equals(default(TMask)); lane++)
            result = result.WithElement(lane, Unsafe.Add(ref source, index + (nuint)lane));
        return result;
    }

    /// <summary>Loads the neighbouring elements whose lane of the mask has all bits set; the other lanes are 0.</summary>
    /// <typeparam name="T">An integer type of 4 or 8 bytes.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> LoadSome<T>(ref T source, Vector512<T> mask)
    {
        fixed (T* address = &source)
        {
            if (Avx512F.IsSupported && sizeof(T) == 4)
                return Avx512F.MaskLoad((int*)address, mask.AsInt32(), Vector512<int>.Zero).As<int, T>();
            if (Avx512F.IsSupported && sizeof(T) == 8)
                return Avx512F.MaskLoad((long*)address, mask.AsInt64(), Vector512<long>.Zero).As<long, T>();
        }

        var result = Vector512<T>.Zero;
        for (var lane = 0; lane < Vector512<T>.Count; lane++)
        {
            if (!mask.GetElement(lane)!.Equals(default(T)))
                result = result.WithElement(lane, Unsafe.Add(ref source, lane));
        }

        return result;
    }

    /// <inheritdoc cref="LoadSome{T}(ref T, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> LoadSome<T>(ref T source, Vector256<T> mask)
    {
        fixed (T* address = &source)
        {
            if (Avx2.IsSupported && sizeof(T) == 4)
                return Avx2.MaskLoad((int*)address, mask.AsInt32()).As<int, T>();
            if (Avx2.IsSupported && sizeof(T) == 8)
                return Avx2.MaskLoad((long*)address, mask.AsInt64()).As<long, T>();
        }

        var result = Vector256<T>.Zero;
        for (var lane = 0; lane < Vector256<T>.Count; lane++)
        {
            if (!mask.GetElement(lane)!.Equals(default(T)))
                result = result.WithElement(lane, Unsafe.Add(ref source, lane));
        }

        return result;
    }

    /// <inheritdoc cref="LoadSome{T}(ref T, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> LoadSome<T>(ref T source, Vector128<T> mask)
    {
        fixed (T* address = &source)
        {
            if (Avx2.IsSupported && sizeof(T) == 4)
                return Avx2.MaskLoad((int*)address, mask.AsInt32()).As<int, T>();
            if (Avx2.IsSupported && sizeof(T) == 8)
                return Avx2.MaskLoad((long*)address, mask.AsInt64()).As<long, T>();
        }

        var result = Vector128<T>.Zero;
        for (var lane = 0; lane < Vector128<T>.Count; lane++)
        {
            if (!mask.GetElement(lane)!.Equals(default(T)))
                result = result.WithElement(lane, Unsafe.Add(ref source, lane));
        }

        return result;
    }

    /// <summary>Stores the lanes whose mask has all bits set; each lane of the mask has all or none.</summary>
    /// <typeparam name="T">A primitive number type of 1, 2, 4 or 8 bytes.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, Vector512<T> mask, ref T destination)
    {
        // A store without lanes is skipped as it costs hundreds of cycles on a page that was never written. One of all lanes is like any
        // other, and telling it apart is a branch that random data mispredicts.
        if (SelectedLanes.Of(mask) != 0)
            StoreSome(value, mask, ref destination);
    }

    /// <inheritdoc cref="Store{T}(Vector512{T}, Vector512{T}, ref T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, Vector256<T> mask, ref T destination)
    {
        if (mask.AsByte() == Vector256<byte>.AllBitsSet)
            value.StoreUnsafe(ref destination);
        else if (mask.AsByte() != Vector256<byte>.Zero)
            StoreSome(value, mask, ref destination);
    }

    /// <inheritdoc cref="Store{T}(Vector512{T}, Vector512{T}, ref T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector128<T> value, Vector128<T> mask, ref T destination)
    {
        if (mask.AsByte() == Vector128<byte>.AllBitsSet)
            value.StoreUnsafe(ref destination);
        else if (mask.AsByte() != Vector128<byte>.Zero)
            StoreSome(value, mask, ref destination);
    }

    /// <summary>Stores some lanes without looking first whether it is all of them, or none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreSome<T>(Vector512<T> value, Vector512<T> mask, ref T destination)
    {
        fixed (T* address = &destination)
        {
            if (Avx512F.IsSupported && sizeof(T) == 4)
            {
                Avx512F.MaskStore((int*)address, mask.AsInt32(), value.AsInt32());
            }
            else if (Avx512F.IsSupported && sizeof(T) == 8)
            {
                Avx512F.MaskStore((long*)address, mask.AsInt64(), value.AsInt64());
            }
            else if (Avx512BW.IsSupported && sizeof(T) == 2)
            {
                Avx512BW.MaskStore((short*)address, mask.AsInt16(), value.AsInt16());
            }
            else if (Avx512BW.IsSupported && sizeof(T) == 1)
            {
                Avx512BW.MaskStore((sbyte*)address, mask.AsSByte(), value.AsSByte());
            }
            else
            {
                StoreSome(value.GetLower(), mask.GetLower(), ref destination);
                StoreSome(value.GetUpper(), mask.GetUpper(), ref Unsafe.Add(ref destination, Vector256<T>.Count));
            }
        }
    }

    /// <inheritdoc cref="StoreSome{T}(Vector512{T}, Vector512{T}, ref T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreSome<T>(Vector256<T> value, Vector256<T> mask, ref T destination)
    {
        fixed (T* address = &destination)
        {
            if (Avx2.IsSupported && sizeof(T) == 4)
            {
                Avx2.MaskStore((int*)address, mask.AsInt32(), value.AsInt32());
            }
            else if (Avx2.IsSupported && sizeof(T) == 8)
            {
                Avx2.MaskStore((long*)address, mask.AsInt64(), value.AsInt64());
            }
            else if (Avx512BW.VL.IsSupported && sizeof(T) == 2)
            {
                Avx512BW.VL.MaskStore((short*)address, mask.AsInt16(), value.AsInt16());
            }
            else if (Avx512BW.VL.IsSupported && sizeof(T) == 1)
            {
                Avx512BW.VL.MaskStore((sbyte*)address, mask.AsSByte(), value.AsSByte());
            }
            else
            {
                StoreSome(value.GetLower(), mask.GetLower(), ref destination);
                StoreSome(value.GetUpper(), mask.GetUpper(), ref Unsafe.Add(ref destination, Vector128<T>.Count));
            }
        }
    }

    /// <inheritdoc cref="StoreSome{T}(Vector512{T}, Vector512{T}, ref T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreSome<T>(Vector128<T> value, Vector128<T> mask, ref T destination)
    {
        fixed (T* address = &destination)
        {
            if (Avx2.IsSupported && sizeof(T) == 4)
                Avx2.MaskStore((int*)address, mask.AsInt32(), value.AsInt32());
            else if (Avx2.IsSupported && sizeof(T) == 8)
                Avx2.MaskStore((long*)address, mask.AsInt64(), value.AsInt64());
            else if (Avx512BW.VL.IsSupported && sizeof(T) == 2)
                Avx512BW.VL.MaskStore((short*)address, mask.AsInt16(), value.AsInt16());
            else if (Avx512BW.VL.IsSupported && sizeof(T) == 1)
                Avx512BW.VL.MaskStore((sbyte*)address, mask.AsSByte(), value.AsSByte());
            else
                StoreEach(value, mask, address);
        }
    }

    private static void StoreEach<T>(Vector128<T> value, Vector128<T> mask, T* address)
    {
        for (var selected = SelectedBytes(mask.AsByte()); selected != 0;)
        {
            var lane = System.Numerics.BitOperations.TrailingZeroCount(selected) / sizeof(T);
            address[lane] = value.GetElement(lane);
            selected &= ~(((1u << sizeof(T)) - 1) << (lane * sizeof(T)));
        }
    }

    private static uint SelectedBytes(Vector128<byte> mask) => SelectedLanes.Of(mask);
}
