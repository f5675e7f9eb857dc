using System.Collections.Concurrent;
using Gallery.Kernels;

namespace SideBySide.Serving;

/// <content>Bodies, grids, matrices, random points and sequences.</content>
internal static partial class ByHand
{
    public static void Attract(Bodies now, Bodies next, double time) => Parallel.For(0, now.Count, i =>
    {
        double ax = 0;
        double ay = 0;
        double az = 0;
        for (int j = 0; j < now.Count; j++)
        {
            double dx = now.X[j] - now.X[i];
            double dy = now.Y[j] - now.Y[i];
            double dz = now.Z[j] - now.Z[i];
            double square = dx * dx + dy * dy + dz * dz + Physics.Softening;
            double pull = now.Mass[j] / (square * Math.Sqrt(square));
            ax += dx * pull;
            ay += dy * pull;
            az += dz * pull;
        }

        double vx = now.SpeedX[i] + ax * time;
        double vy = now.SpeedY[i] + ay * time;
        double vz = now.SpeedZ[i] + az * time;
        next.SpeedX[i] = vx;
        next.SpeedY[i] = vy;
        next.SpeedZ[i] = vz;
        next.X[i] = now.X[i] + vx * time;
        next.Y[i] = now.Y[i] + vy * time;
        next.Z[i] = now.Z[i] + vz * time;
    });

    public static void Jacobi(double[,] now, double[,] next) => Parallel.For(1, now.GetLength(0) - 1, y =>
    {
        for (int x = 1; x < now.GetLength(1) - 1; x++)
            next[y, x] = 0.25 * (now[y - 1, x] + now[y + 1, x] + now[y, x - 1] + now[y, x + 1]);
    });

    public static void Dense(double[,] left, double[,] right, double[,] product) => Parallel.For(0, product.GetLength(0), i =>
    {
        for (int j = 0; j < product.GetLength(1); j++)
        {
            double sum = 0;
            for (int k = 0; k < left.GetLength(1); k++)
                sum += left[i, k] * right[k, j];
            product[i, j] = sum;
        }
    });

    public static void Sparse(int[] start, int[] column, double[] value, double[] vector, double[] product) =>
        Parallel.ForEach(Partitioner.Create(0, product.Length), range =>
        {
            for (int row = range.Item1; row < range.Item2; row++)
            {
                double sum = 0;
                for (int k = start[row]; k < start[row + 1]; k++)
                    sum += value[k] * vector[column[k]];
                product[row] = sum;
            }
        });

    public static long PointsInCircle(int samples, ulong seed)
    {
        long total = 0;
        Parallel.ForEach(
            Partitioner.Create(0, samples),
            () => 0L,
            (range, _, inside) =>
            {
                for (int i = range.Item1; i < range.Item2; i++)
                {
                    ulong z = seed + (ulong)i * 0x9E3779B97F4A7C15;
                    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                    z ^= z >> 31;
                    double x = (z >> 32) * (1.0 / 4294967296.0);
                    double y = (z & 0xFFFFFFFF) * (1.0 / 4294967296.0);
                    if (x * x + y * y <= 1.0)
                        inside++;
                }

                return inside;
            },
            inside => Interlocked.Add(ref total, inside));
        return total;
    }

    public static void Collatz(int[] steps) => Parallel.ForEach(Partitioner.Create(0, steps.Length), range =>
    {
        for (int i = range.Item1; i < range.Item2; i++)
        {
            long value = i + 1;
            int count = 0;
            while (value != 1)
            {
                value = (value & 1) == 0 ? value / 2 : 3 * value + 1;
                count++;
            }

            steps[i] = count;
        }
    });
}
