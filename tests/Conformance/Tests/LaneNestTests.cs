using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="LaneNests"/>: each lane adds in the order of its own iteration.</summary>
public sealed class LaneNestTests
{
    [Fact]
    public void MatrixProduct() => Verify.Same(
        Ran.Vector,
        LaneNests.MatrixProduct,
        (a, b, c) => LaneNests.MatrixProduct(a, b, c),
        n => (Data.Matrix<double>(n, n + 3), Data.Matrix<double>(n + 3, n + 1, 2), new double[n, n + 1]),
        Sizes.Sides);

    [Fact]
    public void MatrixProductOfTooFew() => Verify.Same(
        Ran.Anything,
        LaneNests.MatrixProduct,
        (a, b, c) => LaneNests.MatrixProduct(a, b, c),
        n => (Data.Matrix<double>(n, n), Data.Matrix<double>(n + 1, n, 2), new double[n, n]),
        Sizes.Sides);

    [Fact]
    public void FlatProduct() => Verify.Same(
        Ran.Vector,
        LaneNests.FlatProduct,
        (a, b, c, n) => LaneNests.FlatProduct(a, b, c, n),
        n => (Data.Of<float>(n * n), Data.Of<float>(n * n, 2), new float[n * n], n),
        Sizes.Sides);

    [Fact]
    public void Forces() => Verify.Same(
        Ran.Vector,
        LaneNests.Forces,
        (x, y, fx, fy) => LaneNests.Forces(x, y, fx, fy),
        n => (Data.Ordinary<float>(n), Data.Ordinary<float>(n, 2), new float[n], new float[n]),
        Sizes.Few);

    [Fact]
    public void Convolve() => Verify.Same(
        Ran.Vector,
        LaneNests.Convolve,
        (x, w, r) => LaneNests.Convolve(x, w, r),
        n => (Data.Of<int>(n + 6), Data.Of<int>(7, 2), new int[n]));

    [Fact]
    public void ConvolveBeyond() => Verify.Same(
        Ran.Anything,
        LaneNests.Convolve,
        (x, w, r) => LaneNests.Convolve(x, w, r),
        n => (Data.Of<int>(n + 5), Data.Of<int>(7, 2), new int[n]),
        Sizes.Few);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector,
        LaneNests.Polynomial,
        (x, c, r) => LaneNests.Polynomial(x, c, r),
        n => (Data.Of<double>(n), Data.Ordinary<double>(9, 2), new double[n]));

    [Fact]
    public void PolynomialOfNothing() => Verify.Same(
        Ran.Vector,
        LaneNests.Polynomial,
        (x, c, r) => LaneNests.Polynomial(x, c, r),
        n => (Data.Of<double>(n), Array.Empty<double>(), new double[n]),
        Sizes.Few);

    [Fact]
    public void Triangles() => Verify.Same(
        Ran.Vector, LaneNests.Triangles, (x, r, n) => LaneNests.Triangles(x, r, n), n => (Data.Of<long>(n), new long[n], 7));
}
