using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Functions of one element, which are called with collections.</summary>
internal static class ElementWise
{
    private static readonly int[] _table = [3, 1, 4, 1, 5, 9, 2, 6];

    private static int _calls;

    public static int Calls => _calls;

    [Parallel]
    public static double Square(double x) => x * x;

    [Parallel]
    public static float Clip(float x, float low, float high)
    {
        if (x < low)
            return low;
        if (x > high)
            return high;
        return x;
    }

    [Parallel]
    public static int Fold(int x, int y)
    {
        x ^= y << 3;
        var folded = x - y;
        if (folded < 0)
        {
            folded = -folded;
            if (folded == int.MinValue)
                return 0;
        }
        else
        {
            folded += 7;
        }

        return folded;
    }

    [Parallel]
    public static int Steps(short start)
    {
        long value = Math.Abs((int)start) + 1;
        var steps = 0;
        while (value != 1)
        {
            value = (value & 1) == 0 ? value >> 1 : (3 * value) + 1;
            steps++;
        }

        return steps;
    }

    [Parallel]
    public static int FirstSpace(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ')
                return i;
        }

        return -1;
    }

    [Parallel]
    public static T Twice<T>(T x)
        where T : INumber<T> => x + x;

    [Parallel]
    public static long Lookup(byte x) => _table[x & 7] * 1000L;

    [Parallel]
    public static Complex Turned(Complex v) => new(-v.Imaginary, v.Real);

    [Parallel]
    public static int Reciprocal(int x) => 1000 / x;

    [Parallel]
    public static double Blend(double a, double b, double c, double weight) => (a * weight) + ((b + c) * (1 - weight));

    /// <summary>Each call changes the next one's result, so the elements keep their order.</summary>
    [Parallel]
    public static int Numbered(int x)
    {
        _calls += x & 1;
        return _calls;
    }

    public static void Restart() => _calls = 0;
}
