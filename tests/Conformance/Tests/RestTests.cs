using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>
/// Every loop of <see cref="Rests"/> over memory at the very end, and at the very beginning, of what the process may touch: an access
/// beyond it ends the process.
/// </summary>
public sealed class RestTests
{
    private static readonly int[] _sizes = [.. Enumerable.Range(0, 70), 127, 129, 255, 1000];

    private delegate void MapOf(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result);

    private delegate void FunctionsOf(ReadOnlySpan<double> x, Span<double> result);

    private delegate void IndirectOf(ReadOnlySpan<int> place, ReadOnlySpan<float> x, Span<float> result);

    private delegate void SomeOf(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<int> result);

    private delegate void InPlaceOf(Span<long> x, long step);

    private delegate int SumOfBytesOf(ReadOnlySpan<byte> x);

    private delegate (int Sum, int Most) ShortsOf(ReadOnlySpan<short> x, ReadOnlySpan<ushort> y);

    private delegate long WideOf(ReadOnlySpan<sbyte> x, ReadOnlySpan<short> y, ReadOnlySpan<int> z, ReadOnlySpan<uint> w);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Map(bool atEnd)
    {
        MapOf original = Rests.Map;
        using var fenced = new Fenced(3);
        foreach (var size in _sizes)
        {
            var x = fenced.Of(0, Data.Of<float>(size), atEnd);
            var y = fenced.Of(1, Data.Of<float>(size, 2), atEnd);
            var actual = fenced.Of(2, new float[size], atEnd);
            var expected = new float[size];
            original(x, y, expected);
            Rests.Map(x, y, actual);
            AssertSame(expected, actual);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Functions(bool atEnd)
    {
        using var fenced = new Fenced(2);
        FunctionsOf original = Rests.Functions;
        var all = new double[_sizes[^1]];
        Rests.Functions(Data.Ordinary<double>(all.Length), all);
        foreach (var size in _sizes)
        {
            var actual = fenced.Of(1, new double[size], atEnd);
            var near = new double[size];
            var x = fenced.Of(0, Data.Ordinary<double>(size), atEnd);
            Rests.Functions(x, actual);
            original(x, near);

            // What an element comes to does not depend on how many there are.
            AssertSame<double>(all.AsSpan(0, size).ToArray(), actual);
            for (var i = 0; i < size; i++)
                Assert.Equal(near[i], actual[i], 1e-13);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Indirect(bool atEnd)
    {
        using var fenced = new Fenced(3);
        IndirectOf original = Rests.Indirect;
        foreach (var size in _sizes)
        {
            var x = fenced.Of(1, Data.Ordinary<float>((size / 2) + 1), atEnd);
            var place = fenced.Of(0, [.. Enumerable.Range(0, size).Select(i => i * 5 % ((size / 2) + 1))], atEnd);
            var actual = fenced.Of(2, new float[size], atEnd);
            var near = new float[size];
            original(place, x, near);
            Rests.Indirect(place, x, actual);
            for (var i = 0; i < size; i++)
                Assert.Equal(near[i], actual[i], 1e-4f * Math.Max(1, Math.Abs(near[i])));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Some(bool atEnd)
    {
        using var fenced = new Fenced(3);
        SomeOf original = Rests.Some;
        foreach (var size in _sizes)
        {
            var x = fenced.Of(0, Data.Of<int>(size), atEnd);
            var y = fenced.Of(1, Data.Of<int>(size, 2), atEnd);
            var actual = fenced.Of(2, Data.Of<int>(size, 3), atEnd);
            var expected = Data.Of<int>(size, 3);
            original(x, y, expected);
            Rests.Some(x, y, actual);
            AssertSame(expected, actual);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void InPlace(bool atEnd)
    {
        using var fenced = new Fenced(1);
        InPlaceOf original = Rests.InPlace;
        foreach (var size in _sizes)
        {
            var expected = Data.Of<long>(size);
            var actual = fenced.Of(0, Data.Of<long>(size), atEnd);
            original(expected, 7);
            Rests.InPlace(actual, 7);
            AssertSame(expected, actual);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SumOfBytes(bool atEnd)
    {
        using var fenced = new Fenced(1);
        SumOfBytesOf original = Rests.SumOfBytes;
        foreach (var size in _sizes)
        {
            var x = fenced.Of(0, Data.Of<byte>(size), atEnd);
            Assert.Equal(original(x), Rests.SumOfBytes(x));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shorts(bool atEnd)
    {
        using var fenced = new Fenced(2);
        ShortsOf original = Rests.Shorts;
        foreach (var size in _sizes)
        {
            var x = fenced.Of(0, Data.Of<short>(size), atEnd);
            var y = fenced.Of(1, Data.Of<ushort>(size, 2), atEnd);
            Assert.Equal(original(x, y), Rests.Shorts(x, y));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Wide(bool atEnd)
    {
        using var fenced = new Fenced(4);
        WideOf original = Rests.Wide;
        foreach (var size in _sizes)
        {
            var x = fenced.Of(0, Data.Of<sbyte>(size), atEnd);
            var y = fenced.Of(1, Data.Of<short>(size, 2), atEnd);
            var z = fenced.Of(2, Data.Of<int>(size, 3), atEnd);
            var w = fenced.Of(3, Data.Of<uint>(size, 4), atEnd);
            Assert.Equal(original(x, y, z, w), Rests.Wide(x, y, z, w));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Singles(bool atEnd)
    {
        using var fenced = new Fenced(1);
        foreach (var size in _sizes)
        {
            var x = fenced.Of(0, Data.Ordinary<float>(size), atEnd);
            var near = 0.0;
            foreach (var value in x)
                near += value;
            Assert.Equal(near, Rests.Singles(x), 1e-9 * Math.Max(1, size));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Widened(bool atEnd)
    {
        using var fenced = new Fenced(3);
        var all = new float[_sizes[^1]];
        Rests.Widened(Data.Of<byte>(all.Length), Data.Of<ushort>(all.Length, 2), all);
        foreach (var size in _sizes)
        {
            var actual = fenced.Of(2, new float[size], atEnd);
            Rests.Widened(fenced.Of(0, Data.Of<byte>(all.Length).AsSpan(0, size).ToArray(), atEnd), fenced.Of(1, Data.Of<ushort>(all.Length, 2).AsSpan(0, size).ToArray(), atEnd), actual);
            AssertSame<float>(all.AsSpan(0, size).ToArray(), actual);
        }
    }

    private static void AssertSame<T>(T[] expected, Span<T> actual)
        where T : unmanaged =>
        Assert.True(MemoryMarshal.AsBytes(expected.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(actual)), $"differs for {expected.Length} elements");

    /// <summary>Areas of memory between pages that nobody may touch; ordinary memory where the system is not asked so.</summary>
    private sealed class Fenced : IDisposable
    {
        private const int Size = 16384;
        private const int Page = 65536;
        private const int PrivateAnonymous = 0x22;
        private readonly nint _start;
        private readonly byte[] _plain;
        private readonly int _areas;

        public Fenced(int areas)
        {
            _areas = areas;
            _plain = new byte[areas * Size];
            if (!OperatingSystem.IsLinux())
                return;
            _start = Map(0, (nuint)(Page * ((2 * areas) + 1)), 0, PrivateAnonymous, -1, 0);
            for (var area = 0; area < areas; area++)
                Assert.Equal(0, Protect(Start(area), Page, 3));
        }

        /// <summary>A copy of the elements that touches the border of an area.</summary>
        public Span<T> Of<T>(int area, T[] elements, bool atEnd)
            where T : unmanaged
        {
            var bytes = elements.Length * Unsafe.SizeOf<T>();
            var span = _start == 0
                ? MemoryMarshal.Cast<byte, T>(_plain.AsSpan(area * Size, bytes))
                : MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), Start(area) + (atEnd ? Page - bytes : 0)), elements.Length);
            elements.CopyTo(span);
            return span;
        }

        public void Dispose()
        {
            if (_start != 0)
                _ = Unmap(_start, (nuint)(Page * ((2 * _areas) + 1)));
        }

        private nint Start(int area) => _start + (Page * ((2 * area) + 1));

        [DllImport("libc", EntryPoint = "mmap")]
        private static extern nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

        [DllImport("libc", EntryPoint = "mprotect")]
        private static extern int Protect(nint address, nuint length, int protection);

        [DllImport("libc", EntryPoint = "munmap")]
        private static extern int Unmap(nint address, nuint length);
    }
}
