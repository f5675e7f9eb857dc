namespace AutoParallel.Conformance.Kernels;

/// <summary>The first example of the documentation.</summary>
internal static class Spans
{
    [Parallel]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
