namespace AutoParallel.NumbaPrange;

/// <summary>One of numba's tests of <c>prange</c> that are plain loops.</summary>
/// <param name="Id">The class that holds its rendering in C#.</param>
/// <param name="Class">numba's test class.</param>
/// <param name="Test">numba's test.</param>
/// <param name="Summary">What it computes.</param>
/// <param name="Expected">What numba does with it.</param>
internal sealed record Kernel(string Id, string Class, string Test, string Summary, string Expected)
{
    /// <summary>All kernels, in order.</summary>
    public static IReadOnlyList<Kernel> All { get; } = [.. Resource.Read("kernels.csv").Split('\n').Skip(1).Where(l => l.Length > 0).Select(Parse)];

    /// <summary>Whether numba runs it in parallel.</summary>
    public bool IsParallelInNumba => Expected.StartsWith("parallel", StringComparison.Ordinal);

    private static Kernel Parse(string line)
    {
        var fields = new List<string>();
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                isQuoted = !isQuoted;
            if (i < line.Length && (line[i] != ',' || isQuoted))
                continue;
            fields.Add(line[start..i].Trim('"').Replace("\"\"", "\""));
            start = i + 1;
        }

        return new Kernel(fields[0], fields[1], fields[2], fields[3], fields[4]);
    }
}
