namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>The emitted text of a method does what the method does: each case is compiled and run both ways.</summary>
public class RunTests
{
    [Fact]
    public void Private_fields_methods_and_constants() => Check("""
        namespace App.Core
        {
            public class Account
            {
                private const int Fee = 3;
                private const string Unit = "EUR";
                private readonly int[] _values = [1, 2, 3];
                private static int s_calls;
                private int _total;
                private int Square(int x) => x * x;
                private static int Twice(int x) { s_calls++; return 2 * x; }
                private T Same<T>(T value, int times = 2) where T : struct => value;
                [Parallel]
                public string Sum(int n)
                {
                    for (int i = 0; i < _values.Length; i++)
                        _total += Square(_values[i]) + Twice(n) + Fee + this.Same(i) + Same<int>(value: i);
                    _values[0] = 9;
                    this._total++;
                    return $"{_total}{Unit}{s_calls:D3}{_values[0]}";
                }
            }
        }
        public static class PROGRAM
        {
            public static object Run() { var a = new App.Core.Account(); return CALL(4) + CALL(5); }
        }
        """, "a.Sum", "a");

    [Fact]
    public void Private_members_of_a_static_class() => Check("""
        static class Kernels
        {
            private static int s_count = 5;
            private static readonly double[] s_table = { 1.5, 2.5 };
            private static double Lerp(double a, double b, double t) => a + (b - a) * t;
            [Parallel]
            public static double Sum(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++) sum += Lerp(x[i], s_table[i & 1], 0.25) + s_count++;
                return sum + Kernels.Lerp(1, 2, 3) + Kernels.s_count;
            }
        }
        public static class PROGRAM { public static object Run() => CALL(new[] { 1.0, 2, 3 }); }
        """, "Kernels.Sum");

    [Fact]
    public void Private_members_of_a_generic_type() => Check("""
        public class Grid<T> where T : struct, System.Numerics.INumber<T>
        {
            private readonly T[] _cells;
            private static int s_made;
            private T Twice(T x) => x + x;
            private static T Zero<U>(U ignored) => T.Zero;
            public Grid(int n) { _cells = new T[n]; s_made++; }
            [Parallel]
            public T Fill(T step)
            {
                T sum = Zero("x");
                for (int i = 0; i < _cells.Length; i++)
                {
                    _cells[i] = Twice(step) * T.CreateChecked(i);
                    sum += _cells[i] + T.One;
                }
                return sum + T.CreateChecked(s_made);
            }
        }
        public static class PROGRAM { public static object Run() { var g = new Grid<double>(5); return CALL(1.5); } }
        """, "g.Fill", "g");

    [Fact]
    public void Private_members_of_a_static_generic_class() => Check("""
        static class Holder<T>
        {
            private static int s_count = 2;
            private static string Name(T x) => x!.ToString() + s_count;
            [Parallel]
            public static string Join(T[] xs)
            {
                var text = "";
                foreach (var x in xs) text += Name(x);
                s_count++;
                return text + s_count;
            }
        }
        public static class PROGRAM { public static object Run() => CALL(new[] { 1, 2 }); }
        """, "Holder<int>.Join", kernelTypeArguments: "<int>");

    [Fact]
    public void Struct_receivers_are_passed_by_reference() => Check("""
        public struct Counter
        {
            private int _n;
            public int M { get; private set; }
            private void Bump(int by) => _n += by;
            [Parallel]
            public int Add(int[] x)
            {
                for (int i = 0; i < x.Length; i++) { Bump(x[i]); _n++; M += 2; M++; }
                return _n + M;
            }
        }
        public static class PROGRAM { public static object Run() { var c = new Counter(); return CALL(new[] { 1, 2, 3 }) * 1000 + CALL(new[] { 4 }); } }
        """, "c.Add", "ref c");

    [Fact]
    public void Readonly_struct_receivers() => Check("""
        public readonly struct Line
        {
            private readonly double _a;
            public Line(double a) => _a = a;
            private double At(double x) => _a * x;
            [Parallel]
            public double Sum(double[] x)
            {
                double s = 0;
                foreach (var v in x) s += At(v) + _a;
                return s;
            }
        }
        public static class PROGRAM { public static object Run() { var c = new Line(3); return CALL(new[] { 1.0, 2, 3 }); } }
        """, "c.Sum", "in c");

    [Fact]
    public void Ref_struct_receivers() => Check("""
        public ref struct View
        {
            private Span<int> _span;
            public View(Span<int> span) => _span = span;
            [Parallel]
            public int Sum()
            {
                int s = 0;
                for (int i = 0; i < _span.Length; i++) { _span[i]++; s += _span[i]; }
                return s;
            }
        }
        public static class PROGRAM { public static object Run() { var c = new View(new[] { 1, 2, 3 }); return CALL(); } }
        """, "c.Sum", "ref c");

    [Fact]
    public void Protected_virtual_members_keep_their_dispatch() => Check("""
        public abstract class Shape
        {
            protected abstract double Side(int i);
            protected virtual double Scale => 1;
            protected internal int Id = 4;
            protected int Tag { get; set; } = 2;
        }
        public class Box : Shape
        {
            protected override double Side(int i) => i + 1;
            [Parallel]
            public double Area(int n)
            {
                double s = 0;
                for (int i = 0; i < n; i++) s += Side(i) * Scale + Id + Tag;
                Tag = 7;
                return s + Tag;
            }
        }
        public class Big : Box { protected override double Side(int i) => 100; protected override double Scale => 2; }
        public static class PROGRAM { public static object Run() { Box b = new Big(); return CALL(3); } }
        """, "b.Area", "b");

    [Fact]
    public void Private_constructors_properties_and_indexers() => Check("""
        public class Table
        {
            private int[] _a = new int[4];
            private Table(int seed, string name = "t") { _a[0] = seed; Name = name; }
            public static Table Make() => new(1);
            public string Name { get; private set; }
            private int this[int i] => _a[i];
            private int Slow { get { return _a[1]; } set { _a[1] = value + 1; } }
            public int Fast { get => _a[2]; private set => _a[2] = value * 2; }
            [Parallel]
            public string Work()
            {
                var other = new Table(5);
                Table third = new(6, name: "x");
                for (int i = 0; i < 3; i++) { Slow = i; this.Fast = Slow; other.Slow = i; }
                Name += "!";
                return other.Name + third.Name + this[0] + other[0] + Slow + Fast + Name + other.Fast + other.Slow;
            }
        }
        public static class PROGRAM { public static object Run() { var t = Table.Make(); return CALL(); } }
        """, "t.Work", "t");

    [Fact]
    public void Primary_constructor_parameters() => Check("""
        public class Scaler(double factor, int[] data)
        {
            private readonly double _start = 2;
            [Parallel]
            public double Sum()
            {
                double s = _start;
                for (int i = 0; i < data.Length; i++) s += factor * data[i];
                return s;
            }
        }
        public static class PROGRAM { public static object Run() { var t = new Scaler(3, [1, 2]); return CALL(); } }
        """, "t.Sum", "t");

    [Fact]
    public void Private_method_groups() => Check("""
        static class Groups
        {
            private static int Twice(int x) => 2 * x;
            private static bool IsOdd(int x) => x % 2 == 1;
            [Parallel]
            public static int Work(int[] x)
            {
                Func<int, int> f = Twice;
                return Array.ConvertAll(x, Twice).Sum() + x.Where(IsOdd).Count() + f(4) + x.Select(Groups.Twice).Max();
            }
        }
        public static class PROGRAM { public static object Run() => CALL(new[] { 1, 2, 3 }); }
        """, "Groups.Work");

    [Fact]
    public void Extension_methods_queries_and_nameof() => Check("""
        using App.Extensions;
        using Alias = System.Text.StringBuilder;
        using static System.Math;
        namespace App.Extensions
        {
            public static class Ext
            {
                public static int Plus(this int x, int y) => x + y;
                public static void Grow(this ref int x) => x++;
                public static T[] Twice<T>(this T[] x) => [.. x, .. x];
                public static string Or(this string? s, string other) => s ?? other;
            }
        }
        namespace App
        {
            public static class Work
            {
                private static int Triple(this int x) => 3 * x;
                [Parallel]
                public static string Do(int[] x, string? name)
                {
                    var text = new Alias();
                    int total = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        total = total.Plus(x[i])
                            .Plus(1) // a comment
                            .Triple();
                        total.Grow();
                    }
                    var odd = from v in x where v % 2 == 1 orderby v descending select v.Plus(Max(1, 2));
                    text.Append(nameof(x)).Append(nameof(App.Extensions.Ext.Plus)).Append(string.Join(",", odd));
                    text.Append(x.Twice().Twice<int>().Length).Append(name?.Or("a").Length).Append(name.Or("none"));
                    var point = (total, x.Length);
                    var anonymous = new { x.Length, total, Abs(-3.0).ToString().Length.GetType().Name };
                    return text.ToString() + point.total + point.Length + anonymous + Sqrt(2);
                }
            }
        }
        public static class PROGRAM { public static object Run() => CALL(new[] { 1, 2, 3 }, "nm") + CALL(new[] { 4 }, null); }
        """, "App.Work.Do");

    [Fact]
    public void Language_features() => Check(""""
        public enum Mode { Fast = 1, Slow = 2 }
        public record Point(int X, int Y) { public int Z { get; init; } }
        public static class Features
        {
            const int Limit = 5;
            [Parallel]
            public static unsafe string Do(int[] x, object o, Mode mode, params string[] names)
            {
                const int Local = 7;
                var log = new List<string>();
                foreach (ref var v in x.AsSpan()) v += Local;
                for (int i = 0, n = x.Length, k = n * 2; i < n && i < Limit; i++, k--)
                {
                    if (i == 3) continue;
                    log.Add($"{i,3}:{(k > 2 ? "a" : "b")}:{x[i]:X2}{{}}");
                }
                var (a, b) = (x[0], x[^1]);
                (a, b) = (b, a);
                (x[0], x[1]) = (x[1], x[0]);
                log.Add(o switch { int n when n > 2 => "int", string { Length: > 2 and var len } s => s + len, Point(var px, _) { Z: 3 } => "p" + px, null => "null", _ => "?" });
                if (o is Point { X: var q } and not { Y: 4 }) log.Add("q" + q);
                switch (mode) { case Mode.Fast: log.Add("fast"); goto case Mode.Slow; case Mode.Slow: log.Add("slow"); break; default: break; }
                int Local2(int z) { int w = z; for (int i = 0; i < 3; i++) w += i; return w; }
                static int Twice(int z) => 2 * z;
                Func<int, int> f = z => { var t = 0; foreach (var e in x) t += e * z; return t; };
                log.Add((Local2(3) + Twice(4) + f(2)).ToString());
                List<int> list = [1, 2, .. x];
                int[] grid = [.. list, Limit];
                Point p = new(1, 2) { Z = 3 };
                var p2 = p with { X = 9 };
                log.Add(p2 + $"{p2.Z}" + list.Count + grid.Length + default(Mode) + typeof(Dictionary<,>).Name + sizeof(int));
                log.Add("""
                    raw
                      text
                    """ + @"ver
        batim");
                try { checked { int big = int.MaxValue; big += x.Length; } } catch (OverflowException ex) when (ex.Message.Length > 0) { log.Add("overflow"); } finally { log.Add("finally"); }
                log.Add(unchecked(int.MaxValue + x.Length).ToString());
                int j = 0;
                while (j < names.Length) { log.Add(names[j]); j++; }
                do { j--; } while (j > 0);
                outer:
                for (int i = 0; i < 2; i++) { for (int m = 0; m < 2; m++) { if (m == 1) break; log.Add("m" + m); } if (j++ < 2) goto outer; }
                fixed (int* ptr = x) { log.Add(ptr[0].ToString()); }
                Span<int> stack = stackalloc int[] { 3, 4 };
                log.Add(stack[1].ToString());
                ref int r = ref x[0]; r = 42; log.Add(x[0].ToString());
        #if UNDEFINED
                this is not C#
        #else
                log.Add("else");
        #endif
                using (var reader = new System.IO.StringReader("line")) log.Add(reader.ReadLine()!);
                lock (log) log.Add("locked");
                int? maybe = x.Length > 2 ? x[1] : null;
                maybe ??= 3; maybe += 1;
                log.Add((maybe ?? 0) + "" + (o as string)?.Length + (o is string));
                Index last = ^1; Range some = 1..;
                log.Add(x[last] + ":" + x[some].Length + ":" + new string('c', 2) + 'x' + 1.5f + 2.5m + 1e300 + "\t\u00e9");
                return string.Join("|", log);
            }
        }
        public static class PROGRAM
        {
            public static object Run() => CALL([1, 2, 3, 4, 5, 6], "text", Mode.Fast, "n1", "n2") + CALL([1, 2, 3], new Point(1, 2) { Z = 3 }, Mode.Slow, []);
        }
        """", "Features.Do");

    [Fact]
    public void Caller_information_stays_that_of_the_user() => Check("""
        using System.Runtime.CompilerServices;
        public static class Log
        {
            public static string Where(int x, [CallerMemberName] string m = "", [CallerLineNumber] int line = 0, [CallerFilePath] string file = "", [CallerArgumentExpression("x")] string e = "")
                => $"{m}:{line}:{file}:{e};";
            public static string At([CallerMemberName] string m = "") => m;
        }
        public static class Work
        {
            [Parallel]
            public static string Do(int n)
            {
                var s = "";
                for (int i = 0; i < n; i++)
                    s += Log.Where(i + 1) + Log.At() + Log.Where(2, line: 5);
                return s;
            }
        }
        public static class PROGRAM { public static object Run() => CALL(2); }
        """, "Work.Do");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Checked_projects_and_blocks_keep_their_meaning(bool isChecked) => Check("""
        public static class Sums
        {
            [Parallel]
            public static string Do(int[] x, byte[] b)
            {
                var s = "";
                try { int sum = 0; for (int i = 0; i < x.Length; i++) sum += x[i]; s += sum; } catch (OverflowException) { s += "project"; }
                try { checked { int sum = 0; for (int i = 0; i < x.Length; i++) { sum += x[i]; } s += sum; } } catch (OverflowException) { s += "checked"; }
                try { checked { for (int i = 0; i < b.Length; i++) b[i] = (byte)(b[i] + 200); } s += b[0]; } catch (OverflowException) { s += "byte"; }
                unchecked { int sum = 0; foreach (var v in x) sum += v; s += sum; for (int i = 0; i < b.Length; i++) b[i] += 200; s += b[0]; }
                return s + unchecked((int)(x[0] * 3L));
            }
        }
        public static class PROGRAM { public static object Run() => CALL([int.MaxValue, 5], [100]); }
        """, "Sums.Do", isChecked: isChecked);

    [Fact]
    public void Names_that_clash_with_the_library() => Check("""
        namespace Clash.System
        {
            public static class Math { public static double Sqrt(double x) => -x; }
            public class Vector { public int Value = 3; public static int Count = 2; }
        }
        namespace Clash
        {
            using Vector = System.Vector;
            public class Color { public static int Red = 1; public int Blue = 2; public static Color Make() => new(); }
            public class Work
            {
                public Color Color = new();
                class Nested { }
                [Parallel]
                public string Do(int @int, int[] @class)
                {
                    int Int32 = 5;
                    for (int global = 0; global < @class.Length; global++) Int32 += @class[global] * @int;
                    var v = new Vector();
                    return System.Math.Sqrt(4) + "," + v.Value + Vector.Count + Color.Red + Color.Blue + Clash.Color.Make().Blue + Int32 + global::System.Math.Sqrt(4);
                }
            }
        }
        public static class PROGRAM { public static object Run() { var w = new Clash.Work(); return CALL(3, [1, 2]); } }
        """, "w.Do", "w");

    [Fact]
    public void Generic_methods_with_constraints() => Check("""
        using System.Numerics;
        public static class Generic
        {
            [Parallel]
            public static T Sum<T, TList>(TList list, ReadOnlySpan<T> more) where T : struct, INumber<T> where TList : class, IReadOnlyList<T>
            {
                T s = T.Zero;
                for (int i = 0; i < list.Count; i++) s += list[i];
                foreach (var v in more) s += T.Max(v, T.One) * default(T) + v;
                return s;
            }
        }
        public static class PROGRAM { public static object Run() => CALL(new[] { 1.5, 2 }, new[] { 3.0 }); }
        """, "Generic.Sum<double, double[]>", kernelTypeArguments: "<double, double[]>");

    [Fact]
    public void Async_methods_and_iterators() => Check("""
        using System.Threading.Tasks;
        public static class Async
        {
            private static async Task<int> One(int x) { await Task.Yield(); return x; }
            [Parallel]
            public static async Task<int> Do(int[] x)
            {
                int s = 0;
                for (int i = 0; i < x.Length; i++) s += await One(x[i]);
                await foreach (var v in Numbers(3)) s += v;
                return s;
            }
            public static async IAsyncEnumerable<int> Numbers(int n) { for (int i = 0; i < n; i++) { await Task.Yield(); yield return i; } }
        }
        public static class PROGRAM { public static object Run() => CALL([1, 2, 3]).Result; }
        """, "Async.Do");

    [Fact]
    public void Iterators() => Check("""
        public static class Iterator
        {
            [Parallel]
            public static IEnumerable<int> Do(int[] x)
            {
                for (int i = 0; i < x.Length; i++) { if (x[i] == 2) yield break; yield return x[i] * 2; }
            }
        }
        public static class PROGRAM { public static object Run() => string.Join(",", CALL([1, 3, 2, 5])); }
        """, "Iterator.Do");

    [Fact]
    public void Every_kind_of_foreach() => Check("""
        using System.Collections.Immutable;
        public static class Each
        {
            static int[] Make() => [7, 8];
            [Parallel]
            public static string Do(int[] a, List<int> list, Span<int> span, ReadOnlySpan<char> text, ImmutableArray<long> fixed1, Memory<int> memory, int[,] grid, Dictionary<int, string> map, object[] objects)
            {
                long s = 0;
                foreach (var x in a) s += x;
                foreach (long x in a) s += x;
                foreach (var x in list) { if (x == 2) continue; s += x; }
                foreach (ref int x in span) { x *= 2; s += x; }
                foreach (ref readonly var x in span) s += x;
                foreach (var c in text) s += c;
                foreach (var c in "abc") s += c;
                foreach (var x in fixed1) s += x;
                foreach (var x in memory.Span) s += x;
                foreach (var x in grid) s += x;
                foreach (var (k, v) in map) s += k + v.Length;
                foreach (string x in objects) s += x.Length;
                foreach (var x in Make()) s += x;
                foreach (var x in Prange(2, 10, 3)) s += x;
                foreach (var x in Prange(10L, 2L, -3L, schedule: Schedule.Static)) s += x;
                foreach (var x in Enumerable.Range(0, a.Length)) s += a[x];
                foreach (var x in Enumerable.Range(3, 4)) s += x;
                foreach (var x in a.Where(v => v > 1)) { if (x > 2) break; s += x; }
                foreach (double x in a.Select(v => v * 2)) s += (long)x;
                return s.ToString();
            }
        }
        public static class PROGRAM
        {
            public static object Run() => CALL([1, 2, 3], [1, 2, 3], new[] { 4, 5 }, "xy", [6, 7], new[] { 8, 9 }, new int[,] { { 1, 2 }, { 3, 4 } }, new() { [1] = "one" }, ["a", "bc"]);
        }
        """, "Each.Do");

    [Fact]
    public void Every_kind_of_for() => Check("""
        public static class For
        {
            [Parallel]
            public static string Do(int[] a, int n, long m)
            {
                var s = new System.Text.StringBuilder();
                for (int i = 0; i < n; i++) s.Append(i).Append(' ');
                for (int i = n - 1; i >= 0; --i) s.Append(i).Append(' ');
                for (int i = 0; n > i; i += 2) s.Append(i).Append(' ');
                for (int i = 1; i <= n; i = i + 3) s.Append(i).Append(' ');
                for (int i = n; i > 0; i -= 2) s.Append(i).Append(' ');
                for (int i = 0; i != n; i = 1 + i) s.Append(i).Append(' ');
                for (long i = 0; i < m; i++) s.Append(i).Append(' ');
                for (int i = 0; i < m; i++) s.Append(i).Append(' ');
                for (uint i = 0; i < 5u; i++) s.Append(i).Append(' ');
                for (byte i = 0; i < 5; i++) s.Append(i).Append(' ');
                int j;
                for (j = 2; j < n; j++) s.Append(j).Append(' ');
                s.Append(j);
                for (; j > 0; j--) { if (j == 2) continue; s.Append(j).Append(' '); }
                for (int i = 0, k = n; i < k; i++, k--) s.Append(i).Append(k).Append(' ');
                for (int i = 0, k = a.Length; i < k; i++) s.Append(a[i]).Append(' ');
                for (int i = 0, k = a.Length; i < k; i++) s.Append(a[i]).Append(' ');
                if (n > 2) for (int i = 0, k = a.Length; i < k; i++) s.Append(a[i]).Append(' ');
                for (int i = 0; i < n; i++)
                    for (int k = i; k < n; k += i + 1)
                        s.Append(i * k).Append(' ');
                while (j < n) { if (a.Length > 3) s.Append('w'); s.Append(j); j++; }
                while (j > 0) { s.Append(j); j -= 1; }
                for (;;) { if (j++ > 3) break; }
                return s.ToString();
            }
        }
        public static class PROGRAM { public static object Run() => CALL([5, 6, 7], 7, 4L); }
        """, "For.Do");

    [Fact]
    public void Extension_blocks() => Check("""
        public static class Blocks
        {
            extension(int[] xs)
            {
                [Parallel]
                public int Total(int start)
                {
                    for (int i = 0; i < xs.Length; i++) start += xs[i];
                    return start;
                }
            }
        }
        public static class PROGRAM { public static object Run() { int[] a = [1, 2]; return CALL(5); } }
        """, "a.Total", "a");

    private static void Check(string source, string original, string receiver = "", bool isChecked = false, string kernelTypeArguments = "")
    {
        var (first, second) = Snippet.Run(source, original, receiver, isChecked, kernelTypeArguments);
        Assert.NotNull(first);
        Assert.Equal(first, second);
    }
}
