using System.Collections.Concurrent;

namespace SideBySide.Serving;

/// <content>Sums, pictures and texts, and loops that carry something, cut into blocks by hand.</content>
internal static partial class ByHand
{
    public static long SumOfSquares(int[] values)
    {
        long total = 0;
        Parallel.ForEach(
            Partitioner.Create(0, values.Length),
            () => 0L,
            (range, _, sum) =>
            {
                for (int i = range.Item1; i < range.Item2; i++)
                    sum += (long)values[i] * values[i];
                return sum;
            },
            sum => Interlocked.Add(ref total, sum));
        return total;
    }

    public static void Greyscale(byte[] rgb, byte[] grey) => Parallel.ForEach(Partitioner.Create(0, grey.Length), range =>
    {
        for (int i = range.Item1; i < range.Item2; i++)
            grey[i] = (byte)((77 * rgb[3 * i] + 150 * rgb[3 * i + 1] + 29 * rgb[3 * i + 2]) >> 8);
    });

    public static int CountWords(string[] lines)
    {
        int total = 0;
        Parallel.ForEach(
            Partitioner.Create(0, lines.Length),
            () => 0,
            (range, _, words) =>
            {
                for (int i = range.Item1; i < range.Item2; i++)
                {
                    bool inWord = false;
                    foreach (char c in lines[i])
                    {
                        bool letter = char.IsLetter(c);
                        if (letter && !inWord)
                            words++;
                        inWord = letter;
                    }
                }

                return words;
            },
            words => Interlocked.Add(ref total, words));
        return total;
    }

    public static void Histogram(byte[] values, int[] counts)
    {
        Array.Clear(counts);
        var gate = new Lock();
        Parallel.ForEach(
            Partitioner.Create(0, values.Length),
            () => new int[counts.Length],
            (range, _, own) =>
            {
                for (int i = range.Item1; i < range.Item2; i++)
                    own[values[i]]++;
                return own;
            },
            own =>
            {
                lock (gate)
                {
                    for (int b = 0; b < counts.Length; b++)
                        counts[b] += own[b];
                }
            });
    }

    /// <summary>Two passes: the sum of each block, then the running sums from what is before the block.</summary>
    public static void PrefixSum(int[] values, int[] sums)
    {
        int blocks = Environment.ProcessorCount;
        var before = new int[blocks + 1];
        Parallel.For(0, blocks, block =>
        {
            int sum = 0;
            for (int i = Bound(block); i < Bound(block + 1); i++)
                sum += values[i];
            before[block + 1] = sum;
        });
        for (int block = 0; block < blocks; block++)
            before[block + 1] += before[block];
        Parallel.For(0, blocks, block =>
        {
            int sum = before[block];
            for (int i = Bound(block); i < Bound(block + 1); i++)
            {
                sum += values[i];
                sums[i] = sum;
            }
        });

        int Bound(int block) => (int)((long)values.Length * block / blocks);
    }

    public static int LargestAt(float[] values)
    {
        float most = float.NegativeInfinity;
        int place = -1;
        var gate = new Lock();
        Parallel.ForEach(
            Partitioner.Create(0, values.Length),
            () => (Most: float.NegativeInfinity, Place: -1),
            (range, _, best) =>
            {
                for (int i = range.Item1; i < range.Item2; i++)
                {
                    if (values[i] > best.Most || (values[i] == best.Most && i < best.Place))
                        best = (values[i], i);
                }

                return best;
            },
            best =>
            {
                lock (gate)
                {
                    if (best.Most > most || (best.Most == most && best.Place < place))
                        (most, place) = best;
                }
            });
        return place;
    }

    /// <summary>Two passes: how many each block keeps, then the copies to where the block's part begins.</summary>
    public static int Filter(float[] values, float least, float[] target)
    {
        int blocks = Environment.ProcessorCount;
        var before = new int[blocks + 1];
        Parallel.For(0, blocks, block =>
        {
            int count = 0;
            for (int i = Bound(block); i < Bound(block + 1); i++)
            {
                if (values[i] > least)
                    count++;
            }

            before[block + 1] = count;
        });
        for (int block = 0; block < blocks; block++)
            before[block + 1] += before[block];
        Parallel.For(0, blocks, block =>
        {
            int at = before[block];
            for (int i = Bound(block); i < Bound(block + 1); i++)
            {
                if (values[i] > least)
                    target[at++] = values[i];
            }
        });
        return before[blocks];

        int Bound(int block) => (int)((long)values.Length * block / blocks);
    }
}
