using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <content>Elements: each method notes an access to one and returns its subscript, which the user's expression goes on with.</content>
public sealed partial class RaceLog
{
    private readonly List<Array> _arrays = [];
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
    public int At<T>(Span<T> span, int index, int site) => At((ReadOnlySpan<T>)span, index, site);

    /// <inheritdoc cref="At{T}(Span{T}, int, int)"/>
    public Index At<T>(Span<T> span, Index index, int site) => At((ReadOnlySpan<T>)span, index, site);

    /// <inheritdoc cref="At{T}(Span{T}, int, int)"/>
    public Index At<T>(ReadOnlySpan<T> span, Index index, int site)
    {
        At(span, index.GetOffset(span.Length), site);
        return index;
    }

    /// <inheritdoc cref="At{T}(Span{T}, int, int)"/>
    public int At<T>(ReadOnlySpan<T> span, int index, int site)
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

        AtAddress(ref element, index, span.Length, site);
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

    /// <summary>An element of a span that is in no array known to the log.</summary>
    private unsafe void AtAddress<T>(ref T element, int index, int length, int site)
    {
        var collections = GC.CollectionCount(0);
        if (collections != _collections)
        {
            foreach (var key in _histories.Keys.Where(k => ReferenceEquals(k.Owner, _addresses)).ToList())
                _histories.Remove(key);
            _collections = collections;
        }

        var address = (long)(nint)Unsafe.AsPointer(ref element);
        if (Record(_addresses, address, site) is { } earlier)
            Throw(earlier, site, $"element [{index}] of a Span<{typeof(T).Name}> of length {length}", element);
    }
}
