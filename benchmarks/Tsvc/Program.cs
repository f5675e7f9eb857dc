namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>Prints what the compiler makes of each loop of the suite, beside what gcc and clang make of it, and checks each result.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["--show", .. var ids])
        {
            foreach (var id in ids)
                Console.WriteLine($"{id}: {LoopVerdict.All[id].Reason}\n{LoopVerdict.All[id].Source}\nruns with the greatest size: {string.Join(", ", Check.Run(Entry.All.Single(e => e.Id == id)).Paths)}");
            return 0;
        }

        if (arguments is ["--time", .. var loops])
        {
            AppContext.SetSwitch("AutoParallel.CountExecutions", false);
            using var table = Timing.TimeTable.Make(loops);
            table.Print();
            return table.Differences == 0 ? 0 : 1;
        }

        var score = Scoreboard.Make();
        score.Print();
        return score.Failures == 0 ? 0 : 1;
    }
}
