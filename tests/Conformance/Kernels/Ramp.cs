namespace AutoParallel.Conformance.Kernels;

internal readonly struct Ramp : ISource<Ramp>
{
    [Parallel]
    public static void Fill(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = i;
    }
}
