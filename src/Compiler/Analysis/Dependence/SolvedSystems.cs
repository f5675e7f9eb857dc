namespace AutoParallel.Compiler.Analysis.Dependence;

/// <summary>
/// Remembers the answers of the systems solved last. A loop asks the same questions in each form that is tried of it, and again after
/// every edit that leaves its subscripts and bounds alone.
/// </summary>
internal static class SolvedSystems
{
    /// <summary>The entries of one generation; the older of two is dropped when the younger is full.</summary>
    private const int Capacity = 2048;

    private static readonly object _gate = new();
    private static Dictionary<long[], SolvedSystem> _young = new(RowComparer.Instance);
    private static Dictionary<long[], SolvedSystem> _old = new(RowComparer.Instance);

    /// <summary>All coefficients of a system, row by row.</summary>
    /// <param name="equalities">The rows that are 0.</param>
    /// <param name="inequalities">The rows that are at least 0.</param>
    /// <param name="variables">The number of variables; the columns behind, but the last, are empty.</param>
    public static long[] Key(List<long[]> equalities, List<long[]> inequalities, int variables)
    {
        var key = new long[2 + ((equalities.Count + inequalities.Count) * (variables + 1))];
        (key[0], key[1]) = (variables, equalities.Count);
        var at = 2;
        foreach (var row in equalities.Concat(inequalities))
        {
            Array.Copy(row, 0, key, at, variables);
            key[at + variables] = row[row.Length - 1];
            at += variables + 1;
        }

        return key;
    }

    /// <summary>The known answer, or null.</summary>
    public static SolvedSystem? Find(long[] key)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(key, out var known))
                return known;
            if (!_old.TryGetValue(key, out known))
                return null;
            Keep(key, known);
            return known;
        }
    }

    /// <summary>Notes an answer.</summary>
    public static void Add(long[] key, SolvedSystem answer)
    {
        lock (_gate)
            Keep(key, answer);
    }

    /// <summary>Forgets all answers, so that what the next ones take can be measured.</summary>
    public static void Forget()
    {
        lock (_gate)
        {
            _young.Clear();
            _old.Clear();
        }
    }

    private static void Keep(long[] key, SolvedSystem answer)
    {
        if (_young.Count >= Capacity)
            (_young, _old) = (new Dictionary<long[], SolvedSystem>(RowComparer.Instance), _young);
        _young[key] = answer;
    }

    private sealed class RowComparer : IEqualityComparer<long[]>
    {
        public static readonly RowComparer Instance = new();

        public bool Equals(long[]? x, long[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(long[] obj)
        {
            var hash = 17L;
            foreach (var number in obj)
                hash = unchecked((hash * 1_000_003) ^ number);
            return (int)(hash ^ (hash >> 32));
        }
    }
}
