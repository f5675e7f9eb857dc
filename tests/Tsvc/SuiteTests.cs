using AutoParallel.Benchmarks.Tsvc;

namespace AutoParallel.Tsvc.Tests;

/// <summary>
/// Every loop of the suite gives what the sequential method gives, and what was once proven stays proven. The loops that run on
/// cores and in lanes are recorded in <c>Proven.txt</c>; set AUTOPARALLEL_UPDATE_SNAPSHOTS=1 to write it anew.
/// </summary>
public sealed class SuiteTests
{
    private static readonly Lazy<Scoreboard> _score = new(Scoreboard.Make);

    [Fact]
    public void EveryLoopIsThere()
    {
        Assert.Equal(SuiteFacts.All.Select(f => f.Id).Order(StringComparer.Ordinal), Entry.All.Select(e => e.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryLoopGivesTheSequentialResult() =>
        Assert.Empty(_score.Value.Rows.Where(r => r.Difference is not null).Select(r => $"{r.Facts.Id}: {r.Difference}"));

    [Fact]
    public void NoLoopFailsInTheCompiler() => Assert.DoesNotContain(_score.Value.Rows, r => r.Verdict.IsFailure);

    /// <summary>Loops whose iterations depend on each other; a plan that a guard keeps from running is no wrong answer.</summary>
    [Fact]
    public void LoopsThatMayNotRunAcrossCoresDoNot() =>
        Assert.Empty(_score.Value.Rows.Where(r => r.Facts.InPrinciple == "no" && r.OnCores).Select(r => r.Facts.Id));

    [Fact]
    public void NothingThatWasProvenIsLost()
    {
        var file = Path.Combine(SourceFolder(), "Proven.txt");
        var actual = _score.Value.Rows.SelectMany(Proven).ToList();
        if (Environment.GetEnvironmentVariable("AUTOPARALLEL_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllLines(file, actual);
        Assert.Empty(File.ReadAllLines(file).Except(actual));
    }

    private static IEnumerable<string> Proven(Scoreboard.Row row)
    {
        if (row.OnCores)
            yield return $"{row.Facts.Id} cores";
        if (row.InLanes)
            yield return $"{row.Facts.Id} lanes";
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
