namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>Loops whose iteration space is written down, and why others have none.</summary>
public class CountedLoopTests
{
    [Fact]
    public void Increment() => Snippet.AssertIr(
        "float[] x",
        """
        for (int i = 0; i < x.Length; i++) x[i] = 1;
        """,
        """
        loop #0 i = 0; i < len(x); i += 1
          x[i] = 1
        """);

    [Fact]
    public void Index_on_the_right() => Snippet.AssertIr(
        "float[] x",
        """
        for (int i = 0; x.Length > i; ++i) x[i] = 1;
        """,
        """
        loop #0 i = 0; i < len(x); i += 1
          x[i] = 1
        """);

    [Fact]
    public void Decrement() => Snippet.AssertIr(
        "float[] x",
        """
        for (int i = x.Length - 1; i >= 0; i--) x[i] = 1;
        """,
        """
        loop #0 i = (len(x) - 1); i >= 0; i += -1
          x[i] = 1
        """);

    [Fact]
    public void Steps() => Snippet.AssertIr(
        "float[] x, int n, int k",
        """
        for (int i = 0; i <= n; i += 3) x[i] = 1;
        for (int i = n; i > 0; i -= 2) x[i] = 1;
        for (int i = 0; i != n; i = i + 2) x[i] = 1;
        for (int i = 0; i < n; i = k + i) x[i] = 1;
        for (int i = n; i > 0; i -= k) x[i] = 1;
        """,
        """
        loop #0 i = 0; i <= n; i += 3
          x[i] = 1
        loop #1 i = n; i > 0; i += -2
          x[i] = 1
        loop #2 i = 0; i != n; i += 2
          x[i] = 1
        loop #3 i = 0; i < n; i += k
          x[i] = 1
        loop #4 i = n; i > 0; i += -(k)
          x[i] = 1
        """);

    [Fact]
    public void Other_index_types() => Snippet.AssertIr(
        "float[] x, long m, uint u, byte b",
        """
        for (long i = 0; i < m; i++) x[i] = 1;
        for (int i = 0; i < m; i++) x[i] = 1;
        for (uint i = 0; i < u; i++) x[i] = 1;
        for (byte i = 0; i < b; i++) x[i] = 1;
        for (short i = 0; i < 100; i++) x[i] = 1;
        """,
        """
        loop #0 i = 0; i < m; i += 1
          x[i] = 1
        loop #1 i = 0; i < m; i += 1
          x[i] = 1
        loop #2 i = 0; i < u; i += 1
          x[i] = 1
        loop #3 i = 0; i < int(b); i += 1
          x[int(i)] = 1
        loop #4 i = 0; i < 100; i += 1
          x[int(i)] = 1
        """);

    [Fact]
    public void Narrow_index_that_could_wrap() => Snippet.AssertIr(
        "float[] x, int n",
        """
        for (byte i = 0; i < n; i++) x[i] = 1;
        """,
        """
        let i: byte = 0
        loop #0 while (int(i) < n)
          x[int(i)] = 1
          i = byte((int(i) + 1))
        """);

    [Fact]
    public void Index_declared_outside() => Snippet.AssertIr(
        "float[] x",
        """
        int i;
        for (i = 2; i < x.Length; i++) x[i] = 1;
        for (; i > 0; i--) x[i] = 1;
        """,
        """
        let i: int
        loop #0 i = 2; i < len(x); i += 1
          x[i] = 1
        loop #1 i = i; i > 0; i += -1
          x[i] = 1
        """);

    [Fact]
    public void Several_declarators() => Snippet.AssertIr(
        "float[] x",
        """
        for (int i = 0, n = x.Length; i < n; i++) x[i] = n;
        """,
        """
        let n: int = len(x)
        loop #0 i = 0; i < n; i += 1
          x[i] = float(n)
        """);

    [Fact]
    public void Several_steps() => Snippet.AssertIr(
        "float[] x",
        """
        for (int i = 0, j = x.Length - 1; i < j; i++, j--) x[i] = x[j];
        """,
        """
        let __from2: int = (len(x) - 1)
        loop #0 i = 0; i < (0 + (((long(__from2) - 0) + 1) / 2)); i += 1
          let j: int = (__from2 - i)
          x[i] = x[j]
        """);

    [Fact]
    public void A_second_index() => Snippet.AssertIr(
        "float[] x, int n, int from",
        """
        for (int i = from, j = n; i < n; i += 2, j -= 6) x[i] = j;
        """,
        """
        let __from4: int = n
        let __near5: int = from
        loop #0 i = __near5; i < n; i += 2
          let j: int = (__from4 + ((i - __near5) * -3))
          x[i] = float(j)
        """);

    [Theory]
    [InlineData("for (int i = 0, j = 0; i < n; i += 2, j++) x[j] = 1;")]
    [InlineData("for (int i = 0, j = n; i < n; i++, j--) { x[j] = 1; if (x[i] > 0) j--; }")]
    [InlineData("for (int i = 0, j = n; i < j; i++, j -= 2) x[j] = 1;")]
    [InlineData("for (int i = 0, j = 0; i < n; i++, j += n) x[j] = 1;")]
    [InlineData("checked { for (int i = 0, j = int.MaxValue - 3; i < n; i++, j++) x[i] = j; }")]
    [InlineData("for (int i = 0, j = 0; i < n; i++, j++) { Action a = () => Console.Write(j); }")]
    public void A_second_index_that_is_not_a_function_of_the_first(string loop)
    {
        var method = Snippet.Lower($$"""
            static class C
            {
                [Parallel]
                public static void M(float[] x, int n) { {{loop}} }
            }
            """);
        Assert.DoesNotContain("__from", AutoParallel.Compiler.IR.IrPrinter.Print(method), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_indices_that_do_not_meet_half_way() => Snippet.AssertIr(
        "float[] x",
        """
        for (int i = 0, j = x.Length - 1; i < j; i++, j -= 2) x[i] = x[j];
        """,
        """
        let j: int = (len(x) - 1)
        loop #0 i = 0; i < j; i += 1
          x[i] = x[j]
          j = (j - 2)
        """);

    [Fact]
    public void Counted_while() => Snippet.AssertIr(
        "float[] x",
        """
        int i = 3;
        while (i < x.Length) { x[i] = i; i++; }
        """,
        """
        let i: int = 3
        loop #0 i = i; i < len(x); i += 1
          x[i] = float(i)
        """);

    [Fact]
    public void While_with_continue_is_not_counted() => Snippet.AssertIr(
        "float[] x",
        """
        int i = 3;
        while (i < x.Length) { if (x[i] > 2) continue; i++; }
        """,
        """
        let i: int = 3
        loop #0 while (i < len(x))
          if (x[i] > 2)
            continue
          i = (i + 1)
        """);

    [Fact]
    public void Data_dependent_while_keeps_its_condition() => Snippet.AssertIr(
        "float[] x",
        """
        float v = x[0];
        while (v < 4 && x[1] > 0) v *= 2;
        """,
        """
        let v: float = x[0]
        loop #0 while ((v < 4) && (x[1] > 0))
          v = (v * 2)
        """);

    [Fact]
    public void Do_while() => Snippet.AssertIr(
        "int n",
        """
        do { n /= 2; } while (n > 0);
        """,
        """
        loop #0 until not (n > 0)
          n = (n / 2)
        """);

    [Fact]
    public void Complex_header_becomes_a_while() => Snippet.AssertIr(
        "float[] x, int n",
        """
        for (int i = 0; i < n && x[i] > 0; i++) { if (i > 4) break; x[i] = 0; }
        """,
        """
        let i: int = 0
        loop #0 while ((i < n) && (x[i] > 0))
          if (i > 4)
            break
          x[i] = 0
          i = (i + 1)
        """);

    [Fact]
    public void Endless_for() => Snippet.AssertIr(
        "int n",
        """
        for (;;) { n++; if (n > 5) return; }
        """,
        """
        loop #0 not counted: it has no condition
          n = (n + 1)
          if (n > 5)
            return
        """);

    [Fact]
    public void Body_assigns_the_index() => Snippet.AssertIr(
        "float[] x",
        """
        for (int i = 0; i < x.Length; i++) { x[i] = 1; i++; }
        """,
        """
        let i: int = 0
        loop #0 while (i < len(x))
          x[i] = 1
          i = (i + 1)
          i = (i + 1)
        """);

    [Fact]
    public void Escaping_lambda_captures_the_index() => Snippet.AssertIr(
        "Func<int>[] x",
        """
        for (int i = 0; i < x.Length; i++) x[i] = () => i;
        """,
        """
        let i: int = 0
        loop #0 while (i < len(x))
          x[i] = opaque<global::System.Func<int>>{() => i}
          i = (i + 1)
        """);

    [Fact]
    public void Lambda_that_ends_with_its_call_may_capture_the_index() => Snippet.AssertIr(
        "float[] x, float[] y",
        """
        for (int i = 0; i < x.Length; i++) x[i] = y.Where(v => v > i).Sum();
        """,
        """
        loop #0 i = 0; i < len(x); i += 1
          x[i] = opaque<float>{global::System.Linq.Enumerable.Sum(global::System.Linq.Enumerable.Where(y, v => v > i))} !may throw
        """);

    [Fact]
    public void Bound_with_a_call() => Snippet.AssertIr(
        "float[] x",
        """
        for (int i = 0; i < N(x); i++) x[i] = 1;
        """,
        """
        loop #0 i = 0; i < opaque<int>{__C_N(null!, x)} !may throw; i += 1
          x[i] = 1
        """,
        """
        static int N(float[] x) => x.Length / 2;
        """);

    [Fact]
    public void Step_away_from_the_bound() => Snippet.AssertIr(
        "float[] x, int n",
        """
        for (int i = 0; i < n; i--) x[i] = 1;
        """,
        """
        let i: int = 0
        loop #0 while (i < n)
          x[i] = 1
          i = (i - 1)
        """);

    [Fact]
    public void Nested_loops() => Snippet.AssertIr(
        "double[,] a",
        """
        for (int y = 0; y < a.GetLength(0); y++) for (int x = 0; x < a.GetLength(1); x++) a[y, x] *= 2;
        """,
        """
        loop #0 y = 0; y < len(a, 0); y += 1
          loop #1 x = 0; x < len(a, 1); x += 1
            a[y, x] = (a[y, x] * 2)
        """);

    [Fact]
    public void A_sum_is_tested() => Snippet.AssertIr(
        "float[] x, int n, int k",
        """
        for (int i = 0; i + 4 <= n; i += 4) x[i] = 1;
        for (int i = k; i + k < n; i++) { if (x[i] > 0) continue; x[i] = 1; }
        for (int i = n; 1 + (i - k) > 0; i--) x[i] = 1;
        """,
        """
        loop #0 __test4 = 4; __test4 <= n; __test4 += 4
          let i: int = (__test4 - 4)
          x[i] = 1
        loop #1 __test6 = (k + k); __test6 < n; __test6 += 1
          let i: int = (__test6 - k)
          if (x[i] > 0)
            continue
          x[i] = 1
        loop #2 __test8 = (1 + (n - k)); __test8 > 0; __test8 += -1
          let i: int = ((__test8 - 1) + k)
          x[i] = 1
        """);

    [Fact]
    public void A_sum_of_an_index_that_lives_on_is_tested() => Snippet.AssertIr(
        "float[] x, int n",
        """
        int i = 0;
        while (i + 2 <= n) { x[i] = 1; i += 2; }
        for (; i < n; i++) x[i] = 2;
        """,
        """
        let i: int = 0
        let __near3: int = i
        loop #0 __test4 = (__near3 + 2); __test4 <= n; __test4 += 2
          x[i] = 1
          i = (i + 2)
        loop #1 i = i; i < n; i += 1
          x[i] = 2
        """);

    [Fact]
    public void A_multiple_is_tested() => Snippet.AssertIr(
        "float[] x, int n",
        """
        for (int i = 1; 2 * i + 1 < n; i += 3) x[2 * i] = 1;
        """,
        """
        loop #0 i = 1; i < ((long(n) <= 2147483642) ? ((long(n) + 0) / 2) : 9223372036854775807); i += 3
          x[(2 * i)] = 1
        """);

    [Fact]
    public void All_of_several_bounds() => Snippet.AssertIr(
        "float[] x, float[] y, int n",
        """
        for (int i = 0; i < n && i < x.Length; i++) x[i] = 1;
        for (int i = 0; i < x.Length && i <= n && y.Length > i; i++) x[i] = 1;
        for (int i = n; i >= 0 && i > n - 5; i--) x[i] = 1;
        """,
        """
        loop #0 i = 0; i < System.Math.Min(n, len(x)); i += 1
          x[i] = 1
        loop #1 i = 0; i < System.Math.Min(System.Math.Min(long(len(x)), (long(n) + 1)), long(len(y))); i += 1
          x[i] = 1
        loop #2 i = n; i > System.Math.Max((0 - 1), long((n - 5))); i += -1
          x[i] = 1
        """);

    [Fact]
    public void The_test_steps_the_index() => Snippet.AssertIr(
        "float[] x, int n",
        """
        for (int i = n; i-- > 0;) x[i] = 1;
        for (int i = n; --i >= 0;) x[i] = 1;
        for (int i = -1; ++i < n;) x[i] = 1;
        """,
        """
        loop #0 __test3 = n; __test3 > 0; __test3 += -1
          let i: int = (__test3 - 1)
          x[i] = 1
        loop #1 i = (n - 1); i >= 0; i += -1
          x[i] = 1
        loop #2 i = (-1 + 1); i < n; i += 1
          x[i] = 1
        """);

    [Fact]
    public void The_test_of_a_while_steps_the_index() => Snippet.AssertIr(
        "float[] x, int n, int m",
        """
        while (n-- > 0) { x[n] = 1; }
        int i = -1;
        while (++i < m) { if (x[i] > 0) continue; x[i] = 1; }
        """,
        """
        let __near3: int = n
        loop #0 __test4 = __near3; __test4 > 0; __test4 += -1
          n = (n - 1)
          x[n] = 1
        n = (n - 1)
        let i: int = -1
        loop #1 i = (i + 1); i < m; i += 1
          if (x[i] > 0)
            continue
          x[i] = 1
        """);

    [Fact]
    public void The_body_steps_the_index() => Snippet.AssertIr(
        "float[] x, float[] y, int n",
        """
        int i = 0, j = 0;
        for (; i < n;) { x[i] = 1; i += 2; }
        for (int k = 0; k < n;) { x[k] = 1; k++; }
        while (j < n) { x[j++] = 1; x[j++] = 2; }
        """,
        """
        let i: int = 0
        let j: int = 0
        loop #0 i = i; i < n; i += 2
          x[i] = 1
        loop #1 k = 0; k < n; k += 1
          x[k] = 1
        let __near6: int = j
        loop #2 __test7 = __near6; __test7 < n; __test7 += 2
          x[j] = 1
          j = (j + 1)
          x[j] = 2
          j = (j + 1)
        """);

    [Fact]
    public void A_test_at_the_end() => Snippet.AssertIr(
        "float[] x, int n",
        """
        int i = 0;
        do { x[i] = 1; i++; } while (i < n);
        do { x[n] = 1; } while (--n >= 0);
        """,
        """
        let i: int = 0
        let __near3: int = i
        loop #0 i = i; i < System.Math.Max(long(n), (long(__near3) + 1)); i += 1
          x[i] = 1
        let __near4: int = n
        loop #1 n = n; n >= System.Math.Min(0, long(__near4)); n += -1
          x[n] = 1
        """);
}
