using Spectre.Console;

namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>A row for each loop, and the totals.</summary>
internal sealed class Scoreboard
{
    private readonly List<(SuiteFacts Facts, LoopVerdict Verdict, string? Difference)> _rows = [];

    /// <summary>The loops whose result is not the sequential one.</summary>
    public int Failures => _rows.Count(r => r.Difference is not null);

    /// <summary>Compiles and checks all loops.</summary>
    public static Scoreboard Make()
    {
        var board = new Scoreboard();
        var entries = Entry.All.ToDictionary(e => e.Id);
        foreach (var facts in SuiteFacts.All)
            board._rows.Add((facts, LoopVerdict.All[facts.Id], Check.Run(entries[facts.Id]).Difference));
        return board;
    }

    /// <summary>Prints the table.</summary>
    public void Print()
    {
        var width = Console.IsOutputRedirected ? 240 : AnsiConsole.Profile.Width;
        AnsiConsole.Profile.Width = width;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("loop", "cores", "lanes", "gcc cores", "gcc lanes", "clang lanes", "what is in the way");
        foreach (var (facts, verdict, difference) in _rows)
        {
            table.AddRow(
                facts.Id,
                Mark(verdict.Cores),
                Mark(verdict.Lanes),
                Mark(facts.GccCores),
                Mark(facts.GccLanes),
                Mark(facts.ClangLanes),
                Markup.Escape(difference is null ? verdict.Reason : $"WRONG: {difference}"));
        }

        AnsiConsole.Write(table);
        var possible = _rows.Where(r => r.Facts.InPrinciple == "yes").ToList();
        AnsiConsole.WriteLine($"across cores {possible.Count(r => r.Verdict.Cores)} of the {possible.Count} loops that may (gcc {possible.Count(r => r.Facts.GccCores)})"
            + $", parts of {_rows.Count(r => r.Facts.InPrinciple == "partial" && r.Verdict.Cores)} more");
        AnsiConsole.WriteLine($"in lanes {_rows.Count(r => r.Verdict.Lanes)} of {_rows.Count} (gcc {_rows.Count(r => r.Facts.GccLanes)}, clang {_rows.Count(r => r.Facts.ClangLanes)})");
        AnsiConsole.WriteLine($"results that differ from the sequential method: {Failures}");
    }

    private static string Mark(bool value) => value ? "yes" : "-";
}
