using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>What IspcSharp lists as its kernels' features, as plain loops here.</summary>
internal static class SpmdFeatures
{
    [Parallel]
    public static void MaskedIf(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                if (x[i] > 4)
                    result[i] = 4;
                else
                    result[i] = x[i] * 2;
            }
            else
            {
                result[i] = x[i] < -4 ? -4 : -x[i];
            }
        }
    }

    [Parallel]
    public static void WhilePerLane(int[] iterations, int width, int limit)
    {
        for (int i = 0; i < iterations.Length; i++)
        {
            float cx = i % width * 3f / width - 2;
            float cy = i / width * 3f / width - 1.5f;
            float x = 0;
            float y = 0;
            int n = 0;
            while (n < limit && x * x + y * y <= 4)
            {
                float next = x * x - y * y + cx;
                y = 2 * x * y + cy;
                x = next;
                n++;
            }

            iterations[i] = n;
        }
    }

    [Parallel]
    public static void BreakAndContinue(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int left = x[i] & 255;
            int odd = 0;
            for (int step = 0; step < 16; step++)
            {
                if (left == 0)
                    break;
                left = (left * 5 + 3) >> 3;
                if ((left & 1) == 0)
                    continue;
                odd++;
            }

            result[i] = odd;
        }
    }

    [Parallel]
    public static void Gather(float[] table, int[] index, float[] result)
    {
        for (int i = 0; i < index.Length; i++)
            result[i] = table[index[i]] * 0.5f;
    }

    [Parallel]
    public static void StridedStores(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[2 * i] = x[i] + 1;
    }

    [Parallel]
    public static void Functions(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Smooth(x[i]) + Smooth(1 - x[i]);
    }

    [Parallel]
    public static void Structs(Complex[] z, Complex[] w, double[] products)
    {
        for (int i = 0; i < products.Length; i++)
            products[i] = z[i].Real * w[i].Real - z[i].Imaginary * w[i].Imaginary;
    }

    [Parallel]
    public static void TwoDimensions(float[,] x, float[,] result)
    {
        for (int row = 0; row < x.GetLength(0); row++)
        {
            for (int column = 0; column < x.GetLength(1); column++)
                result[row, column] = x[row, column] * 2 - row;
        }
    }

    [Parallel]
    public static void Tiles(int[,] x, int[,] result)
    {
        int height = x.GetLength(0);
        int width = x.GetLength(1);
        for (int row = 0; row < height; row += 16)
        {
            for (int y = row; y < Math.Min(row + 16, height); y++)
            {
                for (int column = 0; column < width; column++)
                    result[y, column] = x[y, column] + column;
            }
        }
    }

    [Parallel]
    public static int ReductionsInBranches(int[] x, int[] least)
    {
        int sum = 0;
        int lowest = int.MaxValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] % 2 == 0)
                sum += x[i];
            lowest = Math.Min(lowest, x[i]);
        }

        least[0] = lowest;
        return sum;
    }

    [Parallel]
    public static long WideningAccumulators(int[] x)
    {
        long sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += (long)x[i] * x[i];
        return sum;
    }

    [Parallel]
    public static void InnerUniformLoops(float[] x, float[] weights, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            float sum = 0;
            for (int k = 0; k < weights.Length; k++)
                sum += x[i + k] * weights[k];
            result[i] = sum;
        }
    }

    [Parallel]
    public static void AffineLocals(float[] x, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            int first = 2 * i;
            int second = first + 1;
            result[i] = x[first] - x[second];
        }
    }

    [Parallel]
    public static void NarrowTypes(byte[] x, short[] y, byte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (byte)((x[i] * 3 + y[i]) >> 2);
    }

    [Parallel]
    public static void MixedSizes(float[] x, long[] y, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] * 0.5 + y[i];
    }

    [Parallel]
    public static void ScalarCodeAround(float[] x, float[] y, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            float weight = 1f / (step + 1);
            for (int i = 1; i < x.Length - 1; i++)
                y[i] = x[i] + weight * (x[i - 1] - 2 * x[i] + x[i + 1]);
            for (int i = 1; i < x.Length - 1; i++)
                x[i] = y[i];
        }
    }

    [Parallel]
    public static void IntegerDivision(int[] x, int[] y, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / y[i] + x[i] % y[i];
    }

    [Parallel]
    public static void DivisionByConstants(int[] x, uint[] u, short[] s, long[] wide, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / 10 + x[i] % 7 - x[i] / -3 + x[i] % int.MinValue + (byte)x[i] / 3 + s[i] % -100;
        for (int i = 0; i < x.Length; i++)
            u[i] = u[i] / 641u ^ u[i] % 4294967295u;
        for (int i = 0; i < x.Length; i++)
            wide[i] = x[i] / 1000 + wide[i];
        for (int i = 0; i < x.Length; i++)
            s[i] = (short)(s[i] / 7);
    }

    /// <summary>The least number has no quotient by -1.</summary>
    [Parallel]
    public static void DivisionByMinusOne(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / -1;
    }

    [Parallel]
    public static void DivisionByOneNumber(int[] x, int divisor, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / divisor + x[i] % divisor;
    }

    private static float Smooth(float x)
    {
        float t = Math.Clamp(x, 0, 1);
        return t * t * (3 - 2 * t);
    }
}
