namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops whose subscripts come from memory.</summary>
internal static class Inspected
{
    private static readonly int[] _stations = [40, 3, 17, 22, 8, 31, 12, 0, 44, 50, 100, 102, 104, 106, 110, 120];

    [Parallel]
    public static void Stations(double[] values, double[] target)
    {
        for (int i = 0; i < _stations.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < values.Length; j++)
                sum += Math.Sqrt(values[j]) / (i + j + 1);
            target[_stations[i]] += sum;
            target[_stations[i] + 1] -= sum;
        }
    }

    [Parallel]
    public static void MoreStationsThanThereAre(double[] values, double[] target, int count, int from)
    {
        for (int i = 0; i < count; i++)
        {
            int station = _stations[i] + from;
            for (int j = 1; j < values.Length; j++)
                target[station] = target[station] / j + values[j];
        }
    }

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
