using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests;

/// <summary>What the log of a checked loop takes for the same element.</summary>
public sealed class RaceLogTests
{
    private const int Read = 0;
    private const int Write = 1;
    private const int WriteX = 2;
    private const int WriteY = 3;

    private static readonly RaceSite[] _sites =
    [
        new("r", "", "File.cs, line 1", false),
        new("w", "", "File.cs, line 2", true),
        new("w.X", ".X", "File.cs, line 3", true),
        new("w.XY", ".XY", "File.cs, line 4", true),
    ];

    private readonly RaceLog _log = new("M, for (i)", _sites);

    [Fact]
    public void ASpanIsRecognisedInAnArrayThatTheLoopUses()
    {
        var array = new int[10];
        _log.Know(array);
        In(1, () => _log.At(array.AsSpan(4), 2, Write, default(RaceSpans)));
        var race = Assert.Throws<RaceException>(() => In(2, () => _log.At(array, 6, Read)));
        Assert.Equal((1, 2, "element [6] of a Int32[10]"), (race.FirstIteration, race.SecondIteration, race.Element));
    }

    [Fact]
    public void SpansOfUnknownMemoryAreKnownByAddress()
    {
        Span<int> memory = stackalloc int[8];
        _log.Iterate(1);
        _log.At(memory[2..], 1, Write, default(RaceSpans));
        _log.Iterate(2);
        _log.At(memory, 2, Write, default(RaceSpans));
        RaceException? race = null;
        try
        {
            _log.At(memory, 3, Write, default(RaceSpans));
        }
        catch (RaceException exception)
        {
            race = exception;
        }

        Assert.NotNull(race);
    }

    [Fact]
    public void TheLoopsSpansAreKnownWhereverTheCollectorMovesThem()
    {
        Span<long> first = new long[8];
        Span<int> second = new int[8];
        var spans = default(RaceSpans).And(first).And((ReadOnlySpan<int>)second).And(second[2..]);
        _log.Iterate(1);
        _log.At(first, 1, Write, spans);
        _log.At(second, 1, Write, spans);
        _log.At(second, 4, Read, spans);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        _log.Iterate(2);
        _log.At(first, 2, Write, spans);
        _log.At(second, 4, Read, spans);
        var race = RaceOf(second[2..], spans);
        Assert.Equal((1, 2, "element [2] of a Span<Int32> of length 6"), (race?.FirstIteration, race?.SecondIteration, race?.Element));
        race = RaceOf(first[^7..^5], spans, 0);
        Assert.Equal((1, 2, "element [0] of a Span<Int64> of length 2"), (race?.FirstIteration, race?.SecondIteration, race?.Element));
    }

    [Fact]
    public void FieldsOfAnElementAreApartButNotFromTheWhole()
    {
        var array = new (int X, int XY)[3];
        In(1, () => _log.At(array, 0, WriteX));
        In(2, () => _log.At(array, 0, WriteY));
        Assert.Throws<RaceException>(() => In(3, () => _log.At(array, 0, Read)));
    }

    [Fact]
    public void AWriteConflictsWithAReadBeforeTheLast()
    {
        var array = new int[1];
        In(1, () => _log.At(array, 0, Read));
        In(2, () => _log.At(array, 0, Read));
        var race = Assert.Throws<RaceException>(() => In(2, () => _log.At(array, 0, Write)));
        Assert.Equal(1, race.FirstIteration);
    }

    [Fact]
    public void SubscriptsOutsideAreLeftToTheAccessItself()
    {
        var array = new int[2];
        In(1, () => _log.At(array, 5, Write));
        In(2, () => _log.At(array, -1, Write));
        In(2, () => _log.At(array, 5UL, Write));
        In(3, () => _log.At((int[]?)null, 0, Write));
        In(3, () => _log.At(new int[2, 2], _log.Sub(1), Write));
        Assert.Equal(7, _log.At(array, 7L, Write));
        Assert.Equal(^1, _log.At(array, ^1, Read));
    }

    [Fact]
    public void EqualObjectsAreNotTheSame()
    {
        In(1, () => _log.Of(new string('a', 3), Write));
        In(2, () => _log.Of(new string('a', 3), Write));
        var text = new string('a', 3);
        In(3, () => _log.Of(text, Write));
        Assert.Throws<RaceException>(() => In(4, () => _log.Of(text, Write)));
    }

    private RaceException? RaceOf<T, TSpans>(Span<T> span, in TSpans spans, int index = 2)
        where TSpans : IRaceSpans, allows ref struct
    {
        try
        {
            _log.At(span, index, Write, spans);
        }
        catch (RaceException race)
        {
            return race;
        }

        return null;
    }

    private void In(long iteration, Action access)
    {
        _log.Iterate(iteration);
        access();
    }
}
