using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Marks and options change who computes what, never the result.</summary>
public sealed class MarkedTests
{
    [Fact]
    public void Plain() => Verify.Same(Ran.Vector, Marked.Plain, x => Marked.Plain(x), n => Data.Of<double>(n));

    [Fact]
    public void StartEndStep()
    {
        foreach (var step in new[] { 1, 3 })
        {
            Verify.Same(
                Ran.Parallel,
                Marked.StartEndStep,
                (x, start, end, by) => Marked.StartEndStep(x, start, end, by),
                n => (Data.Of<int>(n), n / 10, n, step));
        }
    }

    [Fact]
    public void NegativeStep() => Verify.Same(
        Ran.Parallel,
        Marked.StartEndStep,
        (x, start, end, by) => Marked.StartEndStep(x, start, end, by),
        n => (Data.Of<int>(n), n - 1, -1, -1));

    [Fact]
    public void ZeroStep() => Verify.Same(
        Ran.Anything, Marked.StartEndStep, (x, start, end, by) => Marked.StartEndStep(x, start, end, by), n => (Data.Of<int>(n), 0, n, 0), Sizes.Few);

    [Fact]
    public void Long() => Verify.Same(Ran.Parallel, Marked.Long, (x, start) => Marked.Long(x, start), n => (Data.Of<long>(n), n / 3L));

    [Fact]
    public void Dynamic() => Verify.Same(Ran.Parallel, Marked.Dynamic, x => Marked.Dynamic(x), n => Data.Matrix<double>(n, n + 1), Sizes.Sides);

    [Fact]
    public void Guided() => Verify.Same(Ran.Parallel, Marked.Guided, (x, chunk) => Marked.Guided(x, chunk), n => (Data.Of<int>(n), 7));

    [Fact]
    public void NegativeChunk() => Verify.Same(
        Ran.Anything, Marked.Guided, (x, chunk) => Marked.Guided(x, chunk), n => (Data.Of<int>(n), -1), Sizes.Few);

    [Fact]
    public void StaticChunks()
    {
        foreach (var (chunk, workers) in new[] { (0, 0), (1, 2), (64, 3), (5000, 0) })
        {
            Verify.Same(
                Ran.Parallel,
                Marked.StaticChunks,
                (x, size, most) => Marked.StaticChunks(x, size, most),
                n => (Data.Of<int>(n), chunk, workers),
                Sizes.Few);
        }
    }

    [Fact]
    public void Sum() => Verify.Reduction(
        Ran.Vector, Marked.Sum, x => Marked.Sum(x), n => Data.Ordinary<float>(n), x => Exact.Sum(x.Select(v => (double)v)));

    [Fact]
    public void OnlyInner() => Verify.Same(Ran.Anything, Marked.OnlyInner, x => Marked.OnlyInner(x), n => Data.Rows<int>(n, 90), Sizes.Sides);

    [Fact]
    public void OnlyInnerOfLocal() => Verify.Same(
        Ran.Parallel, Marked.OnlyInnerOfLocal, x => Marked.OnlyInnerOfLocal(x), n => Data.Rows<int>(n, 90), Sizes.Sides);

    [Fact]
    public void MarkedAndRacing() => Verify.Same(Ran.Sequential, Marked.MarkedAndRacing, x => Marked.MarkedAndRacing(x), n => Data.Of<int>(n));

    [Fact]
    public void MarkedAmongOthers() => Verify.Same(
        Ran.Parallel, Marked.MarkedAmongOthers, (x, y) => Marked.MarkedAmongOthers(x, y), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void MethodDynamic() => Verify.Same(Ran.Parallel, Marked.MethodDynamic, x => Marked.MethodDynamic(x), n => Data.Of<int>(n));

    [Fact]
    public void MethodStatic() => Verify.Same(Ran.Parallel, Marked.MethodStatic, x => Marked.MethodStatic(x), n => Data.Of<int>(n));

    [Fact]
    public void MethodGuided() => Verify.Same(Ran.Parallel, Marked.MethodGuided, x => Marked.MethodGuided(x), n => Data.Of<int>(n), Sizes.Large);

    [Fact]
    public void OneWorker() => Verify.Same(Ran.Parallel, Marked.OneWorker, x => Marked.OneWorker(x), n => Data.Of<int>(n));

    [Fact]
    public void WithoutVectors() => Verify.Same(Ran.Parallel, Marked.WithoutVectors, x => Marked.WithoutVectors(x), n => Data.Of<float>(n));

    /// <summary>The tree of a sum does not depend on whether lanes are used.</summary>
    [Fact]
    public void SumWithoutVectors() => Verify.Reduction(
        Ran.Parallel, Marked.SumWithoutVectors, x => Marked.SumWithoutVectors(x), n => Data.Ordinary<float>(n), x => Exact.Sum(x.Select(v => (double)v)));

    [Fact]
    public void SumsWithAndWithoutVectorsAreTheSame()
    {
        foreach (var size in Sizes.All)
        {
            var x = Data.Ordinary<float>(size);
            Assert.Equal(BitConverter.SingleToInt32Bits(SingleReductions.Sum(x)), BitConverter.SingleToInt32Bits(Marked.SumWithoutVectors(x)));
        }
    }

    [Fact]
    public void Required() => Verify.Same(Ran.Vector, Marked.Required, x => Marked.Required(x), n => Data.Of<int>(n));
}
