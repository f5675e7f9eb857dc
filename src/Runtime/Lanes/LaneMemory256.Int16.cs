using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <content>Bytes in lanes of 16 bits.</content>
public static partial class LaneMemory256
{
    /// <summary>Loads 16 elements of <c>byte</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> LoadInt16(ref byte source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref source, index))
        : Vector256.Create(LaneMemory128.LoadInt16(ref source, index), LaneMemory128.LoadInt16(ref source, index + 8));

    /// <summary>Loads 16 elements of <c>sbyte</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> LoadInt16(ref sbyte source, nuint index) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref source, index))
        : Vector256.Create(LaneMemory128.LoadInt16(ref source, index), LaneMemory128.LoadInt16(ref source, index + 8));

    /// <summary>Stores 16 lanes of <c>short</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<short> value, ref byte destination, nuint index)
    {
        Vector128.Narrow(value.AsUInt16().GetLower(), value.AsUInt16().GetUpper()).StoreUnsafe(ref destination, index);
    }

    /// <summary>Stores 16 lanes of <c>short</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<short> value, ref sbyte destination, nuint index)
    {
        Vector128.Narrow(value.GetLower(), value.GetUpper()).StoreUnsafe(ref destination, index);
    }

    /// <summary>Stores 16 lanes of <c>ushort</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<ushort> value, ref byte destination, nuint index) => Store(value.AsInt16(), ref destination, index);

    /// <summary>Stores 16 lanes of <c>ushort</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<ushort> value, ref sbyte destination, nuint index) => Store(value.AsInt16(), ref destination, index);
}
