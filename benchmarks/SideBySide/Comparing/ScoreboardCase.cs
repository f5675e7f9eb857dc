using Gallery.Kernels;
using SideBySide.Kernels;

namespace SideBySide.Comparing;

/// <summary>One of the eighteen kernels of the scoreboard.</summary>
/// <param name="Title">What it is called there.</param>
/// <param name="Case">The kernel and its size.</param>
/// <param name="Type">The C# class that declares it.</param>
/// <param name="Method">The C# method.</param>
internal sealed record ScoreboardCase(string Title, Case Case, Type Type, string Method)
{
    public static readonly IReadOnlyList<ScoreboardCase> All =
    [
        new("saxpy", new("saxpy", 100_000), typeof(Vectors), nameof(Vectors.Saxpy)),
        new("dot product", new("dot", 100_000), typeof(Vectors), nameof(Vectors.Dot)),
        new("sum of squares", new("squares", 1_000_000), typeof(Vectors), nameof(Vectors.SumOfSquares)),
        new("Mandelbrot", new("mandelbrot", 1024), typeof(Fractals), nameof(Fractals.Mandelbrot)),
        new("Black-Scholes", new("black-scholes", 1_000_000), typeof(Finance), nameof(Finance.BlackScholes)),
        new("n-body", new("n-body", 1024), typeof(Physics), nameof(Physics.Attract)),
        new("matrix product", new("matrix-product", 400), typeof(Products), nameof(Products.Dense)),
        new("Jacobi, 2-D", new("jacobi", 1024), typeof(Physics), nameof(Physics.Jacobi)),
        new("byte histogram", new("histogram", 4_000_000), typeof(Idioms), nameof(Idioms.Histogram)),
        new("prefix sum", new("prefix-sum", 1_000_000), typeof(Idioms), nameof(Idioms.PrefixSum)),
        new("argmax", new("argmax", 1_000_000), typeof(Idioms), nameof(Idioms.LargestAt)),
        new("Monte-Carlo π", new("monte-carlo", 10_000_000), typeof(Finance), nameof(Finance.PointsInCircle)),
        new("sparse matrix-vector", new("sparse", 100_000), typeof(Products), nameof(Products.Sparse)),
        new("filter", new("filter", 1_000_000), typeof(Idioms), nameof(Idioms.Filter)),
        new("Collatz", new("collatz", 1_000_000), typeof(Fractals), nameof(Fractals.Collatz)),
        new("RGB to grey", new("greyscale", 1_000_000), typeof(Photographs), nameof(Photographs.Greyscale)),
        new("word count", new("word-count", 20_000), typeof(Texts), nameof(Texts.CountWords)),
        new("small fork-join", new("saxpy", 1_000), typeof(Vectors), nameof(Vectors.Saxpy)),
    ];
}
