namespace AutoParallel.Conformance.Kernels;

internal struct Particle
{
    public double Position;
    public double Speed;
    public double Mass;
}
