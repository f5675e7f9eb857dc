using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Copies of a container for the parts of a region that run at the same time, so that what their iterations write there stays their own.
/// The calling thread keeps small ones for its next region.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArrayCopies<T>
{
    /// <summary>The bytes that a thread keeps for later.</summary>
    private const long MostKept = 1L << 22;

    [ThreadStatic]
    private static ArrayCopies<T>? _idle;

    /// <summary>A place for each worker, which mostly finds there what it has left.</summary>
    private readonly CopySlot[] _slots = new CopySlot[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(2 * Workers.Maximum, 4, 256))];

    private readonly List<Array> _filled = [];
    private readonly List<Array> _stale = [];
    private readonly Array?[] _blocks;
    private Array? _model;
    private int _length;

    private ArrayCopies(int blocks) => _blocks = new Array?[blocks];

    /// <summary>Prepares copies of an array of any rank: with its exact type, lengths and lower bounds.</summary>
    /// <param name="model">The array.</param>
    /// <param name="blocks">The number of <see cref="Block"/>s, 0 for none.</param>
    public static ArrayCopies<T> Like(Array model, int blocks = 0)
    {
        var copies = TakeIdle(blocks);
        if (copies._model is not { } other || !HasShapeOf(other, model))
            copies.Forget();
        copies._model = model;
        copies._length = model.Length;
        return copies;
    }

    /// <summary>Prepares copies of a span, as arrays of its length.</summary>
    /// <param name="model">The span.</param>
    /// <param name="blocks">The number of <see cref="Block"/>s, 0 for none.</param>
    public static ArrayCopies<T> Like(Span<T> model, int blocks = 0)
    {
        var copies = TakeIdle(blocks);
        if (copies._model is not null || copies._length != model.Length)
            copies.Forget();
        copies._model = null;
        copies._length = model.Length;
        return copies;
    }

    /// <summary>A copy that nobody else has, with any contents.</summary>
    public Array Take()
    {
        if (TakeOwn() is { } own)
            return own;
        lock (_filled)
        {
            if ((Last(_filled) ?? Last(_stale)) is { } old)
                return old;
        }

        return Make();
    }

    /// <summary>A copy that nobody else has, with the operator's identity in it or what earlier parts have combined there.</summary>
    public Array Take<TOperator>()
        where TOperator : struct, IReductionOperator<T>
    {
        if (TakeOwn() is { } own)
            return own;
        Array? copy;
        lock (_filled)
        {
            if (Last(_filled) is { } used)
                return used;
            copy = Last(_stale);
        }

        copy ??= Make();
        Elements(copy).Fill(TOperator.Identity);
        return copy;
    }

    /// <summary>Gives a copy back.</summary>
    public void Give(Array copy)
    {
        if (Interlocked.CompareExchange(ref OwnSlot().Copy, copy, null) is null)
            return;
        lock (_filled)
            _filled.Add(copy);
    }

    /// <summary>The copy of one block of a reduction, with the operator's identity in it. Each block asks once.</summary>
    public Array Block<TOperator>(long number)
        where TOperator : struct, IReductionOperator<T>
    {
        Array? copy;
        lock (_filled)
            copy = Last(_stale);
        copy ??= Make();
        Elements(copy).Fill(TOperator.Identity);
        return _blocks[number] = copy;
    }

    /// <summary>Combines what the copies hold into the container, in any order, and keeps the copies for later.</summary>
    public void CombineInto<TOperator>(Span<T> target)
        where TOperator : struct, IReductionOperator<T>
    {
        Gather();
        foreach (var copy in _filled)
            Combine<TOperator>(target, Elements(copy));
        Release();
    }

    /// <inheritdoc cref="CombineInto{TOperator}(Span{T})"/>
    public void CombineInto<TOperator>(Array target)
        where TOperator : struct, IReductionOperator<T> => CombineInto<TOperator>(Elements(target));

    /// <summary>
    /// Combines the blocks in a tree of the shape that <see cref="ReductionTree"/> has, which depends on their number alone, that into
    /// the container, and keeps the copies for later.
    /// </summary>
    public void CombineBlocksInto<TOperator>(Span<T> target, int count)
        where TOperator : struct, IReductionOperator<T>
    {
        var blocks = _blocks.AsSpan(0, count);
        for (var half = (int)(BitOperations.RoundUpToPowerOf2((uint)count) / 2); half > 0; half /= 2)
        {
            for (var j = 0; j < half && j + half < count; j++)
                Combine<TOperator>(Elements(blocks[j]!), Elements(blocks[j + half]!));
        }

        Combine<TOperator>(target, Elements(blocks[0]!));
        foreach (ref var block in blocks)
        {
            _filled.Add(block!);
            block = null;
        }

        Release();
    }

    /// <inheritdoc cref="CombineBlocksInto{TOperator}(Span{T}, int)"/>
    public void CombineBlocksInto<TOperator>(Array target, int count)
        where TOperator : struct, IReductionOperator<T> => CombineBlocksInto<TOperator>(Elements(target), count);

    /// <summary>Ends the use by a region in which nothing failed.</summary>
    public void Release()
    {
        Gather();
        _stale.AddRange(_filled);
        _filled.Clear();
        if ((long)_stale.Count * _length * Unsafe.SizeOf<T>() <= MostKept && !RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            // The shape is told by a copy from now on: the container itself must not be kept alive.
            _model = _model is null || _stale.Count == 0 ? null : _stale[0];
            _length = _stale.Count == 0 ? 0 : _length;
            _idle = this;
        }
    }

    /// <summary>The elements of an array of any rank, one row after another.</summary>
    internal static Span<T> Elements(Array array) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    /// <summary>The copies that were used, when no part runs any more.</summary>
    internal IReadOnlyList<Array> Together()
    {
        Gather();
        return _filled;
    }

    private static ArrayCopies<T> TakeIdle(int blocks)
    {
        var idle = _idle;
        _idle = null;
        return idle is not null && idle._blocks.Length >= blocks ? idle : new ArrayCopies<T>(blocks);
    }

    private ref CopySlot OwnSlot() => ref _slots[Environment.CurrentManagedThreadId & (_slots.Length - 1)];

    private Array? TakeOwn()
    {
        ref var slot = ref OwnSlot();
        return slot.Copy is null ? null : Interlocked.Exchange(ref slot.Copy, null);
    }

    private void Gather()
    {
        foreach (ref var slot in _slots.AsSpan())
        {
            if (slot.Copy is { } copy)
                _filled.Add(copy);
            slot.Copy = null;
        }
    }

    private void Forget()
    {
        _filled.Clear();
        _stale.Clear();
    }

    private static Array? Last(List<Array> copies)
    {
        if (copies.Count == 0)
            return null;
        var copy = copies[^1];
        copies.RemoveAt(copies.Count - 1);
        return copy;
    }

    private static bool HasShapeOf(Array copy, Array model)
    {
        if (copy.GetType() != model.GetType())
            return false;
        for (var dimension = 0; dimension < model.Rank; dimension++)
        {
            if (copy.GetLength(dimension) != model.GetLength(dimension) || copy.GetLowerBound(dimension) != model.GetLowerBound(dimension))
                return false;
        }

        return true;
    }

    private Array Make() => _model is null || _model.GetType() == typeof(T[]) ? GC.AllocateUninitializedArray<T>(_length) : (Array)_model.Clone();

    private static void Combine<TOperator>(Span<T> into, Span<T> values)
        where TOperator : struct, IReductionOperator<T>
    {
        for (var k = 0; k < into.Length; k++)
            into[k] = TOperator.Combine(into[k], values[k]);
    }
}
