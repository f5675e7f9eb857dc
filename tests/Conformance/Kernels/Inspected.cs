namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops whose subscripts come from memory.</summary>
internal static class Inspected
{
    [Parallel]
    public static void Scatter(int[] places, double[] values, double[] target)
    {
        for (int i = 0; i < places.Length; i++)
        {
            for (int j = 1; j < 12; j++)
                target[places[i]] = target[places[i]] / j + values[i];
        }
    }

    [Parallel]
    public static void Pairs(int[] places, double[] values)
    {
        for (int i = 0; i < places.Length; i++)
        {
            int k = places[i];
            for (int j = 1; j < 5; j++)
                values[k] = values[k + 2] / j + values[k];
        }
    }

    [Parallel]
    public static void Rounds(int[] places, double[] target, int rounds)
    {
        for (int r = 1; r <= rounds; r++)
        {
            target[0] += r;
            for (int i = 0; i < places.Length; i++)
            {
                for (int j = 1; j < 5; j++)
                    target[places[i]] = target[places[i]] / j + r;
            }
        }
    }

    [Parallel]
    public static void Integers(int[] places, int[] target)
    {
        for (int i = places.Length - 1; i >= 0; i--)
        {
            for (int j = 1; j < 12; j++)
                target[places[i]] = target[places[i]] * 3 / j;
        }
    }

    [Parallel]
    public static void Spans(ReadOnlySpan<int> places, Span<long> target)
    {
        for (int i = 0; i < places.Length; i++)
        {
            for (int j = 1; j < 12; j++)
                target[places[i]] = target[places[i]] * 5 / j + target[places[i]];
        }
    }
}
