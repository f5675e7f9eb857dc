namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Calls of <c>Interlocked</c> on locals are plain updates, where nothing uses their result and nobody else sees the local.</summary>
public sealed class AtomicUpdateTests
{
    [Theory]
    [InlineData("System.Threading.Interlocked.Increment(ref count);", true)]
    [InlineData("System.Threading.Interlocked.Add(ref sum, x[i]);", true)]
    [InlineData("System.Threading.Interlocked.Or(ref count, x[i]); System.Threading.Interlocked.Exchange(ref last, x[i]);", true)]
    [InlineData("x[i] = System.Threading.Interlocked.Increment(ref count);", false)]
    [InlineData("System.Threading.Interlocked.CompareExchange(ref count, x[i], 3);", false)]
    [InlineData("System.Threading.Interlocked.Increment(ref _shared);", false)]
    [InlineData("System.Threading.Interlocked.Increment(ref x[0]);", false)]
    [InlineData("Action a = () => System.Threading.Interlocked.Increment(ref count); actions.Add(a); System.Threading.Interlocked.Increment(ref count);", false)]
    public void IsPlain(string body, bool isPlain)
    {
        var verdicts = Compiled.Members($$"""
            private static int _shared;
            [Parallel] static long M(int[] x, List<Action> actions, int n)
            {
                int count = 0, last = 0;
                long sum = 0;
                for (int i = 0; i < n; i++) { {{body}} }
                return count + last + sum;
            }
            """).Verdicts;
        Assert.Equal(isPlain, verdicts.Any(v => v.RuleId == RuleIds.RunsOnCores));
    }
}
