using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <content>Bytes in lanes of 16 bits.</content>
public static partial class LaneMemory512
{
    /// <summary>Loads 32 elements of <c>byte</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> LoadInt16(ref byte source, nuint index) => Avx512BW.IsSupported
        ? Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt16(ref source, index), LaneMemory256.LoadInt16(ref source, index + 16));

    /// <summary>Loads 32 elements of <c>sbyte</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> LoadInt16(ref sbyte source, nuint index) => Avx512BW.IsSupported
        ? Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref source, index))
        : Vector512.Create(LaneMemory256.LoadInt16(ref source, index), LaneMemory256.LoadInt16(ref source, index + 16));

    /// <summary>Stores 32 lanes of <c>short</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<short> value, ref byte destination, nuint index)
    {
        if (Avx512BW.IsSupported)
        {
            Avx512BW.ConvertToVector256Byte(value.AsUInt16()).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 16);
    }

    /// <summary>Stores 32 lanes of <c>short</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<short> value, ref sbyte destination, nuint index)
    {
        if (Avx512BW.IsSupported)
        {
            Avx512BW.ConvertToVector256SByte(value).StoreUnsafe(ref destination, index);
            return;
        }

        LaneMemory256.Store(value.GetLower(), ref destination, index);
        LaneMemory256.Store(value.GetUpper(), ref destination, index + 16);
    }

    /// <summary>Stores 32 lanes of <c>ushort</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<ushort> value, ref byte destination, nuint index) => Store(value.AsInt16(), ref destination, index);

    /// <summary>Stores 32 lanes of <c>ushort</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<ushort> value, ref sbyte destination, nuint index) => Store(value.AsInt16(), ref destination, index);
}
