using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Packing"/>: with room for all, for just those that come, and for fewer.</summary>
public sealed class PackingTests
{
    private delegate int Greatest(int[] x, int[] result, out int greatest);

    private delegate int Spans(ReadOnlySpan<byte> x, Span<byte> result);

    public static TheoryData<int> Percent() => [0, 3, 25, 50, 97, 100];

    [Theory]
    [MemberData(nameof(Percent))]
    public void Above(int percent) => Verify.Same(
        Ran.Vector, Packing.Above, (x, l, r) => Packing.Above(x, l, r), n => (Some(n, percent, 2f, 1f), 1.5f, Marked<float>(n)), Sizes.Large);

    [Fact]
    public void AboveOfAnyFloat() => Verify.Same(
        Ran.Vector, Packing.Above, (x, l, r) => Packing.Above(x, l, r), n => (Data.Of<float>(n), 0f, Marked<float>(n)), Sizes.Large);

    /// <summary>What is behind the packed elements stays as it is, and an exception comes where the array ends.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(90)]
    public void AboveWithLittleRoom(int percent) => Verify.Same(
        Ran.Vector, Packing.Above, (x, l, r) => Packing.Above(x, l, r), n => (Some(n, 50, 2f, 1f), 1.5f, Marked<float>(n * percent / 100)));

    [Fact]
    public void AboveOfOneArray() => Verify.Same(
        Ran.Sequential, (x, l) => ((Func<float[], float, float[], int>)Packing.Above)(x, l, x), (x, l) => Packing.Above(x, l, x), n => (Data.Of<float>(n), 0f));

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(100)]
    public void Places(int room) => Verify.Same(Ran.Vector, Packing.Places, (x, r) => Packing.Places(x, r), n => (Data.Of<double>(n), new int[n * room / 100]), Sizes.Large);

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    [InlineData(-5)]
    [InlineData(long.MaxValue)]
    public void Wide(long start) => Verify.Same(Ran.Vector, Packing.Wide, (x, r, s) => Packing.Wide(x, r, s), n => (Data.Of<long>(n), Marked<long>(n + 8), start));

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void Narrow(int room)
    {
        Spans original = Packing.Narrow;
        Verify.Same(Ran.Vector, (x, r) => original(x, r), (x, r) => Packing.Narrow(x, r), n => (Data.Of<byte>(n), Marked<byte>(n * room / 100)));
    }

    [Fact]
    public void Rounded() => Verify.Same(
        Ran.Vector, Packing.Rounded, (x, y, r) => Packing.Rounded(x, y, r), n => (Data.Of<double>(n), Data.Of<double>(n, 2), Marked<float>(n)));

    [Theory]
    [InlineData(50, 100, 100)]
    [InlineData(100, 50, 100)]
    [InlineData(100, 100, 50)]
    [InlineData(100, 100, 100)]
    public void Several(int small, int large, int places) => Verify.Same(
        Ran.Vector,
        Packing.Several,
        (x, s, l, p) => Packing.Several(x, s, l, p),
        n => (Some<short>(n, 80, 5, 0), Marked<short>(n * small / 100), Marked<int>((n * large / 100) + 1), Marked<long>(n * places / 100)));

    [Theory]
    [InlineData(100, 100)]
    [InlineData(20, 100)]
    [InlineData(100, 20)]
    public void Parted(int less, int more) => Verify.Same(
        Ran.Vector, Packing.Parted, (x, l, m) => Packing.Parted(x, l, m), n => (Data.Of<int>(n), Marked<int>(n * less / 100), Marked<int>(n * more / 100)), Sizes.Large);

    [Fact]
    public void PartedIntoOne() => Verify.Same(
        Ran.Sequential, (x, l) => ((Func<int[], int[], int[], (int, int)>)Packing.Parted)(x, l, l), (x, l) => Packing.Parted(x, l, l), n => (Data.Of<int>(n), Marked<int>(n)));

    [Theory]
    [InlineData(100)]
    [InlineData(25)]
    public void Unpacked(int room) => Verify.Same(Ran.Vector, Packing.Unpacked, (x, y) => Packing.Unpacked(x, y), n => (Data.Of<float>(n), Data.Of<float>(n * room / 100, 2)), Sizes.Large);

    [Fact]
    public void Nested() => Verify.Same(
        Ran.Vector, Packing.Nested, (x, y, r) => Packing.Nested(x, y, r), n => (Data.Small<int>(n, 60), Data.Small<int>(n, 50), Marked<int>(n)));

    [Fact]
    public void Ranks() => Verify.Same(Ran.Vector, Packing.Ranks, (x, r) => Packing.Ranks(x, r), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(40)]
    public void Quotients(int zero) => Verify.Same(
        Ran.Vector, Packing.Quotients, (x, y, r) => Packing.Quotients(x, y, r), n => (Data.Of<int>(n), (int[])[.. Enumerable.Range(0, n).Select(i => i == zero ? 0 : (i % 7) + 1)], Marked<int>(n)));

    [Theory]
    [InlineData(100)]
    [InlineData(30)]
    public void Columns(int room) => Verify.Same(
        Ran.Vector, Packing.Columns, (x, r) => Packing.Columns(x, r), n => (Data.Matrix<int>(n, 3), Marked<int>(n * 3 * room / 100)), Sizes.Few);

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(100)]
    public void WithSum(int room) => Verify.Same(
        Ran.Vector, Packing.WithSum, (x, r) => Packing.WithSum(x, r), n => (Data.Of<int>(n), Marked<int>(n * room / 100)), Sizes.Large);

    [Fact]
    public void WithGreatest() => Verify.Same(
        Ran.Anything,
        (x, r) => Packed(((Greatest)Packing.WithGreatest)(x, r, out var g), g),
        (x, r) => Packed(Packing.WithGreatest(x, r, out var g), g),
        n => (Data.Small<int>(n, 1000), Marked<int>(n)),
        Sizes.Large);

    [Fact]
    public void Texts() => Verify.Same(
        Ran.Vector, Packing.Texts, (x, r) => Packing.Texts(x, r), n => (string.Concat(Enumerable.Range(0, n).Select(i => (i * 7 % 5) < 2 ? ' ' : (char)('a' + (i % 26)))), new char[n]));

    private static long Packed(int count, int greatest) => ((long)count << 32) ^ greatest;

    /// <summary>The one value in so many of a hundred places, in no order, and the other.</summary>
    private static T[] Some<T>(int count, int percent, T one, T other)
        where T : struct, System.Numerics.INumber<T> => [.. Data.Small<int>(count, 1_000_000).Select(v => Math.Abs(v) % 100 < percent ? one : other)];

    /// <summary>Elements that show when they are written.</summary>
    private static T[] Marked<T>(int count)
        where T : struct, System.Numerics.INumber<T>
    {
        var values = new T[Math.Max(0, count)];
        Array.Fill(values, T.CreateChecked(77));
        return values;
    }
}
