namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP3003Tests
{
    [Fact]
    public Task A_plain_loop() => Verify.Reports(
        RuleIds.PlainLoop,
        """
        class C
        {
            static void M(double[] x, double[] y, int[][] rows, List<int> list)
            {
                [|Parallel.For|](0, x.Length, i => y[i] = 2 * x[i]);
                [|Parallel.For|](1, 9, (i, state) => { if (i % 2 == 0) return; y[i] = x[i]; });
                [|Parallel.For|](0L, x.LongLength, i => { y[i] = x[i]; });
                [|Parallel.ForEach|](Enumerable.Range(0, x.Length), i => { y[i] = x[i]; });
            }
        }
        """,
        "'Parallel.For' calls a delegate in every iteration of a plain loop; as a 'for' in a [Parallel] method the loop runs across the cores and in vector lanes");

    [Fact]
    public Task A_sum_in_a_lock_or_without_one() => Verify.Reports(
        RuleIds.PlainLoop,
        """
        class C
        {
            static double M(double[] x)
            {
                double sum = 0;
                [|Parallel.For|](0, x.Length, i => {|AP1001:sum|} += x[i]);
                return sum;
            }
        }
        """);

    [Theory]
    [InlineData("Parallel.For(1, x.Length, i => x[i] = x[i - 1] * 0.5);", "AP1002")]
    [InlineData("Parallel.For(0, x.Length, i => Console.WriteLine(i));", "")]
    [InlineData("Parallel.For(0, x.Length, new ParallelOptions(), i => x[i] = i);", "")]
    [InlineData("Parallel.For(0, x.Length, (i, state) => { x[i] = i; state.Stop(); });", "")]
    [InlineData("var all = Parallel.For(0, x.Length, i => x[i] = i); Console.Write(all.IsCompleted);", "")]
    [InlineData("try { Parallel.For(0, x.Length, i => x[i] = i); } catch (AggregateException) { }", "")]
    [InlineData("Parallel.For(0, x.Length, i => { while (x[i] > 0) { x[i]--; if (i > 3) return; } });", "")]
    [InlineData("double F(int i) => x[i]; Parallel.For(0, x.Length, i => x[i] = F(i));", "")]
    [InlineData("checked { Parallel.For(0, x.Length, i => x[i] = i + 1); }", "")]
    [InlineData("Parallel.For(0, x.Length, async i => { await Task.Yield(); x[i] = 1; });", "AP1010")]
    public async Task What_is_no_plain_loop_or_not_proven(string body, string other)
    {
        var document = TestProject.Create($"class C {{ static void M(double[] x) {{ {body} }} }}");
        var found = await TestProject.Analyze(document);
        Assert.Equal(other.Length == 0 ? [] : new[] { other }, found.Select(d => d.Id));
    }

    [Fact]
    public Task Where_no_method_can_stand() => Verify.IsSilent(
        RuleIds.PlainLoop,
        """
        var x = new double[9];
        Parallel.For(0, x.Length, i => x[i] = i);

        static class G<T> where T : class
        {
            public static void M<U>(U[] from, U[] to) => Do(() => { Parallel.For(0, from.Length, i => to[i] = from[i]); });
            static void Do(Action a) => a();
        }
        """);
}
