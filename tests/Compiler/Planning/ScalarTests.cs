namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>What scalars from outside a loop are to its iterations.</summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("int s = 0; for (int i = 0; i < n; i++) s += a[i]; a[0] = s;", "#0 cores lanes guarded")]
    [InlineData("int s = 1; for (int i = 0; i < n; i++) s *= a[i]; a[0] = s;", "#0 cores lanes guarded")]
    [InlineData("int s = 0; for (int i = 0; i < n; i++) s -= a[i]; a[0] = s;", "#0 cores lanes guarded")]
    [InlineData("int s = 0; for (int i = 0; i < n; i++) s ^= a[i]; a[0] = s;", "#0 cores lanes guarded")]
    [InlineData("int s = 0; for (int i = 0; i < n; i++) s = Math.Max(s, a[i]); a[0] = s;", "#0 cores lanes guarded")]
    [InlineData("int s = 0; for (int i = 0; i < n; i++) if (a[i] > s) s = a[i]; a[0] = s;", "#0 cores lanes guarded")]
    [InlineData("int s = 0; for (int i = 0; i < n; i++) s = s * 2 + a[i]; a[0] = s;", "AP1001")]
    [InlineData("int s = 0; for (int i = 0; i < n; i++) { s += a[i]; b[i] = s; }", "#0 cores lanes guarded")]
    [InlineData("int s = 0; for (int i = 0; i < n; i++) { s += a[i]; s *= 2; } a[0] = s;", "AP1001")]
    [InlineData("int t; for (int i = 0; i < n; i++) { t = a[i]; b[i] = t * t; }", "#0 cores lanes guarded")]
    [InlineData("int t = 0; for (int i = 0; i < n; i++) { t = a[i]; b[i] = t * t; } a[0] = t;", "#0 cores lanes guarded")]
    [InlineData("int t = 0; for (int i = 0; i < n; i++) { if (a[i] > 0) t = a[i]; b[i] = t; }", "AP1001")]
    [InlineData("int t = 0; for (int i = 0; i < n; i++) { b[i] = t; t = a[i]; }", "#2 cores lanes guarded")]
    public void Scalars(string body, string expected) =>
        Assert.Equal(expected, Compiled.Summary(Compiled.Body("int[] a, int[] b, int n", body)));

    /// <summary>A lock that no other thread can hold is only its body.</summary>
    [Theory]
    [InlineData("object g = new(); int s = 0; for (int i = 0; i < n; i++) { lock (g) { s += a[i]; } } a[0] = s;", true)]
    [InlineData("var g = new System.Threading.Lock(); int s = 0; for (int i = 0; i < n; i++) lock (g) s += a[i]; a[0] = s;", true)]
    [InlineData("object g = a; int s = 0; for (int i = 0; i < n; i++) lock (g) s += a[i]; a[0] = s;", false)]
    [InlineData("object g = new(); int s = g.GetHashCode(); for (int i = 0; i < n; i++) lock (g) s += a[i]; a[0] = s;", false)]
    [InlineData("object g = new(); int s = 0; Action f = () => { lock (g) s = 1; }; for (int i = 0; i < n; i++) lock (g) b[i] = a[i]; f();", false)]
    public void Locks(string body, bool isElided)
    {
        var summary = Compiled.Summary(Compiled.Body("int[] a, int[] b, int n", body));
        Assert.Equal(!isElided, summary.Contains(RuleIds.Synchronization, StringComparison.Ordinal));
        Assert.Equal(isElided, summary.StartsWith("#0 cores", StringComparison.Ordinal));
    }

    [Fact]
    public void StrictKeepsTheOrderOfFloatingPointSums()
    {
        var compiled = Compiled.Members("[Parallel(FloatMode = FloatMode.Strict)] static float M(float[] x) { float s = 0; for (int i = 0; i < x.Length; i++) s += x[i]; return s; }");
        Assert.Equal("", Compiled.Summary(compiled));
        Assert.Contains(compiled.Verdicts, v => v.RuleId == RuleIds.StaysSequential && v.Message.Contains("Strict"));
    }

    [Theory]
    [InlineData("foreach (var v in a) if (v > 3) b[v] = 1;", "#0 lanes guarded; AP1003")]
    [InlineData("int s = 0; foreach (var v in a) s += v; b[0] = s;", "#0 cores lanes guarded")]
    [InlineData("foreach (int i in Prange(0, n)) b[i] = a[i];", "#0 cores lanes guarded")]
    [InlineData("int i = 0; while (i < n) { b[i] = a[i]; i++; }", "#0 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) { if (a[i] == 0) break; b[i] = 1; }", "#0 lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) { if (a[i] == 0) continue; b[i] = 1; }", "#0 cores lanes guarded")]
    [InlineData("foreach (int y in Prange(n)) for (int x = 0; x < n; x++) a[y * n + x] = x; for (int i = 0; i < n; i++) b[i] = 2;", "#0 cores guarded; #1 lanes guarded; #2 lanes guarded")]
    public void Loops(string body, string expected) =>
        Assert.Equal(expected, Compiled.Summary(Compiled.Body("int[] a, int[] b, int n", body)));

    [Theory]
    [InlineData("var list = new List<int>(); for (int i = 0; i < n; i++) list.Add(i);", "AP1005")]
    [InlineData("for (int i = 0; i < n; i++) Console.WriteLine(i);", "AP1006")]
    [InlineData("for (int i = 0; i < n; i++) lock (a) a[i] = 1;", "AP1007")]
    [InlineData("try { for (int i = 0; i < n; i++) a[i] = i * 3; } catch (Exception) { }", "#0 cores lanes guarded")]
    [InlineData("try { for (int i = 0; i < n; i++) a[i] = 100 / s[i].Length; } catch (Exception) { }", "")]
    [InlineData("try { for (int i = 0; i < n; i++) a[i] = 100 / a[i]; } finally { a[0] = 1; }", "#0 lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) Total += i;", "#1 cores lanes")]
    [InlineData("for (int i = 0; i < n; i++) Total = Total * 3 + i;", "AP1008")]
    [InlineData("for (int i = 0; i < n; i++) s[i] = s[i].Trim();", "#0 cores")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = Half(i);", "#0 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = Next();", "AP1008")]
    public void Effects(string body, string expected) => Assert.Equal(expected, Compiled.Summary(Compiled.Members($$"""
        static int Total; static int Half(int x) => x / 2; static int Next() => Total++;
        [Parallel] static void M(int[] a, string[] s, int n) { {{body}} }
        """)));
}
