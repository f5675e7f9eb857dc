namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP2007Tests
{
    [Fact]
    public Task Options_of_the_attribute() => Verify.Reports(
        RuleIds.InvalidOption,
        """
        static class C
        {
            [Parallel(ChunkSize = [|-1|], MaxWorkers = [|-8|], FloatMode = [|(FloatMode)7|], Schedule = [|(Schedule)4|])]
            public static void Clear(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = 0;
            }
        }
        """,
        "'ChunkSize' is -1",
        "'MaxWorkers' is -8",
        "'FloatMode' has no member of value 7",
        "'Schedule' has no member of value 4");

    [Fact]
    public Task Options_of_Prange() => Verify.Reports(
        RuleIds.InvalidOption,
        """
        static class C
        {
            const int Negative = -2;

            [Parallel]
            public static void Clear(double[] x)
            {
                foreach (int i in Prange(0, x.Length, schedule: Schedule.Static, chunkSize: [|Negative|], maxWorkers: [|-1|]))
                    x[i] = 0;
                foreach (long i in Prange(0L, x.Length, step: [|0|]))
                    x[i] = 0;
            }
        }
        """,
        "'chunkSize' is -2",
        "'maxWorkers' is -1",
        "A step of 0");

    [Fact]
    public Task Valid_options_are_fine() => Verify.IsSilent(
        RuleIds.InvalidOption,
        """
        static class C
        {
            [Parallel(ChunkSize = 0, MaxWorkers = 8, FloatMode = FloatMode.Fast, Schedule = Schedule.Guided, Vectorize = false)]
            public static void Clear(double[] x, int chunk)
            {
                foreach (int i in Prange(x.Length - 1, -1, -1, chunkSize: chunk))
                    x[i] = 0;
            }
        }
        """);
}
