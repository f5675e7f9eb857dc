namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Where the user's word that iterations are independent is taken, and where it cannot be true.</summary>
public sealed class AssertionTests
{
    private const string Types = """
        internal class Node { public int N; public List<int> L = new(); public Node Next; public void Step() { N++; } public static int Total; public static List<int> All = new(); public void Count() { Total++; } public void Enter() { All.Add(N); } }
        static void Work(Node h) { h.N++; h.L.Add(3); }
        static void Log(Node h) { Node.All.Add(h.N); }
        """;

    [Theory]
    [InlineData("a[i].Step();")]
    [InlineData("a[i].L.Add(i);")]
    [InlineData("Work(a[i]);")]
    [InlineData("var h = a[i]; h.L.Add(i); h.Step();")]
    [InlineData("var h = a[i].Next; Work(h);")]
    [InlineData("s[i].Append(i);")]
    [InlineData("d[i][a[i].N] = i;")]
    [InlineData("l[i].Step();")]
    [InlineData("g[i, k[i]] = g[i, k[i] + 1] + g[i - 1, k[i]];")]
    public void IsBelieved(string body) => Assert.Contains("as the code asserts", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("a[0].L.Add(i);")]
    [InlineData("a[0].Step();")]
    [InlineData("Work(a[0]);")]
    [InlineData("var h = a[0]; Work(h);")]
    [InlineData("Log(a[i]);")]
    [InlineData("a[i].Count();")]
    [InlineData("a[i].Enter();")]
    [InlineData("q.Add(i);")]
    [InlineData("Console.WriteLine(a[i].N);")]
    [InlineData("g[0, i] = g[0, i - 1] + 1;")]
    public void IsNotBelieved(string body) => Assert.Contains("stays sequential", Verdicts(body), StringComparison.Ordinal);

    private static string Verdicts(string body) => string.Join(
        "\n",
        Compiled.Members(Types + "[Parallel] static void M(Node[] a, List<Node> l, List<int> q, System.Text.StringBuilder[] s, Dictionary<int, int>[] d, int[,] g, int[] k) { foreach (int i in Prange(1, a.Length, independent: true)) { " + body + " } }")
            .Verdicts.Select(v => v.Message));
}
