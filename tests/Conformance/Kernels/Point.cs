namespace AutoParallel.Conformance.Kernels;

internal sealed record Point(int X, int Y);
