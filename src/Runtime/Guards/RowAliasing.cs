using System.Buffers;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <summary>Whether rows of arrays of arrays are different arrays, as a loop that writes them needs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowAliasing
{
    /// <summary>More rows than this are not looked at; the answer is then false.</summary>
    private const long MostRows = 1 << 26;

    /// <summary>
    /// Whether the rows <c>start, start + step, …</c> (<paramref name="count"/> of them) all exist and no two are the same array. An
    /// index outside the table gives false. Expected time linear in <paramref name="count"/>.
    /// </summary>
    public static bool AreDistinct<T>(T[][] rows, long start, long count, long step)
    {
        if (!IsInside(rows, start, count, step))
            return false;
        if (count <= 1)
            return count <= 0 || rows[start] is not null;
        if (ObjectAliasing.AreDistinct((ReadOnlySpan<T[]>)rows, start, count, step))
            return true;
        var size = (int)BitOperations.RoundUpToPowerOf2((ulong)count * 2);
        var table = ArrayPool<int>.Shared.Rent(size);
        Array.Clear(table, 0, size);
        var result = true;
        for (long k = 0; k < count && result; k++)
            result = rows[start + (k * step)] is { } row && Find(rows, row, table, size, start, step, (int)(k + 1)) < 0;
        ArrayPool<int>.Shared.Return(table);
        return result;
    }

    /// <summary>
    /// As the other overload for <paramref name="written"/>, and no row of it is a row of <paramref name="read"/> at another index.
    /// </summary>
    public static bool AreDistinct<T>(T[][] written, T[][] read, long start, long count, long step)
    {
        if (ReferenceEquals(written, read))
            return AreDistinct(written, start, count, step);
        if (!IsInside(written, start, count, step) || !IsInside(read, start, count, step))
            return false;
        if (count <= 0)
            return true;
        var size = (int)BitOperations.RoundUpToPowerOf2((ulong)count * 2);
        var table = ArrayPool<int>.Shared.Rent(size);
        Array.Clear(table, 0, size);
        var result = true;
        for (long k = 0; k < count && result; k++)
            result = written[start + (k * step)] is { } row && Find(written, row, table, size, start, step, (int)(k + 1)) < 0;
        for (long k = 0; k < count && result; k++)
        {
            if (read[start + (k * step)] is { } row)
            {
                var found = Find(written, row, table, size, start, step, 0);
                result = found < 0 || found == k;
            }
        }

        ArrayPool<int>.Shared.Return(table);
        return result;
    }

    /// <summary>Whether <paramref name="other"/> is none of the rows.</summary>
    public static bool Excludes<T>(T[][] rows, long start, long count, long step, T[] other)
    {
        if (!IsInside(rows, start, count, step))
            return false;
        for (long k = 0; k < count; k++)
        {
            if (ReferenceEquals(rows[start + (k * step)], other))
                return false;
        }

        return true;
    }

    /// <summary>Whether no two rows are the same array; rows that are not there count as different. Expected time linear in the rows.</summary>
    public static bool AreDistinct<T>(T[][] rows) => rows.Length <= MostRows && AllAt(rows, rows, true, static (found, _) => found < 0);

    /// <summary>Whether no two rows of <paramref name="written"/> are the same array, and none of them is a row of <paramref name="read"/> at another index.</summary>
    public static bool AreDistinct<T>(T[][] written, T[][] read) =>
        AreDistinct(written) && (ReferenceEquals(written, read) || AllAt(written, read, false, static (found, k) => found < 0 || found == k));

    /// <summary>Whether no row of the one is a row of the other.</summary>
    public static bool AreDisjoint<T>(T[][] one, T[][] other) =>
        one.Length <= MostRows && other.Length <= MostRows && AllAt(one, other, false, static (found, _) => found < 0);

    /// <summary>Whether <paramref name="other"/> is none of the rows.</summary>
    public static bool Excludes<T>(T[][] rows, T[] other) => Excludes(rows, 0, rows.Length, 1, other);

    /// <summary>Whether none of the rows <c>start, start + step, …</c> shares memory with <paramref name="other"/>.</summary>
    public static bool ExcludesMemory<T, TOther>(T[][] rows, long start, long count, long step, ReadOnlySpan<TOther> other)
    {
        if (!IsInside(rows, start, count, step))
            return false;
        for (long k = 0; k < count; k++)
        {
            // An array of a derived element type has no span of this one.
            if (rows[start + (k * step)] is { Length: > 0 } row
                && !Overlap.AreDisjoint(MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(row), row.Length), other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether none of the rows shares memory with <paramref name="other"/>.</summary>
    public static bool ExcludesMemory<T, TOther>(T[][] rows, ReadOnlySpan<TOther> other) => ExcludesMemory(rows, 0, rows.Length, 1, other);

    /// <summary>
    /// Whether a condition holds for each row of <paramref name="asked"/>: of its number, and that of the first equal row that was found
    /// before, or -1. With <paramref name="isOne"/> both tables are one, and only rows in front count; else those of <paramref name="rows"/>.
    /// </summary>
    private static bool AllAt<T>(T[][] rows, T[][] asked, bool isOne, Func<long, long, bool> holds)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2(((ulong)rows.LongLength * 2) + 1);
        var table = ArrayPool<int>.Shared.Rent(size);
        Array.Clear(table, 0, size);
        for (var k = 0; k < rows.Length && !isOne; k++)
        {
            if (rows[k] is { } row)
                Find(rows, row, table, size, 0, 1, k + 1);
        }

        var result = true;
        for (var k = 0; k < asked.Length && result; k++)
            result = asked[k] is not { } row || holds(Find(rows, row, table, size, 0, 1, isOne ? k + 1 : 0), k);
        ArrayPool<int>.Shared.Return(table);
        return result;
    }

    private static bool IsInside<T>(T[][] rows, long start, long count, long step)
    {
        if (count <= 0)
            return true;
        if (count > MostRows || (ulong)start >= (ulong)rows.LongLength)
            return false;
        var last = start + ((Int128)(count - 1) * step);
        return last >= 0 && last < rows.LongLength;
    }

    /// <summary>
    /// Looks a row up in a hash table of iteration numbers plus one; the iteration that holds it, or -1 after entering
    /// <paramref name="entry"/> for it (0 enters nothing).
    /// </summary>
    private static long Find<T>(T[][] rows, T[] row, int[] table, int size, long start, long step, int entry)
    {
        var slot = (RuntimeHelpers.GetHashCode(row) * -1640531527) & (size - 1);
        while (table[slot] != 0)
        {
            long k = table[slot] - 1;
            if (ReferenceEquals(rows[start + (k * step)], row))
                return k;
            slot = (slot + 1) & (size - 1);
        }

        if (entry != 0)
            table[slot] = entry;
        return -1;
    }
}
