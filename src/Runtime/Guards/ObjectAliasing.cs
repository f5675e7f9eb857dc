using System.Buffers;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Whether the elements of an array of objects are different objects, as a loop needs that writes fields of each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ObjectAliasing
{
    /// <summary>Bits of an address inside a page.</summary>
    private const int PageBits = 16;

    /// <summary>Words of marks a page: a bit for each place where an object may begin.</summary>
    private const int WordsPerPage = (1 << PageBits) / 8 / 64;

    /// <summary>More pages than this are not marked; the answer is then false.</summary>
    private const int MostPages = 1 << 15;

    /// <summary>The objects that a stretch of ascending addresses must have in the mean for their places to be worth marking.</summary>
    private const int LeastRun = 32;

    /// <summary>How often it is looked again if the garbage collector ran meanwhile.</summary>
    private const int MostAttempts = 3;

    /// <summary>
    /// Whether the elements <c>start, start + step, …</c> (<paramref name="count"/> of them) all exist, and are shown to be different objects by
    /// where they lie: at strictly ascending addresses, as objects do that were made one after another, or, where the addresses mostly ascend,
    /// each at a place of its own in a map of the pages. False says nothing; an index outside gives it too, and so does an array in no order, whose
    /// places would take as long to look up as a short loop takes. One or two passes over the references; the objects are not touched.
    /// </summary>
    /// <remarks>
    /// An address tells an object only as long as the garbage collector moves none: one object, read once before a collection and once after it,
    /// has two. All threads stand still while objects are moved, and the number of collections grows before they go on, so that a number that is
    /// the same before and after the pass says that nothing was moved in between. (A collection in the background, which is counted when it
    /// likes, moves nothing.) Afterwards objects may move as they like: what has been shown is that they are different objects, not where they are.
    /// </remarks>
    /// <typeparam name="T">The element type, a class or interface.</typeparam>
    public static bool AreDistinct<T>(ReadOnlySpan<T> objects, long start, long count, long step)
        where T : class?
    {
        if (count <= 0)
            return true;
        var last = start + ((Int128)(count - 1) * step);
        if ((ulong)start >= (ulong)objects.Length || last < 0 || last >= objects.Length)
            return false;
        if (step < 0)
            (start, step) = ((long)last, -step);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var collections = GC.CollectionCount(0);
            var isShown = LieApart(objects, start, count, step);
            if (GC.CollectionCount(0) == collections)
                return isShown;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool LieApart<T>(ReadOnlySpan<T> objects, long start, long count, long step)
        where T : class?
    {
        var previous = AddressOf(in objects[(int)start]);
        if (previous == 0)
            return false;
        var (descents, pages) = (0L, 1L);
        for (long k = 1; k < count; k++)
        {
            var address = AddressOf(in objects[(int)(start + (k * step))]);
            if (address <= previous)
            {
                if (address == 0 || address == previous)
                    return false;
                descents++;
            }

            if (((address ^ previous) >> PageBits) != 0)
                pages++;
            previous = address;
        }

        return descents == 0 || (descents <= count / LeastRun && pages <= MostPages && ArePlacesDistinct(objects, start, count, step, (int)pages));
    }

    /// <summary>Marks the place of each object; false where one is marked already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool ArePlacesDistinct<T>(ReadOnlySpan<T> objects, long start, long count, long step, int pages)
        where T : class?
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)pages * 2);
        var numbers = ArrayPool<nuint>.Shared.Rent(size);
        var rows = ArrayPool<int>.Shared.Rent(size);
        var marks = ArrayPool<ulong>.Shared.Rent(pages * WordsPerPage);
        Array.Clear(numbers, 0, size);
        Array.Clear(marks, 0, pages * WordsPerPage);
        var (page, row, known, result) = ((nuint)0, 0, 0, true);

        // Neighbours share a word, which is kept until another one is marked.
        var (current, word) = (0, 0UL);
        for (long k = 0; k < count && result; k++)
        {
            var address = AddressOf(in objects[(int)(start + (k * step))]);
            if (address >> PageBits != page)
            {
                page = address >> PageBits;
                var slot = (int)((uint)page * 2654435769u) & (size - 1);
                while (numbers[slot] != page && numbers[slot] != 0)
                    slot = (slot + 1) & (size - 1);
                if (numbers[slot] == 0)
                {
                    // Another collection than the one before has moved objects onto more pages.
                    if (known == pages)
                    {
                        result = false;
                        break;
                    }

                    (numbers[slot], rows[slot]) = (page, known++);
                }

                row = rows[slot] * WordsPerPage;
            }

            var place = (int)(address & ((1 << PageBits) - 1)) >> 3;
            if (row + (place >> 6) != current)
            {
                marks[current] = word;
                current = row + (place >> 6);
                word = marks[current];
            }

            var bit = 1UL << (place & 63);
            result = (word & bit) == 0;
            word |= bit;
        }

        ArrayPool<nuint>.Shared.Return(numbers);
        ArrayPool<int>.Shared.Return(rows);
        ArrayPool<ulong>.Shared.Return(marks);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint AddressOf<T>(ref readonly T reference)
        where T : class? => Unsafe.As<T, nuint>(ref Unsafe.AsRef(in reference));
}
