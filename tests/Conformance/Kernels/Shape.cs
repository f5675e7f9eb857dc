namespace AutoParallel.Conformance.Kernels;

/// <summary>A base class whose method is overridden.</summary>
internal class Shape : IFilter
{
    [Parallel]
    public virtual void Apply(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += 1;
    }

    [Parallel]
    protected void ApplyTwice(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] * 2 + 2;
    }

    public void CallProtected(int[] x) => ApplyTwice(x);
}
