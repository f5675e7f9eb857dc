using System.Runtime.CompilerServices;

namespace AutoParallel.NumbaPrange;

/// <summary>numba's own tests of <c>prange</c> as a yardstick: every result is the sequential one, and what is proven stays proven.</summary>
public sealed class NumbaPrangeTests
{
    public static TheoryData<string> Kernels => [.. Kernel.All.Select(k => k.Id)];

    [Fact]
    public void There_are_107_kernels() => Assert.Equal(107, Kernel.All.Select(k => k.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Rerouted_methods_give_the_sequential_result(string id) => Assert.Null(Execution.Difference(id));

    /// <summary>Iterations that need the one before them, or whose order shows.</summary>
    [Theory]
    [InlineData("Prange11")]
    [InlineData("UseOfReductionVar1")]
    [InlineData("ParforArrayAccess3")]
    public void What_is_sequential_stays_so(string id) => Assert.Equal(Outcome.Sequential, Findings.OutcomeOf(id));

    /// <summary>The kernels with a proven loop are recorded in <c>Proven.txt</c>; set AUTOPARALLEL_UPDATE_SNAPSHOTS=1 to write it anew.</summary>
    [Fact]
    public void Nothing_that_was_proven_is_lost()
    {
        var file = Path.Combine(SourceFolder(), "Proven.txt");
        var actual = Kernel.All.Select(k => k.Id).Where(Findings.IsProven).ToList();
        if (Environment.GetEnvironmentVariable("AUTOPARALLEL_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllLines(file, actual);
        Assert.Empty(File.ReadAllLines(file).Except(actual));
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
