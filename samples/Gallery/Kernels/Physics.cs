using AutoParallel;

namespace Gallery.Kernels;

/// <summary>One time step of a simulation.</summary>
public static class Physics
{
    /// <summary>The square of the distance below which two bodies no longer attract each other more strongly.</summary>
    public const double Softening = 1e-3;

    /// <summary>One Jacobi sweep of the heat equation: every inner cell becomes the mean of its four neighbours.</summary>
    [Parallel]
    public static void Jacobi(double[,] now, double[,] next)
    {
        for (int y = 1; y < now.GetLength(0) - 1; y++)
        {
            for (int x = 1; x < now.GetLength(1) - 1; x++)
                next[y, x] = 0.25 * (now[y - 1, x] + now[y + 1, x] + now[y, x - 1] + now[y, x + 1]);
        }
    }

    /// <summary>Moves every body by <paramref name="time"/> under the attraction of all of them (semi-implicit Euler).</summary>
    [Parallel]
    public static void Attract(Bodies now, Bodies next, double time)
    {
        for (int i = 0; i < now.Count; i++)
        {
            double ax = 0;
            double ay = 0;
            double az = 0;
            for (int j = 0; j < now.Count; j++)
            {
                double dx = now.X[j] - now.X[i];
                double dy = now.Y[j] - now.Y[i];
                double dz = now.Z[j] - now.Z[i];
                double square = dx * dx + dy * dy + dz * dz + Softening;
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
        }
    }
}
