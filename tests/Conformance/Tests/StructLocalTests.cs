using System.Numerics;
using System.Runtime.InteropServices;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="StructLocals"/>.</summary>
public sealed class StructLocalTests
{
    [Fact]
    public void Advance() => Verify.Same(
        Ran.Vector, StructLocals.Advance, (b, t, f) => StructLocals.Advance(b, t, f), n => (Of<StructLocals.Body, float>(n), 0.125f, -0.5f), Sizes.Fields);

    [Fact]
    public void Energies() => Verify.Same(
        Ran.Vector, StructLocals.Energies, (b, r) => StructLocals.Energies(b, r), n => (Of<StructLocals.Body, float>(n), new float[n]), Sizes.Fields);

    [Fact]
    public void EnergiesOfTooFew() => Verify.Same(
        Ran.Anything, StructLocals.Energies, (b, r) => StructLocals.Energies(b, r), n => (Of<StructLocals.Body, float>(n * 3 / 4), new float[n]), Sizes.Few);

    [Fact]
    public void Furthest() => Verify.Same(Ran.Vector, StructLocals.Furthest, p => StructLocals.Furthest(p), n => Of<Vector3, float>(n));

    [Fact]
    public void Cross() => Verify.Same(
        Ran.Vector, StructLocals.Cross, (a, b, r) => StructLocals.Cross(a, b, r), n => (Of<Vector3, float>(n), Of<Vector3, float>(n, 2), new Vector3[n]));

    [Fact]
    public void CrossOfItself()
    {
        Action<Vector3[], Vector3[], Vector3[]> sequential = StructLocals.Cross;
        Verify.Same(Ran.Anything, (a, b) => sequential(a, b, a), (a, b) => StructLocals.Cross(a, b, a), n => (Of<Vector3, float>(n), Of<Vector3, float>(n, 2)));
    }

    [Fact]
    public void Multiply() => Verify.Same(
        Ran.Vector, StructLocals.Multiply, (a, b) => StructLocals.Multiply(a, b), n => (Of<StructLocals.Number, double>(n), Of<StructLocals.Number, double>(n, 2)));

    [Fact]
    public void Magnitudes() => Verify.Same(
        Ran.Vector, StructLocals.Magnitudes, (z, r) => StructLocals.Magnitudes(z, r), n => (Of<Complex, double>(n), new double[n]));

    [Fact]
    public void Grey() => Verify.Same(
        Ran.Anything,
        StructLocals.Grey,
        p => StructLocals.Grey(p),
        n => MemoryMarshal.Cast<byte, StructLocals.Colour>(Data.Of<byte>(3 * n)).ToArray());

    [Fact]
    public void Exchange() => Verify.Same(Ran.Vector, StructLocals.Exchange, a => StructLocals.Exchange(a), n => Of<StructLocals.Number, double>(n));

    [Fact]
    public void ExchangeElements() => Verify.Same(
        Ran.Vector, StructLocals.ExchangeElements, a => StructLocals.ExchangeElements(a), n => Of<StructLocals.Number, double>(n));

    [Fact]
    public void Choose() => Verify.Same(
        Ran.Vector, StructLocals.Choose, (a, b, by) => StructLocals.Choose(a, b, by), n => (Of<Vector2, float>(n), Of<Vector2, float>(n, 2), Data.Of<float>(n, 3)));

    [Fact]
    public void Parts() => Verify.Same(
        Ran.Vector, StructLocals.Parts, (b, p) => StructLocals.Parts(b, p), n => (Of<StructLocals.Body, float>(n), new Vector2[n]));

    [Fact]
    public void Records() => Verify.Same(
        Ran.Vector, StructLocals.Records, (p, r) => StructLocals.Records(p, r), n => (Of<StructLocals.Pair, int>(n), new int[n]));

    [Fact]
    public void Assigned() => Verify.Same(
        Ran.Vector, StructLocals.Assigned, (v, x) => StructLocals.Assigned(v, x), n => (Of<StructLocals.Weighted, double>(n), Data.Of<double>(n)));

    [Fact]
    public void Whole() => Verify.Same(
        Ran.Anything, StructLocals.Whole, (v, x) => StructLocals.Whole(v, x), n => (Of<StructLocals.Weighted, double>(n), Data.Of<double>(n)));

    [Fact]
    public void Inside() => Verify.Same(
        Ran.Anything, StructLocals.Inside, (v, x) => StructLocals.Inside(v, x), n => (Of<StructLocals.Weighted, double>(n), Data.Of<double>(5)));

    [Fact]
    public void FromParameter() => Verify.Same(
        Ran.Vector, StructLocals.FromParameter, (p, c) => StructLocals.FromParameter(p, c), n => (Of<Vector2, float>(n), new Vector2(1.5f, -2)));

    [Fact]
    public void OtherMembers() => Verify.Same(
        Ran.Anything, StructLocals.OtherMembers, (p, r) => StructLocals.OtherMembers(p, r), n => (Of<StructLocals.Pair, int>(n * 3 / 4), Data.Of<int>(n)));

    [Fact]
    public void Backwards() => Verify.Same(
        Ran.Vector, StructLocals.Backwards, (p, o) => StructLocals.Backwards(p, o), n => (Of<StructLocals.Pair, int>(n), new int[n]));

    private static TRecord[] Of<TRecord, TField>(int count, int seed = 1)
        where TRecord : struct
        where TField : struct, INumber<TField>
    {
        var fields = MemoryMarshal.AsBytes(new TRecord[1].AsSpan()).Length / MemoryMarshal.AsBytes(new TField[1].AsSpan()).Length;
        return MemoryMarshal.Cast<TField, TRecord>(Data.Of<TField>(count * fields, seed)).ToArray();
    }
}
