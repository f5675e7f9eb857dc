using AutoParallel.CompilerServices;

using Spectre.Console;

namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>A row for each loop, and the totals.</summary>
internal sealed class Scoreboard
{
    private readonly List<Row> _rows = [];

    /// <summary>The loops in the suite's order.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>The loops whose result is not the sequential one.</summary>
    public int Failures => _rows.Count(r => r.Difference is not null);

    /// <summary>Compiles and checks all loops.</summary>
    public static Scoreboard Make()
    {
        var board = new Scoreboard();
        var entries = Entry.All.ToDictionary(e => e.Id);
        foreach (var facts in SuiteFacts.All)
        {
            var (difference, paths) = Check.Run(entries[facts.Id]);
            board._rows.Add(new Row(facts, LoopVerdict.All[facts.Id], difference, paths));
        }

        return board;
    }

    /// <summary>Prints the table.</summary>
    public void Print()
    {
        var width = Console.IsOutputRedirected ? 240 : AnsiConsole.Profile.Width;
        AnsiConsole.Profile.Width = width;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("loop", "cores", "lanes", "gcc cores", "gcc lanes", "clang lanes", "what is in the way");
        foreach (var row in _rows)
        {
            table.AddRow(
                row.Facts.Id,
                Mark(row.Verdict.Cores, row.OnCores),
                Mark(row.Verdict.Lanes, row.InLanes),
                Mark(row.Facts.GccCores),
                Mark(row.Facts.GccLanes),
                Mark(row.Facts.ClangLanes),
                Markup.Escape(row.Difference is null ? row.Verdict.Reason : $"WRONG: {row.Difference}"));
        }

        AnsiConsole.Write(table);
        var possible = _rows.Where(r => r.Facts.InPrinciple == "yes").ToList();
        AnsiConsole.WriteLine($"across cores {possible.Count(r => r.OnCores)} of the {possible.Count} loops that may (gcc {possible.Count(r => r.Facts.GccCores)})"
            + $", parts of {_rows.Count(r => r.Facts.InPrinciple == "partial" && r.OnCores)} more");
        AnsiConsole.WriteLine($"in lanes {_rows.Count(r => r.InLanes)} of {_rows.Count} (gcc {_rows.Count(r => r.Facts.GccLanes)}, clang {_rows.Count(r => r.Facts.ClangLanes)})");
        AnsiConsole.WriteLine($"results that differ from the sequential method: {Failures}");
    }

    private static string Mark(bool value) => value ? "yes" : "-";

    /// <summary>A loop that is planned but did not run so had a guard that failed.</summary>
    private static string Mark(bool isPlanned, bool ran) => isPlanned && !ran ? "if" : Mark(ran);

    /// <summary>One loop.</summary>
    /// <param name="Facts">What is known of it.</param>
    /// <param name="Verdict">What the compiler makes of it.</param>
    /// <param name="Difference">Where its result is not the sequential one; null where it is.</param>
    /// <param name="Paths">The forms that ran with the greatest size.</param>
    internal sealed record Row(SuiteFacts Facts, LoopVerdict Verdict, string? Difference, IReadOnlySet<ExecutionPath> Paths)
    {
        /// <summary>Whether it is planned for the cores, and ran as planned.</summary>
        public bool OnCores => Verdict.Cores && (Paths.Contains(ExecutionPath.Scalar) || Paths.Contains(ExecutionPath.Vector));

        /// <summary>Whether it is planned for the lanes, and ran as planned.</summary>
        public bool InLanes => Verdict.Lanes && Paths.Contains(ExecutionPath.Vector);
    }
}
