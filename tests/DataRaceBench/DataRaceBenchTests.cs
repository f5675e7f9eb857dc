namespace AutoParallel.DataRaceBench;

/// <summary>DataRaceBench as a yardstick: every race is found, nothing else is reported, and every result is the sequential one.</summary>
public sealed class DataRaceBenchTests
{
    public static TheoryData<string> Cases => [.. Label.All.Select(l => l.Id)];

    public static TheoryData<string> Correct => [.. Label.All.Where(l => !l.Race).Select(l => l.Id)];

    public static TheoryData<string> Parallel => [.. Resource.Read("parallel.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Races_in_lambdas_are_found_and_nothing_else(string id) =>
        Assert.Equal(Label.All.Single(l => l.Id == id).Race, Findings.OfLambda(id).Count > 0);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rerouted_methods_give_the_sequential_result(string id) => Assert.Null(Execution.DifferenceOfKernel(id));

    /// <summary>The two forms of a case compute the same, so that the label of one is the label of the other.</summary>
    [Theory]
    [MemberData(nameof(Correct))]
    public void Lambdas_without_a_race_give_the_sequential_result(string id) => Assert.Null(Execution.DifferenceOfLambda(id));

    /// <summary>What runs in parallel, by verdict and in fact; <c>parallel.txt</c> only grows.</summary>
    [Theory]
    [MemberData(nameof(Parallel))]
    public void What_once_ran_in_parallel_still_does(string id) => Assert.True(Findings.IsParallel(id));

    [Fact]
    public void There_are_126_cases_and_differing_labels_have_a_reason()
    {
        Assert.Equal(126, Label.All.Select(l => l.Id).Distinct().Count());
        Assert.All(Label.All, l => Assert.Equal(l.Race != l.PublishedRace, l.Reason.Length > 0));
    }
}
