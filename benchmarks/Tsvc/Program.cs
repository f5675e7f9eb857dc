namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>Prints what the compiler makes of each loop of the suite, beside what gcc and clang make of it, and checks each result.</summary>
internal static class Program
{
    private static int Main()
    {
        var score = Scoreboard.Make();
        score.Print();
        return score.Failures == 0 ? 0 : 1;
    }
}
