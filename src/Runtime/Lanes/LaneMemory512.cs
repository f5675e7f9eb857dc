using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Moves elements narrower than a lane into vectors of 512 bits and out of them: widened by value when loaded, truncated as a C# cast
/// does when stored.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LaneMemory512
{
    /// <summary>Loads 16 elements of <c>byte</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadInt32(ref byte source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt32(ref source, index), LaneMemory256.LoadInt32(ref source, index + 8));

    /// <summary>Loads 16 elements of <c>sbyte</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadInt32(ref sbyte source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt32(ref source, index), LaneMemory256.LoadInt32(ref source, index + 8));

    /// <summary>Loads 16 elements of <c>short</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadInt32(ref short source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int32(Vector256.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt32(ref source, index), LaneMemory256.LoadInt32(ref source, index + 8));

    /// <summary>Loads 16 elements of <c>ushort</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadInt32(ref ushort source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int32(Vector256.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt32(ref source, index), LaneMemory256.LoadInt32(ref source, index + 8));

    /// <summary>Loads 8 elements of <c>byte</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref byte source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref source, index)))).AsByte())
        : Vector512.Create(LaneMemory256.LoadInt64(ref source, index), LaneMemory256.LoadInt64(ref source, index + 4));

    /// <summary>Loads 8 elements of <c>sbyte</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref sbyte source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref source, index)))).AsSByte())
        : Vector512.Create(LaneMemory256.LoadInt64(ref source, index), LaneMemory256.LoadInt64(ref source, index + 4));

    /// <summary>Loads 8 elements of <c>short</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref short source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int64(Vector128.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt64(ref source, index), LaneMemory256.LoadInt64(ref source, index + 4));

    /// <summary>Loads 8 elements of <c>ushort</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref ushort source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int64(Vector128.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt64(ref source, index), LaneMemory256.LoadInt64(ref source, index + 4));

    /// <summary>Loads 8 elements of <c>int</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref int source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int64(Vector256.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt64(ref source, index), LaneMemory256.LoadInt64(ref source, index + 4));

    /// <summary>Loads 8 elements of <c>uint</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadInt64(ref uint source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int64(Vector256.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt64(ref source, index), LaneMemory256.LoadInt64(ref source, index + 4));

    /// <summary>Loads 8 elements of <c>float</c> as <c>double</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble(ref float source, nuint index) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadDouble(ref source, index), LaneMemory256.LoadDouble(ref source, index + 4));

    /// <summary>Stores 16 lanes of <c>int</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<int> value, ref byte destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128Byte(value.AsUInt32()).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 8);
    }

    /// <summary>Stores 16 lanes of <c>int</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<int> value, ref sbyte destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128SByte(value).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 8);
    }

    /// <summary>Stores 16 lanes of <c>int</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<int> value, ref short destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector256Int16(value).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 8);
    }

    /// <summary>Stores 16 lanes of <c>int</c> as <c>ushort</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<int> value, ref ushort destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector256UInt16(value.AsUInt32()).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 8);
    }

    /// <summary>Stores 8 lanes of <c>long</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<long> value, ref byte destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Unsafe.WriteUnaligned(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref destination, index)), Avx512F.ConvertToVector128Byte(value.AsUInt64()).AsUInt64().ToScalar());
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 4);
    }

    /// <summary>Stores 8 lanes of <c>long</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<long> value, ref sbyte destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Unsafe.WriteUnaligned(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref destination, index)), Avx512F.ConvertToVector128SByte(value).AsUInt64().ToScalar());
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 4);
    }

    /// <summary>Stores 8 lanes of <c>long</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<long> value, ref short destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128Int16(value).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 4);
    }

    /// <summary>Stores 8 lanes of <c>long</c> as <c>ushort</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<long> value, ref ushort destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128UInt16(value.AsUInt64()).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 4);
    }

    /// <summary>Stores 8 lanes of <c>long</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<long> value, ref int destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector256Int32(value).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 4);
    }

    /// <summary>Stores 8 lanes of <c>long</c> as <c>uint</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<long> value, ref uint destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector256UInt32(value.AsUInt64()).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 4);
    }

    /// <summary>Stores 8 lanes of <c>double</c> as <c>float</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, ref float destination, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector256Single(value).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 4);
    }

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector512<int> value, Vector512<int> mask, ref int destination) =>
        MaskedLanes.Store(value, mask, ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector512<uint> value, Vector512<int> mask, ref uint destination) =>
        MaskedLanes.Store(value, mask.AsUInt32(), ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector512<float> value, Vector512<int> mask, ref float destination) =>
        MaskedLanes.Store(value, mask.AsSingle(), ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector512<long> value, Vector512<long> mask, ref long destination) =>
        MaskedLanes.Store(value, mask, ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector512<ulong> value, Vector512<long> mask, ref ulong destination) =>
        MaskedLanes.Store(value, mask.AsUInt64(), ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector512<double> value, Vector512<long> mask, ref double destination) =>
        MaskedLanes.Store(value, mask.AsDouble(), ref destination);

    /// <summary>Stores the selected lanes as <c>byte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<int> value, Vector512<int> mask, ref byte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>sbyte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<int> value, Vector512<int> mask, ref sbyte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>short</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<int> value, Vector512<int> mask, ref short destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>ushort</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<int> value, Vector512<int> mask, ref ushort destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>byte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<long> value, Vector512<long> mask, ref byte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>sbyte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<long> value, Vector512<long> mask, ref sbyte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>short</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<long> value, Vector512<long> mask, ref short destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>ushort</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<long> value, Vector512<long> mask, ref ushort destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>int</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<long> value, Vector512<long> mask, ref int destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>uint</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<long> value, Vector512<long> mask, ref uint destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>float</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector512<double> value, Vector512<long> mask, ref float destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather512.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>The nearest <c>float</c> of each lane, as a <c>double</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> RoundToSingle(Vector512<double> value) =>
        Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(Avx512F.ConvertToVector256Single(value))
            : Vector512.Create(LaneMemory256.RoundToSingle(value.GetLower()), LaneMemory256.RoundToSingle(value.GetUpper()));
}
