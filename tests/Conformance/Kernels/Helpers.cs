namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops around calls of methods whose bodies can stand in the loop.</summary>
internal sealed class Helpers(float scale)
{
    private static readonly float[] _weights = [0.5f, 1.5f, -2, 3.25f];
    private readonly float _scale = scale;

    private enum Side
    {
        Left,
        Right,
    }

    [Parallel]
    public static void Normal(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = 1 + CumulativeNormal(x[i]);
    }

    [Parallel]
    public static void NormalWhere(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float y = x[i];
            result[i] = y > 0 && CumulativeNormal(y) < 0.9f ? CumulativeNormal(2 * y) : 1;
        }
    }

    [Parallel]
    public static void SeveralReturns(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Shape(x[i]) + Shape(-x[i]);
    }

    [Parallel]
    public static void Nested(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float x1 = x[i];
            float y = Shape(Clamp(Shape(x1), low: -1, high: Shape(2)));
            result[i] = y - x1;
        }
    }

    [Parallel]
    public static void WhereTrue(int[] x, int[] y, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = y[i] != 0 && y[i] != -1 && IsLarge(Quotient(x[i], y[i])) ? Quotient(x[i], y[i]) : Twice(x[i]);
    }

    [Parallel]
    public static void Throws(int[] x, int[] y, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Quotient(x[i], y[i]);
    }

    [Parallel]
    public static void Conversions(int[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Half(x[i]) + Low(x[i]);
    }

    [Parallel]
    public static void Neighbours(float[] x, float[] result)
    {
        for (int i = 1; i < x.Length - 1; i++)
            result[i] = Mean(x, i);
    }

    [Parallel]
    public static void Iterations(float[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Escape(x[i] * 0.25f, 0.3f);
    }

    [Parallel]
    public static void Newton(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = CubeRoot(x[i]);
    }

    [Parallel]
    public static int Count(float[] x)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (IsInside(x[i]))
                count++;
        }

        return count;
    }

    [Parallel]
    public static float Largest(float[] x)
    {
        float most = float.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
            most = Larger(most, x[i]);
        return most;
    }

    [Parallel]
    public static double Sum(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Positive(x[i]) * Unused(3, x[i]);
        return sum;
    }

    [Parallel]
    public void OfTheObject(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Scaled(x[i]) + this.Constant();
    }

    [Parallel]
    public static void Weighted(int[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Weight(x[i] & 3) * x[i];
    }

    [Parallel]
    public static void WeightedOutside(int[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Weight(x[i]);
    }

    [Parallel]
    public static void Sides(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = IsLeft(x[i]) ? 1 : x[i];
    }

    private static float CumulativeNormal(float x)
    {
        float k = 1 / (1 + 0.2316419f * MathF.Abs(x));
        float series = k * (0.31938153f + k * (-0.356563782f + k * (1.781477937f + k * (-1.821255978f + k * 1.330274429f))));
        float tail = 0.39894228f * MathF.Exp(-0.5f * x * x) * series;
        return x < 0 ? tail : 1 - tail;
    }

    private static float Shape(float x)
    {
        float square = x * x;
        if (x < -1)
            return -square;
        if (x > 1)
        {
            if (x > 4)
                return 16;
            square += 1;
        }
        else
        {
            x = -x;
        }

        return square - x;
    }

    private static float Clamp(float value, float low, float high)
    {
        if (value < low)
            return low;
        else if (value > high)
            return high;
        else
            return value;
    }

    private static int Quotient(int x, int y) => x / y;

    private static bool IsLarge(int x)
    {
        int half = x >> 1;
        return half > 1000 || half < -1000;
    }

    private static int Twice(int x) => unchecked(x * 2);

    private static double Half(double x) => x / 2;

    private static short Low(long x) => (short)(x >> 3);

    private static float Mean(float[] a, int at)
    {
        float sum = 0;
        for (int k = -1; k <= 1; k++)
            sum += a[at + k];
        return sum / 3;
    }

    private static int Escape(float x, float c)
    {
        for (int k = 0; k < 40; k++)
        {
            if (x * x > 4)
                return k;
            x = x * x + c;
        }

        return 40;
    }

    private static double CubeRoot(double x)
    {
        double y = x;
        int k = 0;
        while (k < 20 && y * y * y != x)
        {
            y = (2 * y + x / (y * y)) / 3;
            k++;
        }

        return y;
    }

    [Parallel]
    public static void ConstantArguments(int[] x, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Remainder(7, 0) + Remainder(x[i], 3) + Low(300) + Magnitude(-3) * x[i];
    }

    [Parallel]
    public static void ShortConstants(short[] x, short[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            const short one = 1;
            result[i] = (short)(Magnitude(-3) + Math.Abs(one) + x[i]);
        }
    }

    [Parallel]
    public static void SquareOfConstant(int[] x, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] > 5 ? CheckedSquare(100_000) : CheckedSquare(7);
    }

    [Parallel]
    public static void QuotientByZero(int[] x, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] > 5 ? Divided(x[i], 0) : Divided(x[i], 3);
    }

    private static int Remainder(int x, int divisor) => divisor != 0 ? x % divisor : 1;

    private static int Divided(int x, int divisor) => x / divisor;

    private static int CheckedSquare(int x) => checked(x * x);

    private static byte Low(int x) => (byte)x;

    private static short Magnitude(short x) => Math.Abs(x);

    private static bool IsInside(float x) => x is > -1 and < 1 || x > 7;

    private static float Larger(float a, float b) => b > a ? b : a;

    private static double Positive(double x)
    {
        double y = x;
        if (y < 0)
            y = -y;
        return y;
    }

    private static double Unused(int x, double y) => 2.5;

    private static float Weight(int i) => _weights[i];

    private static bool IsLeft(float x)
    {
        Side side = SideOf(x);
        return side == Side.Left;
    }

    private static Side SideOf(float x) => x < 0 ? Side.Left : Side.Right;

    private float Scaled(float x) => x * _scale;

    private float Constant() => 3;
}
