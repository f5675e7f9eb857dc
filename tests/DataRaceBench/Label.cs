namespace AutoParallel.DataRaceBench;

/// <summary>What is known of one case of DataRaceBench.</summary>
/// <param name="Id">Its number, such as <c>DRB001</c>; also the class that holds its two forms.</param>
/// <param name="Category">What it is about.</param>
/// <param name="PublishedRace">Whether the C program races, by the benchmark's own label.</param>
/// <param name="Race">Whether the C# rendering with a lambda races.</param>
/// <param name="Reason">Why the two differ; empty where they do not.</param>
/// <param name="IsTransformable">Whether the sequential loop may run in parallel after the transformation of <paramref name="How"/>.</param>
/// <param name="How">By which means, or why not.</param>
internal sealed record Label(
    string Id,
    string Category,
    bool PublishedRace,
    bool Race,
    string Reason,
    bool IsTransformable,
    string How)
{
    /// <summary>All cases, in order.</summary>
    public static IReadOnlyList<Label> All { get; } = [.. Resource.Read("labels.csv").Split('\n').Skip(1).Where(l => l.Length > 0).Select(Parse)];

    private static Label Parse(string line)
    {
        var fields = Fields(line).ToList();
        return new Label(fields[0], fields[1], fields[2] == "yes", fields[3] == "yes", fields[4], fields[5] == "yes", fields[6]);
    }

    /// <summary>The fields of one line of a CSV file; quotes keep commas.</summary>
    private static IEnumerable<string> Fields(string line)
    {
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                isQuoted = !isQuoted;
            if (i < line.Length && (line[i] != ',' || isQuoted))
                continue;
            yield return line[start..i].Trim('"').Replace("\"\"", "\"");
            start = i + 1;
        }
    }
}
