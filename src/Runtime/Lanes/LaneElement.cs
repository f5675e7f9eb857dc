using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Converts single values between memory and a lane: by value from the narrower to the wider type, truncated or rounded as an unchecked
/// C# cast from the wider to the narrower. The types are constants to the JIT, which keeps one branch of each method.
/// </summary>
internal static class LaneElement
{
    /// <summary>A value of one primitive number type as another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTo Convert<TFrom, TTo>(TFrom value)
        where TFrom : struct
        where TTo : struct
    {
        if (typeof(TFrom) == typeof(TTo))
            return Unsafe.BitCast<TFrom, TTo>(value);
        if (typeof(TFrom) == typeof(float) && typeof(TTo) == typeof(double))
            return Unsafe.BitCast<double, TTo>(Unsafe.BitCast<TFrom, float>(value));
        if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(float))
            return Unsafe.BitCast<float, TTo>((float)Unsafe.BitCast<TFrom, double>(value));
        return FromInt64<TTo>(ToInt64(value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToInt64<T>(T value)
        where T : struct
    {
        if (typeof(T) == typeof(byte))
            return Unsafe.BitCast<T, byte>(value);
        if (typeof(T) == typeof(sbyte))
            return Unsafe.BitCast<T, sbyte>(value);
        if (typeof(T) == typeof(short))
            return Unsafe.BitCast<T, short>(value);
        if (typeof(T) == typeof(ushort))
            return Unsafe.BitCast<T, ushort>(value);
        if (typeof(T) == typeof(int))
            return Unsafe.BitCast<T, int>(value);
        if (typeof(T) == typeof(uint))
            return Unsafe.BitCast<T, uint>(value);
        return Unsafe.BitCast<T, long>(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FromInt64<T>(long value)
        where T : struct
    {
        if (typeof(T) == typeof(byte))
            return Unsafe.BitCast<byte, T>(unchecked((byte)value));
        if (typeof(T) == typeof(sbyte))
            return Unsafe.BitCast<sbyte, T>(unchecked((sbyte)value));
        if (typeof(T) == typeof(short))
            return Unsafe.BitCast<short, T>(unchecked((short)value));
        if (typeof(T) == typeof(ushort))
            return Unsafe.BitCast<ushort, T>(unchecked((ushort)value));
        if (typeof(T) == typeof(int))
            return Unsafe.BitCast<int, T>(unchecked((int)value));
        if (typeof(T) == typeof(uint))
            return Unsafe.BitCast<uint, T>(unchecked((uint)value));
        return Unsafe.BitCast<long, T>(value);
    }
}
