namespace AutoParallel.Conformance.Kernels;

/// <summary>Nests whose middle or outer loop fills the lanes, while all lanes run the loops inside together.</summary>
internal static class LaneNests
{
    [Parallel]
    public static void MatrixProduct(double[,] a, double[,] b, double[,] c)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < b.GetLength(1); j++)
            {
                double sum = 0;
                for (int k = 0; k < b.GetLength(0); k++)
                    sum += a[i, k] * b[k, j];
                c[i, j] = sum;
            }
        }
    }

    [Parallel]
    public static void FlatProduct(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                float sum = 0;
                for (int k = 0; k < n; k++)
                    sum += a[i * n + k] * b[k * n + j];
                c[i * n + j] = sum;
            }
        }
    }

    [Parallel]
    public static void Forces(float[] x, float[] y, float[] fx, float[] fy)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float sumX = 0;
            float sumY = 0;
            for (int j = 0; j < x.Length; j++)
            {
                float dx = x[j] - x[i];
                float dy = y[j] - y[i];
                float squared = dx * dx + dy * dy + 0.01f;
                float scale = 1 / (squared * MathF.Sqrt(squared));
                sumX += dx * scale;
                sumY += dy * scale;
            }

            fx[i] = sumX;
            fy[i] = sumY;
        }
    }

    [Parallel]
    public static void Convolve(int[] x, int[] weights, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            int sum = 0;
            for (int k = 0; k < weights.Length; k++)
            {
                if (x[i + k] > 0)
                    sum += x[i + k] * weights[k];
                else
                    sum -= k;
            }

            result[i] = sum;
        }
    }

    [Parallel]
    public static void Polynomial(double[] x, double[] coefficients, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double value = 0;
            if (x[i] > -5)
            {
                for (int k = coefficients.Length - 1; k >= 0; k--)
                    value = value * x[i] + coefficients[k];
            }

            result[i] = value;
        }
    }

    [Parallel]
    public static void Triangles(long[] x, long[] result, int n)
    {
        for (int i = 0; i < x.Length; i++)
        {
            long value = x[i];
            for (int j = 0; j < n; j++)
            {
                for (int k = j; k < n; k += 2)
                    value = value * 3 + j - k;
            }

            result[i] = value;
        }
    }
}
