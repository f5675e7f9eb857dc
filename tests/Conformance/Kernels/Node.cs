namespace AutoParallel.Conformance.Kernels;

internal sealed class Node(int value)
{
    public int Value { get; set; } = value;
}
