namespace AutoParallel.Generator.Tests;

/// <summary>A call that is dispatched by its receiver runs the kernel of what the receiver runs, and nothing else.</summary>
public sealed class DispatchTests
{
    private const string Loop = "for (int i = 0; i < a.Length; i++) a[i] = a[i] * 3 + i;";
    private const string Fail = "throw new Exception(\"not this one\");";
    private const string Usings = "using System; using System.Linq; using System.Collections.Generic; using System.Threading.Tasks; using AutoParallel;\n";
    private const string Make = "var a = Enumerable.Range(0, 500).ToArray();";
    private const string Show = "Console.WriteLine(a.Sum());";

    /// <summary>The sum over 500 elements of <c>3 i + i</c>.</summary>
    private const string Expected = "499000";

    public static TheoryData<string, string, string> Rerouted() => new()
    {
        { "interface", "I c = new C(); c.M(a);", "interface I { void M(int[] a); } class C : I { [Parallel] public void M(int[] a) { LOOP } }" },
        { "interface with a body", "I c = new C(); c.M(a);", "interface I { void M(int[] a) { FAIL } } class C : I { [Parallel] public void M(int[] a) { LOOP } }" },
        { "inherited interface", "I c = new C(); c.M(a);", "interface I { void M(int[] a); } interface J : I; class C : J { [Parallel] public void M(int[] a) { LOOP } }" },
        { "explicit implementation", "I c = new C(); c.M(a);", "interface I { void M(int[] a); } class C : I { [Parallel] void I.M(int[] a) { LOOP } public void M(int[] a) { FAIL } }" },
        { "two interfaces", "((J)new C()).M(a);", "interface I { void M(int[] a); } interface J { void M(int[] a); } class C : I, J { void I.M(int[] a) { FAIL } [Parallel] void J.M(int[] a) { LOOP } }" },
        { "conditional access", "I? c = new C(); c?.M(a); c = null; c?.M(a);", "interface I { void M(int[] a); } class C : I { [Parallel] public void M(int[] a) { LOOP } }" },
        { "boxed struct", "I s = new S(); s.M(a); if (((S)s).Calls != 1) throw new Exception();", "interface I { void M(int[] a); } struct S : I { public int Calls; [Parallel] public void M(int[] a) { Calls++; LOOP } }" },
        { "boxed readonly struct", "I s = new S(); s.M(a);", "interface I { void M(int[] a); } readonly struct S : I { [Parallel] public void M(int[] a) { LOOP } }" },
        { "abstract", "B c = new C(); c.M(a);", "abstract class B { public abstract void M(int[] a); } class C : B { [Parallel] public override void M(int[] a) { LOOP } }" },
        { "override", "B c = new C(); c.M(a);", "class B { public virtual void M(int[] a) { FAIL } } class C : B { [Parallel] public override void M(int[] a) { LOOP } }" },
        { "override called by its own type", "new C().M(a);", "class B { public virtual void M(int[] a) { FAIL } } class C : B { [Parallel] public override void M(int[] a) { LOOP } }" },
        { "override of an override", "B d = new D(); d.M(a);", "class B { [Parallel] public virtual void M(int[] a) { FAIL_IF LOOP } } class C : B { [Parallel] public override void M(int[] a) { FAIL_IF LOOP } } class D : C { [Parallel] public override void M(int[] a) { LOOP } }" },
        { "override behind an interface", "I d = new D(); d.M(a);", "interface I { void M(int[] a); } class C : I { public virtual void M(int[] a) { FAIL } } class D : C { [Parallel] public override void M(int[] a) { LOOP } }" },
        { "implemented anew", "I d = new D(); d.M(a);", "interface I { void M(int[] a); } class C : I { public void M(int[] a) { FAIL } } class D : C, I { [Parallel] public new void M(int[] a) { LOOP } }" },
        { "sealed override", "B c = new C(); c.M(a);", "class B { public virtual void M(int[] a) { FAIL } } class C : B { [Parallel] public sealed override void M(int[] a) { LOOP } }" },
        { "covariant return", "B c = new C(); if (c.M(a) is not C) throw new Exception();", "class B { public virtual B M(int[] a) { FAIL } } class C : B { [Parallel] public override C M(int[] a) { LOOP return this; } }" },
        { "override of object's", "object c = new C { A = a }; if (c.GetHashCode() != 1) throw new Exception();", "class C { public int[] A = []; [Parallel] public override int GetHashCode() { var a = A; LOOP return 1; } }" },
        { "several implementations", "foreach (I c in new I[] { new C(), new D() }) c.M(a, 3); for (int i = 0; i < a.Length; i++) a[i] /= 2;", "interface I { void M(int[] a, int f); } class C : I { [Parallel] public void M(int[] a, int f) { for (int i = 0; i < a.Length; i++) a[i] = a[i] * f + i; } } class D : I { [Parallel] public void M(int[] a, int f) { for (int i = 0; i < a.Length; i++) a[i] = a[i] * 2; } }" },
        { "interface of a closed type", "I<int[]> c = new C(); c.M(a);", "interface I<T> { void M(T a); } class C : I<int[]> { [Parallel] public void M(int[] a) { LOOP } }" },
        { "interface of two closed types", "((I<int[]>)new C()).M(a);", "interface I<T> { void M(T a); } class C : I<int[]>, I<string> { public void M(string s) { FAIL } [Parallel] public void M(int[] a) { LOOP } }" },
        { "generic class behind an interface", "I<int> c = new C<int>(); c.M(a);", "interface I<T> { void M(int[] a); } class C<T> : I<T> { [Parallel] public void M(int[] a) { LOOP } }" },
        { "generic class of a part", "I<int[]> c = new C<int>(); c.M(a);", "interface I<T> { void M(int[] a); } class C<T> : I<T[]> { [Parallel] public void M(int[] a) { LOOP } }" },
        { "open interface", "G(new C<string>(), a); static void G<T>(I<T> c, int[] a) => c.M(a);", "interface I<T> { void M(int[] a); } class C<T> : I<T> { [Parallel] public void M(int[] a) { LOOP } }" },
        { "generic method", "I c = new C(); c.M<string>(a);", "interface I { void M<U>(int[] a); } class C : I { [Parallel] public void M<U>(int[] a) { LOOP } }" },
        { "generic method and type", "I<byte> c = new C<byte>(); c.M<string>(a);", "interface I<T> { void M<U>(int[] a) where U : class; } class C<T> : I<T> { [Parallel] public void M<U>(int[] a) where U : class { LOOP } }" },
        { "generic base", "B<int[]> c = new C(); c.M(a);", "abstract class B<T> { public abstract void M(T a); } class C : B<int[]> { [Parallel] public override void M(int[] a) { LOOP } }" },
        { "nested in a generic type", "O<string>.I c = new O<string>.C(); c.M(a);", "class O<T> { public interface I { void M(int[] a); } public class C : I { [Parallel] public void M(int[] a) { LOOP } } }" },
        { "ref return", "I c = new C(); ref int r = ref c.M(a); r += 0;", "interface I { ref int M(int[] a); } class C : I { [Parallel] public ref int M(int[] a) { LOOP return ref a[0]; } }" },
        { "ref, in, out and defaults", "I c = new C(); int n = 3; c.M(a, ref n, n, out var k); if (k != 500) throw new Exception();", "interface I { void M(int[] a, ref int r, in int n, out int k, int more = 0); } class C : I { [Parallel] public void M(int[] b, ref int r, in int n, out int k, int more = 5) { k = b.Length; int m = n + more; for (int i = 0; i < b.Length; i++) b[i] = b[i] * m + i; } }" },
        { "params span", "I c = new C(); c.M(1, a);", "interface I { void M(int x, params ReadOnlySpan<int[]> all); } class C : I { [Parallel] public void M(int x, params ReadOnlySpan<int[]> all) { var a = all[0]; LOOP } }" },
        { "awaited", "I c = new C(); if (await c.M(a) != 1) throw new Exception();", "interface I { Task<int> M(int[] a); } class C : I { [Parallel] public async Task<int> M(int[] a) { await Task.Yield(); LOOP return 1; } }" },
        { "own GetType", "I c = new C(); c.M(a);", "interface I { int GetType(); void M(int[] a); } class C : I { public new int GetType() => 0; [Parallel] public virtual void M(int[] a) { LOOP } }" },
        { "own GetType of a direct call", "new C().M(a);", "class C { public new static int GetType() => 0; [Parallel] public void M(int[] a) { LOOP } }" },
        { "type parameter that is a class", "G(new C(), a); static void G<T>(T c, int[] a) where T : class, I => c.M(a);", "interface I { void M(int[] a); } class C : I { [Parallel] public void M(int[] a) { LOOP } }" },
        { "type parameter of a class", "G(new D(), a); static void G<T>(T c, int[] a) where T : C => c.M(a);", "class C { [Parallel] public void M(int[] a) { LOOP } } class D : C;" },
        { "implicit this", "new C().Call(a);", "abstract class B { public void Call(int[] a) => M(a); public abstract void M(int[] a); } class C : B { [Parallel] public override void M(int[] a) { LOOP } }" },
    };

    public static TheoryData<string, string, string> LeftAlone() => new()
    {
        { "override without the attribute", "I d = new D(); d.M(a);", "interface I { void M(int[] a); } class C : I { [Parallel] public virtual void M(int[] a) { FAIL_IF LOOP } } class D : C { public override void M(int[] a) { LOOP } }" },
        { "implemented anew without the attribute", "I d = new D(); d.M(a);", "interface I { void M(int[] a); } class C : I { [Parallel] public void M(int[] a) { FAIL_IF LOOP } } class D : C, I { void I.M(int[] a) { LOOP } }" },
        { "another instantiation", "I<string> c = new C<string>(); c.M(a);", "interface I<T> { void M(int[] a); } class C<T> : I<T> { public void M(int[] a) { LOOP } } class D : I<string> { [Parallel] public void M(int[] a) { FAIL_IF LOOP } }" },
        { "variance", "I<object> c = new C(); c.M(a);", "interface I<out T> { void M(int[] a); } class D : I<object> { [Parallel] public void M(int[] a) { FAIL_IF LOOP } } class C : I<string> { public void M(int[] a) { LOOP } }" },
        { "type parameter", "var s = new S(); G(ref s, a); if (s.Calls != 1) throw new Exception(); static void G<T>(ref T c, int[] a) where T : I => c.M(a);", "interface I { void M(int[] a); } struct S : I { public int Calls; [Parallel] public void M(int[] a) { Calls++; LOOP } }" },
        { "conditional access of a type parameter", "G(new S(), a); static void G<T>(T c, int[] a) where T : I { for (int i = 0; i < 2; i++) c?.M(a); }", "interface I { void M(int[] a); } struct S : I { int _calls; [Parallel] public void M(int[] a) { if (_calls++ == 0) { LOOP } else if (_calls > 2) FAIL } }" },
        { "static virtual", "G<C>(a); static void G<T>(int[] a) where T : I => T.M(a);", "interface I { static abstract void M(int[] a); } class C : I { [Parallel] public static void M(int[] a) { LOOP } }" },
        { "base call of an override", "B d = new D(); d.M(a);", "class B { public virtual void M(int[] a) { FAIL } } class C : B { [Parallel] public override void M(int[] a) { LOOP } } class D : C { public override void M(int[] a) { base.M(a); } }" },
        { "dynamic receiver", "dynamic c = new C(); c.M(a);", "class C { [Parallel] public void M(int[] a) { LOOP } }" },
        { "private nested class", "O.Make().M(a);", "interface I { void M(int[] a); } class O { public static I Make() => new C(); class C : I { [Parallel] public void M(int[] a) { LOOP } } }" },
        { "protected virtual", "new C().Call(a);", "class C { public void Call(int[] a) => M(a); [Parallel] protected virtual void M(int[] a) { LOOP } }" },
    };

    [Theory]
    [MemberData(nameof(Rerouted))]
    public void RunsGeneratedCode(string form, string call, string declarations)
    {
        var (output, ran) = Consumer.Run(Source(call, declarations));
        Assert.True(output == Expected, $"{form}: {output}");
        Assert.Contains(ran, r => r.EndsWith("Vector", StringComparison.Ordinal) || r.EndsWith("Scalar", StringComparison.Ordinal));
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
    public void ANullReceiverThrowsAtTheCall()
    {
        const string Declarations = "interface I { void M(int[] a); } class C : I { [Parallel] public void M(int[] a) { LOOP } }";
        var (output, ran) = Consumer.Run(Source("I c = null!; c.M(a);", Declarations));
        Assert.Equal("threw NullReferenceException", output);
        Assert.Empty(ran);
    }

    private static string Source(string call, string declarations) =>
        $"{Usings}{Make}\n{call}\n{Show}\n{declarations}".Replace("LOOP", Loop).Replace("FAIL_IF", $"if (a.Length == 500) {Fail}").Replace("FAIL", Fail);
}
