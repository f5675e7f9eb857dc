namespace AutoParallel.Conformance.Kernels;

/// <summary>A structure that says nothing of its fields, and computes from them what it is asked for.</summary>
public readonly struct Phasor(double real, double imaginary)
{
    private readonly double _real = real;
    private readonly double _imaginary = imaginary;

    public double Magnitude
    {
        get
        {
            if (double.IsNaN(_real) || double.IsNaN(_imaginary))
                return double.NaN;
            double a = Math.Abs(_real), b = Math.Abs(_imaginary);
            return a > b ? a * Math.Sqrt(1 + b / a * (b / a)) : b == 0 ? 0 : b * Math.Sqrt(1 + a / b * (a / b));
        }
    }
}
