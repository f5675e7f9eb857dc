using AutoParallel;

// Small whole numbers, so that the sum is exact in whatever order it is taken.
double[] x = [.. Enumerable.Range(0, 10_000_000).Select(i => (double)(i % 10))];
double[] y = [.. Enumerable.Repeat(2.0, x.Length)];

double dot = Kernels.Dot(x, y);
Console.WriteLine($"dot = {dot}");
return dot == 90_000_000 ? 0 : 1;

internal static class Kernels
{
    [Parallel]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
