using BenchmarkDotNet.Attributes;
using Gallery.Kernels;

namespace Inside;

/// <summary>One cheap operation an element: bound by the loop's overhead when short, by memory when long.</summary>
[MemoryDiagnoser]
public class ElementWise
{
    private readonly Action<float, float[], float[]> _asWritten = Vectors.Saxpy;
    private float[] _x = [];
    private float[] _y = [];

    /// <summary>The number of elements.</summary>
    [Params(10, 1_000, 100_000, 10_000_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _x = [.. Enumerable.Range(0, Count).Select(i => i % 17 * 0.125f)];
        _y = new float[Count];
    }

    [Benchmark(Baseline = true)]
    public void AsWritten() => _asWritten(0.5f, _x, _y);

    [Benchmark]
    public void Rerouted() => Vectors.Saxpy(0.5f, _x, _y);
}
