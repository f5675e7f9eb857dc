using System.Collections.Concurrent;

namespace SideBySide.Serving;

/// <summary>The kernels as one writes them with the task library: ranges for small bodies, rows for big ones.</summary>
internal static partial class ByHand
{
    public static void Saxpy(float a, float[] x, float[] y)
    {
        if (x.Length == 0)
            return;
        Parallel.ForEach(Partitioner.Create(0, x.Length), range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
                y[i] = a * x[i] + y[i];
        });
    }

    public static double Dot(double[] x, double[] y)
    {
        if (x.Length == 0)
            return 0;
        double total = 0;
        var gate = new Lock();
        Parallel.ForEach(
            Partitioner.Create(0, x.Length),
            () => 0.0,
            (range, _, sum) =>
            {
                for (int i = range.Item1; i < range.Item2; i++)
                    sum += x[i] * y[i];
                return sum;
            },
            sum =>
            {
                lock (gate)
                    total += sum;
            });
        return total;
    }

    public static void Mandelbrot(int[] iterations, int width, int height, int limit)
    {
        float stepX = 3f / width;
        float stepY = 3f / height;
        Parallel.For(0, height, row =>
        {
            for (int column = 0; column < width; column++)
            {
                float cx = -2f + column * stepX;
                float cy = -1.5f + row * stepY;
                float x = 0;
                float y = 0;
                int n = 0;
                while (n < limit && x * x + y * y <= 4f)
                {
                    float next = x * x - y * y + cx;
                    y = 2 * x * y + cy;
                    x = next;
                    n++;
                }

                iterations[row * width + column] = n;
            }
        });
    }

    public static void BlackScholes(float[] spot, float[] strike, float[] years, float[] price, float rate, float volatility)
    {
        if (spot.Length == 0)
            return;
        Parallel.ForEach(Partitioner.Create(0, spot.Length), range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                float spread = volatility * MathF.Sqrt(years[i]);
                float d1 = (MathF.Log(spot[i] / strike[i]) + (rate + 0.5f * volatility * volatility) * years[i]) / spread;
                float d2 = d1 - spread;
                price[i] = spot[i] * CumulativeNormal(d1) - strike[i] * MathF.Exp(-rate * years[i]) * CumulativeNormal(d2);
            }
        });
    }

    private static float CumulativeNormal(float x)
    {
        float k = 1 / (1 + 0.2316419f * MathF.Abs(x));
        float series = k * (0.31938153f + k * (-0.356563782f + k * (1.781477937f + k * (-1.821255978f + k * 1.330274429f))));
        float tail = 0.39894228f * MathF.Exp(-0.5f * x * x) * series;
        return x < 0 ? tail : 1 - tail;
    }
}
