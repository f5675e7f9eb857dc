using System.Numerics;

using Fixed = AutoParallel.Conformance.Kernels.StructArithmetic.Fixed;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Structs from outside of a loop that it assigns: sums, extrema and last values of each number.</summary>
internal static class StructSums
{
    [Parallel]
    public static Vector3 Sum(Vector3[] points)
    {
        Vector3 sum = default;
        for (int i = 0; i < points.Length; i++)
            sum += points[i];
        return sum / 2;
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static Vector3 InOrder(Vector3[] points)
    {
        Vector3 sum = default;
        for (int i = 0; i < points.Length; i++)
            sum += points[i] * 0.1f;
        return sum;
    }

    [Parallel]
    public static Complex Product(Complex[] a, Complex[] b)
    {
        Complex sum = 1;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Where each number depends on both, there is no order but that of the iterations.</summary>
    [Parallel]
    public static Complex Power(Complex[] a)
    {
        var product = Complex.One;
        for (int i = 0; i < a.Length; i++)
            product = product * a[i] * 0.5;
        return product;
    }

    [Parallel]
    public static Fixed Own(Fixed[] values, Fixed sum)
    {
        foreach (var value in values)
            sum = sum + value.Turned;
        return sum;
    }

    [Parallel]
    public static (Vector2 Least, Vector2 Most, Vector2 Last) Box(Vector2[] points)
    {
        var least = new Vector2(1000, 1000);
        var most = new Vector2(-1000, -1000);
        Vector2 last = default;
        for (int i = 0; i < points.Length; i++)
        {
            last = points[i] - least * 0;
            least = new Vector2(Math.Min(least.X, points[i].X), Math.Min(least.Y, points[i].Y));
            most = new Vector2(Math.Max(most.X, points[i].X), Math.Max(most.Y, points[i].Y));
        }

        return (least, most, last);
    }

    [Parallel]
    public static Vector2 Extent(Vector2[] points)
    {
        var most = new Vector2(-1000, -1000);
        for (int i = 0; i < points.Length; i++)
        {
            most.X = Math.Max(most.X, points[i].X);
            if (points[i].Y > most.Y)
                most.Y = points[i].Y;
        }

        return most;
    }

    [Parallel]
    public static Vector2 Last(Vector2[] a, Vector2[] b, float[] x)
    {
        var d = new Vector2(7, 8);
        for (int i = 0; i < x.Length; i++)
        {
            d = a[i] - b[i];
            x[i] = d.X * d.Y;
        }

        return d;
    }

    [Parallel]
    public static Vector2 Pairs(Vector2[] a, Vector2[] b)
    {
        Vector2 sum = default, other = new();
        for (int i = 0; i < a.Length; i++)
        {
            for (int k = 0; k < b.Length; k++)
            {
                if (a[i].X > b[k].X)
                    continue;
                sum += a[i] - b[k];
                other.X += 1;
            }
        }

        return sum + other;
    }

    [Parallel]
    public static float Indirect(Vector3[] points, int[] order, float[] x)
    {
        Vector3 sum = Vector3.Zero;
        try
        {
            for (int i = 0; i < order.Length; i++)
                sum += points[order[i]];
        }
        catch (IndexOutOfRangeException)
        {
            x[0] = sum.X;
        }

        for (int i = 0; i < order.Length; i++)
            x[i] += points[order[i]].Y;
        return sum.Z;
    }

    [Parallel]
    public static double Whole(Complex[] a)
    {
        Complex sum = default;
        double all = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i];
            all = Math.Max(all, sum.Magnitude);
        }

        return all;
    }
}
