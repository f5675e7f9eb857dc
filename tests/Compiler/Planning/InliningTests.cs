namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Which helper methods run in lanes as a part of the loop that calls them, and why the others stay calls.</summary>
public sealed class InliningTests
{
    [Theory]
    [InlineData("static float F(float x) => x * x;")]
    [InlineData("static float F(float x) { if (x < 0) return -x; return x; }")]
    [InlineData("static float F(float x) { float y = x * x; y += x; return y > 1 ? y : 1 / y; }")]
    [InlineData("static float F(float x) { x = x * 2; if (x > 3) { if (x > 5) return 1; x -= 1; } else { x += 1; } return x; }")]
    [InlineData("static float F(float x) => G(x) + G(-x); static float G(float x) => x > 0 ? H(x) : 0; static float H(float x) { float y = x; y *= x; return y; }")]
    [InlineData("static float F(double x) => (float)x;")]
    [InlineData("static float F(float x, float scale = 2) => scale * x;")]
    [InlineData("static float F(float x) { float y = x; int k = 0; while (k < 10 && y < 100) { y = y * y; k++; } return y; }")]
    [InlineData("static float F(float x) { float y = x; for (int k = 0; k < 10; k++) { if (y > 100) return k; y = y * y; } return 10; }")]
    [InlineData("static float F(float x) => x switch { < 0 => -1, > 1 => 1, _ => x };")]
    [InlineData("static float F(float x) { switch ((int)x) { case 0: return 1; case 1: case 2: return 2; default: return x; } }")]
    [InlineData("static float F(float x) => x * _scale + _offset; static readonly float _scale = 2; static float _offset;")]
    [InlineData("static float F(float x) { if (x < 0) throw new ArgumentException($\"{x} is negative\"); return x; }")]
    [InlineData("static float F(float x) => x < 0 ? G(x) : x; static float G(float x) { if (x < -9) throw new ArgumentException(nameof(x)); return -x; }")]
    [InlineData("static T F<T>(T x) where T : System.Numerics.INumber<T> => x * x + T.One;")]
    [InlineData("static T F<T>(T x) => x;")]
    public void RunsInLanes(string helper)
    {
        var compiled = Compiled.Members($$"""
            [Parallel] static void M(float[] x, float[] y, int n) { for (int i = 0; i < n; i++) y[i] = F(x[i]); }
            {{helper}}
            """);
        Assert.Equal("#0 cores lanes guarded", Compiled.Summary(compiled));
        Assert.Contains("y[i] = ", compiled.Source);
    }

    [Theory]
    [InlineData("float F(float x) => x * _scale; float _scale;")]
    [InlineData("float F(float x) => this.Scale(x) + Scale(-x); float Scale(float x) => _scale * x; readonly float _scale;")]
    [InlineData("float F(float x) => x > 0 ? Half : x; float Half { get; } = 0.5f;")]
    [InlineData("float F(float x) => _table[(int)x]; readonly float[] _table = new float[4];")]
    public void UsesTheObject(string helper)
    {
        var compiled = Compiled.Members($$"""
            [Parallel] void M(float[] x, float[] y, int n) { for (int i = 0; i < n; i++) y[i] = F(x[i]); }
            {{helper}}
            """);
        Assert.StartsWith("#0 cores lanes guarded", Compiled.Summary(compiled));
    }

    [Theory]
    [InlineData("static float F(float[] a, int i) => a[i] + a[i + 1];")]
    [InlineData("static float F(float[] a, int i) { float sum = 0; for (int k = 0; k < 3; k++) sum += a[i + k]; return sum; }")]
    public void ReadsElements(string helper)
    {
        var compiled = Compiled.Members($$"""
            [Parallel] static void M(float[] x, float[] y, int n) { for (int i = 0; i < n; i++) y[i] = F(x, i); }
            {{helper}}
            """);
        Assert.Equal("#0 cores lanes guarded", Compiled.Summary(compiled));
    }

    [Fact]
    public void AnElementThatAnotherIterationWritesIsSeen()
    {
        var compiled = Compiled.Members("""
            [Parallel] static void M(float[] x, int n) { for (int i = 1; i < n; i++) x[i] = F(x, i); }
            static float F(float[] a, int i) => a[i - 1] * 2;
            """);
        Assert.Equal("AP1002", Compiled.Summary(compiled));
    }

    [Theory]
    [InlineData("static float Add(float s, float x) => s + x * x;", "s = Add(s, x[i]);")]
    [InlineData("static float Larger(float s, float x) => x > s ? x : s;", "s = Larger(s, x[i]);")]
    [InlineData("static float F(float x) { float y = x; y *= y; return y; }", "s += F(x[i]);")]
    [InlineData("static float F(float x) { float y = x; y *= y; return y; }", "s += x[i] > 0 ? F(x[i]) : 1;")]
    [InlineData("static bool F(float x) { float y = x; y *= y; return y > 1; }", "if (x[i] > 0 && F(x[i])) s += 1;")]
    public void MayBeAPartOfAReduction(string helper, string statement)
    {
        var compiled = Compiled.Members($$"""
            [Parallel] static float M(float[] x, int n) { float s = 0; for (int i = 0; i < n; i++) { {{statement}} } return s; }
            {{helper}}
            """);
        Assert.StartsWith("#0 cores lanes guarded", Compiled.Summary(compiled));
    }

    [Theory]
    [InlineData("static int F(ref int x) => x++;", "F(ref x[i])", "which has a parameter or value by reference")]
    [InlineData("static int F(int x) => x.ToString().Length;", "F(x[i])", "which contains a call of")]
    [InlineData("static int F(int x, params int[] y) => x;", "F(x[i], 1)", "whose arguments are gathered in a container")]
    [InlineData("static int F(int x) => G(x); static int G(int x) { try { return x; } finally { } }", "F(x[i])", "which contains a call of 'C.G', which contains a try statement")]
    [InlineData("static int F(int x) { try { return x; } finally { } }", "F(x[i])", "which contains a try statement")]
    public void StaysACall(string helper, string call, string reason)
    {
        var compiled = Compiled.Members($$"""
            [Parallel] static void M(int[] x, int[] y, int n) { for (int i = 0; i < n; i++) y[i] = {{call}}; }
            {{helper}}
            """);
        Assert.Contains(compiled.Verdicts, v => v.RuleId == RuleIds.BlocksVectors && v.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void RecursionIsNotInlined()
    {
        var compiled = Compiled.Members("""
            [Parallel] static void M(int[] x, int[] y, int n) { for (int i = 0; i < n; i++) y[i] = F(x[i]); }
            static int F(int x) => x <= 0 ? 0 : G(x - 1) + 1;
            static int G(int x) => F(x);
            """);
        Assert.Equal("#0 cores", Compiled.Summary(compiled));
    }

    [Fact]
    public void AMethodThatAnotherClassMayOverrideStaysACall()
    {
        var compiled = Compiled.Members("""
            [Parallel] void M(int[] x, int[] y, int n) { for (int i = 0; i < n; i++) y[i] = F(x[i]); }
            protected virtual int F(int x) => x;
            """);
        Assert.DoesNotContain("lanes", Compiled.Summary(compiled));
    }

    [Fact]
    public void CheckedArithmeticOfTheHelperIsItsOwn()
    {
        var compiled = Compiled.Members("""
            [Parallel] static void M(int[] x, int[] y, int n) { for (int i = 0; i < n; i++) y[i] = F(x[i]) + x[i]; }
            static int F(int x) => checked(x * 2);
            """);
        Assert.Contains(compiled.Verdicts, v => v.Message.Contains("arithmetic that throws on overflow", StringComparison.Ordinal));
    }

    [Fact]
    public void ARunAsWrittenCallsTheMethod()
    {
        var compiled = Compiled.Members("""
            [Parallel] static void M(float[] x, float[] y, int n) { for (int i = 0; i < n; i++) y[i] = F(x[i]); }
            static float F(float x) => x * 3;
            """);
        Assert.Contains("y[i] = global::C.__C_F", compiled.Source!.Replace("__C_F(null!, ", "global::C.__C_F(null!, ", StringComparison.Ordinal));
    }
}
