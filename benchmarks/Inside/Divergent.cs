using BenchmarkDotNet.Attributes;
using Gallery.Kernels;

namespace Inside;

/// <summary>An inner loop whose trip count differs from element to element.</summary>
[MemoryDiagnoser]
public class Divergent
{
    private const int Limit = 256;
    private readonly Action<int[], int, int, int> _asWritten = Fractals.Mandelbrot;
    private int[] _iterations = [];

    /// <summary>The side of the picture in pixels.</summary>
    [Params(16, 128, 1024)]
    public int Side { get; set; }

    [GlobalSetup]
    public void Setup() => _iterations = new int[Side * Side];

    [Benchmark(Baseline = true)]
    public void AsWritten() => _asWritten(_iterations, Side, Side, Limit);

    [Benchmark]
    public void Rerouted() => Fractals.Mandelbrot(_iterations, Side, Side, Limit);
}
