using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Stores some lanes of a vector. Lanes that are not selected are not touched: reading and writing them back would undo what
/// another thread of the program wrote there in between.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class MaskedLanes
{
    /// <summary>Stores the lanes whose mask has all bits set; each lane of the mask has all or none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, Vector512<T> mask, ref T destination)
    {
        if (mask.AsByte() == Vector512<byte>.AllBitsSet)
            value.StoreUnsafe(ref destination);
        else if (mask.AsByte() != Vector512<byte>.Zero)
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

    private static void StoreSome<T>(Vector512<T> value, Vector512<T> mask, ref T destination)
    {
        StoreSome(value.GetLower(), mask.GetLower(), ref destination);
        StoreSome(value.GetUpper(), mask.GetUpper(), ref Unsafe.Add(ref destination, Vector256<T>.Count));
    }

    private static void StoreSome<T>(Vector256<T> value, Vector256<T> mask, ref T destination)
    {
        if (Avx2.IsSupported && sizeof(T) == 4)
        {
            fixed (void* address = &Unsafe.As<T, byte>(ref destination))
                Avx2.MaskStore((int*)address, mask.AsInt32(), value.AsInt32());
        }
        else if (Avx2.IsSupported && sizeof(T) == 8)
        {
            fixed (void* address = &Unsafe.As<T, byte>(ref destination))
                Avx2.MaskStore((long*)address, mask.AsInt64(), value.AsInt64());
        }
        else
        {
            StoreSome(value.GetLower(), mask.GetLower(), ref destination);
            StoreSome(value.GetUpper(), mask.GetUpper(), ref Unsafe.Add(ref destination, Vector128<T>.Count));
        }
    }

    private static void StoreSome<T>(Vector128<T> value, Vector128<T> mask, ref T destination)
    {
        var selected = mask.AsByte();
        for (var lane = 0; lane < Vector128<T>.Count; lane++)
        {
            if (selected.GetElement(lane * sizeof(T)) != 0)
                Unsafe.Add(ref destination, lane) = value.GetElement(lane);
        }
    }
}
