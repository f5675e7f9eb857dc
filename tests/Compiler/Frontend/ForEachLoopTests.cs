namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>Loops over collections and ranges.</summary>
public class ForEachLoopTests
{
    [Fact]
    public void Array() => Snippet.AssertIr(
        "float[] x, float[] y",
        """
        int n = 0;
        foreach (var v in x) { y[n] = v; n++; }
        """,
        """
        let n: int = 0
        loop #0 __i0 = 0; __i0 < len(x); __i0 += 1
          let v: float = x[__i0]
          y[n] = v
          n = (n + 1)
        """);

    [Fact]
    public void Conversion_of_the_element() => Snippet.AssertIr(
        "int[] x",
        """
        double s = 0;
        foreach (double v in x) s += v;
        """,
        """
        let s: double = 0
        loop #0 __i0 = 0; __i0 < len(x); __i0 += 1
          let v: double = double(x[__i0])
          s = (s + v)
        """);

    [Fact]
    public void Reference_to_the_element() => Snippet.AssertIr(
        "Span<float> x",
        """
        foreach (ref var v in x) v = v * 2 + 1;
        """,
        """
        loop #0 __i0 = 0; __i0 < len(x); __i0 += 1
          x[__i0] = ((x[__i0] * 2) + 1)
        """);

    [Fact]
    public void Read_only_reference() => Snippet.AssertIr(
        "ReadOnlySpan<float> x",
        """
        float s = 0;
        foreach (ref readonly var v in x) s += v;
        """,
        """
        let s: float = 0
        loop #0 __i0 = 0; __i0 < len(x); __i0 += 1
          s = (s + x[__i0])
        """);

    [Fact]
    public void List_string_and_immutable_array() => Snippet.AssertIr(
        "List<int> a, string b, System.Collections.Immutable.ImmutableArray<int> c",
        """
        int s = 0;
        foreach (var v in a) s += v;
        foreach (var v in b) s += v;
        foreach (var v in c) s += v;
        """,
        """
        let s: int = 0
        loop #0 __i0 = 0; __i0 < len(a); __i0 += 1
          let v: int = a[__i0]
          s = (s + v)
        loop #1 __i1 = 0; __i1 < len(b); __i1 += 1
          let v: char = b[__i1]
          s = (s + int(v))
        loop #2 __i2 = 0; __i2 < len(c); __i2 += 1
          let v: int = c[__i2]
          s = (s + v)
        """);

    [Fact]
    public void Memory_is_evaluated_once() => Snippet.AssertIr(
        "Memory<int> m",
        """
        foreach (ref var v in m.Span) v++;
        """,
        """
        let __source0: global::System.Span<int> = opaque<global::System.Span<int>>{m.Span} !may throw
        loop #0 __i0 = 0; __i0 < len(__source0); __i0 += 1
          __source0[__i0] = (__source0[__i0] + 1)
        """);

    [Fact]
    public void Collection_that_the_loop_replaces() => Snippet.AssertIr(
        "int[] x",
        """
        foreach (var v in x) { x = new int[v]; }
        """,
        """
        let __source0: int[] = x
        loop #0 __i0 = 0; __i0 < len(__source0); __i0 += 1
          let v: int = __source0[__i0]
          x = opaque<int[]>{new int[v]} !may throw
        """);

    [Fact]
    public void List_that_the_loop_writes() => Snippet.AssertIr(
        "List<int> x",
        """
        foreach (var v in x) x[0] = v;
        """,
        """
        eval opaque<void>{} !reads heap; may throw
        loop #0 not counted: it enumerates 'x', whose elements come one after another
          let v: int = opaque<int>{} !reads heap; may throw
          x[0] = v
        """);

    [Fact]
    public void Prange() => Snippet.AssertIr(
        "float[] x",
        """
        foreach (int i in Prange(x.Length)) x[i] = 1;
        foreach (var i in Prange(1, x.Length, 2, Schedule.Dynamic, chunkSize: 16)) x[i] = 1;
        foreach (var i in Prange(10L, 0L, -1L)) x[i] = 1;
        """,
        """
        loop #0 i = 0; i < len(x); i += 1 prange
          x[i] = 1
        loop #1 i = 1; i < len(x); i += 2 prange
          x[i] = 1
        loop #2 i = 10; i > 0; i += -1 prange
          x[i] = 1
        """);

    [Fact]
    public void Prange_with_a_step_that_is_not_constant() => Snippet.AssertIr(
        "float[] x, int k",
        """
        foreach (int i in Prange(0, x.Length, k)) x[i] = 1;
        """,
        """
        loop #0 i = 0; i < len(x); i += k prange
          x[i] = 1
        """);

    [Fact]
    public void Enumerable_range() => Snippet.AssertIr(
        "float[] x, int n",
        """
        foreach (int i in Enumerable.Range(0, x.Length)) x[i] = 1;
        foreach (int i in Enumerable.Range(2, 5)) x[i] = 1;
        foreach (int i in Enumerable.Range(2, n)) x[i] = 1;
        """,
        """
        loop #0 i = 0; i < len(x); i += 1
          x[i] = 1
        loop #1 i = 2; i < 7; i += 1
          x[i] = 1
        eval opaque<void>{} !may throw
        loop #2 not counted: it enumerates 'Enumerable.Range(2, n)', whose elements come one after another
          let i: int = opaque<int>{} !may throw
          x[i] = 1
        """);

    [Fact]
    public void Dictionary() => Snippet.AssertIr(
        "Dictionary<int, int> x",
        """
        int s = 0;
        foreach (var pair in x) s += pair.Value;
        """,
        """
        let s: int = 0
        eval opaque<void>{} !may throw
        loop #0 not counted: it enumerates 'x', whose elements come one after another
          let pair: global::System.Collections.Generic.KeyValuePair<int, int> = opaque<global::System.Collections.Generic.KeyValuePair<int, int>>{} !may throw
          s = (s + opaque<int>{pair.Value} !may throw)
        """);

    [Fact]
    public void Unknown_sequence() => Snippet.AssertIr(
        "IEnumerable<int> x",
        """
        int s = 0;
        foreach (var v in x) s += v;
        """,
        """
        let s: int = 0
        eval opaque<void>{} !may throw; ImpureCall: enumerating 'x' may run any code; make it an array or list first
        loop #0 not counted: it enumerates 'x', whose elements come one after another
          let v: int = opaque<int>{} !may throw; ImpureCall: enumerating 'x' may run any code; make it an array or list first
          s = (s + v)
        """);

    [Fact]
    public void Multi_dimensional_array() => Snippet.AssertIr(
        "int[,] x",
        """
        int s = 0;
        foreach (var v in x) s += v;
        """,
        """
        let s: int = 0
        eval opaque<void>{} !reads heap; may throw
        loop #0 not counted: it enumerates 'x', whose elements come one after another
          let v: int = opaque<int>{} !reads heap; may throw
          s = (s + v)
        """);

    [Fact]
    public void Deconstruction() => Snippet.AssertIr(
        "(int A, int B)[] x",
        """
        int s = 0;
        foreach (var (a, b) in x) s += a * b;
        """,
        """
        let s: int = 0
        loop #0 __i0 = 0; __i0 < len(x); __i0 += 1
          let a: int = x[__i0].Item1
          let b: int = x[__i0].Item2
          s = (s + (a * b))
        """);
}
