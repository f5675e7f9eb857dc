using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Moves elements narrower than a lane into vectors of 128 bits and out of them: widened by value when loaded, truncated as a C# cast
/// does when stored.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LaneMemory128
{
    /// <summary>Loads 4 elements of <c>byte</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadInt32(ref byte source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref source, index)))).AsByte())
        : Vector128.Create((int)Unsafe.Add(ref source, index + 0), (int)Unsafe.Add(ref source, index + 1), (int)Unsafe.Add(ref source, index + 2), (int)Unsafe.Add(ref source, index + 3));

    /// <summary>Loads 4 elements of <c>sbyte</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadInt32(ref sbyte source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref source, index)))).AsSByte())
        : Vector128.Create((int)Unsafe.Add(ref source, index + 0), (int)Unsafe.Add(ref source, index + 1), (int)Unsafe.Add(ref source, index + 2), (int)Unsafe.Add(ref source, index + 3));

    /// <summary>Loads 4 elements of <c>short</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadInt32(ref short source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref source, index)))).AsInt16())
        : Vector128.Create((int)Unsafe.Add(ref source, index + 0), (int)Unsafe.Add(ref source, index + 1), (int)Unsafe.Add(ref source, index + 2), (int)Unsafe.Add(ref source, index + 3));

    /// <summary>Loads 4 elements of <c>ushort</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadInt32(ref ushort source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, index)))).AsUInt16())
        : Vector128.Create((int)Unsafe.Add(ref source, index + 0), (int)Unsafe.Add(ref source, index + 1), (int)Unsafe.Add(ref source, index + 2), (int)Unsafe.Add(ref source, index + 3));

    /// <summary>Loads 2 elements of <c>byte</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LoadInt64(ref byte source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ushort>(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref source, index)))).AsByte())
        : Vector128.Create((long)Unsafe.Add(ref source, index + 0), (long)Unsafe.Add(ref source, index + 1));

    /// <summary>Loads 2 elements of <c>sbyte</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LoadInt64(ref sbyte source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ushort>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref source, index)))).AsSByte())
        : Vector128.Create((long)Unsafe.Add(ref source, index + 0), (long)Unsafe.Add(ref source, index + 1));

    /// <summary>Loads 2 elements of <c>short</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LoadInt64(ref short source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref source, index)))).AsInt16())
        : Vector128.Create((long)Unsafe.Add(ref source, index + 0), (long)Unsafe.Add(ref source, index + 1));

    /// <summary>Loads 2 elements of <c>ushort</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LoadInt64(ref ushort source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, index)))).AsUInt16())
        : Vector128.Create((long)Unsafe.Add(ref source, index + 0), (long)Unsafe.Add(ref source, index + 1));

    /// <summary>Loads 2 elements of <c>int</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LoadInt64(ref int source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<int, byte>(ref Unsafe.Add(ref source, index)))).AsInt32())
        : Vector128.Create((long)Unsafe.Add(ref source, index + 0), (long)Unsafe.Add(ref source, index + 1));

    /// <summary>Loads 2 elements of <c>uint</c> as <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LoadInt64(ref uint source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref source, index)))).AsUInt32())
        : Vector128.Create((long)Unsafe.Add(ref source, index + 0), (long)Unsafe.Add(ref source, index + 1));

    /// <summary>Loads 2 elements of <c>float</c> as <c>double</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LoadDouble(ref float source, nuint index) => Sse2.IsSupported
        ? Sse2.ConvertToVector128Double(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, index)))).AsSingle())
        : Vector128.Create((double)Unsafe.Add(ref source, index + 0), (double)Unsafe.Add(ref source, index + 1));

    /// <summary>Stores 4 lanes of <c>int</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<int> value, ref byte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(value, value), Vector128.Narrow(value, value)).AsUInt32().ToScalar());
    }

    /// <summary>Stores 4 lanes of <c>int</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<int> value, ref sbyte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(value, value), Vector128.Narrow(value, value)).AsUInt32().ToScalar());
    }

    /// <summary>Stores 4 lanes of <c>int</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<int> value, ref short destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(value, value).AsUInt64().ToScalar());
    }

    /// <summary>Stores 4 lanes of <c>int</c> as <c>ushort</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<int> value, ref ushort destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(value, value).AsUInt64().ToScalar());
    }

    /// <summary>Stores 2 lanes of <c>long</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<long> value, ref byte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<byte, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(Vector128.Narrow(value, value), Vector128.Narrow(value, value)), Vector128.Narrow(Vector128.Narrow(value, value), Vector128.Narrow(value, value))).AsUInt16().ToScalar());
    }

    /// <summary>Stores 2 lanes of <c>long</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<long> value, ref sbyte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(Vector128.Narrow(value, value), Vector128.Narrow(value, value)), Vector128.Narrow(Vector128.Narrow(value, value), Vector128.Narrow(value, value))).AsUInt16().ToScalar());
    }

    /// <summary>Stores 2 lanes of <c>long</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<long> value, ref short destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(value, value), Vector128.Narrow(value, value)).AsUInt32().ToScalar());
    }

    /// <summary>Stores 2 lanes of <c>long</c> as <c>ushort</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<long> value, ref ushort destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(Vector128.Narrow(value, value), Vector128.Narrow(value, value)).AsUInt32().ToScalar());
    }

    /// <summary>Stores 2 lanes of <c>long</c> as <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<long> value, ref int destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<int, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(value, value).AsUInt64().ToScalar());
    }

    /// <summary>Stores 2 lanes of <c>long</c> as <c>uint</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<long> value, ref uint destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(value, value).AsUInt64().ToScalar());
    }

    /// <summary>Stores 2 lanes of <c>double</c> as <c>float</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<double> value, ref float destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(value, value).AsUInt64().ToScalar());
    }

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector128<int> value, Vector128<int> mask, ref int destination) =>
        MaskedLanes.Store(value, mask, ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector128<uint> value, Vector128<int> mask, ref uint destination) =>
        MaskedLanes.Store(value, mask.AsUInt32(), ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector128<float> value, Vector128<int> mask, ref float destination) =>
        MaskedLanes.Store(value, mask.AsSingle(), ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector128<long> value, Vector128<long> mask, ref long destination) =>
        MaskedLanes.Store(value, mask, ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector128<ulong> value, Vector128<long> mask, ref ulong destination) =>
        MaskedLanes.Store(value, mask.AsUInt64(), ref destination);

    /// <summary>Stores the selected lanes; the others are not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked(Vector128<double> value, Vector128<long> mask, ref double destination) =>
        MaskedLanes.Store(value, mask.AsDouble(), ref destination);

    /// <summary>Stores the selected lanes as <c>byte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<int> value, Vector128<int> mask, ref byte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>sbyte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<int> value, Vector128<int> mask, ref sbyte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>short</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<int> value, Vector128<int> mask, ref short destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>ushort</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<int> value, Vector128<int> mask, ref ushort destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>byte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<long> value, Vector128<long> mask, ref byte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>sbyte</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<long> value, Vector128<long> mask, ref sbyte destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>short</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<long> value, Vector128<long> mask, ref short destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>ushort</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<long> value, Vector128<long> mask, ref ushort destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>int</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<long> value, Vector128<long> mask, ref int destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>uint</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<long> value, Vector128<long> mask, ref uint destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>Stores the selected lanes as <c>float</c>; the others are not touched.</summary>
    public static void StoreMasked(Vector128<double> value, Vector128<long> mask, ref float destination)
    {
        if (SelectedLanes.AreAll(mask))
            Store(value, ref destination, 0);
        else
            LaneGather128.Store(value, mask, ref destination, 0, 1);
    }

    /// <summary>The nearest <c>float</c> of each lane, as a <c>double</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> RoundToSingle(Vector128<double> value) =>
        Sse2.IsSupported
            ? Sse2.ConvertToVector128Double(Sse2.ConvertToVector128Single(value))
            : Vector128.Create((double)(float)value.GetElement(0), (double)(float)value.GetElement(1));
}
