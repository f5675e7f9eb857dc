namespace AutoParallel.Conformance.Kernels;

/// <summary>A struct with a reference to its elements and a value of its own.</summary>
internal struct Vector2D(double[] x, double[] y)
{
    private readonly double[] _x = x;
    private double _scale = 2;

    public double[] Y { get; } = y;

    [Parallel]
    public void Scale()
    {
        for (int i = 0; i < _x.Length; i++)
        {
            _x[i] *= _scale;
            Y[i] *= _scale;
        }

        _scale++;
    }

    [Parallel]
    public readonly double LargestX()
    {
        double largest = 0;
        foreach (double value in _x)
            largest = Math.Max(largest, value);
        return largest;
    }
}
