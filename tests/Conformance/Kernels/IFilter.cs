namespace AutoParallel.Conformance.Kernels;

internal interface IFilter
{
    void Apply(int[] x);

    [Parallel]
    void Default(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] -= 7;
    }
}
