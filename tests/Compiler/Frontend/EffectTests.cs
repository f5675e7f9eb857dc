namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>What statements in a loop are found to do besides computing: hazards, stores and reads of memory that they do not name.</summary>
public class EffectTests
{
    private const string Source = """
        using System.Collections.Concurrent; using System.Numerics;
        public struct Point { public float X, Y; public readonly float Length() => X * X + Y * Y; public void Shift(float by) { X += by; } public override readonly string ToString() => X.ToString(); }
        public abstract class Shape { public abstract float Area(); }
        public sealed class Circle(float radius) : Shape { public float Radius = radius; public override float Area() => Radius * Radius; public override string ToString() => "c" + Radius; }
        public sealed class Noisy { static int s_made; public int V; public Noisy() { s_made++; V = 1; } }
        public sealed class Quiet { public int V; readonly int[] _a = new int[3]; public Quiet(int v) { V = v; _a[0] = v; for (int i = 0; i < 3; i++) _a[i] = i; } }
        public sealed class Weird { int _n; public int this[int i] { get { _n++; return _n; } set { _n = value; } } }
        public sealed class Size { public int Width { get; set; } }
        public sealed class Holder(Circle inner, float[] data) { public float Read(int i) => inner.Radius + data[i]; }
        public sealed class Graph { public float[] Values = new float[8]; private readonly List<Graph> _next = new(); public float Sum(int i) { float s = Values[i]; foreach (var n in _next) s += n.Values[i]; return s; } }
        public interface IGet { int Get(int i); }
        static class C
        {
            static int s_total; static readonly float[] s_table = new float[8]; static volatile int vol; static event Action? event1;
            static float[] s_field = new float[8];
            static float Lerp(float a, float b, float t) => a + (b - a) * t;
            static float Look(float[] t, int i) { float s = 0; for (int k = 0; k < i; k++) s += t[k]; return s; }
            static float Rows(float[][] m, int i) => m[i][0];
            static void Fill(float[] row, float v) { for (int i = 0; i < row.Length; i++) row[i] = v; }
            static void FillField(float v) { s_field[0] = v; }
            static int Fact(int n) => n < 2 ? 1 : n * Fact(n - 1);
            static int Search(float[] x, int low, int high) => low >= high ? low : x[low] > 3 ? Search(x, low + 1, high) : Search(x, low, high - 1);
            static int Loud(int n) { Console.Write(n); return n == 0 ? 0 : Loud(n - 1); }
            static void FillHalves(float[] x, int low, int high) { if (high - low < 2) { x[low] = 1; return; } FillHalves(x, low, (low + high) / 2); FillHalves(x, (low + high) / 2, high); }
            static int LoudA(int n) => n == 0 ? 0 : LoudB(n - 1);
            static int LoudB(int n) { Console.Write(n); return LoudA(n); }
            static int Bump() => ++s_total;
            static double Own(int n) { var t = new double[n]; for (int i = 0; i < n; i++) t[i] = i; var l = new List<double>(t); l.Add(3); var sb = new System.Text.StringBuilder(); sb.Append(3); return t.Sum() + l.Count; }
            static float Weight(Circle c, Circle[] all) { float s = c.Radius; foreach (var other in all) s += other.Radius; return s; }
            static float Half(float x) => x / 2;
            static float Unsafe1(int i) => GC.GetTotalMemory(false);
            static float Lut(int i) => s_table[i & 7] + s_field[i & 7];
            static int MutualA(int i) => i > 0 ? MutualB(i - 1) : 0;
            static int MutualB(int i) => MutualA(i);
            static int Deep1(int i) => Deep2(i); static int Deep2(int i) { Console.Write(i); return i; }
            static float Sorted(float[] x) { var copy = x.ToArray(); Array.Sort(copy); return copy[0]; }
            [Parallel]
            public static void M(float[] o, float[] a, float[][] m, Point[] points, Shape[] shapes, Circle[] circles, string[] names, Dictionary<int, int> map, HashSet<int> set,
                List<int> list, System.Text.StringBuilder text, Random random, ConcurrentBag<int> bag, Span<float> span, IEnumerable<int> sequence, Func<float, float> f, Vector3[] v3, BigInteger[] big, Weird weird, dynamic dyn, Size sizes, IGet generic, Holder[] holders, Graph graph)
            {
                for (int i = 0; i < o.Length; i++)
                {
                    BODY
                }
                end: ;
                int Local(int z) => z + 1;
            }
        }
        """;

    [Theory]
    [InlineData("o[i] = Lerp(a[i], a[i], 0.5f);", "")]
    [InlineData("o[i] = Look(a, i);", "reads a")]
    [InlineData("o[i] = s_table[i];", "")]
    [InlineData("o[i] = Rows(m, i);", "reads heap")]
    [InlineData("Fill(a, 3);", "stores a")]
    [InlineData("FillField(3);", "UnknownWrite: in 'C.FillField', 's_field[0]' is assigned")]
    [InlineData("o[i] = Fact(i);", "")]
    [InlineData("o[i] = Search(a, i, 9);", "reads heap")]
    [InlineData("o[i] = Loud(i);", "OrderedOutput: in 'C.Loud', 'Console.Write' is input or output, whose order would change; ImpureCall: in 'C.Loud', 'C.Loud' calls itself, and changes what other iterations could notice")]
    [InlineData("FillHalves(a, i, 9);", "ImpureCall: in 'C.FillHalves', 'C.FillHalves' calls itself, and changes what other iterations could notice; stores a")]
    [InlineData("o[i] = LoudA(i);", "OrderedOutput: in 'C.LoudB', 'Console.Write' is input or output, whose order would change; ImpureCall: in 'C.LoudA', 'C.LoudA' calls itself, and changes what other iterations could notice")]
    [InlineData("text.Append(i).Append('-');", "UnsafeCollection(text): 'StringBuilder.Append' changes 'text', which is not safe from several threads; give each iteration its own, or write results into an array")]
    [InlineData("names[i] = new System.Text.StringBuilder().Append(i).Append('-').ToString();", "")]
    [InlineData("o[i] = Bump();", "SharedWrite: in 'C.Bump', the static 's_total' is assigned")]
    [InlineData("o[i] = s_total;", "")]
    [InlineData("o[i] = (float)Own(i);", "")]
    [InlineData("o[i] = points[i].Length();", "")]
    [InlineData("points[i].Shift(1);", "stores points")]
    [InlineData("o[i] = shapes[i].Area();", "ImpureCall: which method 'Shape.Area' runs is not known before run time; call it on a sealed type")]
    [InlineData("o[i] = circles[i].Area();", "")]
    [InlineData("o[i] = new Circle(i).Area();", "")]
    [InlineData("o[i] = circles[i].Radius;", "")]
    [InlineData("circles[i].Radius = 3;", "UnknownWrite: 'circles[i].Radius' is written through a reference, and two elements of 'circles' may be one object; use structs or separate arrays")]
    [InlineData("var c = new Circle(i); c.Radius = 4; o[i] = c.Radius;", "SharedWrite(c): all iterations write 'c.Radius'; make the object inside the loop")]
    [InlineData("o[i] = new Noisy().V;", "SharedWrite: in 'new Noisy', the static 's_made' is assigned")]
    [InlineData("o[i] = new Quiet(i).V;", "")]
    [InlineData("names[i] = names[i].ToUpper().Trim();", "")]
    [InlineData("names[i] = $\"{i}:{o[i]:F2}\";", "")]
    [InlineData("names[i] = $\"{circles[i]}\";", "reads heap")]
    [InlineData("names[i] = $\"{shapes[i]}\";", "ImpureCall: which 'ToString' of 'Shape' runs is not known before run time")]
    [InlineData("names[i] = string.Join(\",\", a);", "reads a")]
    [InlineData("names[i] = string.Concat(names[i], \"x\");", "")]
    [InlineData("names[i] = points[i].ToString();", "")]
    [InlineData("o[i] = map[i];", "")]
    [InlineData("map[i] = 3;", "UnsafeCollection(map): 'Dictionary<int, int>[]' changes 'map', which is not safe from several threads; give each iteration its own, or write results into an array")]
    [InlineData("o[i] = set.Contains(i) ? 1 : 0;", "")]
    [InlineData("list.Add(i);", "UnsafeCollection(list): 'List<int>.Add' changes 'list', which is not safe from several threads; give each iteration its own, or write results into an array")]
    [InlineData("var own = new List<int>(); own.Add(i);", "UnsafeCollection(own): 'List<int>.Add' changes 'own', which is not safe from several threads; give each iteration its own, or write results into an array")]
    [InlineData("text.Append(i);", "UnsafeCollection(text): 'StringBuilder.Append' changes 'text', which is not safe from several threads; give each iteration its own, or write results into an array")]
    [InlineData("o[i] = random.Next();", "UnsafeCollection(random): 'Random.Next' changes 'random', which is not safe from several threads; give each iteration its own, or write results into an array")]
    [InlineData("o[i] = new Random(i).Next();", "")]
    [InlineData("o[i] = Random.Shared.Next();", "")]
    [InlineData("Console.WriteLine(i);", "OrderedOutput: 'Console.WriteLine' is input or output, whose order would change")]
    [InlineData("System.IO.File.AppendAllText(\"f\", \"x\");", "OrderedOutput: 'File.AppendAllText' is input or output, whose order would change")]
    [InlineData("System.Threading.Interlocked.Increment(ref s_total);", "Synchronization: 'Interlocked.Increment' says that threads share state; let each iteration compute a value of its own, or use a reduction such as 'sum += value'; stores __C_s_total(null!)")]
    [InlineData("lock (list) { s_total++; }", "Synchronization: 'lock' says that the iterations share state; let each compute a value of its own, or use a reduction")]
    [InlineData("System.Threading.Volatile.Write(ref s_total, 1);", "Synchronization: 'Volatile.Write' says that threads share state; let each iteration compute a value of its own, or use a reduction such as 'sum += value'; stores __C_s_total(null!)")]
    [InlineData("bag.Add(i);", "Synchronization: 'ConcurrentBag<int>.Add' says that threads share state; let each iteration compute a value of its own, or use a reduction such as 'sum += value'")]
    [InlineData("o[i] = DateTime.Now.Ticks;", "ImpureCall: 'DateTime.Now' gives another value each time; take one for all before the loop, or one for each in a loop of their own")]
    [InlineData("o[i] = Environment.TickCount;", "ImpureCall: 'Environment.TickCount' gives another value each time; take one for all before the loop, or one for each in a loop of their own")]
    [InlineData("o[i] = Guid.NewGuid().GetHashCode();", "ImpureCall: 'Guid.NewGuid' gives another value each time; take one for all before the loop, or one for each in a loop of their own")]
    [InlineData("Array.Sort(a);", "stores a")]
    [InlineData("Array.Copy(a, o, 3);", "stores o; reads a")]
    [InlineData("Array.Fill(o, 1);", "stores o")]
    [InlineData("a.AsSpan().Fill(1);", "stores a")]
    [InlineData("span.Fill(1);", "stores span")]
    [InlineData("o[i] = Array.IndexOf(a, 3);", "reads a")]
    [InlineData("o[i] = a.Sum() + a.Where(v => v > 2).Count();", "reads a")]
    [InlineData("o[i] = sequence.Sum();", "ImpureCall: enumerating 'sequence' may run any code; make it an array or list first")]
    [InlineData("o[i] = list.Sum() + map.Count(p => p.Value > 2) + names[i].Count(ch => ch == 'x');", "reads list")]
    [InlineData("o[i] = a.Sum(v => v + s_total++);", "SharedWrite: 's_total' is assigned in a lambda or local function; reads a")]
    [InlineData("o[i] = a.Select(f).Sum();", "ImpureCall: what the delegate 'f' does is not known; reads a")]
    [InlineData("o[i] = f(2);", "ImpureCall: what the delegate 'f' does is not known; call a method instead")]
    [InlineData("var g = (float z) => z * a[i]; o[i] = g(2);", "reads a")]
    [InlineData("Func<float, float> h = Half; o[i] = h(3);", "")]
    [InlineData("o[i] = a.Select(Half).Sum();", "reads a")]
    [InlineData("int Inner(int z) => z + 1; o[i] = Inner(i);", "")]
    [InlineData("o[i] = Local(i);", "")]
    [InlineData("int.TryParse(names[i], out var n); o[i] = n;", "")]
    [InlineData("o[i] = int.Parse(names[i]) + Convert.ToInt32(names[i]) + decimal.ToSingle(3m);", "")]
    [InlineData("o[i] = System.Numerics.Vector3.Dot(v3[i], v3[i]) + (v3[i] * 2).X;", "")]
    [InlineData("o[i] = (float)big[i];", "")]
    [InlineData("o[i] = weird[i];", "SharedWrite(weird): 'Weird[]' writes fields of 'weird'")]
    [InlineData("weird[i] = 3;", "SharedWrite(weird): 'Weird[]' writes fields of 'weird'")]
    [InlineData("o[i] = dyn.X;", "ImpureCall: what a dynamic call does is not known; ImpureCall: what a dynamic conversion calls is not known")]
    [InlineData("event1 += () => { };", "SharedWrite: events are shared by all iterations; Unsupported: 'event1 += () => { }' is not understood by the compiler")]
    [InlineData("throw new InvalidOperationException(\"x\" + i);", "")]
    [InlineData("try { o[i] = 1; } catch (Exception e) { names[i] = e.Message; }", "")]
    [InlineData("using (var r = new System.IO.StringReader(\"x\")) o[i] = 1;", "")]
    [InlineData("if (o[i] > 3) goto end;", "ControlFlow: 'goto' jumps to another place")]
    [InlineData("var (q, w) = (o[i], a[i]); o[i] = q + w;", "")]
    [InlineData("o[i] = text.Length + list.Count + list[i] + list.IndexOf(3);", "reads list")]
    [InlineData("list[i] = 3;", "")]
    [InlineData("o[i] = System.Text.RegularExpressions.Regex.IsMatch(names[i], \"x\") ? 1 : 0;", "")]
    [InlineData("o[i] = System.Text.Encoding.UTF8.GetBytes(names[i]).Length;", "")]
    [InlineData("o[i] = sizes.Width;", "")]
    [InlineData("sizes.Width = 3;", "")]
    [InlineData("o[i] = Unsafe1(i);", "ImpureCall: in 'C.Unsafe1', 'GC.GetTotalMemory' has effects that other iterations could notice")]
    [InlineData("o[i] = Lut(i);", "reads __C_s_table(null!); reads __C_s_field(null!)")]
    [InlineData("o[i] = generic.Get(i);", "ImpureCall: which method 'IGet.Get' runs is not known before run time; call it on a sealed type")]
    [InlineData("Span<int> tmp = stackalloc int[4]; tmp[0] = i; o[i] = tmp[0];", "")]
    [InlineData("var arr = new float[3]; arr[0] = 1; Array.Fill(arr, 2); o[i] = arr[0];", "stores arr")]
    [InlineData("o[i] = vol;", "Synchronization: 'vol' is volatile, which says that threads share it")]
    [InlineData("o[i] = MutualA(i);", "")]
    [InlineData("System.Diagnostics.Debug.Assert(i > 0);", "")]
    [InlineData("o[i] = MathF.Sqrt(i);", "")]
    [InlineData("o[i] = Deep1(i);", "OrderedOutput: in 'C.Deep2', 'Console.Write' is input or output, whose order would change")]
    [InlineData("o[i] = list.ToArray().Length;", "reads list")]
    [InlineData("o[i] = Sorted(a);", "reads a")]
    [InlineData("o[i] = Weight(circles[i], circles);", "reads circles")]
    [InlineData("o[i] = holders[i].Read(i);", "reads __Holder_data(holders[i])")]
    [InlineData("using (var r = new System.IO.StringWriter()) { r.Write(i); names[i] = r.ToString(); }", "UnsafeCollection(r): 'TextWriter.Write' changes 'r', which is not safe from several threads; give each iteration its own, or write results into an array")]
    [InlineData("o[i] = graph.Sum(i);", "reads heap")]
    [InlineData("graph.Values[i] = 3;", "")]
    public void Effects_of_a_statement(string statement, string expected) =>
        Assert.Equal(expected, Snippet.Effects(Source.Replace("BODY", statement)));
}
