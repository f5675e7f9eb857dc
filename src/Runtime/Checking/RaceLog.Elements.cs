using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <content>Elements: each method notes an access to one and returns its subscript, which the user's expression goes on with.</content>
public sealed partial class RaceLog
{
    private readonly List<Array> _arrays = [];
    private readonly List<object> _spanOwners = [];
    private readonly object _addresses = new();
    private Array? _lastKnown;
    private int _collections;

    /// <summary>Keeps a subscript until the last one of the same element comes.</summary>
    public int Sub(int index)
    {
        _subscripts.Push(index);
        return index;
    }

    /// <inheritdoc cref="Sub(int)"/>
    public long Sub(long index)
    {
        _subscripts.Push(index is >= int.MinValue and <= int.MaxValue ? (int)index : -1);
        return index;
    }

    /// <summary>Notes an access to an element of an array.</summary>
    public int At<T>(T[]? array, int index, int site)
    {
        Element(array, index, site);
        return index;
    }

    /// <inheritdoc cref="At{T}(T[], int, int)"/>
    public uint At<T>(T[]? array, uint index, int site)
    {
        Element(array, index, site);
        return index;
    }

    /// <inheritdoc cref="At{T}(T[], int, int)"/>
    public long At<T>(T[]? array, long index, int site)
    {
        Element(array, index, site);
        return index;
    }

    /// <inheritdoc cref="At{T}(T[], int, int)"/>
    public ulong At<T>(T[]? array, ulong index, int site)
    {
        Element(array, index <= long.MaxValue ? (long)index : -1, site);
        return index;
    }

    /// <inheritdoc cref="At{T}(T[], int, int)"/>
    public Index At<T>(T[]? array, Index index, int site)
    {
        if (array is not null)
            Element(array, index.GetOffset(array.Length), site);
        return index;
    }

    /// <summary>Notes an access to an element of an array of several dimensions, whose other subscripts are kept.</summary>
    public int At(Array? array, int index, int site)
    {
        ElementOfMany(array, index, site);
        return index;
    }

    /// <inheritdoc cref="At(Array, int, int)"/>
    public long At(Array? array, long index, int site)
    {
        ElementOfMany(array, index is >= int.MinValue and <= int.MaxValue ? (int)index : -1, site);
        return index;
    }

    /// <summary>Notes an access to an element of a list.</summary>
    public int At<T>(List<T>? list, int index, int site)
    {
        if (list is not null && (uint)index < (uint)list.Count && Record(list, index + 1L, site) is { } earlier)
            Throw(earlier, site, $"element [{index}] of a List<{typeof(T).Name}>", list[index]);
        return index;
    }

    /// <inheritdoc cref="At{T}(List{T}, int, int)"/>
    public Index At<T>(List<T>? list, Index index, int site)
    {
        if (list is not null)
            At(list, index.GetOffset(list.Count), site);
        return index;
    }

    /// <summary>Notes an access to an element of a span.</summary>
    public int At<T, TSpans>(Span<T> span, int index, int site, scoped in TSpans spans)
        where TSpans : IRaceSpans, allows ref struct => At((ReadOnlySpan<T>)span, index, site, spans);

    /// <inheritdoc cref="At{T, TSpans}(Span{T}, int, int, in TSpans)"/>
    public Index At<T, TSpans>(Span<T> span, Index index, int site, scoped in TSpans spans)
        where TSpans : IRaceSpans, allows ref struct => At((ReadOnlySpan<T>)span, index, site, spans);

    /// <inheritdoc cref="At{T, TSpans}(Span{T}, int, int, in TSpans)"/>
    public Index At<T, TSpans>(ReadOnlySpan<T> span, Index index, int site, scoped in TSpans spans)
        where TSpans : IRaceSpans, allows ref struct
    {
        At(span, index.GetOffset(span.Length), site, spans);
        return index;
    }

    /// <inheritdoc cref="At{T, TSpans}(Span{T}, int, int, in TSpans)"/>
    public int At<T, TSpans>(ReadOnlySpan<T> span, int index, int site, scoped in TSpans spans)
        where TSpans : IRaceSpans, allows ref struct
    {
        if ((uint)index >= (uint)span.Length)
            return index;
        ref var element = ref Unsafe.Add(ref MemoryMarshal.GetReference(span), index);
        foreach (var array in _arrays)
        {
            if (array is not T[] owner)
                continue;
            var offset = (long)Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(array), ref Unsafe.As<T, byte>(ref element));
            if (offset >= 0 && offset < owner.LongLength * Unsafe.SizeOf<T>() && offset % Unsafe.SizeOf<T>() == 0)
            {
                Element(owner, offset / Unsafe.SizeOf<T>(), site);
                return index;
            }
        }

        var conflict = spans.Find(ref Unsafe.As<T, byte>(ref element), out var number, out var place)
            ? Record(SpanOwner(number), place, site)
            : RecordAddress(ref element, site);
        if (conflict is { } earlier)
            Throw(earlier, site, $"element [{index}] of a Span<{typeof(T).Name}> of length {span.Length}", element);
        return index;
    }

    private void Element<T>(T[]? array, long index, int site)
    {
        if (array is null || (ulong)index >= (ulong)array.LongLength)
            return;
        Know(array);
        if (Record(array, index + 1, site) is { } earlier)
            Throw(earlier, site, $"element [{index}] of a {typeof(T).Name}[{array.LongLength}]", array[index]);
    }

    private void ElementOfMany(Array? array, int last, int site)
    {
        if (array is null || _subscripts.Count < array.Rank - 1)
            return;
        var subscripts = new int[array.Rank];
        subscripts[^1] = last;
        for (var i = array.Rank - 2; i >= 0; i--)
            subscripts[i] = _subscripts.Pop();
        var index = 0L;
        for (var i = 0; i < subscripts.Length; i++)
        {
            var from = array.GetLowerBound(i);
            if (subscripts[i] < from || subscripts[i] > array.GetUpperBound(i))
                return;
            index = index * array.GetLength(i) + (subscripts[i] - from);
        }

        if (Record(array, index + 1, site) is { } earlier)
            Throw(earlier, site, $"element [{string.Join(", ", subscripts)}] of a {array.GetType().GetElementType()!.Name}[{new string(',', array.Rank - 1)}]", array.GetValue(subscripts));
    }

    /// <summary>Remembers the array, so that spans of it are recognised.</summary>
    public void Know(Array? array)
    {
        const int Most = 64;
        if (array is null || ReferenceEquals(array, _lastKnown))
            return;
        _lastKnown = array;
        if (array.Rank == 1 && _arrays.Count < Most && !_arrays.Contains(array, ReferenceEqualityComparer.Instance))
            _arrays.Add(array);
    }

    /// <summary>What stands for the memory of a span in the histories.</summary>
    private object SpanOwner(int number)
    {
        while (_spanOwners.Count <= number)
            _spanOwners.Add(new object());
        return _spanOwners[number];
    }

    /// <summary>Notes an access to memory of which only its address is known.</summary>
    private unsafe (long Iteration, int Site)? RecordAddress<T>(ref T element, int site)
    {
        var collections = GC.CollectionCount(0);
        if (collections != _collections)
        {
            foreach (var key in _histories.Keys.Where(k => ReferenceEquals(k.Owner, _addresses)).ToList())
                _histories.Remove(key);
            _collections = collections;
        }

        return Record(_addresses, (long)(nint)Unsafe.AsPointer(ref element), site);
    }
}
