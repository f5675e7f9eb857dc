namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>Methods that no emitted code can stand for, and why.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("class C { class P { } [Parallel] static void M(P p) { } }", "the signature cannot be written outside its type: the type 'P' is private; make it internal")]
    [InlineData("class C { class P { } [Parallel] static void M() { P p = new(); } }", "the type 'P' is private; make it internal")]
    [InlineData("class C { enum P { A } [Parallel] static int M() => (int)P.A; }", "the type 'P' is private; make it internal")]
    [InlineData("file class C { [Parallel] public static void M() { } }", "the type 'C' is local to its file")]
    [InlineData("file class F { } class C { [Parallel] public static object M() => new F(); }", "the type 'F' is local to its file")]
    [InlineData("abstract class C { [Parallel] public abstract void M(); }", "the method has no body")]
    [InlineData("interface I { static abstract void M(); } class C : I { [Parallel] static void I.M() { } }", "a static method that implements one of an interface is only called through a type parameter")]
    [InlineData("interface I { [Parallel] void M() { } }", "the body in an interface is only called by dispatch; move the loop into a static method")]
    [InlineData("class C { [Parallel] public override string ToString() => base.ToString() + 1; }", "'base' cannot be called from generated code")]
    [InlineData("class C { [Parallel] public static int M(int __x) => __x; }", "names that begin with two underscores, such as '__x', are kept for generated code; rename it")]
    [InlineData("class C { [Parallel] public static int M() { int __this = 1; return __this; } }", "names that begin with two underscores, such as '__this', are kept for generated code; rename it")]
    [InlineData("class C { [Parallel] public static int M(dynamic d) => d.X; }", "what 'dynamic' binds to depends on the type that the code is in")]
    [InlineData("class C { int _n; [Parallel] public static object M() => new C { _n = 1 }; }", "'_n' is private, and generated code cannot reach it from here; make it internal")]
    [InlineData("class C { int _n; [Parallel] public static bool M(object o) => o is C { _n: 1 }; }", "'_n' is private, and generated code cannot reach it from here; make it internal")]
    [InlineData("class C { int _n; [Parallel] public static int? M(C? c) => c?._n; }", "'_n' is private, and generated code cannot reach it from here; make it internal")]
    [InlineData("class C { int P { get => 1; set { } } [Parallel] public void M() { P += 1; } }", "the private setter of 'P' cannot be used in an expression of generated code; make it internal")]
    [InlineData("class C { event Action? E; [Parallel] public void M() { E?.Invoke(); } }", "'E' is private, and generated code cannot reach it; make it internal")]
    [InlineData("class C { [Parallel] public static string M() => System.Reflection.MethodBase.GetCurrentMethod()!.Name; }", "'MethodBase.GetCurrentMethod' would give the generated method")]
    [InlineData("#define X\nclass C { [System.Diagnostics.Conditional(\"X\")] public static void L() { } [Parallel] public static void M() { L(); } }", "whether 'L' is called depends on the symbols that this file defines")]
    public void Reason(string source, string expected) => Assert.Equal(expected, Snippet.Lower(source).NotRerouted);

    [Theory]
    [InlineData("class C { class P { } [Parallel] public static int M() { var p = nameof(P); const int K = 1; return p.Length + K; } }")]
    [InlineData("class O { class C { [Parallel] public static int M() => 1; } }")]
    [InlineData("class C { [Parallel] public static int M(dynamic d) => 1; }")]
    [InlineData("class B { protected int N() => 1; protected int P => 2; internal int F = 3; } class C : B { [Parallel] public int M() => base.N() + base.P + base.F + base.GetType().Name.Length; }")]
    [InlineData("class B { public virtual int N() => 1; } class C : B { public sealed override int N() => 2; } class D : C { [Parallel] public int M() => base.N(); }")]
    [InlineData("class C { [Parallel] public static Action<int[]> M() => a => { for (int i = 0; i < a.Length; i++) a[i] = i; }; }")]
    [InlineData("partial class C { [Parallel] public partial int M(int x); } partial class C { public partial int M(int x) => x; }")]
    public void Emitted_nevertheless(string source) => Snippet.AssertCompiles(source);
}
