using System.Numerics;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>One test for each feature that the manual of Unity's Burst lists and that makes sense here; <c>docs/features.md</c> names them.</summary>
public sealed class BurstFeatureTests
{
    private delegate void OverSpans(ReadOnlySpan<double> x, Span<double> result);

    [Fact]
    public void ExtensionMethods() => Verify.Same(
        Ran.Vector, BurstFeatures.ExtensionMethods, (x, r) => BurstFeatures.ExtensionMethods(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void InstanceMethodsOfStructs() => Verify.Same(
        Ran.Parallel,
        BurstFeatures.InstanceMethodsOfStructs,
        (g, x, r) => BurstFeatures.InstanceMethodsOfStructs(g, x, r),
        n => (new BurstFeatures.Gain(3), Data.Of<float>(n), new float[n]),
        Sizes.Large);

    [Fact]
    public void StaticReadOnlyFields() => Verify.Same(
        Ran.Vector, BurstFeatures.StaticReadOnlyFields, (x, r) => BurstFeatures.StaticReadOnlyFields(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void ControlFlow() => Verify.Same(
        Ran.Vector, BurstFeatures.ControlFlow, (x, r) => BurstFeatures.ControlFlow(x, r), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Fact]
    public void RefAndOutParameters() => Verify.Same(
        Ran.Parallel,
        BurstFeatures.RefAndOutParameters,
        (x, a, b) => BurstFeatures.RefAndOutParameters(x, a, b),
        n => (Data.Of<float>(n), new float[n], new float[n]),
        Sizes.Large);

    [Fact]
    public void Foreach() => Verify.Same(Ran.Vector, BurstFeatures.Foreach, x => BurstFeatures.Foreach(x), n => Data.Of<int>(n));

    [Fact]
    public void TryAndFinally() => Verify.Same(
        Ran.Vector, BurstFeatures.TryAndFinally, (x, d) => BurstFeatures.TryAndFinally(x, d), n => (Data.Of<float>(n), new int[1]));

    [Fact]
    public void Exceptions() => Verify.Same(
        Ran.Vector,
        BurstFeatures.Exceptions,
        (x, d, r) => BurstFeatures.Exceptions(x, d, r),
        n => (Data.Of<int>(n), Enumerable.Range(0, n).Select(i => i == 777 ? 0 : i + 1).ToArray(), new int[n]));

    [Fact]
    public void PrimitiveTypes() => Verify.Same(
        Ran.Vector,
        BurstFeatures.PrimitiveTypes,
        (a, b, c, d, r) => BurstFeatures.PrimitiveTypes(a, b, c, d, r),
        n => (Data.Of<byte>(n), Data.Of<short>(n), Data.Of<uint>(n), Data.Of<long>(n), new double[n]));

    [Fact]
    public void Enums() => Verify.Same(
        Ran.Vector,
        BurstFeatures.Enums,
        (p, x) => BurstFeatures.Enums(p, x),
        n => (Data.Small<byte>(n, 3).Select(v => (BurstFeatures.Phase)v).ToArray(), Data.Of<float>(n)));

    [Fact]
    public void VectorTypes() => Verify.Same(
        Ran.Vector,
        BurstFeatures.VectorTypes,
        (p, v, t) => BurstFeatures.VectorTypes(p, v, t),
        n => (Points(n, 1), Points(n, 2), 0.25f));

    [Fact]
    public void Generics() => Verify.Same(
        Ran.Parallel,
        BurstFeatures.Generics<int>,
        (x, f, r) => BurstFeatures.Generics(x, f, r),
        n => (Data.Of<int>(n), 7, new int[n]),
        Sizes.Large);

    [Fact]
    public void Tuples() => Verify.Same(
        Ran.Vector, BurstFeatures.Tuples, (x, a, b) => BurstFeatures.Tuples(x, a, b), n => (Data.Of<float>(n), new float[n], new float[n]));

    [Fact]
    public void Spans()
    {
        OverSpans sequential = BurstFeatures.Spans;
        Verify.Same(Ran.Vector, (x, r) => sequential(x, r), (x, r) => BurstFeatures.Spans(x, r), n => (Data.Of<double>(n), new double[n]));
    }

    [Fact]
    public void MathFunctions() => Verify.Same(
        Ran.Vector, BurstFeatures.MathFunctions, (x, r) => BurstFeatures.MathFunctions(x, r), n => (Data.Of<double>(n), new double[n]));

    [Fact]
    public void Aliasing()
    {
        Action<float[], float[]> sequential = BurstFeatures.Aliasing;
        Verify.Same(Ran.Vector, x => sequential(x, x), x => BurstFeatures.Aliasing(x, x), n => Data.Of<float>(n));
    }

    [Fact]
    public void ParallelJobs() => Verify.Same(
        Ran.Parallel, BurstFeatures.ParallelJobs, (x, r) => BurstFeatures.ParallelJobs(x, r), n => (Data.Of<float>(n), new float[n]), Sizes.Large);

    [Fact]
    public void SafetySystem() => Verify.Same(Ran.Sequential, BurstFeatures.SafetySystem, x => BurstFeatures.SafetySystem(x), n => Data.Of<float>(n));

    [Fact]
    public void StrictFloats() => Verify.Same(Ran.Anything, BurstFeatures.StrictFloats, x => BurstFeatures.StrictFloats(x), n => Data.Of<float>(n));

    private static Vector3[] Points(int count, int seed)
    {
        var values = Data.Of<float>(3 * count, seed);
        return [.. Enumerable.Range(0, count).Select(i => new Vector3(values[3 * i], values[3 * i + 1], values[3 * i + 2]))];
    }
}
