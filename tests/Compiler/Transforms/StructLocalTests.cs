using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>Locals of structs become variables for their fields, where nothing needs them as a whole.</summary>
public sealed class StructLocalTests
{
    [Theory]
    [InlineData("var p = a[i]; x[i] = p.X * p.Y;")]
    [InlineData("P p = a[i]; p.X += 1; a[i] = p;")]
    [InlineData("var p = new P { X = x[i] }; p.Y = p.X * 2; a[i] = p;")]
    [InlineData("P p; if (x[i] > 0) p = a[i]; else p = default; x[i] = p.X;")]
    [InlineData("a[i] = new P(x[i], 2);")]
    [InlineData("a[i] = new(a[i].Y, a[i].X);")]
    [InlineData("var p = a[i]; var q = p; q.X = 2; a[i] = x[i] > 0 ? p : q;")]
    [InlineData("var b = c[i]; b.Inner.X *= 2; var p = b.Inner; x[i] = p.X + p.Y + b.Size; c[i] = b;")]
    [InlineData("var p = s; p.X = x[i]; a[i] = p;")]
    [InlineData("var t = r0[i] with { V = 3 }; x[i] = t.V;")]
    [InlineData("a[i] = a[i] + a[i] * 2;")]
    [InlineData("a[i] += a[i] * x[i];")]
    [InlineData("a[i] = P.Middle(a[i], -a[i]);")]
    [InlineData("a[i] = (a[i] + s).Turned;")]
    [InlineData("a[i] = x[i] > 0 ? a[i] : s;")]
    [InlineData("P p = default; for (int j = 0; j < 3; j++) p += a[i] * j; a[i] = p;")]
    [InlineData("P p = default; while (p.X < 9) { p += s; if (p.Y > x[i]) break; } a[i] = p;")]
    [InlineData("r0[i] = r0[i] + r0[i];")]
    [InlineData("var r = r0[i]; x[i] = r.U; var t = r with { V = 3 }; x[i] += t.V;")]
    public void LocalsAreSplit(string body) => Assert.Contains("#0 cores lanes", Summary(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("var p = a[i]; x[i] = F(p);")]
    [InlineData("var p = a[i]; Func<float> f = () => p.X; x[i] = f();")]
    [InlineData("var p = a[i]; x[i] = p.Sum;")]
    [InlineData("a[i] = a[i] ^ a[i];")]
    [InlineData("a[i] = a[i] % x[i];")]
    [InlineData("a[i] = ~a[i];")]
    [InlineData("var p = a[i]; object o = p; x[i] = p.X;")]
    [InlineData("var n = d[i]; x[i] = n.Value;")]
    [InlineData("var p = new Odd(x[i]); x[i] = p.X;")]
    public void LocalsAreWhole(string body) => Assert.DoesNotContain("lanes", Summary(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("var p = a[i]; p.F += p.A; a[i] = p;", "a[i].F")]
    [InlineData("var p = a[i]; a[i].B = 7; p.F += p.A; a[i] = p;", "a[i].B a[i].B a[i].F")]
    [InlineData("var p = a[i]; p.F += p.A; a[i] = p; a[0].C = 1;", "a[i].C a[i].F a[0].C")]
    [InlineData("var p = a[i]; p.F += p.A; a[i + 1] = p;", "a[(i + 1)].A a[(i + 1)].B a[(i + 1)].C a[(i + 1)].D a[(i + 1)].E a[(i + 1)].F")]
    public void StoresThatAreLeft(string body, string left) =>
        Assert.Equal(left, string.Join(" ", Stores(Types + $"[Parallel] static void M(Large[] a) {{ for (int i = 0; i < a.Length - 1; i++) {{ {body} }} }}")));

    private const string Types = """
        public struct P { public float X; public float Y; public P(float x, float y) { X = x; Y = y; } public float Sum => X + Y; public P Turned => new(-Y, X);
            public static P operator +(P a, P b) => new(a.X + b.X, a.Y + b.Y); public static P operator *(P a, float k) => new(a.X * k, a.Y * k);
            public static P operator -(P a) { float x = -a.X; var p = new P(x, -a.Y); return p; } public static P Middle(P a, P b) => (a + b) * 0.5f;
            public static P operator ^(P a, P b) { if (a.X > b.X) return a; return b; } public static P operator %(P a, float k) { Console.WriteLine(k); return a; }
            public static P operator ~(P a) => ~a;
        }
        public struct B { public P Inner; public float Size; }
        public struct Large { public float A; public float B; public float C; public float D; public float E; public float F; }
        public struct Named { public string Name; public float Value; }
        public struct Odd { public float X; public Odd(float x) { X = x + 1; } }
        public readonly record struct R(float U, float V) { public static R operator +(R a, R b) => new(a.U + b.U, b.V + a.V); }
        static float F(P p) { Console.WriteLine(p.X); return p.X; }
        """;

    [Theory]
    [InlineData("P sum = default;", "sum += a[i];")]
    [InlineData("P sum = new(1, 2);", "sum = sum + a[i] * x[i];")]
    [InlineData("var sum = s;", "if (x[i] > 0) sum += a[i];")]
    [InlineData("", "s += a[i];")]
    [InlineData("R sum = default;", "sum += r0[i];")]
    [InlineData("P sum = default;", "for (int j = 0; j < 3; j++) sum += a[i] * j;")]
    [InlineData("P sum = default; P other = default;", "sum += a[i]; other.X += a[i].Y;")]
    public void SumsOfStructs(string before, string body) => Assert.Contains("runs across the cores", InLoop(before, body), StringComparison.Ordinal);

    [Theory]
    [InlineData("P sum = default;", "sum = sum.Turned + a[i];")]
    [InlineData("P sum = default;", "sum += a[i]; x[i] = sum.X;")]
    [InlineData("P sum = default;", "sum += a[i]; F(sum);")]
    [InlineData("P sum = default; Func<float> f = () => sum.X;", "sum += a[i];")]
    public void NoSumsOfStructs(string before, string body) => Assert.DoesNotContain("runs across the cores", InLoop(before, body), StringComparison.Ordinal);

    private static string InLoop(string before, string body) => string.Join("\n", Compiled.Members(
        Types + $"[Parallel] static void M(P[] a, R[] r0, P s, float[] x) {{ {before} for (int i = 0; i < x.Length; i++) {{ {body} }} }}").Verdicts.Select(v => v.Message));

    private static IEnumerable<string> Stores(string members) => Compiler.Transforms.UnchangedFields.Remove(Compiled.Members(members).Method).Body
        .SelfAndDescendants().OfType<Store>().Select(s => s.Access.ToString());

    private static string Summary(string body) => Compiled.Summary(Compiled.Members(
        Types + $"[Parallel] static void M(P[] a, B[] c, Named[] d, R[] r0, P s, float[] x, float[] y) {{ for (int i = 0; i < x.Length; i++) {{ {body} }} }}"));
}
