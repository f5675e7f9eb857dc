using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <content>Bytes in lanes of 16 bits.</content>
public static partial class LaneMemory128
{
    /// <summary>Loads 8 elements of <c>byte</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> LoadInt16(ref byte source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int16(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, index))).AsByte())
        : Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, index))).AsByte()).AsInt16();

    /// <summary>Loads 8 elements of <c>sbyte</c> as <c>short</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> LoadInt16(ref sbyte source, nuint index) => Sse41.IsSupported
        ? Sse41.ConvertToVector128Int16(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref source, index)))).AsSByte())
        : Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref source, index)))).AsSByte());

    /// <summary>Stores 8 lanes of <c>short</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<short> value, ref byte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, index), Vector128.Narrow(value.AsUInt16(), value.AsUInt16()).AsUInt64().ToScalar());
    }

    /// <summary>Stores 8 lanes of <c>short</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<short> value, ref sbyte destination, nuint index)
    {
        Unsafe.WriteUnaligned(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref destination, index)), Vector128.Narrow(value, value).AsUInt64().ToScalar());
    }

    /// <summary>Stores 8 lanes of <c>ushort</c> as <c>byte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<ushort> value, ref byte destination, nuint index) => Store(value.AsInt16(), ref destination, index);

    /// <summary>Stores 8 lanes of <c>ushort</c> as <c>sbyte</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<ushort> value, ref sbyte destination, nuint index) => Store(value.AsInt16(), ref destination, index);
}
