using System.Runtime.InteropServices;
using Gallery.Kernels;

namespace Gallery.Exhibits;

/// <summary>The kernels of <see cref="Matrices"/> and <see cref="Physics"/> with their data.</summary>
internal static class SimulationExhibits
{
    public static Exhibit MatrixVector(Setting setting)
    {
        int side = setting.Size(1536, 512);
        double[,] matrix = Grid(side);
        double[] vector = Sample.Doubles(side, -1, 1, seed: 2);
        var product = new double[side];
        var magnitudes = new double[side];
        for (int row = 0; row < side; row++)
            magnitudes[row] = Enumerable.Range(0, side).Sum(column => Math.Abs(matrix[row, column] * vector[column]));
        Action<double[,], double[], double[]> sequential = Matrices.Multiply;
        return Exhibit.Filling(
            $"{side} x {side} doubles",
            product,
            () => sequential(matrix, vector, product),
            () => Matrices.Multiply(matrix, vector, product),
            expected => Comparison.Sums(expected, product, side, magnitudes));
    }

    public static Exhibit Jacobi(Setting setting)
    {
        int side = setting.Size(1024, 512);
        double[,] now = Grid(side);
        var next = new double[side, side];
        var expected = new double[side, side];
        Action<double[,], double[,]> sequential = Physics.Jacobi;
        return new Exhibit(
            $"{side} x {side} doubles",
            () => sequential(now, next),
            () => Physics.Jacobi(now, next),
            () => Comparison.Bits<double>(Flat(expected), Flat(next)))
        {
            Reset = () => Flat(next).Clear(),
            Keep = () => Flat(next).CopyTo(Flat(expected)),
        };
    }

    public static Exhibit NBody(Setting setting)
    {
        const double Time = 1e-3;
        Bodies now = Cloud(setting.Size(2048, 512));
        var next = new Bodies(now.Count);
        double[] expected = [];
        Action<Bodies, Bodies, double> sequential = Physics.Attract;
        double[] magnitudes = Magnitudes(now, Time);
        return new Exhibit(
            $"{now.Count:N0} bodies",
            () => sequential(now, next, Time),
            () => Physics.Attract(now, next, Time),
            () => Comparison.Sums(expected, Motion(next), now.Count + 2, magnitudes))
        {
            Reset = () => next.X.AsSpan().Clear(),
            Keep = () => expected = Motion(next),
        };
    }

    private static double[,] Grid(int side)
    {
        var grid = new double[side, side];
        Sample.Doubles(side * side, -1, 1).CopyTo(Flat(grid));
        return grid;
    }

    private static Span<double> Flat(double[,] grid) =>
        MemoryMarshal.CreateSpan(ref grid[0, 0], grid.Length);

    private static Bodies Cloud(int count)
    {
        double[] random = Sample.Doubles(7 * count, -1, 1);
        var bodies = new Bodies(count);
        random.AsSpan(0, count).CopyTo(bodies.X);
        random.AsSpan(count, count).CopyTo(bodies.Y);
        random.AsSpan(2 * count, count).CopyTo(bodies.Z);
        random.AsSpan(3 * count, count).CopyTo(bodies.SpeedX);
        random.AsSpan(4 * count, count).CopyTo(bodies.SpeedY);
        random.AsSpan(5 * count, count).CopyTo(bodies.SpeedZ);
        for (int i = 0; i < count; i++)
            bodies.Mass[i] = (2 + random[6 * count + i]) / count;
        return bodies;
    }

    private static double[] Motion(Bodies bodies) =>
        [.. bodies.SpeedX, .. bodies.SpeedY, .. bodies.SpeedZ, .. bodies.X, .. bodies.Y, .. bodies.Z];

    /// <summary>
    /// For each number of <see cref="Motion"/> the sum of the magnitudes of what is added up in it. A position takes its
    /// speed times a <paramref name="time"/> below 1, so the speed's magnitude bounds that part.
    /// </summary>
    private static double[] Magnitudes(Bodies now, double time)
    {
        int count = now.Count;
        var sums = new double[6 * count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                double dx = now.X[j] - now.X[i];
                double dy = now.Y[j] - now.Y[i];
                double dz = now.Z[j] - now.Z[i];
                double square = dx * dx + dy * dy + dz * dz + Physics.Softening;
                double pull = now.Mass[j] / (square * Math.Sqrt(square)) * time;
                sums[i] += Math.Abs(dx * pull);
                sums[count + i] += Math.Abs(dy * pull);
                sums[2 * count + i] += Math.Abs(dz * pull);
            }

            sums[i] += Math.Abs(now.SpeedX[i]);
            sums[count + i] += Math.Abs(now.SpeedY[i]);
            sums[2 * count + i] += Math.Abs(now.SpeedZ[i]);
            sums[3 * count + i] = sums[i] + Math.Abs(now.X[i]);
            sums[4 * count + i] = sums[count + i] + Math.Abs(now.Y[i]);
            sums[5 * count + i] = sums[2 * count + i] + Math.Abs(now.Z[i]);
        }

        return sums;
    }
}
