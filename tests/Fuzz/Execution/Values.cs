using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

using AutoParallel.Fuzz.Generation;

namespace AutoParallel.Fuzz.Execution;

/// <summary>Random values of one type, drawn once; containers are filled from different places of the pool.</summary>
/// <typeparam name="T">A number type, <c>bool</c> or <c>char</c>.</typeparam>
internal static class Values<T>
    where T : unmanaged
{
    private const int Size = 1 << 15;

    private static readonly T[] _wild = Make(false);
    private static readonly T[] _exact = Make(true);

    /// <summary>Fills memory with values that follow from the seed and the container alone.</summary>
    public static void Fill(Span<T> target, bool isExact, int seed, int container)
    {
        var pool = isExact ? _exact : _wild;
        var at = new Randomness(((ulong)(uint)seed * 1_000_003UL) + (ulong)(uint)container).Below(Size);
        while (target.Length > 0)
        {
            var part = Math.Min(target.Length, Size - at);
            pool.AsSpan(at, part).CopyTo(target);
            target = target[part..];
            at = 0;
        }
    }

    private static T[] Make(bool isExact)
    {
        var random = new Randomness(isExact ? 11UL : 12UL);
        var values = new T[Size];
        for (var i = 0; i < Size; i++)
            values[i] = One(random.Next(), isExact);
        return values;
    }

    private static T One(ulong bits, bool isExact)
    {
        if (typeof(T) == typeof(bool))
            return As((bits & 256) != 0);
        if (typeof(T) == typeof(char))
            return As((char)Whole<ushort>(bits));
        if (typeof(T) == typeof(float))
            return As(Real<float>(bits, isExact));
        if (typeof(T) == typeof(double))
            return As(Real<double>(bits, isExact));
        if (typeof(T) == typeof(Half))
            return As(Real<Half>(bits, isExact));
        if (typeof(T) == typeof(sbyte))
            return As(Whole<sbyte>(bits));
        if (typeof(T) == typeof(byte))
            return As(Whole<byte>(bits));
        if (typeof(T) == typeof(short))
            return As(Whole<short>(bits));
        if (typeof(T) == typeof(ushort))
            return As(Whole<ushort>(bits));
        if (typeof(T) == typeof(int))
            return As(Whole<int>(bits));
        if (typeof(T) == typeof(uint))
            return As(Whole<uint>(bits));
        if (typeof(T) == typeof(long))
            return As(Whole<long>(bits));
        if (typeof(T) == typeof(ulong))
            return As(Whole<ulong>(bits));
        throw new ArgumentException($"no inputs are made for elements of type {typeof(T)}");
    }

    private static T As<TValue>(TValue value) => Unsafe.As<TValue, T>(ref value);

    private static TValue Whole<TValue>(ulong bits)
        where TValue : unmanaged, INumber<TValue>
    {
        return (bits % 8) switch
        {
            0 => TValue.CreateTruncating((long)(bits >> 8 & 7)),
            1 => TValue.CreateTruncating(bits >> 3),
            2 => TValue.CreateTruncating((bits & 8) != 0 ? long.MinValue >> (64 - (Unsafe.SizeOf<TValue>() * 8)) : long.MaxValue),
            _ => TValue.CreateTruncating((long)(bits >> 8 & 1023) - 200),
        };
    }

    private static TValue Real<TValue>(ulong bits, bool isExact)
        where TValue : unmanaged, INumber<TValue>
    {
        if (isExact)
            return TValue.CreateChecked((int)(bits >> 8 & 7) - 3);
        return (bits % 24) switch
        {
            0 => TValue.Zero,
            1 => -TValue.Zero,
            2 => TValue.CreateSaturating(double.PositiveInfinity),
            3 => TValue.CreateSaturating(double.NaN),
            4 => TValue.CreateSaturating(double.Parse("1e-320", CultureInfo.InvariantCulture)),
            5 => TValue.CreateSaturating(float.MaxValue),
            6 => TValue.CreateSaturating(-float.Epsilon),
            7 => TValue.CreateSaturating(2147483648.0),
            8 => TValue.CreateSaturating(-9.3e18),
            _ => TValue.CreateSaturating(((long)(bits >> 12) - (1L << 51)) / (double)(1L << 48)),
        };
    }
}
