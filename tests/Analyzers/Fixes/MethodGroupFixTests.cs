using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class MethodGroupFixTests
{
    private const string Kernels = """

        class Kernels
        {
            [Parallel] public static void Scale(double[] x) { for (int i = 0; i < x.Length; i++) x[i] *= 2; }
            [Parallel] public static void Add(double[] x, double[] y) { for (int i = 0; i < x.Length; i++) x[i] += y[i]; }
            [Parallel] public static void Sum(double[] x, ref double s) { for (int i = 0; i < x.Length; i++) x[i] += s; }
            [Parallel] public static void Fill<T>(T[] x, T value) { for (int i = 0; i < x.Length; i++) x[i] = value; }
            [Parallel] public void Clear(double[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; }
            public Action<double[]> Own() => Clear;
            public Action<double[]> Explicit() => this.Clear;
        }
        """;

    [Theory]
    [InlineData("void M(List<double[]> all) => all.ForEach(Kernels.Scale);", "void M(List<double[]> all) => all.ForEach(x => Kernels.Scale(x));")]
    [InlineData("Action<double[], double[]> f = Kernels.Add;", "Action<double[], double[]> f = (x, y) => Kernels.Add(x, y);")]
    [InlineData("void M() { var f = Kernels.Scale; }", "void M() { var f = (double[] x) => Kernels.Scale(x); }")]
    [InlineData("void M(double[] x) { Action<double[]> f = Kernels.Scale; }", "void M(double[] x) { Action<double[]> f = x2 => Kernels.Scale(x2); }")]
    [InlineData("object M() => (Action<double[]>)Kernels.Scale;", "object M() => (Action<double[]>)(x => Kernels.Scale(x));")]
    [InlineData("object M() => new Action<double[]>(Kernels.Scale);", "object M() => new Action<double[]>(x => Kernels.Scale(x));")]
    [InlineData("Action<int[], int> f = Kernels.Fill;", "Action<int[], int> f = (x, value) => Kernels.Fill(x, value);")]
    [InlineData("delegate void D(double[] x, ref double s); D f = Kernels.Sum;", "delegate void D(double[] x, ref double s); D f = (double[] x, ref double s) => Kernels.Sum(x, ref s);")]
    [InlineData(
        "static void R(Action<double[]> f) { } static void R(Action<string> f) { } void M() => R(Kernels.Scale);",
        "static void R(Action<double[]> f) { } static void R(Action<string> f) { } void M() => R(x => Kernels.Scale(x));")]
    [InlineData("Task M() => Task.Run((Action)(() => ((Action<double[]>)Kernels.Scale)([])));", "Task M() => Task.Run((Action)(() => ((Action<double[]>)(x => Kernels.Scale(x)))([])));")]
    public Task A_lambda_that_means_the_same(string member, string expected) => VerifyFix.Changes<MethodGroupFixProvider>(
        RuleIds.MethodGroup,
        $"class C {{ {member} }}{Kernels.Replace("Own() => Clear", "Own() => x => Clear(x)").Replace("=> this.Clear", "=> x => this.Clear(x)")}",
        $"class C {{ {expected} }}{Kernels.Replace("Own() => Clear", "Own() => x => Clear(x)").Replace("=> this.Clear", "=> x => this.Clear(x)")}",
        "Write a lambda");

    [Fact]
    public Task All_at_once() => VerifyFix.ChangesAll<MethodGroupFixProvider>(
        RuleIds.MethodGroup,
        Kernels,
        Kernels.Replace("Own() => Clear", "Own() => x => Clear(x)").Replace("=> this.Clear", "=> x => this.Clear(x)"));

    [Theory]
    [InlineData("class C { event Action<double[]>? E; void M() { E += Kernels.Scale; E -= Kernels.Scale; } }")]
    [InlineData("class C { bool M(Action<double[]> f) => f == Kernels.Scale; }")]
    [InlineData("class C { Kernels k = new(); Action<double[]> M() => k.Clear; }")]
    [InlineData("class C { unsafe void M() { delegate*<double[], void> f = &Kernels.Scale; } }")]
    [InlineData("struct C { [Parallel] void Clear(double[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; } Action<double[]> M() => Clear; }")]
    public Task Not_where_a_lambda_differs(string source) => VerifyFix.IsNotOffered<MethodGroupFixProvider>(
        RuleIds.MethodGroup,
        source + Kernels.Replace("Own() => Clear", "Own() => x => Clear(x)").Replace("=> this.Clear", "=> x => this.Clear(x)"));
}
