namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>Containers, fields and references.</summary>
public class MemoryTests
{
    [Fact]
    public void Jagged_rows() => Snippet.AssertIr(
        "float[][] a, int y, int x",
        """
        a[y][x] = a[y - 1][x];
        """,
        """
        a[y][x] = a[y - 1][x]
        """);

    [Fact]
    public void Row_in_a_local() => Snippet.AssertIr(
        "float[][] a, int y, int x",
        """
        var row = a[y];
        row[x] = 1;
        """,
        """
        let row: float[] = a[y]
        row[x] = 1
        """);

    [Fact]
    public void From_the_end() => Snippet.AssertIr(
        "int[] a, List<int> l, Span<int> s",
        """
        a[^1] = l[^2] + s[^3];
        """,
        """
        a[(len(a) - 1)] = (l[(len(l) - 2)] + s[(len(s) - 3)])
        """);

    [Fact]
    public void Lengths() => Snippet.AssertIr(
        "int[] a, List<int> l, int[,] m, string t, Memory<int> q",
        """
        long n = a.Length + l.Count + m.GetLength(1) + m.Length + t.Length + a.LongLength + q.Span.Length + a.GetUpperBound(0);
        """,
        """
        let n: long = (((long(((((len(a) + len(l)) + len(m, 1)) + len(m)) + len(t))) + len(a)) + long(len(q.Span))) + long((len(a) - 1)))
        """);

    [Fact]
    public void Struct_elements() => Snippet.AssertIr(
        "P[] p, List<P> l",
        """
        p[0].X = p[1].Inner.Z;
        p[2].Inner.Z += l[0].X;
        p[3].Id++;
        """,
        """
        p[0].X = p[1].Inner.Z
        p[2].Inner.Z = (p[2].Inner.Z + l[0].X)
        p[3].Id = (p[3].Id + 1)
        """,
        """
        public struct P { public float X; public Q Inner; public int Id { get; set; } } public struct Q { public float Z; }
        """);

    [Fact]
    public void Objects_behind_elements() => Snippet.AssertIr(
        "N[] p",
        """
        p[0].Data[1] = p[1].V;
        p[2].V = 3;
        """,
        """
        p[0].Data[1] = p[1].V
        eval opaque<float>{p[2].V = 3} !may throw; UnknownWrite: 'p[2].V' is written through a reference, and two elements of 'p' may be one object; use structs or separate arrays
        """,
        """
        public class N { public float V; public float[] Data = []; public N? Next; }
        """);

    [Fact]
    public void Fields_of_a_parameter() => Snippet.AssertIr(
        "N n, int i",
        """
        n.Data[i] = n.V;
        n.V += 1;
        n.Next!.V = 2;
        """,
        """
        n.Data[i] = n.V
        n.V = (n.V + 1)
        n.Next!.V = 2
        """,
        """
        public class N { public float V; public float[] Data = []; public N? Next; }
        """);

    [Fact]
    public void Fields_of_a_fresh_object() => Snippet.AssertIr(
        "int i",
        """
        var n = new N();
        n.V = i;
        """,
        """
        let n: global::C.N = opaque<global::C.N>{new global::C.N()} !may throw
        eval opaque<float>{n.V = i} !may throw; SharedWrite: all iterations write 'n.V'; make the object inside the loop
        """,
        """
        public class N { public float V; }
        """);

    [Fact]
    public void Fields_of_an_object_from_a_loop() => Snippet.AssertIr(
        "N[] p",
        """
        foreach (var n in p) n.V = 1;
        """,
        """
        loop #0 __i0 = 0; __i0 < len(p); __i0 += 1
          let n: global::C.N = p[__i0]
          eval opaque<float>{n.V = 1} !may throw; UnknownWrite: 'n.V' is written through a reference that another iteration may hold too
        """,
        """
        public class N { public float V; }
        """);

    [Fact]
    public void Statics() => Snippet.AssertIr(
        "int i",
        """
        s_total += i;
        s_other[i] = s_table[i];
        """,
        """
        __C_s_total(null!) = (__C_s_total(null!) + i)
        __C_s_other(null!)[i] = __C_s_table(null!)[i]
        """,
        """
        static int s_total; static readonly float[] s_table = new float[8]; static float[] s_other = new float[8];
        """);

    [Fact]
    public void Reference_parameters() => Snippet.AssertIr(
        "ref float r, in int n, out int o, ref int[] a",
        """
        r += n;
        o = n;
        a[n] = 1;
        """,
        """
        r = (r + float(n))
        o = n
        a[n] = 1
        """);

    [Fact]
    public void Reference_local_is_another_name() => Snippet.AssertIr(
        "float[] x, int i",
        """
        ref float e = ref x[i];
        e += 2;
        """,
        """
        eval x[i]
        x[i] = (x[i] + 2)
        """);

    [Fact]
    public void Reference_local_whose_subscript_changes() => Snippet.AssertIr(
        "float[] x, int i",
        """
        ref float e = ref x[i];
        i++;
        e += 2;
        """,
        """
        let e: float = opaque<float>{x[i]} !may throw; UnknownWrite: 'e' is a reference to memory that the compiler does not follow
        i = (i + 1)
        e = (e + 2)
        """);

    [Fact]
    public void Properties() => Snippet.AssertIr(
        "N n",
        """
        n.Auto = n.Simple + n.Double + n.Virtual;
        """,
        """
        n.Auto = ((n.Simple + opaque<int>{n.Double} !may throw) + opaque<int>{n.Virtual} !may throw; ImpureCall: which method 'C.N.Virtual' runs is not known before run time; call it on a sealed type)
        """,
        """
        public class N { public int Auto { get; set; } private int _f; public int Simple => _f; public int Double => _f * 2; public virtual int Virtual => 1; }
        """);

    [Fact]
    public void Strings() => Snippet.AssertIr(
        "string s, int[] x",
        """
        x[0] = s[1] + s[^1];
        """,
        """
        x[0] = (int(s[1]) + int(s[(len(s) - 1)]))
        """);

    [Fact]
    public void Slices() => Snippet.AssertIr(
        "int[] x, string s",
        """
        int n = x[1..].Length + s[..2].Length;
        """,
        """
        let n: int = (opaque<int>{x[1..].Length} !may throw + opaque<int>{s[..2].Length} !may throw)
        """);

    [Fact]
    public void Call_results() => Snippet.AssertIr(
        "int[] x",
        """
        x[0] = Make()[1];
        Make()[2] = 3;
        """,
        """
        x[0] = opaque<int>{__C_Make(null!)[1]} !reads heap; may throw
        eval opaque<int>{__C_Make(null!)[2] = 3} !may throw; UnknownWrite: 'Make()[2]' is in a container that the compiler cannot follow; store the container in a local first
        """,
        """
        static int[] Make() => new int[3];
        """);

    [Fact]
    public void Memory_span() => Snippet.AssertIr(
        "Memory<float> m, ReadOnlyMemory<float> r, int i",
        """
        m.Span[i] = r.Span[i];
        """,
        """
        m.Span[i] = r.Span[i]
        """);
}
