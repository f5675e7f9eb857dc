using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Moves elements narrower than a lane into vectors of 256 bits and out of them: widened by value when loaded, truncated as a C# cast
/// does when stored.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LaneMemory256
{
    /// <summary>Loads 8 elements of <c>byte</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadInt32(ref byte source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref source, index)))).AsByte())
        : Vector256.Create(LaneMemory128.LoadInt32(ref source, index), LaneMemory128.LoadInt32(ref source, index + 4));

    /// <summary>Loads 8 elements of <c>sbyte</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadInt32(ref sbyte source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref source, index)))).AsSByte())
        : Vector256.Create(LaneMemory128.LoadInt32(ref source, index), LaneMemory128.LoadInt32(ref source, index + 4));

    /// <summary>Loads 8 elements of <c>short</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadInt32(ref short source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref source, index))
        : Vector256.Create(LaneMemory128.LoadInt32(ref source, index), LaneMemory128.LoadInt32(ref source, index + 4));

    /// <summary>Loads 8 elements of <c>ushort</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadInt32(ref ushort source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref source, index))
        : Vector256.Create(LaneMemory128.LoadInt32(ref source, index), LaneMemory128.LoadInt32(ref source, index + 4));

    /// <summary>Loads 4 elements of <c>byte</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref byte source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref source, index)))).AsByte())
        : Vector256.Create(LaneMemory128.LoadInt64(ref source, index), LaneMemory128.LoadInt64(ref source, index + 2));

    /// <summary>Loads 4 elements of <c>sbyte</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref sbyte source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref source, index)))).AsSByte())
        : Vector256.Create(LaneMemory128.LoadInt64(ref source, index), LaneMemory128.LoadInt64(ref source, index + 2));

    /// <summary>Loads 4 elements of <c>short</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref short source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref source, index)))).AsInt16())
        : Vector256.Create(LaneMemory128.LoadInt64(ref source, index), LaneMemory128.LoadInt64(ref source, index + 2));

    /// <summary>Loads 4 elements of <c>ushort</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref ushort source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, index)))).AsUInt16())
        : Vector256.Create(LaneMemory128.LoadInt64(ref source, index), LaneMemory128.LoadInt64(ref source, index + 2));

    /// <summary>Loads 4 elements of <c>int</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref int source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref source, index))
        : Vector256.Create(LaneMemory128.LoadInt64(ref source, index), LaneMemory128.LoadInt64(ref source, index + 2));

    /// <summary>Loads 4 elements of <c>uint</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadInt64(ref uint source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref source, index))
        : Vector256.Create(LaneMemory128.LoadInt64(ref source, index), LaneMemory128.LoadInt64(ref source, index + 2));

    /// <summary>Loads 4 elements of <c>float</c> as <c>double</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble(ref float source, nuint index) => Avx.IsSupported
        ? Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref source, index))
        : Vector256.Create(LaneMemory128.LoadDouble(ref source, index), LaneMemory128.LoadDouble(ref source, index + 2));

    /// <summary>Stores 8 lanes of <c>int</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> value, ref byte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(value.GetLower(), value.GetUpper()), Vector128.Narrow(value.GetLower(), value.GetUpper())).AsUInt64().ToScalar());
    }

    /// <summary>Stores 8 lanes of <c>int</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> value, ref sbyte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(value.GetLower(), value.GetUpper()), Vector128.Narrow(value.GetLower(), value.GetUpper())).AsUInt64().ToScalar());
    }

    /// <summary>Stores 8 lanes of <c>int</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> value, ref short destination, nuint index)
    {
        Vector128.Narrow(value.GetLower(), value.GetUpper()).AsInt16().StoreUnsafe(ref destination, index);
    }

    /// <summary>Stores 8 lanes of <c>int</c> as <c>ushort</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> value, ref ushort destination, nuint index)
    {
        Vector128.Narrow(value.GetLower(), value.GetUpper()).AsUInt16().StoreUnsafe(ref destination, index);
    }

    /// <summary>Stores 4 lanes of <c>long</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<long> value, ref byte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(Vector128.Narrow(value.GetLower(), value.GetUpper()), Vector128.Narrow(value.GetLower(), value.GetUpper())), Vector128.Narrow(Vector128.Narrow(value.GetLower(), value.GetUpper()), Vector128.Narrow(value.GetLower(), value.GetUpper()))).AsUInt32().ToScalar());
    }

    /// <summary>Stores 4 lanes of <c>long</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<long> value, ref sbyte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(Vector128.Narrow(value.GetLower(), value.GetUpper()), Vector128.Narrow(value.GetLower(), value.GetUpper())), Vector128.Narrow(Vector128.Narrow(value.GetLower(), value.GetUpper()), Vector128.Narrow(value.GetLower(), value.GetUpper()))).AsUInt32().ToScalar());
    }

    /// <summary>Stores 4 lanes of <c>long</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<long> value, ref short destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(value.GetLower(), value.GetUpper()), Vector128.Narrow(value.GetLower(), value.GetUpper())).AsUInt64().ToScalar());
    }

    /// <summary>Stores 4 lanes of <c>long</c> as <c>ushort</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<long> value, ref ushort destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(value.GetLower(), value.GetUpper()), Vector128.Narrow(value.GetLower(), value.GetUpper())).AsUInt64().ToScalar());
    }

    /// <summary>Stores 4 lanes of <c>long</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<long> value, ref int destination, nuint index)
    {
        Vector128.Narrow(value.GetLower(), value.GetUpper()).AsInt32().StoreUnsafe(ref destination, index);
    }

    /// <summary>Stores 4 lanes of <c>long</c> as <c>uint</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<long> value, ref uint destination, nuint index)
    {
        Vector128.Narrow(value.GetLower(), value.GetUpper()).AsUInt32().StoreUnsafe(ref destination, index);
    }

    /// <summary>Stores 4 lanes of <c>double</c> as <c>float</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> value, ref float destination, nuint index)
    {
        Vector128.Narrow(value.GetLower(), value.GetUpper()).StoreUnsafe(ref destination, index);
    }

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector256<int> value, Vector256<int> mask, ref int destination) =>
        MaskedLanes.Store(value, mask, ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector256<uint> value, Vector256<int> mask, ref uint destination) =>
        MaskedLanes.Store(value, mask.AsUInt32(), ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector256<float> value, Vector256<int> mask, ref float destination) =>
        MaskedLanes.Store(value, mask.AsSingle(), ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector256<long> value, Vector256<long> mask, ref long destination) =>
        MaskedLanes.Store(value, mask, ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector256<ulong> value, Vector256<long> mask, ref ulong destination) =>
        MaskedLanes.Store(value, mask.AsUInt64(), ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector256<double> value, Vector256<long> mask, ref double destination) =>
        MaskedLanes.Store(value, mask.AsDouble(), ref destination);

    /// <summary>Stores the selected lanes as <c>byte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<int> value, Vector256<int> mask, ref byte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>sbyte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<int> value, Vector256<int> mask, ref sbyte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>short</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<int> value, Vector256<int> mask, ref short destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>ushort</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<int> value, Vector256<int> mask, ref ushort destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>byte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<long> value, Vector256<long> mask, ref byte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>sbyte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<long> value, Vector256<long> mask, ref sbyte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>short</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<long> value, Vector256<long> mask, ref short destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>ushort</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<long> value, Vector256<long> mask, ref ushort destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>int</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<long> value, Vector256<long> mask, ref int destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>uint</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<long> value, Vector256<long> mask, ref uint destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>float</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector256<double> value, Vector256<long> mask, ref float destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather256.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>The nearest <c>float</c> of each lane, as a <c>double</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> RoundToSingle(Vector256<double> value) =>
        Avx.IsSupported
            ? Avx.ConvertToVector256Double(Avx.ConvertToVector128Single(value))
            : Vector256.Create(LaneMemory128.RoundToSingle(value.GetLower()), LaneMemory128.RoundToSingle(value.GetUpper()));
}
