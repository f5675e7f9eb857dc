namespace AutoParallel.Conformance.Kernels;

/// <summary>Overrides with a parallel method of its own, which calls the base's.</summary>
internal sealed class RoundShape : Shape
{
    [Parallel]
    public override void Apply(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] *= 3;
        base.Apply(x);
    }
}
