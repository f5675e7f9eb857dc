using System.Globalization;
using System.Numerics;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="ElementTypes"/>, most of which only cores can share.</summary>
public sealed class ElementTypeTests
{
    [Fact]
    public void AddHalves() => Verify.Same(
        Ran.Parallel,
        ElementTypes.AddHalves,
        (x, y, r) => ElementTypes.AddHalves(x, y, r),
        n => (Data.Of<Half>(n), Data.Of<Half>(n, 2), new Half[n]));

    [Fact]
    public void AddDecimals() => Verify.Same(
        Ran.Parallel,
        ElementTypes.AddDecimals,
        (x, y, r) => ElementTypes.AddDecimals(x, y, r),
        n => (Data.Of<decimal>(n), Data.Of<decimal>(n, 2), new decimal[n]));

    [Fact]
    public void SumOfDecimals() => Verify.Same(
        Ran.Anything, ElementTypes.SumOfDecimals, x => ElementTypes.SumOfDecimals(x), n => Data.Of<decimal>(n));

    [Fact]
    public void Compare() => Verify.Same(
        Ran.Parallel, ElementTypes.Compare, (x, y, r) => ElementTypes.Compare(x, y, r), n => (Data.Of<float>(n), Data.Of<float>(n, 2), new bool[n]));

    [Fact]
    public void SelectByFlag() => Verify.Same(
        Ran.Parallel,
        ElementTypes.SelectByFlag,
        (flags, x, y, r) => ElementTypes.SelectByFlag(flags, x, y, r),
        n => (Data.Flags(n), Data.Of<int>(n), Data.Of<int>(n, 2), new int[n]));

    [Fact]
    public void Invert() => Verify.Same(Ran.Parallel, ElementTypes.Invert, x => ElementTypes.Invert(x), n => Data.Flags(n));

    [Fact]
    public void Exclusive() => Verify.Same(
        Ran.Parallel, ElementTypes.Exclusive, (x, y, r) => ElementTypes.Exclusive(x, y, r), n => (Data.Flags(n), Data.Flags(n, 2), new bool[n]));

    [Fact]
    public void Any() => Verify.Same(Ran.Parallel, ElementTypes.Any, x => ElementTypes.Any(x), n => Data.Flags(n));

    [Fact]
    public void AnyOfFalse() => Verify.Same(Ran.Parallel, ElementTypes.Any, x => ElementTypes.Any(x), n => new bool[n]);

    [Fact]
    public void AllPositive() => Verify.Same(Ran.Parallel, ElementTypes.AllPositive, x => ElementTypes.AllPositive(x), n => Data.Small<int>(n, 100));

    [Fact]
    public void AllPositiveOfOnes() => Verify.Same(
        Ran.Parallel, ElementTypes.AllPositive, x => ElementTypes.AllPositive(x), n => Enumerable.Repeat(1, n).ToArray());

    [Fact]
    public void CountFlags() => Verify.Same(Ran.Parallel, ElementTypes.CountFlags, x => ElementTypes.CountFlags(x), n => Data.Flags(n));

    [Fact]
    public void ToUpper() => Verify.Same(
        Ran.Parallel, ElementTypes.ToUpper, x => ElementTypes.ToUpper(x), n => string.Concat(Data.Texts(n)).ToCharArray());

    [Fact]
    public void CountDigits() => Verify.Same(
        Ran.Parallel, ElementTypes.CountDigits, x => ElementTypes.CountDigits(x), n => string.Concat(Data.Texts(n)));

    [Fact]
    public void NextDay() => Verify.Same(
        Ran.Parallel, ElementTypes.NextDay, x => ElementTypes.NextDay(x), n => Data.Small<int>(n, 7).Select(d => (DayOfWeek)d).ToArray());

    [Fact]
    public void Union() => Verify.Same(Ran.Anything, ElementTypes.Union, x => ElementTypes.Union(x), Rights);

    [Fact]
    public void Grant() => Verify.Same(
        Ran.Parallel, ElementTypes.Grant, (x, added) => ElementTypes.Grant(x, added), n => (Rights(n), Permissions.Write | Permissions.Execute));

    [Fact]
    public void Describe() => Verify.Same(
        Ran.Parallel, ElementTypes.Describe, (x, r) => ElementTypes.Describe(x, r), n => (Data.Of<int>(n), new string[n]));

    [Fact]
    public void Concatenate() => Verify.Same(
        Ran.Parallel, ElementTypes.Concatenate, (x, y, r) => ElementTypes.Concatenate(x, y, r), n => (Data.Texts(n), Data.Texts(n, 2), new string[n]));

    [Fact]
    public void ConcatenateWithNull() => Verify.Same(
        Ran.Anything,
        ElementTypes.Concatenate,
        (x, y, r) => ElementTypes.Concatenate(x, y, r),
        n => (Data.Texts(n).Select((text, i) => i == 2 * n / 3 ? null! : text).ToArray(), Data.Texts(n, 2), new string[n]),
        Sizes.Few);

    [Fact]
    public void TotalLength() => Verify.Same(Ran.Parallel, ElementTypes.TotalLength, x => ElementTypes.TotalLength(x), n => Data.Texts(n));

    [Fact]
    public void FormatInvariant() => Verify.Same(
        Ran.Parallel, ElementTypes.FormatInvariant, (x, r) => ElementTypes.FormatInvariant(x, r), n => (Data.Of<double>(n), new string[n]), Sizes.Few);

    /// <summary>Workers have the caller's culture.</summary>
    [Fact]
    public void FormatInCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = "~";
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            Verify.Same(
                Ran.Anything, ElementTypes.FormatInCulture, (x, r) => ElementTypes.FormatInCulture(x, r), n => (Data.Ordinary<double>(n), new string[n]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Move() => Verify.Same(Ran.Parallel, ElementTypes.Move, (p, time) => ElementTypes.Move(p, time), n => (Particles(n), 0.1));

    [Fact]
    public void MoveInPlace() => Verify.Same(
        Ran.Parallel, ElementTypes.MoveInPlace, (p, time) => ElementTypes.MoveInPlace(p, time), n => (Particles(n), 0.1));

    [Fact]
    public void Energy() => Verify.Reduction(
        Ran.Parallel,
        ElementTypes.Energy,
        p => ElementTypes.Energy(p),
        Particles,
        p => Exact.Sum(p.Select(q => 0.5 * q.Mass * q.Speed * q.Speed)) with { Operations = p.Length + 4 });

    [Fact]
    public void Multiply() => Verify.Same(
        Ran.Parallel,
        ElementTypes.Multiply,
        (x, y, r) => ElementTypes.Multiply(x, y, r),
        n => (Numbers(n, 1), Numbers(n, 2), new Complex[n]));

    [Fact]
    public void Normalize() => Verify.Same(
        Ran.Parallel,
        ElementTypes.Normalize,
        x => ElementTypes.Normalize(x),
        n => Data.Ordinary<float>(n).Zip(Data.Ordinary<float>(n, 2), Data.Ordinary<float>(n, 3)).Select(v => new Vector3(v.First, v.Second, v.Third)).ToArray());

    [Fact]
    public void Pair() => Verify.Same(
        Ran.Parallel, ElementTypes.Pair, (x, y, r) => ElementTypes.Pair(x, y, r), n => (Data.Of<int>(n), Data.Of<double>(n), new (int, double)[n]));

    [Fact]
    public void OrDefault() => Verify.Same(
        Ran.Parallel,
        ElementTypes.OrDefault,
        (x, r) => ElementTypes.OrDefault(x, r),
        n => (Data.Small<int>(n, 10).Select(v => v < 3 ? (int?)null : v).ToArray(), new int[n]));

    [Fact]
    public void Hash() => Verify.Same(Ran.Parallel, ElementTypes.Hash, (x, r) => ElementTypes.Hash(x, r), n => (Data.Of<ulong>(n), new UInt128[n]));

    [Fact]
    public void Days() => Verify.Same(
        Ran.Parallel,
        ElementTypes.Days,
        (offsets, start, r) => ElementTypes.Days(offsets, start, r),
        n => (Data.Small<int>(n, 1000), new DateTime(2024, 2, 28), new DateTime[n]));

    [Fact]
    public void Wrap() => Verify.Same(Ran.Parallel, ElementTypes.Wrap, (x, r) => ElementTypes.Wrap(x, r), n => (Data.Of<int>(n), new Node[n]));

    [Fact]
    public void ReadNodes() => Verify.Same(
        Ran.Parallel, ElementTypes.ReadNodes, (x, r) => ElementTypes.ReadNodes(x, r), n => (Data.Of<int>(n).Select(v => new Node(v)).ToArray(), new int[n]));

    private static Permissions[] Rights(int size) => [.. Data.Small<int>(size, 8).Select(v => (Permissions)v)];

    private static Particle[] Particles(int size) =>
    [
        .. Data.Ordinary<double>(size).Zip(Data.Ordinary<double>(size, 2), Data.NearOne<double>(size, 3))
            .Select(v => new Particle { Position = v.First, Speed = v.Second, Mass = v.Third }),
    ];

    private static Complex[] Numbers(int size, int seed) =>
        [.. Data.Ordinary<double>(size, seed).Zip(Data.Ordinary<double>(size, seed + 10)).Select(v => new Complex(v.First, v.Second))];
}
