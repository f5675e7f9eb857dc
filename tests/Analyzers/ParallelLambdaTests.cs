namespace AutoParallel.Analyzers.Tests;

/// <summary>The rules about races in lambdas that other libraries run in parallel.</summary>
public class ParallelLambdaTests
{
    [Fact]
    public Task A_captured_variable() => Verify.Reports(
        RuleIds.SharedScalar,
        """
        class C
        {
            static double M(double[] x)
            {
                double sum = 0, last = 0;
                bool found = false;
                Parallel.For(0, x.Length, i => [|sum|] += x[i]);
                Parallel.ForEach(x, v => { [|last|] = v; ([|found|], var own) = (true, v); });
                x.AsParallel().Select(v => [|sum|]++).ToArray();
                Parallel.For(0, x.Length, i => { int n = 0; double.TryParse("1", out [|last|]); n++; });
                return sum + last;
            }
        }
        """,
        "'sum' is declared outside the lambda");

    [Fact]
    public Task Asynchronous_bodies() => Verify.Reports(
        RuleIds.SharedScalar,
        """
        class C
        {
            static async Task<int> M(int[] x)
            {
                int count = 0;
                await Parallel.ForEachAsync(x, async (v, _) => { await Task.Yield(); [|count|]++; });
                return count;
            }
        }
        """);

    [Fact]
    public Task A_field() => Verify.Reports(
        RuleIds.SharedWrite,
        """
        class C
        {
            static int _count;
            [ThreadStatic] static int _own;
            double _sum;
            double Sum { get; set; }
            class Node { public double Value; }

            void M(double[] x, Node node, Node[] nodes)
            {
                Parallel.For(0, x.Length, i => { [|_count|]++; [|_sum|] += x[i]; [|this.Sum|] = 1; [|node.Value|] = 2; });
                Parallel.For(0, x.Length, i => { _own++; nodes[i].Value = 3; var n = new Node(); n.Value = 4; });
            }
        }
        """,
        "several threads assign '_count' at once");

    [Fact]
    public Task A_collection() => Verify.Reports(
        RuleIds.UnsafeCollection,
        """
        using System.Collections.Concurrent;
        class C
        {
            static Random _random = new();

            static void M(double[] x)
            {
                var list = new List<double>();
                var map = new Dictionary<int, double>();
                var bag = new ConcurrentBag<double>();
                var slots = new List<double>(x);
                Parallel.For(0, x.Length, i => { [|list.Add(x[i])|]; [|map[i]|] = [|_random.NextDouble()|]; });
                Parallel.For(0, x.Length, i => { bag.Add(x[i]); slots[i] = Random.Shared.NextDouble(); var own = new List<int>(); own.Add(i); });
            }
        }
        """,
        "'List<double>.Add' changes 'list' from several threads",
        "the indexer of 'map'",
        "'Random.NextDouble' changes '_random'");

    [Fact]
    public Task The_same_element() => Verify.Reports(
        RuleIds.LoopCarriedDependence,
        """
        class C
        {
            static void M(double[] x, double[] y, int k)
            {
                Parallel.For(0, x.Length, i => { [|y[0]|] += x[i]; [|y[k + 1]|] = 1; y[i] = 2; y[i + k] = 3; });
            }
        }
        """,
        "every iteration writes the same element 'y[0]'");

    [Fact]
    public Task A_histogram() => Verify.Reports(
        RuleIds.UnknownSubscript,
        """
        class C
        {
            static void M(int[] keys, int[] counts, int[] result)
            {
                Parallel.For(0, keys.Length, i => { [|counts[keys[i]]|]++; [|counts[i / 2]|] += 1; counts[i]++; result[keys[i]] = i; });
            }
        }
        """,
        "two iterations may update 'counts[keys[i]]' at once");

    [Fact]
    public Task Elements_that_two_invoked_lambdas_share() => Verify.Reports(
        RuleIds.LoopCarriedDependence,
        """
        class C
        {
            static void M(int[] x, int[] y, int n)
            {
                Parallel.Invoke(
                    () => { for (int i = 0; i <= n / 2; i++) [|x[i]|] = i; },
                    () => { for (int i = n / 2; i < n; i++) x[i] = -i; },
                    () => y[3] = 1);
            }
        }
        """,
        "two of these lambdas meet in element [");

    [Fact]
    public Task A_list_that_two_invoked_lambdas_share() => Verify.Reports(
        RuleIds.UnsafeCollection,
        """
        class C
        {
            private readonly List<int> _list = [];

            void M(int[] x)
            {
                Parallel.Invoke(() => [|_list.Add(1)|], () => x[0] = this._list.Count);
            }
        }
        """,
        "'List<int>.Add' changes '_list' while another of these lambdas reads it");

    [Fact]
    public Task A_nested_lambda_is_reported_once() => Verify.Reports(
        RuleIds.SharedScalar,
        """
        class C
        {
            static int M(int[][] x)
            {
                int sum = 0;
                Parallel.For(0, x.Length, i =>
                {
                    int row = 0;
                    Parallel.For(0, x[i].Length, j => { [|sum|] += x[i][j]; [|row|]++; });
                });
                return sum;
            }
        }
        """);

    [Fact]
    public Task A_function_that_is_given_by_its_name() => Verify.Reports(
        RuleIds.SharedScalar,
        """
        class C
        {
            static int M(int[] x)
            {
                int sum = 0, count = 0, seen = 0, n = 0;
                Parallel.For(0, x.Length, Body);
                Parallel.ForEach(x, Body);
                x.AsParallel().ForAll(Count);
                Parallel.Invoke(Step, Step);
                Action<int> look = v => [|seen|] += v;
                Parallel.ForEach(x, look);
                return sum + count + n;
                void Body(int i) => [|sum|] += x[i];
                void Count(int v) { if (v > 0) { int own = v; own++; [|count|] += own; } }
                void Step() => [|n|]++;
            }
        }
        """,
        "several threads assign it at once");

    [Fact]
    public Task A_function_that_the_lambda_calls() => Verify.Reports(
        RuleIds.SharedScalar,
        """
        class C
        {
            static int M(int[] x)
            {
                int sum = 0, count = 0;
                void Add(int v) { int twice = 2 * v; Deep(twice); }
                void Deep(int v) => [|sum|] += v;
                Action tick = () => [|count|]++;
                Parallel.ForEach(x, v => { if (v > 0) Add(v); });
                Parallel.For(0, x.Length, i => { tick(); Deep(i); });
                return sum;
            }
        }
        """);

    [Fact]
    public Task A_method_that_is_given_by_its_name() => Verify.Reports(
        RuleIds.SharedWrite,
        """
        class C
        {
            sealed class Counter { int _n; public void Step(int v) => _n += v; public static void Nothing(int v) { } }
            int _sum;
            static int _count;
            void Work(int v) { int own = v; own++; [|_sum|] += own; }
            static void Tick(int v) => [|_count|]++;
            void Run(Counter c, int[] x)
            {
                Parallel.ForEach(x, Work);
                x.AsParallel().ForAll(Tick);
                Parallel.ForEach(x, [|c.Step|]);
                Parallel.ForEach(x, Counter.Nothing);
                Parallel.ForEach(x, new Counter().Step);
            }
        }
        """,
        "several threads assign '_sum'",
        "several threads assign '_count'",
        "'C.Counter.Step' assigns '_n'");

    [Fact]
    public Task A_collection_whose_method_is_given_by_its_name() => Verify.Reports(
        RuleIds.UnsafeCollection,
        """
        using System.Collections.Concurrent;
        class C
        {
            readonly List<int> _list = [];
            void M(int[] x)
            {
                var own = new List<int>();
                var bag = new ConcurrentBag<int>();
                void Add(int v) { [|own.Add(v)|]; }
                Parallel.ForEach(x, [|_list.Add|]);
                Parallel.ForEach(x, Add);
                Parallel.ForEach(x, bag.Add);
            }
        }
        """);

    [Fact]
    public Task Elements_of_a_function_that_is_given_by_its_name() => Verify.Reports(
        RuleIds.LoopCarriedDependence,
        """
        class C
        {
            static void M(int[] x, int[] y)
            {
                void Step(int i) { [|x[i]|] = x[i - 1]; }
                void Other(int i) { int p = i - 1; [|y[p]|] = y[i]; }
                Parallel.For(1, x.Length, Step);
                Parallel.For(1, x.Length, i => Other(i));
            }
        }
        """,
        "i = 1 and i = 2 meet in element [1]: one writes 'x[i]', the other reads 'x[i - 1]'");

    [Fact]
    public Task Accessors_that_assign() => Verify.Reports(
        RuleIds.SharedWrite,
        """
        class C
        {
            sealed class Counter { int _n; public int this[int i] { get => _n; set => _n = value; } public int Safe { set { lock (this) _n = value; } } }
            int _id, _all;
            int NextId => ++_id;
            int All { set => _all = value; }
            void M(int[] x, Counter c)
            {
                Parallel.For(0, x.Length, i => { x[i] = [|NextId|]; [|c[0]|] = i; c.Safe = i; [|All|] = i; x[i] += c[1]; });
            }
        }
        """,
        "'C.NextId' assigns '_id'",
        "'C.Counter[]' assigns '_n'",
        "several threads assign 'All'");

    [Fact]
    public Task A_collection_that_a_called_method_changes() => Verify.Reports(
        RuleIds.UnsafeCollection,
        """
        class C
        {
            static void Fill(List<int> list, int v) => Deep(v, list);
            static void Deep(int v, List<int> to) => to.Add(v);
            readonly IList<int> _list = new List<int>();
            void M(int[] x)
            {
                var all = new List<int>();
                Parallel.ForEach(x, v => { [|Fill(all, v)|]; Fill(new List<int>(), v); [|_list.Add(v)|]; });
            }
        }
        """,
        "'C.Fill' changes 'to', and several threads call it at once",
        "'List<int>.Add' changes '_list'");

    [Fact]
    public Task All_elements_at_once() => Verify.Reports(
        RuleIds.LoopCarriedDependence,
        """
        class C
        {
            static void M(int[] x, int[] y, int n)
            {
                Parallel.For(0, 9, i => { [|Array.Fill(x, i)|]; [|y.AsSpan(0, n).Sort()|]; Array.Sort(x, i, 1); });
            }
        }
        """,
        "every run writes the same elements of 'x'");

    [Fact]
    public async Task The_call_into_a_function_is_told()
    {
        const string Source = """
            class C
            {
                static int M(int[] x)
                {
                    int sum = 0;
                    void Add(int v) { sum += v; }
                    Parallel.ForEach(x, v => { Add(v); });
                    return sum;
                }
            }
            """;
        var diagnostic = Assert.Single(await TestProject.Analyze(TestProject.Create(Source)), d => d.Id == RuleIds.SharedScalar);
        Assert.Equal("sum", Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        var call = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("Add(v)", Source.Substring(call.SourceSpan.Start, call.SourceSpan.Length));
    }

    [Theory]
    [InlineData("double sum = 0; Parallel.For(0, x.Length, i => { lock (x) { sum += x[i]; } });")]
    [InlineData("int sum = 0; Parallel.For(0, x.Length, i => Interlocked.Increment(ref sum));")]
    [InlineData("double sum = 0; var gate = new SemaphoreSlim(1); Parallel.For(0, x.Length, i => { gate.Wait(); sum += x[i]; gate.Release(); });")]
    [InlineData("double sum = 0; foreach (var v in x) sum += v; Parallel.For(0, x.Length, i => x[i] = sum);")]
    [InlineData("double sum = 0; x.Select(v => sum += v).ToArray(); x.ToList().ForEach(v => sum += v);")]
    [InlineData("double sum = 0; Parallel.Invoke(() => sum += 1);")]
    [InlineData("var map = new System.Collections.Concurrent.ConcurrentDictionary<int, double>(); Parallel.For(0, 9, i => map[0] = i);")]
    [InlineData("double sum = 0; Parallel.For(0, x.Length, () => 0.0, (i, _, own) => own + x[i], own => { lock (x) sum += own; });")]
    [InlineData("var y = x.AsParallel().Where(v => v > 0).Select(v => { var t = v; t *= 2; return t; }).Aggregate(0.0, (a, v) => a + v);")]
    public async Task What_is_protected_or_not_parallel_is_fine(string body)
    {
        foreach (var rule in Rules.OfParallelLambdas)
            await Verify.IsSilent(rule.Id, $"class C {{ static void M(double[] x) {{ {body} }} }}");
    }
}
