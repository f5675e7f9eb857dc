using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Notes which iteration of a loop accesses which element of a container, and finds two that may not run at the same time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct SubscriptLog
{
    /// <summary>More iterations are not told apart.</summary>
    private const long MostIterations = (1 << 30) - 2;

    /// <summary>An element that several iterations read.</summary>
    private const int Shared = int.MaxValue - 1;

    /// <summary>The estimated nanoseconds of noting one access.</summary>
    private const double PerAccess = 4;

    /// <summary>The estimated nanoseconds of preparing for one element.</summary>
    private const double PerElement = 0.2;

    /// <summary>For each element twice the number of the iteration that accessed it, from 1, and 1 where it wrote it; 0 where none did.</summary>
    private readonly int[] _table;
    private readonly int _length;

    /// <summary>Prepares for a container of a length. Where there are too many iterations, nothing is noted and every answer is false.</summary>
    public SubscriptLog(int length, long iterations)
    {
        length = iterations <= MostIterations ? length : 0;
        _length = length;
        _table = ArrayPool<int>.Shared.Rent(Math.Max(1, length));
        Array.Clear(_table, 0, length);
    }

    /// <summary>Whether looking at all accesses first costs less than running the loop on all cores saves.</summary>
    /// <param name="iterations">The trip count.</param>
    /// <param name="nanoseconds">The estimated work of one iteration.</param>
    /// <param name="accesses">The accesses of an iteration that are noted.</param>
    /// <param name="elements">The length of the container.</param>
    public static bool IsWorthwhile(long iterations, double nanoseconds, int accesses, long elements)
    {
        var workers = Workers.Count;
        return workers > 1 && !Region.IsInside && iterations <= MostIterations
            && iterations * nanoseconds * (1 - (1.0 / workers)) > 1.5 * ((iterations * accesses * PerAccess) + (elements * PerElement));
    }

    /// <summary>Notes that an iteration writes an element; false where another accesses it, or the subscript is outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Write(long iteration, long subscript)
    {
        if ((ulong)subscript >= (ulong)_length)
            return false;
        ref var entry = ref _table[subscript];
        var own = ((int)iteration << 1) + 2;
        if (entry != 0 && (entry & ~1) != own)
            return false;
        entry = own | 1;
        return true;
    }

    /// <summary>Notes that an iteration reads an element; false where another writes it, or the subscript is outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Read(long iteration, long subscript)
    {
        if ((ulong)subscript >= (ulong)_length)
            return false;
        ref var entry = ref _table[subscript];
        var own = ((int)iteration << 1) + 2;
        if (entry == 0)
            entry = own;
        else if ((entry & ~1) == own)
            return true;
        else if ((entry & 1) != 0)
            return false;
        else
            entry = Shared;
        return true;
    }

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose() => ArrayPool<int>.Shared.Return(_table);
}
