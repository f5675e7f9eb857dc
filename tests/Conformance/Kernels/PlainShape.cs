namespace AutoParallel.Conformance.Kernels;

/// <summary>Overrides with a method that is not parallel.</summary>
internal sealed class PlainShape : Shape
{
    public override void Apply(int[] x)
    {
        if (x.Length > 0)
            x[0] = 42;
    }
}
