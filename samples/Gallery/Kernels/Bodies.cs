namespace Gallery.Kernels;

/// <summary>Point masses, one array for each coordinate.</summary>
public sealed class Bodies(int count)
{
    public readonly double[] X = new double[count];
    public readonly double[] Y = new double[count];
    public readonly double[] Z = new double[count];
    public readonly double[] SpeedX = new double[count];
    public readonly double[] SpeedY = new double[count];
    public readonly double[] SpeedZ = new double[count];
    public readonly double[] Mass = new double[count];

    public int Count => X.Length;
}
