using BenchmarkDotNet.Attributes;
using Gallery.Kernels;

namespace Inside;

/// <summary>A floating-point sum in the fixed tree of <c>FloatMode.Reproducible</c>.</summary>
[MemoryDiagnoser]
public class Reduction
{
    private readonly Func<double[], double[], double> _asWritten = Vectors.Dot;
    private double[] _x = [];

    /// <summary>The number of elements.</summary>
    [Params(10, 1_000, 100_000, 10_000_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup() => _x = [.. Enumerable.Range(0, Count).Select(i => i % 17 * 0.125)];

    [Benchmark(Baseline = true)]
    public double AsWritten() => _asWritten(_x, _x);

    [Benchmark]
    public double Rerouted() => Vectors.Dot(_x, _x);
}
