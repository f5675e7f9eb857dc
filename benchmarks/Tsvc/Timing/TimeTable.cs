using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

using Spectre.Console;

namespace AutoParallel.Benchmarks.Tsvc.Timing;

/// <summary>All loops on one core: ours, and those of the C compilers, each in turn with the same data.</summary>
internal sealed class TimeTable : IDisposable
{
    /// <summary>Elements of a vector, as the suite has by default; a matrix has <see cref="Side"/> rows and columns.</summary>
    private const int Size = 32_000;

    private const int Side = 256;

    /// <summary>Turns of each contestant; the table shows the median.</summary>
    private const int Rounds = 15;

    /// <summary>The nanoseconds that one turn lasts at least.</summary>
    private const double LeastTurn = 50_000;

    /// <summary>The most runs in one turn: many loops let their values grow.</summary>
    private const int MostRuns = 64;

    private static readonly (string Compiler, string[] Options)[] _contestants =
        [("gcc", []), ("gcc", ["-ffast-math"]), ("clang", []), ("clang", ["-ffast-math"])];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tsvc-");
    private readonly List<CLibrary> _libraries = [];
    private readonly List<string> _missing = [];
    private readonly List<(Entry Entry, double[] Times, string Difference)> _rows = [];

    private TimeTable()
    {
        var assembly = typeof(TimeTable).Assembly;
        var sources = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".cs", StringComparison.Ordinal))
            .Select(n => new StreamReader(assembly.GetManifestResourceStream(n)!).ReadToEnd());
        var file = Path.Combine(_folder.FullName, "suite.c");
        File.WriteAllText(file, CRendering.Of(sources, Entry.All.Select(e => e.Original.Method.Name).ToHashSet()));
        foreach (var (compiler, options) in _contestants)
        {
            if (CLibrary.Make(compiler, options, file, out var message) is { } library)
                _libraries.Add(library);
            else
                _missing.Add(message);
        }
    }

    /// <summary>The loops whose results are not ours, by rounding or otherwise.</summary>
    public int Differences => _rows.Count(r => r.Difference.Length > 0);

    /// <summary>Times the loops.</summary>
    /// <param name="ids">Their names; none for all.</param>
    public static TimeTable Make(IReadOnlyCollection<string> ids)
    {
        var table = new TimeTable();
        using var limit = Workers.Limit(1);
        foreach (var facts in SuiteFacts.All.Where(f => ids.Count == 0 || ids.Contains(f.Id)))
            table.Measure(Entry.All.Single(e => e.Id == facts.Id));
        return table;
    }

    /// <summary>Prints the table, and the geometric means of the others' times divided by ours.</summary>
    public void Print()
    {
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 240 : AnsiConsole.Profile.Width;
        foreach (var message in _missing)
            AnsiConsole.WriteLine(message);
        AnsiConsole.WriteLine($"one core, vectors of {Size}, matrices of {Side} × {Side}; median of {Rounds} turns in µs");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("loop", "cores", "lanes", "ours");
        foreach (var library in _libraries)
            table.AddColumn(library.Name);
        table.AddColumns("gcc/ours", "what is in the way");
        foreach (var (entry, times, difference) in _rows)
        {
            var verdict = LoopVerdict.All[entry.Id];
            var reason = difference.Length > 0 ? $"DIFFERS: {difference}" : verdict.Reason;
            table.AddRow(
                [entry.Id, verdict.Cores ? "yes" : "-", verdict.Lanes ? "yes" : "-", .. times.Select(Text), times.Length > 1 ? Text(times[1] / times[0]) : "-", Markup.Escape(reason)]);
        }

        AnsiConsole.Write(table);
        for (var i = 0; i < _libraries.Count; i++)
        {
            var mean = Math.Exp(_rows.Average(r => Math.Log(r.Times[i + 1] / r.Times[0])));
            AnsiConsole.WriteLine($"geometric mean of {_libraries[i].Name} / ours: {Text(mean)}");
        }

        AnsiConsole.WriteLine($"results that differ from the sequential method's: {Differences}");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private unsafe void Measure(Entry entry)
    {
        var workspace = new Workspace(Size, Side);
        var kept = new Workspace(Size, Side);
        using var arguments = new CArguments(entry.Original.Method, workspace);
        var expected = new Workspace(Size, Side);
        var expectedResult = entry.CallOriginal(expected);
        var contestants = new List<Action> { () => entry.Rerouted(workspace) };
        var difference = "";
        foreach (var library in _libraries)
        {
            var loop = library.Loop(entry.Original.Method.Name);
            contestants.Add(() => loop(arguments.Pointers));
            contestants[^1]();
            if (difference.Length == 0 && Difference(expected, expectedResult, workspace, arguments.Result) is { } found)
                difference = $"{library.Name}: {found}";
            workspace.Restore(kept);
        }

        var runs = contestants.Max(run => RunsPerTurn(run, workspace, kept));
        var times = contestants.Select(_ => new double[Rounds]).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < contestants.Count; turn++)
            {
                var which = (turn + round) % contestants.Count;
                workspace.Restore(kept);
                contestants[which]();
                times[which][round] = Time(contestants[which], runs) / runs;
            }
        }

        _rows.Add((entry, [.. times.Select(t => Median(t) / 1000)], difference));
    }

    private static int RunsPerTurn(Action run, Workspace workspace, Workspace kept)
    {
        var runs = 1;
        while (runs < MostRuns)
        {
            workspace.Restore(kept);
            if (Time(run, runs) >= LeastTurn)
                break;
            runs *= 2;
        }

        return runs;
    }

    private static double Time(Action run, int runs)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < runs; i++)
            run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static string? Difference(Workspace expected, object? expectedResult, Workspace actual, ReadOnlySpan<float> result)
    {
        var numbers = expectedResult switch
        {
            null => [],
            ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => Convert.ToSingle(tuple[i], CultureInfo.InvariantCulture)).ToArray(),
            _ => [Convert.ToSingle(expectedResult, CultureInfo.InvariantCulture)],
        };
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!Check.IsNear(numbers[i], result[i]))
                return string.Create(CultureInfo.InvariantCulture, $"returns {result[i]} instead of {numbers[i]}");
        }

        return Check.Difference(expected, null, actual, null, true);
    }
}
