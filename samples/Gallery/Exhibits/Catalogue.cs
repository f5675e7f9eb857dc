namespace Gallery.Exhibits;

/// <summary>All kernels of the gallery, in the order of the table.</summary>
internal static class Catalogue
{
    public static readonly IReadOnlyList<Entry> Entries =
    [
        new("mandelbrot", FractalExhibits.Mandelbrot),
        new("collatz", FractalExhibits.Collatz),
        new("greyscale", PhotographExhibits.Greyscale),
        new("blur", PhotographExhibits.BoxBlur),
        new("saxpy", VectorExhibits.Saxpy),
        new("dot", VectorExhibits.Dot),
        new("squares", VectorExhibits.SumOfSquares),
        new("max", VectorExhibits.Largest),
        new("matrix-vector", SimulationExhibits.MatrixVector),
        new("jacobi", SimulationExhibits.Jacobi),
        new("n-body", SimulationExhibits.NBody),
        new("black-scholes", ChanceExhibits.BlackScholes),
        new("monte-carlo", ChanceExhibits.MonteCarlo),
        new("word-count", TextExhibits.WordCount),
    ];
}
