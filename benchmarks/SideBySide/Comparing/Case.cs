namespace SideBySide.Comparing;

/// <summary>One line of the comparison: a kernel at a size.</summary>
internal sealed record Case(string Kernel, int Size)
{
    public static readonly IReadOnlyList<Case> All =
    [
        new("empty", 0),
        new("saxpy", 1_000),
        new("saxpy", 100_000),
        new("saxpy", 10_000_000),
        new("dot", 1_000),
        new("dot", 100_000),
        new("dot", 10_000_000),
        new("mandelbrot", 1024),
        new("black-scholes", 1_000_000),
    ];
}
