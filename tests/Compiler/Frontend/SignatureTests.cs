using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>Signatures flattened into static ones, kernel names and options.</summary>
public class SignatureTests
{
    [Theory]
    [InlineData("public static void M(int a, string? b, params int[] c) { }", "void (int a, string? b, params int[] c)")]
    [InlineData("public static void M(ref int a, in long b, out byte c, ref readonly double d) { c = 0; }", "void (ref int a, in long b, out byte c, ref readonly double d)")]
    [InlineData("public static void M(scoped Span<int> a, scoped ref int b, params ReadOnlySpan<int> c) { }", "void (scoped global::System.Span<int> a, scoped ref int b, params global::System.ReadOnlySpan<int> c)")]
    [InlineData("public static (int A, string? B) M((int X, List<string?> Y) t, dynamic d) => (0, null);", "(int A, string? B) ((int X, global::System.Collections.Generic.List<string?> Y) t, dynamic d)")]
    [InlineData("public static ref int M(int[] a) => ref a[0];", "ref int (int[] a)")]
    [InlineData("public static ref readonly int M(int[] a) => ref a[0];", "ref readonly int (int[] a)")]
    [InlineData("public static unsafe void M(int* p, delegate*<int, void> f) { }", "unsafe void (int* p, delegate*<int, void> f)")]
    [InlineData("public static async System.Threading.Tasks.Task<int> M(int @class) => @class;", "async global::System.Threading.Tasks.Task<int> (int @class)")]
    [InlineData("public void M(int a) { }", "void (global::C __this, int a)")]
    [InlineData("public static void M<T, U>(T a, U? b) where T : unmanaged, IComparable<T> where U : class?, new() { }", "void <T, U>(T a, U? b) where T : unmanaged, global::System.IComparable<T> where U : class?, new()")]
    [InlineData("public static void M<T>(T a) where T : notnull, allows ref struct { }", "void <T>(T a) where T : notnull, allows ref struct")]
    [InlineData("public static void M<T>(T a) where T : System.Numerics.INumber<T> { }", "void <T>(T a) where T : global::System.Numerics.INumber<T>")]
    public void Of_a_method(string declaration, string expected) =>
        Assert.Equal(expected, Display(Snippet.Lower($$"""public class C { [Parallel] {{declaration}} }""")));

    [Theory]
    [InlineData("public struct C { int _f; [Parallel] public void M() => _f++; }", "void (ref global::C __this)")]
    [InlineData("public struct C { int _f; [Parallel] public readonly int M() => _f; }", "int (in global::C __this)")]
    [InlineData("public readonly struct C { [Parallel] public int M() => 1; }", "int (in global::C __this)")]
    [InlineData("public class A<T> where T : struct { public class B<U> { [Parallel] public T M<V>(U u, V v) => default; } }", "T <T, U, V>(global::A<T>.B<U> __this, U u, V v) where T : struct")]
    [InlineData("public class A<T> { [Parallel] public T M<U>(T t) { U u = default!; return t; } }", "T <T, U>(global::A<T> __this, T t)")]
    public void Of_a_method_in_its_type(string source, string expected) => Assert.Equal(expected, Display(Snippet.Lower(source)));

    [Fact]
    public void Hidden_type_parameters_get_another_name() => Assert.Equal(
        "void <T1, T>(global::A<T1> __this, T b) where T1 : class",
        Display(Snippet.Lower("""
            #pragma warning disable CS0693
            public class A<T> where T : class { [Parallel] public void M<T>(T b) { } }
            """)));

    [Fact]
    public void Options_are_those_of_the_attribute()
    {
        var options = Snippet.Lower("static class C { [Parallel(FloatMode = FloatMode.Fast, Schedule = Schedule.Guided, ChunkSize = 4, MaxWorkers = 2, Vectorize = false, Required = true)] public static void M() { } }").Options;
        Assert.Equal(new IR.ParallelOptions(IR.FloatMode.Fast, "Guided", 4, 2, false, true), options);
        var defaults = Snippet.Lower("static class C { [Parallel] public static void M() { } }").Options;
        Assert.Equal(new IR.ParallelOptions(IR.FloatMode.Reproducible, "Auto", 0, 0, true, false), defaults);
    }

    [Fact]
    public void Options_of_a_range_are_constants()
    {
        var marks = Snippet.Lower("""
            static class C
            {
                [Parallel]
                public static void M(int n)
                {
                    foreach (var i in Prange(n)) { }
                    foreach (var i in Prange(0, n, schedule: Schedule.Dynamic, chunkSize: 2 * 4, maxWorkers: 3)) { }
                }
            }
            """).Body.SelfAndDescendants().OfType<Loop>().Select(l => l.Mark!).ToList();
        Assert.Equal([new RangeMark(null, null, null, false), new RangeMark("((global::AutoParallel.Schedule)(2))", "8", "3", false)], marks);
    }

    [Fact]
    public void Kernel_names_are_short_stable_and_unique()
    {
        const string Source = """
            namespace Very.Long.Namespace.Name.That.Goes.On.And.On.For.More.Than.One.Hundred.Characters.In.All.Its.Parts.Together
            {
                public static class C { [Parallel] public static void M(int a) { } public static void M(long a) { } public static void M<T>(int a) { } }
            }
            """;
        var compilation = Snippet.Compile(Source);
        var type = compilation.GetTypeByMetadataName("Very.Long.Namespace.Name.That.Goes.On.And.On.For.More.Than.One.Hundred.Characters.In.All.Its.Parts.Together.C")!;
        var names = type.GetMembers("M").OfType<Microsoft.CodeAnalysis.IMethodSymbol>().Select(KernelNames.Of).ToList();
        Assert.Equal(3, names.Distinct().Count());
        Assert.All(names, n => Assert.InRange(n.Length, 10, 100));
        Assert.All(names, n => Assert.Matches("^[A-Za-z_][A-Za-z0-9_]*$", n));
        Assert.Equal("C_M_44d6b63482eb", KernelNames.Of(Snippet.Marked(Snippet.Compile("static class C { [Parallel] public static void M() { } }"))));
    }

    [Theory]
    [InlineData("public class C { [Parallel] public void M() { } }", true)]
    [InlineData("public class C { [Parallel] protected void M() { } }", true)]
    [InlineData("public class C { [Parallel] internal void M() { } }", false)]
    [InlineData("class C { [Parallel] public void M() { } }", false)]
    [InlineData("public class D { internal class C { [Parallel] public void M() { } } }", false)]
    public void Visibility(string source, bool expected) => Assert.Equal(expected, Snippet.Lower(source).IsVisibleOutside);

    private static string Display(Method method)
    {
        var signature = method.Signature;
        var parameters = signature.Receiver is { } receiver ? signature.Parameters.Prepend(receiver) : signature.Parameters;
        var list = string.Join(", ", parameters.Select(p => $"{p.Modifiers} {p.Type} {p.Name}".Trim()));
        var typeParameters = signature.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", signature.TypeParameters)}>";
        return $"{signature.Modifiers} {signature.ReturnType} {typeParameters}({list}) {string.Join(" ", signature.Constraints)}".Trim();
    }
}
