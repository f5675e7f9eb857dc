namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops in loops.</summary>
internal static class Nests
{
    [Parallel]
    public static void MatrixVector(double[,] matrix, double[] vector, double[] product)
    {
        for (int row = 0; row < matrix.GetLength(0); row++)
        {
            double sum = 0;
            for (int column = 0; column < matrix.GetLength(1); column++)
                sum += matrix[row, column] * vector[column];
            product[row] = sum;
        }
    }

    [Parallel]
    public static void MatrixProduct(int[,] a, int[,] b, int[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                int sum = 0;
                for (int k = 0; k < a.GetLength(1); k++)
                    sum += a[i, k] * b[k, j];
                c[i, j] = sum;
            }
        }
    }

    [Parallel]
    public static void Flattened(float[] image, int width, int height, float gain)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                image[y * width + x] = image[y * width + x] * gain + x - y;
        }
    }

    [Parallel]
    public static void Transpose(int[,] source, int[,] target)
    {
        for (int i = 0; i < source.GetLength(0); i++)
        {
            for (int j = 0; j < source.GetLength(1); j++)
                target[j, i] = source[i, j];
        }
    }

    [Parallel]
    public static void Jacobi(double[,] now, double[,] next)
    {
        for (int y = 1; y < now.GetLength(0) - 1; y++)
        {
            for (int x = 1; x < now.GetLength(1) - 1; x++)
                next[y, x] = 0.25 * (now[y - 1, x] + now[y + 1, x] + now[y, x - 1] + now[y, x + 1]);
        }
    }

    [Parallel]
    public static void Sweeps(float[,] a, float[,] b, int sweeps)
    {
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            for (int y = 1; y < a.GetLength(0) - 1; y++)
            {
                for (int x = 0; x < a.GetLength(1); x++)
                    b[y, x] = (a[y - 1, x] + a[y + 1, x]) * 0.5f;
            }

            for (int y = 1; y < a.GetLength(0) - 1; y++)
            {
                for (int x = 0; x < a.GetLength(1); x++)
                    a[y, x] = b[y, x];
            }
        }
    }

    [Parallel]
    public static void GaussSeidel(double[,] x)
    {
        for (int i = 1; i < x.GetLength(0); i++)
        {
            for (int j = 1; j < x.GetLength(1); j++)
                x[i, j] = 0.5 * (x[i - 1, j] + x[i, j - 1]);
        }
    }

    [Parallel]
    public static void RowsDependOnRows(double[,] x)
    {
        for (int i = 1; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
                x[i, j] += x[i - 1, j] * 0.5;
        }
    }

    [Parallel]
    public static void PrefixOfEachRow(int[,] x)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 1; j < x.GetLength(1); j++)
                x[i, j] += x[i, j - 1];
        }
    }

    [Parallel]
    public static long Triangle(int[] x)
    {
        long sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
                sum += x[i] ^ x[j];
        }

        return sum;
    }

    [Parallel]
    public static void LowerTriangle(int[,] x)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j <= i; j++)
                x[i, j] = i * j + 1;
        }
    }

    [Parallel]
    public static void OverlappingWindows(int[] x, int[] result, int width)
    {
        for (int i = 0; i <= x.Length - width; i++)
        {
            int sum = 0;
            for (int k = 0; k < width; k++)
                sum += x[i + k];
            result[i] = sum;
        }
    }

    [Parallel]
    public static void OverlappingBlocks(int[] x, int stride, int width)
    {
        for (int i = 0; i < x.Length / Math.Max(1, stride); i++)
        {
            for (int k = 0; k < width; k++)
            {
                if (i * stride + k < x.Length)
                    x[i * stride + k] = x[i * stride + k] * 3 + i;
            }
        }
    }

    [Parallel]
    public static void Histogram(byte[] x, int[] counts)
    {
        for (int i = 0; i < x.Length; i++)
            counts[x[i]]++;
    }

    [Parallel]
    public static void HistogramOfRows(byte[][] x, int[][] counts)
    {
        for (int row = 0; row < x.Length; row++)
        {
            for (int i = 0; i < x[row].Length; i++)
                counts[row][x[row][i]]++;
        }
    }

    [Parallel]
    public static double SumOfMatrix(double[,] x)
    {
        double sum = 0;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
                sum += x[i, j];
        }

        return sum;
    }

    [Parallel]
    public static void Greyscale(byte[] rgb, byte[] grey)
    {
        for (int i = 0; i < grey.Length; i++)
            grey[i] = (byte)((77 * rgb[3 * i] + 150 * rgb[3 * i + 1] + 29 * rgb[3 * i + 2]) >> 8);
    }

    [Parallel]
    public static void Blur(byte[] source, byte[] target, int width, int height, int radius)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int sum = 0;
                for (int k = -radius; k <= radius; k++)
                    sum += source[y * width + Math.Clamp(x + k, 0, width - 1)];
                target[y * width + x] = (byte)(sum / (2 * radius + 1));
            }
        }
    }

    [Parallel]
    public static void Distances(float[] x, float[] y, float[,] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                float dx = x[i] - x[j];
                float dy = y[i] - y[j];
                result[i, j] = MathF.Sqrt(dx * dx + dy * dy);
            }
        }
    }

    [Parallel]
    public static void PrivateArray(int[] x, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            var digits = new int[10];
            int value = Math.Abs(x[i] % 1_000_000);
            while (value > 0)
            {
                digits[value % 10]++;
                value /= 10;
            }

            int most = 0;
            for (int d = 1; d < digits.Length; d++)
            {
                if (digits[d] > digits[most])
                    most = d;
            }

            result[i] = most;
        }
    }

    [Parallel]
    public static void SharedScratch(int[] x, int[] scratch, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            for (int k = 0; k < scratch.Length; k++)
                scratch[k] = x[i] + k;
            result[i] = scratch[scratch.Length - 1] ^ scratch[0];
        }
    }
}
