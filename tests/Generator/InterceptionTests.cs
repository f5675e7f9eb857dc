namespace AutoParallel.Generator.Tests;

/// <summary>
/// Each form of call is rerouted, with the result of the method as written, or left alone where rerouting would change its meaning.
/// </summary>
public sealed class InterceptionTests
{
    private const string Loop = "for (int i = 0; i < a.Length; i++) a[i] = a[i] * 3 + i;";
    private const string Usings = "using System; using System.Linq; using System.Linq.Expressions; using System.Collections.Generic; using System.Threading.Tasks; using AutoParallel;\n";
    private const string Show = "Console.WriteLine(a.Sum());";

    /// <summary>The sum over 500 elements of <c>3 i + i</c>.</summary>
    private const string Expected = "499000";

    private const string ExpectedOfThree = "12";

    public static TheoryData<string, string, string> Rerouted() => new()
    {
        { "static", "C.M(a);", "static class C { [Parallel] public static void M(int[] a) { LOOP } }" },
        { "private static", "C.Call(a);", "static class C { public static void Call(int[] a) => M(a); [Parallel] private static void M(int[] a) { LOOP } }" },
        { "private static in a private nested type", "C.Call(a);", "static class C { public static void Call(int[] a) => N.M(a); private static class N { [Parallel] public static void M(int[] a) { LOOP } } }" },
        { "instance", "new C().M(a);", "class C { [Parallel] public void M(int[] a) { LOOP } }" },
        { "protected instance", "new C().Call(a);", "class C { public void Call(int[] a) => M(a); [Parallel] protected void M(int[] a) { LOOP } }" },
        { "instance with private state", "new C().M(a);", "class C { private int _three = 3; [Parallel] public void M(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = a[i] * _three + i; } }" },
        { "private helper", "C.M(a);", "static class C { [Parallel] public static void M(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = Step(a[i], i); } private static int Step(int x, int i) => x * 3 + i; }" },
        { "derived receiver", "new D().M(a);", "class C { [Parallel] public void M(int[] a) { LOOP } } class D : C;" },
        { "extension", "a.M();", "static class C { [Parallel] public static void M(this int[] a) { LOOP } }" },
        { "extension called as static", "C.M(a);", "static class C { [Parallel] public static void M(this int[] a) { LOOP } }" },
        { "conditional access", "C? c = new C(); c?.M(a);", "class C { [Parallel] public void M(int[] a) { LOOP } }" },
        { "generic method", "C.M<string>(a);", "static class C { [Parallel] public static void M<T>(int[] a) { LOOP } }" },
        { "generic type", "C<string>.M<int>(a);", "static class C<T> { [Parallel] public static void M<U>(int[] a) where U : unmanaged { LOOP } }" },
        { "open type parameter", "G<int>(a); static void G<T>(int[] a) => C<T>.M(a);", "static class C<T> { [Parallel] public static void M(int[] a) { LOOP } }" },
        { "span", "C.M(a);", "static class C { [Parallel] public static void M(Span<int> a) { LOOP } }" },
        { "scoped span", "C.M(a);", "static class C { [Parallel] public static void M(scoped Span<int> a) { LOOP } }" },
        { "ref, in and out", "int n = 3; C.M(a, ref n, n, out var k); if (k != a.Length) throw new Exception();", "static class C { [Parallel] public static void M(int[] a, ref int r, in int n, out int k) { k = a.Length; int m = n; for (int i = 0; i < a.Length; i++) a[i] = a[i] * m + i; } }" },
        { "params", "C.M(1, a);", "static class C { [Parallel] public static void M(int x, params int[] a) { LOOP } }" },
        { "params span", "C.M(1, a);", "static class C { [Parallel] public static void M(int x, params ReadOnlySpan<int[]> all) { var a = all[0]; LOOP } }" },
        { "named and default arguments", "C.M(factor: 3, a: a);", "static class C { [Parallel] public static void M(int[] a, int factor = 1, int more = 0) { for (int i = 0; i < a.Length; i++) a[i] = a[i] * factor + i + more; } }" },
        { "struct receiver", "var s = new S(); s.M(a); if (s.Calls != 1) throw new Exception();", "struct S { public int Calls; [Parallel] public void M(int[] a) { Calls++; LOOP } }" },
        { "readonly struct receiver", "new S().M(a);", "readonly struct S { [Parallel] public void M(int[] a) { LOOP } }" },
        { "ref struct receiver", "new S { A = a }.M();", "ref struct S { public Span<int> A; [Parallel] public void M() { var a = A; LOOP } }" },
        { "ref return", "ref int r = ref C.M(a); r += 0;", "static class C { [Parallel] public static ref int M(int[] a) { LOOP return ref a[0]; } }" },
        { "async", "C.M(a).Wait();", "static class C { [Parallel] public static async Task<int> M(int[] a) { await Task.Yield(); LOOP return 1; } }" },
        { "inside a lambda", "Action f = () => C.M(a); f();", "static class C { [Parallel] public static void M(int[] a) { LOOP } }" },
        { "inside an iterator", "foreach (var _ in I(a)) { } static IEnumerable<int> I(int[] a) { C.M(a); yield return 1; }", "static class C { [Parallel] public static void M(int[] a) { LOOP } }" },
        { "field initialiser", "_ = new U(a);", "class U(int[] x) { private readonly int _done = C.M(x); public int Done => _done; } static class C { [Parallel] public static int M(int[] a) { LOOP return 1; } }" },
        { "virtual on the declaring type", "new C().M(a);", "class C { [Parallel] public virtual void M(int[] a) { LOOP } }" },
        { "clashing names", "Math.Parallel.System(a);", "namespace Math { static class Parallel { [AutoParallel.Parallel] public static void System(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = a[i] * 3 + i; } } } class Vector512; class Span;" },
        { "keyword names", "C.@for(a);", "static class C { [Parallel] public static void @for(int[] @class) { for (int @int = 0; @int < @class.Length; @int++) @class[@int] = @class[@int] * 3 + @int; } }" },
        { "expression body", "C.M(a);", "static class C { [Parallel] public static void M(int[] a) => N(a, 3); [Parallel] public static void N(int[] a, int f) { for (int i = 0; i < a.Length; i++) a[i] = a[i] * f + i; } }" },
        { "static in an extension block", "int.M(a);", "static class C { extension(int) { [Parallel] public static void M(int[] a) { LOOP } } }" },
        { "assigned through a ref return", "C.M(a) += 5; a[0] -= 5;", "static class C { [Parallel] public static ref int M(int[] a) { LOOP return ref a[0]; } }" },
        { "awaited", "if (await C.M(a) != 1) throw new Exception();", "static class C { [Parallel] public static async Task<int> M(int[] a) { await Task.Yield(); LOOP return 1; } }" },
        { "in a collection initializer", "var l = new List<int> { C.M(a), 2 }; if (l[0] != 1) throw new Exception();", "static class C { [Parallel] public static int M(int[] a) { LOOP return 1; } }" },
        { "in a collection expression", "int[] l = [C.M(a), 2]; if (l[0] != 1) throw new Exception();", "static class C { [Parallel] public static int M(int[] a) { LOOP return 1; } }" },
        { "in an interpolated string", "if ($\"{C.M(a)}\" != \"1\") throw new Exception();", "static class C { [Parallel] public static int M(int[] a) { LOOP return 1; } }" },
        { "in a query", "foreach (var _ in from x in new[] { a } select C.M(x)) { }", "static class C { [Parallel] public static int M(int[] a) { LOOP return 1; } }" },
        { "in a pattern and a switch", "if (C.M(a) switch { 1 => 2, _ => 3 } is not 2) throw new Exception();", "static class C { [Parallel] public static int M(int[] a) { LOOP return 1; } }" },
        { "recursive", "C.M(a, 2);", "static class C { [Parallel] public static void M(int[] a, int depth) { if (depth > 0) { M(a, depth - 1); return; } LOOP } }" },
        { "by this in a structure", "new S().Call(a);", "struct S { public void Call(int[] a) => this.M(a); [Parallel] private void M(int[] a) { LOOP } }" },
        { "property getter", "C.A = a; _ = C.P;", "static class C { public static int[] A = []; public static int P => M(A); [Parallel] private static int M(int[] a) { LOOP return 1; } }" },
        { "static constructor", "C.A = a; System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(D).TypeHandle);", "static class C { public static int[] A = []; [Parallel] public static void M(int[] a) { LOOP } } static class D { static D() { C.M(C.A); } }" },
        { "unmanaged type parameter", "C.M<byte>(a);", "static class C { [Parallel] public static void M<T>(int[] a) where T : unmanaged { LOOP } }" },
        { "parameter of type dynamic", "C.M(a, 1);", "static class C { [Parallel] public static void M(int[] a, dynamic d) { LOOP } }" },
        { "arguments in their order", "int n = 0; C.M(y: n++, x: n++, a: a);", "static class C { [Parallel] public static void M(int[] a, int x, int y) { if (x != 1 || y != 0) throw new Exception(); LOOP } }" },
        { "pointer parameter", "unsafe { int n = 3; C.M(a, &n); }", "static class C { [Parallel] public static unsafe void M(int[] a, int* p) { int f = *p; for (int i = 0; i < a.Length; i++) a[i] = a[i] * f + i; } }" },
        { "through a pointer", "unsafe { var s = new S { F = 3 }; S* p = &s; p->M(a); }", "struct S { public int F; [Parallel] public readonly void M(int[] a) { int f = F; for (int i = 0; i < a.Length; i++) a[i] = a[i] * f + i; } }" },
        { "private type of a partial type", "C.M(a);", "static partial class C { struct P { public int F; } [Parallel] public static void M(int[] a) { P p = new() { F = 3 }; for (int i = 0; i < a.Length; i++) a[i] = a[i] * p.F + i; } }" },
        { "private type of a generic type", "new N.@class.C<string>().M<byte>(a);", "namespace N.@class { partial class C<T> { enum E { Three = 3 } int _n = 0; [Parallel] public void M<U>(int[] a) { int f = (int)E.Three + _n; for (int i = 0; i < a.Length; i++) a[i] = a[i] * f + i; } } }" },
        { "private members of a partial type nested in others", "N.C<string>.Make().M(a);", "namespace N { partial record C<T> { public static D Make() => new(); public partial struct D { int _n; enum E { A } [Parallel] public void M(int[] a) { D? d = this; if (d?._n != 0 || new D { _n = (int)E.A } is not { _n: 0 }) throw new Exception(); LOOP } } } }" },
        { "private setter and event of a partial type", "var c = new C(); c.M(a); if (c.Sum != 4) throw new Exception();", "partial class C { public int Sum; int P { get => 1; set => Sum += value; } event Action? E; [Parallel] public void M(int[] a) { P += 1; E += () => Sum += 2; LOOP E?.Invoke(); } }" },
        { "partial structure", "var s = new S { A = a }; s.M(); if (s.Calls != 1) throw new Exception();", "ref partial struct S { enum E { Three = 3 } public int Calls; public Span<int> A; [Parallel] public void M() { Calls++; var a = A; int f = (int)E.Three; for (int i = 0; i < a.Length; i++) a[i] = a[i] * f + i; } }" },
        { "captured parameter in a partial type", "new C(a).M();", "partial class C(int[] x) { enum E { Three = 3 } [Parallel] public void M() { var a = x; int f = (int)E.Three; for (int i = 0; i < a.Length; i++) a[i] = a[i] * f + i; } }" },
        { "base members that nothing overrides", "new C().M(a);", "class B { protected int Three() => 3; protected int P => 3; protected int F = 3; } class C : B { [Parallel] public void M(int[] a) { int f = base.Three() + base.P - base.F; for (int i = 0; i < a.Length; i++) a[i] = a[i] * f + i; } }" },
        { "expression body beside a lambda with a loop", "C.M(a, b => { for (int i = 0; i < b.Length; i++) b[i] = b[i] * 3; });", "static class C { [Parallel] public static void M(int[] a, Action<int[]> f) { f(a); for (int i = 0; i < a.Length; i++) a[i] = a[i] + i; } }" },
        { "nullability and tuples", "C.M(a, (1, \"x\"), null);", "static class C { [Parallel] public static (int Left, string? Right) M(int[] a, (int One, string? Two) t, string? s) { LOOP return t; } }" },
    };

    public static TheoryData<string, string, string> LeftAlone() => new()
    {
        { "method group", "Action<int[]> f = C.M; f(a);", "static class C { [Parallel] public static void M(int[] a) { LOOP } }" },
        { "delegate", "Action<int[]> f = C.M; f.Invoke(a);", "static class C { [Parallel] public static void M(int[] a) { LOOP } }" },
        { "operator", "_ = new C { A = a } + 1;", "class C { public int[] A = []; public static int operator +(C c, int n) { var a = c.A; LOOP return n; } }" },
        { "conditional", "C.M(a); LOOP", "static class C { [Parallel, System.Diagnostics.Conditional(\"NEVER\")] public static void M(int[] a) { LOOP } }" },
        { "local function", "L(a); [Parallel] static void L(int[] a) { LOOP }", "" },
        { "expression tree", "Expression<Action> e = () => C.M(a); if (!e.ToString().Contains(\"M(\")) throw new Exception(e.ToString()); e.Compile()();", "static class C { [Parallel] public static void M(int[] a) { LOOP } }" },
        { "dynamic", "dynamic d = a; C.M(d);", "static class C { [Parallel] public static void M(int[] a) { LOOP } }" },
        { "override of the called method", "C c = new D(); c.M(a);", "class C { [Parallel] public virtual void M(int[] a) { throw new Exception(); } } class D : C { public override void M(int[] a) { LOOP } }" },
        { "base call", "new D().M(a);", "class C { [Parallel] public virtual void M(int[] a) { LOOP } } class D : C { public override void M(int[] a) { base.M(a); } }" },
        { "a loop that depends on itself", "C.M(a); C.Undo(a);", "static class C { [Parallel] public static void M(int[] a) { for (int i = 1; i < a.Length; i++) a[i] = 3 * a[i - 1] + a[i]; } public static void Undo(int[] a) { for (int i = a.Length - 1; i > 0; i--) a[i] -= 3 * a[i - 1]; LOOP } }" },
    };

    [Theory]
    [MemberData(nameof(Rerouted))]
    public void RunsGeneratedCode(string form, string call, string declarations)
    {
        var (output, ran) = Consumer.Run(Source(call, declarations));
        Assert.True(output == Expected, $"{form}: {output}");
        Assert.Contains(ran, r => r.EndsWith("Vector", StringComparison.Ordinal) || r.EndsWith("Scalar", StringComparison.Ordinal));
    }

    /// <summary>Where nothing pays, the call is one of the user's own method, or of its text where it cannot be called.</summary>
    [Theory]
    [MemberData(nameof(Rerouted))]
    public void LeavesShortArraysToTheMethodAsWritten(string form, string call, string declarations)
    {
        var (output, ran) = Consumer.Run(Source(call, declarations, 3));
        Assert.True(output == ExpectedOfThree, $"{form}: {output}");
        Assert.All(ran, r => Assert.EndsWith("Sequential", r, StringComparison.Ordinal));
    }

    [Fact]
    public void AShortCallIsOneOfTheUsersMethod()
    {
        var (output, _) = Consumer.Run(Source(
            "try { C.M(null!); } catch (NullReferenceException e) { Console.Write(e.StackTrace!.Contains(\"at C.M(\")); }",
            "static class C { [Parallel, System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] public static void M(int[] a) { LOOP } }"));
        Assert.StartsWith("True", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LeftAlone))]
    public void RunsAsWritten(string form, string call, string declarations)
    {
        var (output, ran) = Consumer.Run(Source(call, declarations));
        Assert.True(output == Expected, $"{form}: {output}");
        Assert.Empty(ran);
    }

    [Fact]
    public void SequentialModeReroutesNothing()
    {
        var (output, ran) = Consumer.Run(Source("C.M(a);", "static class C { [Parallel] public static void M(int[] a) { LOOP } }"), "Sequential");
        Assert.Equal(Expected, output);
        Assert.Empty(ran);
    }

    [Fact]
    public void FilesOfTheSameContentAreLeftAlone()
    {
        const string Same = "file static class Twin { public static void Call(int[] a) => C.M(a); }";
        var program = Source("C.M(a);", "static class C { [Parallel] public static void M(int[] a) { LOOP } }");
        var (output, _) = Consumer.Run(program, "Parallel", Same, Same);
        Assert.Equal(Expected, output);
    }

    [Fact]
    public void ANullReceiverThrowsAtTheCall()
    {
        var (output, _) = Consumer.Run(Source("C c = null!; c.M(a);", "class C { [Parallel] public void M(int[] a) { LOOP } }"));
        Assert.Equal("threw NullReferenceException", output);
    }

    [Fact]
    public void CallsIntoAnotherProjectAreRerouted()
    {
        var library = Consumer.Compile([Consumer.Parse(Usings + "namespace Lib; public static class C { [Parallel] public static void M(int[] a) { LOOP } }".Replace("LOOP", Loop))]);
        var image = Consumer.Emit(library);
        var program = Consumer.Compile([Consumer.Parse("using Lib;" + Source("C.M(a);", ""))], Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image));
        var (output, ran) = Consumer.Execute(Consumer.Emit(program), image);
        Assert.Equal(Expected, output);
        Assert.NotEmpty(ran);
    }

    private static string Source(string call, string declarations, int length = 500) =>
        $"{Usings}var a = Enumerable.Range(0, {length}).ToArray();\n{call}\n{Show}\n{declarations}".Replace("LOOP", Loop);
}
