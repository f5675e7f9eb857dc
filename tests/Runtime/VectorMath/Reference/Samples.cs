namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>Arguments: special values, random ones in the ranges of a function, random bit patterns, and neighbours of hard points.</summary>
public static class Samples
{
    private static readonly double[] _special =
    [
        0, double.Epsilon, 1e-310, 2.2250738585072014E-308, 1e-300, 1e-100, 1e-20, 1e-8, 1e-5, 1e-3, 0.1, 0.25, 0.5, 0.7, 0.75, 1, 1.25,
        1.5, 2, 2.5, 3, 4, 5, 7, 8, 9, 10, 16, 20, 22, 23, 27, 37, 50, 64, 88, 100, 104, 127, 128, 150, 308, 350, 512, 700, 709, 710, 711,
        745, 746, 1000, 1023, 1024, 1075, 1e5, 1e10, 1e15, 1e16, 9007199254740991, 9007199254740992, 1e20, 1e22, 1e100, 1e300,
        double.MaxValue, double.PositiveInfinity, float.Epsilon, 1e-40, 1.17549435E-38, 16777215, 16777216, 1e38, float.MaxValue, Math.PI,
        Math.E, 0.6931471805599453, 0.34657359027997264, 0.70710678118654757, 1.4142135623730951, 0.6875, 1.375, 0.41421356237309503,
        2.4142135623730949, 1.7320508075688772, 88.72284, 89.416, 103.972, 709.782712893384, 710.4758600739439, 745.1332191019412, 126.5,
        149.5, 308.25471555991674, 323.6, 5.319372648326541e255, 6381956970095103, 37.5, 105615.0, 1073741824, 1048576, 268435456,
    ];

    /// <summary>Both signs of the special values, their neighbours, multiples of a quarter turn, and NaN.</summary>
    public static IEnumerable<double> Special()
    {
        yield return double.NaN;
        foreach (var value in _special.Concat(Enumerable.Range(1, 40).Select(i => i * Math.PI / 4)))
        {
            var single = (float)value;
            double[] neighbours =
                [value, Math.BitIncrement(value), Math.BitDecrement(value), single, MathF.BitIncrement(single), MathF.BitDecrement(single)];
            foreach (var neighbour in neighbours)
            {
                yield return neighbour;
                yield return -neighbour;
            }
        }
    }

    /// <summary>Random doubles: in the function's ranges, by bit pattern, and close to the ranges' ends.</summary>
    public static IEnumerable<double> Random(MathFunction function, int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var (from, to) = function.Ranges[i % function.Ranges.Length];
            yield return (i / function.Ranges.Length % 4) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 => from + (to - from) * Math.Pow(2, -60 * random.NextDouble()),
                _ => from + (to - from) * random.NextDouble(),
            };
        }
    }

    /// <summary>Random second arguments, of moderate size for the most part.</summary>
    public static IEnumerable<double> SecondArguments(MathFunction function, int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var unit = 2 * random.NextDouble() - 1;
            yield return (i % 7) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 => Math.Round(unit * 20) / 2,
                2 => unit * Math.Pow(2, 40 * random.NextDouble() - 20),
                _ => unit * (i % 3 == 0 ? 100 : 10),
            };
        }
    }
}
