namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>What is known of a loop of the suite: what it computes, and what other compilers make of it.</summary>
/// <param name="Id">The loop's name.</param>
/// <param name="Category">The suite's own heading.</param>
/// <param name="Mathematics">What the loop computes.</param>
/// <param name="GccLanes">Whether gcc 12 vectorises it with <c>-O3 -march=native -ffast-math</c>.</param>
/// <param name="ClangLanes">Whether clang 14 does, with the same options.</param>
/// <param name="GccCores">Whether gcc 12 runs it on several threads with <c>-ftree-parallelize-loops</c> and <c>-ffast-math</c>.</param>
/// <param name="InPrinciple"><c>yes</c>, <c>no</c> or <c>partial</c>: whether the iterations may run on several cores at all.</param>
/// <param name="How">By which means.</param>
internal sealed record SuiteFacts(
    string Id,
    string Category,
    string Mathematics,
    bool GccLanes,
    bool ClangLanes,
    bool GccCores,
    string InPrinciple,
    string How)
{
    /// <summary>All loops in the suite's order.</summary>
    public static IReadOnlyList<SuiteFacts> All { get; } = [.. Read()];

    private static IEnumerable<SuiteFacts> Read()
    {
        using var reader = new StreamReader(typeof(SuiteFacts).Assembly.GetManifestResourceStream("suite.csv")!);
        var columns = Fields(reader.ReadLine()!);
        while (reader.ReadLine() is { } line)
        {
            var fields = Fields(line);
            yield return new SuiteFacts(
                Field("id"),
                Field("category"),
                Field("math"),
                Field("gcc_fastmath") == "yes",
                Field("clang_fastmath") == "yes",
                Field("gcc_ftree_parallelize_fastmath") == "yes",
                Field("parallel_in_principle"),
                Field("how"));

            string Field(string column) => fields[columns.IndexOf(column)];
        }
    }

    /// <summary>The fields of a line; one in quotation marks may hold commas.</summary>
    private static List<string> Fields(string line)
    {
        var fields = new List<string> { "" };
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (letter == ',' && !isQuoted)
                fields.Add("");
            else
                fields[^1] += letter;
        }

        return fields;
    }
}
