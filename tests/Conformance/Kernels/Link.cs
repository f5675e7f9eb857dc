namespace AutoParallel.Conformance.Kernels;

internal sealed class Link(int value, Link? next)
{
    public int Value { get; set; } = value;

    public Link? Next { get; } = next;
}
