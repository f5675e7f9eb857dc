namespace AutoParallel.Fuzz.Execution;

/// <summary>What a method is called with, besides its types.</summary>
/// <param name="N">The bound of outer loops.</param>
/// <param name="M">The bound of inner loops.</param>
/// <param name="IsTight">Whether containers are just as long as the bounds, so that shifted subscripts leave them.</param>
/// <param name="Sharing">Which containers are one and the same.</param>
/// <param name="Shift">By how many elements spans of one array are shifted against each other.</param>
/// <param name="IsExact">Whether floating-point numbers are small and whole.</param>
/// <param name="Seed">Of the values.</param>
public sealed record Inputs(int N, int M, bool IsTight, Sharing Sharing, int Shift, bool IsExact, int Seed)
{
    /// <summary>The inputs that every generated method is tried with.</summary>
    public static IReadOnlyList<Inputs> Standard(bool isExact, ulong seed)
    {
        var some = (int)(seed % 1000);
        int[] shifts = [1, -1, 3, 2, 7, -3, 16, 5, -16, 4, 11];
        return
        [
            new(0, 3, false, Sharing.None, 0, isExact, some),
            new(1, 1, false, Sharing.None, 0, isExact, some + 1),
            new(5, 0, false, Sharing.None, 0, isExact, some + 2),
            new(17, 8, false, Sharing.None, 0, isExact, some + 3),
            new(33, 3, false, Sharing.Same, 0, isExact, some + 4),
            new(64, 17, true, Sharing.None, 0, isExact, some + 5),
            new(67, 5, false, Sharing.Shifted, shifts[some % shifts.Length], isExact, some + 6),
            new(257, 4, false, Sharing.Shifted, shifts[(some + 1) % shifts.Length], isExact, some + 13),
            new(130, 2, false, Sharing.None, 0, isExact, some + 7),
            new(300, 20, false, Sharing.None, 0, isExact, some + 8),
            new(1000, 4, false, Sharing.None, 0, isExact, some + 9),
            new(1025, 3, true, Sharing.Same, 0, isExact, some + 10),
            new(999, 3, false, Sharing.Shifted, shifts[(some + 4) % shifts.Length], isExact, some + 11),
            new(4099, 1, false, Sharing.None, 0, isExact, some + 12),
        ];
    }

    /// <summary>The same with smaller bounds, to make a failure easier to read.</summary>
    public IEnumerable<Inputs> Smaller()
    {
        foreach (var n in new[] { N / 2, N - 16, N - 1 }.Where(n => n >= 0 && n < N).Distinct())
            yield return this with { N = n };
        foreach (var m in new[] { M / 2, M - 1 }.Where(m => m >= 0 && m < M).Distinct())
            yield return this with { M = m };
        if (Sharing != Sharing.None)
            yield return this with { Sharing = Sharing.None, Shift = 0 };
        if (IsTight)
            yield return this with { IsTight = false };
    }

    /// <summary>The constructor call that makes it again.</summary>
    public string ToSource() =>
        $"new Inputs({N}, {M}, {(IsTight ? "true" : "false")}, Sharing.{Sharing}, {Shift}, {(IsExact ? "true" : "false")}, {Seed})";
}
