using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <summary>
/// No spans, to which a checked loop adds those that it finds. They are kept as spans, not by address, as the garbage collector may move
/// the memory while the loop runs.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct RaceSpans : IRaceSpans
{
    /// <inheritdoc/>
    public int Count => 0;

    /// <summary>These and one more.</summary>
    public RaceSpans<T, RaceSpans> And<T>(ReadOnlySpan<T> span) => new(span, this);

    /// <inheritdoc cref="And{T}(ReadOnlySpan{T})"/>
    public RaceSpans<T, RaceSpans> And<T>(Span<T> span) => new(span, this);

    /// <inheritdoc/>
    public bool Find(ref byte element, out int span, out long offset)
    {
        (span, offset) = (-1, 0);
        return false;
    }
}

/// <summary>A span and those added before it.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TRest">The others.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct RaceSpans<T, TRest> : IRaceSpans
    where TRest : IRaceSpans, allows ref struct
{
    private readonly ReadOnlySpan<T> _span;
    private readonly TRest _rest;

    internal RaceSpans(ReadOnlySpan<T> span, TRest rest)
    {
        _span = span;
        _rest = rest;
    }

    /// <inheritdoc/>
    public int Count => _rest.Count + 1;

    /// <summary>These and one more.</summary>
    public RaceSpans<TNext, RaceSpans<T, TRest>> And<TNext>(ReadOnlySpan<TNext> span) => new(span, this);

    /// <inheritdoc cref="And{TNext}(ReadOnlySpan{TNext})"/>
    public RaceSpans<TNext, RaceSpans<T, TRest>> And<TNext>(Span<TNext> span) => new(span, this);

    /// <inheritdoc/>
    public bool Find(ref byte element, out int span, out long offset)
    {
        offset = (long)Unsafe.ByteOffset(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(_span)), ref element);
        if (offset < 0 || offset >= (long)_span.Length * Unsafe.SizeOf<T>())
            return _rest.Find(ref element, out span, out offset);
        span = _rest.Count;
        return true;
    }
}
