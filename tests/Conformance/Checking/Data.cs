using System.Numerics;

namespace AutoParallel.Conformance.Checking;

/// <summary>Inputs: a function of size and seed alone, so that every run and every process sees the same.</summary>
internal static class Data
{
    /// <summary>The count from which values are made once and copied after that.</summary>
    private const int LargeCount = 20_000;

    private static readonly Dictionary<(Type Type, int Count, int Seed), Array> _large = [];

    /// <summary>Integers of the full range with the type's extremes among them, or <see cref="Floats{T}"/>.</summary>
    public static T[] Of<T>(int count, int seed = 1)
        where T : struct, INumber<T>
    {
        if (count < LargeCount)
            return Make<T>(count, seed);
        lock (_large)
        {
            if (!_large.TryGetValue((typeof(T), count, seed), out var values))
                _large.Add((typeof(T), count, seed), values = Make<T>(count, seed));
            return (T[])values.Clone();
        }
    }

    private static T[] Make<T>(int count, int seed)
        where T : struct, INumber<T>
    {
        if (typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half))
            return Floats<T>(count, seed);
        if (typeof(T) == typeof(decimal))
            return [.. Enumerable.Range(0, count).Select(i => T.CreateChecked(((long)Random(i, seed) >> 30) / 100m))];
        var values = new T[count];
        for (var i = 0; i < count; i++)
            values[i] = Integer<T>(Random(i, seed));
        return values;
    }

    /// <summary>
    /// Ordinary numbers with both zeros, both infinities, denormals, the largest numbers and the NaN that the processor itself makes,
    /// so that it does not matter which of two NaNs an operation passes on.
    /// </summary>
    public static T[] Floats<T>(int count, int seed = 1)
        where T : struct, INumber<T>
    {
        var values = Ordinary<T>(count, seed);
        for (var i = 0; i < count; i++)
        {
            var random = Random(i, seed + 1000);
            if (random % 5 == 0)
                values[i] = Special<T>((int)(random / 5 % 12));
        }

        return values;
    }

    /// <summary>A NaN that the processor does not make by itself.</summary>
    public static T PayloadNaN<T>(int payload = 0x1234)
        where T : struct, INumber<T> =>
        typeof(T) == typeof(double)
            ? (T)(object)BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000 + payload)
            : (T)(object)BitConverter.Int32BitsToSingle(0x7FC0_0000 + payload);

    /// <summary>Ordinary numbers with one NaN in each four, each with a payload of its own and some of them negative.</summary>
    public static T[] Payloads<T>(int count, int seed = 1)
        where T : struct, INumber<T>
    {
        var values = Ordinary<T>(count, seed);
        for (var i = 0; i < count; i++)
        {
            if (Random(i, seed + 2000) % 4 == 0)
                values[i] = i % 8 < 4 ? PayloadNaN<T>(i + 1) : -PayloadNaN<T>(i + 1);
        }

        return values;
    }

    /// <summary>Numbers between -8 and 8 with all their bits in use.</summary>
    public static T[] Ordinary<T>(int count, int seed = 1)
        where T : struct, INumber<T>
    {
        var values = new T[count];
        for (var i = 0; i < count; i++)
            values[i] = T.CreateTruncating((((double)(Random(i, seed) >> 11) / (1L << 53)) - 0.5) * 16);
        return values;
    }

    /// <summary>Numbers near one, whose product neither vanishes nor overflows.</summary>
    public static T[] NearOne<T>(int count, int seed = 1)
        where T : struct, INumber<T>
    {
        var values = new T[count];
        for (var i = 0; i < count; i++)
            values[i] = T.CreateTruncating(1 + (((double)(Random(i, seed) >> 11) / (1L << 53)) - 0.5) / 64);
        return values;
    }

    /// <summary>Small whole numbers from 0 to before <paramref name="end"/>.</summary>
    public static T[] Small<T>(int count, int end, int seed = 1)
        where T : struct, INumber<T> =>
        [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating((long)(Random(i, seed) % (ulong)end)))];

    /// <summary>As <see cref="Of{T}"/>, in rows and columns.</summary>
    public static T[,] Matrix<T>(int rows, int columns, int seed = 1)
        where T : struct, INumber<T>
    {
        var values = Of<T>(rows * columns, seed);
        var matrix = new T[rows, columns];
        for (var i = 0; i < values.Length; i++)
            matrix[i / columns, i % columns] = values[i];
        return matrix;
    }

    /// <summary>As <see cref="Of{T}"/>, in rows of their own; every third is one longer.</summary>
    public static T[][] Rows<T>(int rows, int columns, int seed = 1)
        where T : struct, INumber<T> =>
        [.. Enumerable.Range(0, rows).Select(row => Of<T>(columns + (row % 3 == 2 ? 1 : 0), seed + row))];

    /// <summary>Booleans.</summary>
    public static bool[] Flags(int count, int seed = 1) => [.. Enumerable.Range(0, count).Select(i => (Random(i, seed) & 4) != 0)];

    /// <summary>Short texts, some of them empty.</summary>
    public static string[] Texts(int count, int seed = 1) =>
        [.. Enumerable.Range(0, count).Select(i => new string((char)('a' + (Random(i, seed) % 26)), (int)(Random(i, seed + 1) % 5)) + (i % 7 == 0 ? "" : $"{i % 11} é"))];

    /// <summary>SplitMix64 (Steele, Lea and Flood, 2014) of the position.</summary>
    public static ulong Random(int position, int seed)
    {
        var z = (ulong)position * 0x9E3779B97F4A7C15 + (ulong)seed * 0xD1B54A32D192ED03 + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static T Integer<T>(ulong random)
        where T : struct, INumber<T> =>
        (random % 16) switch
        {
            0 => T.Zero,
            1 => T.One,
            2 => Extreme<T>(true),
            3 => Extreme<T>(false),
            4 => unchecked(T.Zero - T.One),
            5 => T.CreateTruncating((random >> 8) % 100),
            _ => T.CreateTruncating(random >> 3),
        };

    private static T Extreme<T>(bool smallest)
        where T : struct, INumber<T>
    {
        var allOnes = unchecked(T.Zero - T.One);
        if (allOnes > T.Zero)
            return smallest ? T.Zero : allOnes;
        var bits = System.Runtime.CompilerServices.Unsafe.SizeOf<T>() * 8;
        var least = T.CreateTruncating(Int128.NegativeOne << (bits - 1));
        return smallest ? least : unchecked(least - T.One);
    }

    private static T Special<T>(int which)
        where T : struct, INumber<T>
    {
        var isSingle = typeof(T) == typeof(float);
        var isDouble = typeof(T) == typeof(double);
        return which switch
        {
            0 => T.Zero,
            1 => -T.Zero,
            2 => isDouble ? (T)(object)double.PositiveInfinity : isSingle ? (T)(object)float.PositiveInfinity : (T)(object)Half.PositiveInfinity,
            3 => isDouble ? (T)(object)double.NegativeInfinity : isSingle ? (T)(object)float.NegativeInfinity : (T)(object)Half.NegativeInfinity,
            4 => isDouble ? (T)(object)double.NaN : isSingle ? (T)(object)float.NaN : (T)(object)Half.NaN,
            5 => isDouble ? (T)(object)double.Epsilon : isSingle ? (T)(object)float.Epsilon : (T)(object)Half.Epsilon,
            6 => isDouble ? (T)(object)-1.5e-310 : isSingle ? (T)(object)-3e-40f : (T)(object)(Half)(-2e-6f),
            7 => isDouble ? (T)(object)double.MaxValue : isSingle ? (T)(object)float.MaxValue : (T)(object)Half.MaxValue,
            8 => isDouble ? (T)(object)double.MinValue : isSingle ? (T)(object)float.MinValue : (T)(object)Half.MinValue,
            9 => T.CreateSaturating(2147483648.0),
            10 => T.CreateSaturating(-2147483649.0),
            _ => T.CreateSaturating(0.5),
        };
    }
}
