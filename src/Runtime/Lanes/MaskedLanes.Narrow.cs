using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <content>
/// Loads of elements narrower than a lane, for the iterations at the end of a loop: the lanes that have one are the first of the vector, and no other
/// element is read.
/// </content>
public static unsafe partial class MaskedLanes
{
    /// <summary>
    /// Loads the elements of <c>byte</c> whose lane of the mask has all bits set, of which there may be none, as <c>int</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadInt32(ref byte source, nuint index, nuint present, Vector512<int> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 16);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int32(elements.GetLower()) : LaneMemory512.LoadInt32(ref Unsafe.As<Vector256<byte>, byte>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>sbyte</c> whose lane of the mask has all bits set, of which there may be none, as <c>int</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadInt32(ref sbyte source, nuint index, nuint present, Vector512<int> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 16);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int32(elements.GetLower()) : LaneMemory512.LoadInt32(ref Unsafe.As<Vector256<sbyte>, sbyte>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>short</c> whose lane of the mask has all bits set, of which there may be none, as <c>int</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadInt32(ref short source, nuint index, nuint present, Vector512<int> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 16);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int32(elements) : LaneMemory512.LoadInt32(ref Unsafe.As<Vector256<short>, short>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>ushort</c> whose lane of the mask has all bits set, of which there may be none, as <c>int</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadInt32(ref ushort source, nuint index, nuint present, Vector512<int> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 16);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int32(elements) : LaneMemory512.LoadInt32(ref Unsafe.As<Vector256<ushort>, ushort>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>byte</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref byte source, nuint index, nuint present, Vector512<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int64(elements.GetLower()) : LaneMemory512.LoadInt64(ref Unsafe.As<Vector256<byte>, byte>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>sbyte</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref sbyte source, nuint index, nuint present, Vector512<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int64(elements.GetLower()) : LaneMemory512.LoadInt64(ref Unsafe.As<Vector256<sbyte>, sbyte>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>short</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref short source, nuint index, nuint present, Vector512<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int64(elements.GetLower()) : LaneMemory512.LoadInt64(ref Unsafe.As<Vector256<short>, short>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>ushort</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref ushort source, nuint index, nuint present, Vector512<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int64(elements.GetLower()) : LaneMemory512.LoadInt64(ref Unsafe.As<Vector256<ushort>, ushort>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>int</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref int source, nuint index, nuint present, Vector512<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int64(elements) : LaneMemory512.LoadInt64(ref Unsafe.As<Vector256<int>, int>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>uint</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref uint source, nuint index, nuint present, Vector512<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Int64(elements) : LaneMemory512.LoadInt64(ref Unsafe.As<Vector256<uint>, uint>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>float</c> whose lane of the mask has all bits set, of which there may be none, as <c>double</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble(ref float source, nuint index, nuint present, Vector512<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Double(elements) : LaneMemory512.LoadDouble(ref Unsafe.As<Vector256<float>, float>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>byte</c> whose lane of the mask has all bits set, of which there may be none, as <c>int</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadInt32(ref byte source, nuint index, nuint present, Vector256<int> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int32(elements.GetLower()) : LaneMemory256.LoadInt32(ref Unsafe.As<Vector256<byte>, byte>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>sbyte</c> whose lane of the mask has all bits set, of which there may be none, as <c>int</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadInt32(ref sbyte source, nuint index, nuint present, Vector256<int> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int32(elements.GetLower()) : LaneMemory256.LoadInt32(ref Unsafe.As<Vector256<sbyte>, sbyte>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>short</c> whose lane of the mask has all bits set, of which there may be none, as <c>int</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadInt32(ref short source, nuint index, nuint present, Vector256<int> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int32(elements.GetLower()) : LaneMemory256.LoadInt32(ref Unsafe.As<Vector256<short>, short>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>ushort</c> whose lane of the mask has all bits set, of which there may be none, as <c>int</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadInt32(ref ushort source, nuint index, nuint present, Vector256<int> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 8);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int32(elements.GetLower()) : LaneMemory256.LoadInt32(ref Unsafe.As<Vector256<ushort>, ushort>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>byte</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref byte source, nuint index, nuint present, Vector256<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 4);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int64(elements.GetLower()) : LaneMemory256.LoadInt64(ref Unsafe.As<Vector256<byte>, byte>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>sbyte</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref sbyte source, nuint index, nuint present, Vector256<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 4);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int64(elements.GetLower()) : LaneMemory256.LoadInt64(ref Unsafe.As<Vector256<sbyte>, sbyte>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>short</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref short source, nuint index, nuint present, Vector256<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 4);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int64(elements.GetLower()) : LaneMemory256.LoadInt64(ref Unsafe.As<Vector256<short>, short>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>ushort</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref ushort source, nuint index, nuint present, Vector256<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 4);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int64(elements.GetLower()) : LaneMemory256.LoadInt64(ref Unsafe.As<Vector256<ushort>, ushort>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>int</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref int source, nuint index, nuint present, Vector256<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 4);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int64(elements.GetLower()) : LaneMemory256.LoadInt64(ref Unsafe.As<Vector256<int>, int>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>uint</c> whose lane of the mask has all bits set, of which there may be none, as <c>long</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref uint source, nuint index, nuint present, Vector256<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 4);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int64(elements.GetLower()) : LaneMemory256.LoadInt64(ref Unsafe.As<Vector256<uint>, uint>(ref elements), 0);
    }

    /// <summary>
    /// Loads the elements of <c>float</c> whose lane of the mask has all bits set, of which there may be none, as <c>double</c>; the other lanes hold an
    /// element that is there in any case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble(ref float source, nuint index, nuint present, Vector256<long> mask)
    {
        var elements = Elements(ref source, index, present, BitOperations.PopCount(SelectedLanes.Of(mask)), 4);
        return Avx.IsSupported ? Avx.ConvertToVector256Double(elements.GetLower()) : LaneMemory256.LoadDouble(ref Unsafe.As<Vector256<float>, float>(ref elements), 0);
    }

    /// <summary>The first elements from an index on, and behind them another one as often as fills a number of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Elements<T>(ref T source, nuint index, nuint present, int count, int lanes)
        where T : unmanaged, INumber<T>
    {
        ref var start = ref Unsafe.Add(ref source, present);
        var other = Vector256.Create(start);
        fixed (T* known = &start)
        {
            var address = known + (index - present);
            if (lanes * sizeof(T) <= 16)
                return Elements(address, count, other.GetLower()).ToVector256Unsafe();
            if (Avx2.IsSupported && sizeof(T) == 4)
            {
                var live = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count));
                return Vector256.ConditionalSelect(live.As<int, T>(), Avx2.MaskLoad((int*)address, live).As<int, T>(), other);
            }

            if (Avx512BW.VL.IsSupported && sizeof(T) == 2)
                return Avx512BW.VL.MaskLoad((short*)address, Vector256.LessThan(Vector256<short>.Indices, Vector256.Create((short)count)), other.AsInt16()).As<short, T>();
            var half = Vector128<T>.Count;
            return Vector256.Create(Elements(address, Math.Min(count, half), other.GetLower()), Elements(address + half, Math.Max(count - half, 0), other.GetLower()));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Elements<T>(T* address, int count, Vector128<T> other)
        where T : unmanaged, INumber<T>
    {
        var live = Vector128.LessThan(Vector128<T>.Indices, Vector128.Create(T.CreateTruncating(count)));
        if (Avx512BW.VL.IsSupported && sizeof(T) == 1)
            return Avx512BW.VL.MaskLoad((byte*)address, live.AsByte(), other.AsByte()).As<byte, T>();
        if (Avx512BW.VL.IsSupported && sizeof(T) == 2)
            return Avx512BW.VL.MaskLoad((short*)address, live.AsInt16(), other.AsInt16()).As<short, T>();
        return Vector128.ConditionalSelect(live, FirstBytes((byte*)address, count * sizeof(T)).As<byte, T>(), other);
    }

    /// <summary>At most 16 bytes, by loads that overlap; the others are 0.</summary>
    private static Vector128<byte> FirstBytes(byte* address, int count)
    {
        if (count >= 16)
            return Vector128.Load(address);
        if (count > 8)
            return Vector128.Create(Unsafe.ReadUnaligned<ulong>(address), Unsafe.ReadUnaligned<ulong>(address + count - 8) >> (8 * (16 - count))).AsByte();
        var bytes = count switch
        {
            8 => Unsafe.ReadUnaligned<ulong>(address),
            >= 4 => Unsafe.ReadUnaligned<uint>(address) | ((ulong)Unsafe.ReadUnaligned<uint>(address + count - 4) << (8 * (count - 4))),
            >= 2 => Unsafe.ReadUnaligned<ushort>(address) | ((ulong)address[count - 1] << (8 * (count - 1))),
            1 => *address,
            _ => 0UL,
        };
        return Vector128.CreateScalar(bytes).AsByte();
    }
}
