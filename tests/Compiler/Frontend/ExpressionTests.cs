namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>Expressions with the language's conversions written out.</summary>
public class ExpressionTests
{
    [Fact]
    public void Promotions() => Snippet.AssertIr(
        "byte[] b, short[] s, char[] c, float[] f",
        """
        f[0] = b[0] + b[1];
        s[0] = (short)(s[1] * s[2]);
        f[1] = c[0] + 1;
        f[2] = 1 / 2 + f[3];
        """,
        """
        f[0] = float((int(b[0]) + int(b[1])))
        s[0] = short((int(s[1]) * int(s[2])))
        f[1] = float((int(c[0]) + 1))
        f[2] = (0 + f[3])
        """);

    [Fact]
    public void Compound_assignments() => Snippet.AssertIr(
        "byte[] b, int n, float f, long l",
        """
        b[0] += 2;
        b[1] <<= n;
        f += n;
        n += (int)l;
        l *= n;
        n <<= 2;
        b[2]++;
        f--;
        """,
        """
        b[0] = byte((int(b[0]) + 2))
        b[1] = byte((int(b[1]) << n))
        f = (f + float(n))
        n = (n + int(l))
        l = (l * long(n))
        n = (n << 2)
        b[2] = byte((int(b[2]) + 1))
        f = (f - 1)
        """);

    [Fact]
    public void Checked_arithmetic_is_marked() => Snippet.AssertIr(
        "int[] x",
        """
        checked { x[0] += x[1]; x[1] = (byte)x[2]; }
        """,
        """
        x[0] = (x[0] + x[1])
        x[1] = int(byte(x[2]))
        """);

    [Fact]
    public void Logic_and_bits() => Snippet.AssertIr(
        "bool[] p, int a, uint u",
        """
        p[0] = a > 0 && !p[1] || p[2] ^ p[3];
        a = ~a & 15 | a >> 2 ^ a >>> 3;
        u = u >> 1 | (uint)a;
        """,
        """
        p[0] = (((a > 0) && !(p[1])) || (p[2] ^ p[3]))
        a = ((~(a) & 15) | ((a >> 2) ^ (a >>> 3)))
        u = ((u >> 1) | uint(a))
        """);

    [Fact]
    public void Constants_are_folded() => Snippet.AssertIr(
        "double[] x",
        """
        const int K = 3;
        x[0] = K * 2 + Math.PI;
        x[1] = Limit;
        x[2] = int.MaxValue;
        x[3] = default(int);
        """,
        """
        let K: int = 3
        x[0] = 9.141592653589793
        x[1] = 2.5
        x[2] = 2147483647
        x[3] = 0
        """,
        """
        const double Limit = 2.5;
        """);

    [Fact]
    public void Conditional_and_patterns() => Snippet.AssertIr(
        "int[] x",
        """
        x[0] = x[1] > 3 ? x[2] : 5;
        x[1] = x[2] is > 0 and < 10 or 42 ? 1 : 0;
        x[2] = x[3] is not 5 ? 1 : 0;
        x[3] = x[4] switch { < 0 => -1, 0 => 0, _ => 1 };
        """,
        """
        x[0] = ((x[1] > 3) ? x[2] : 5)
        x[1] = ((((x[2] > 0) && (x[2] < 10)) || (x[2] == 42)) ? 1 : 0)
        x[2] = (!((x[3] == 5)) ? 1 : 0)
        x[3] = ((x[4] < 0) ? -1 : ((x[4] == 0) ? 0 : 1))
        """);

    [Fact]
    public void Math_calls() => Snippet.AssertIr(
        "float[] f, double[] d, int[] n",
        """
        f[0] = MathF.Sqrt(f[1]) + float.Max(f[2], f[3]) + (float)Math.Sin(f[4]);
        d[0] = double.Sqrt(d[1]) + Math.Clamp(d[2], 0, 1) + double.Exp2(d[3]);
        n[0] = Math.Min(n[1], n[2]) + int.Max(n[3], 0) + System.Numerics.BitOperations.PopCount((uint)n[4]);
        """,
        """
        f[0] = ((System.MathF.Sqrt(f[1]) + System.MathF.Max(f[2], f[3])) + float(AutoParallel.CompilerServices.LaneMath.Sin(double(f[4]))))
        d[0] = ((System.Math.Sqrt(d[1]) + System.Math.Clamp(d[2], 0, 1)) + AutoParallel.CompilerServices.LaneMath.Exp2(d[3]))
        n[0] = ((System.Math.Min(n[1], n[2]) + System.Math.Max(n[3], 0)) + System.Numerics.BitOperations.PopCount(uint(n[4])))
        """);

    [Fact]
    public void Decimal_and_half() => Snippet.AssertIr(
        "decimal[] d, Half[] h",
        """
        d[0] = d[1] * 2 + 1;
        h[0] = h[1] + (Half)2;
        """,
        """
        d[0] = ((d[1] * 2) + 1)
        h[0] = (h[1] + global::System.Half(2))
        """);

    [Fact]
    public void Enums() => Snippet.AssertIr(
        "DayOfWeek[] x",
        """
        if (x[0] == DayOfWeek.Monday) x[1] = x[0] + 1;
        """,
        """
        if (x[0] == 1)
          x[1] = (x[0] + 1)
        """);

    [Fact]
    public void Text_is_opaque() => Snippet.AssertIr(
        "string[] x, int n",
        """
        x[0] = x[1] + n + $"{n:D2}" + x[2].Trim();
        """,
        """
        x[0] = opaque<string>{x[1] + n + $"{(n):D2}" + x[2].Trim()} !may throw
        """);

    [Fact]
    public void Nullable_is_opaque() => Snippet.AssertIr(
        "int?[] x, int[] y",
        """
        x[0] = x[1] + 1;
        y[0] = x[2] ?? 3;
        """,
        """
        x[0] = opaque<int?>{x[1] + 1}
        y[0] = opaque<int>{x[2] ?? 3}
        """);

    [Fact]
    public void Objects() => Snippet.AssertIr(
        "object[] o",
        """
        o[0] = new List<int> { 1, 2 };
        o[1] = new { A = 1 };
        o[2] = (1, 2);
        o[3] = o[4] as string;
        """,
        """
        o[0] = opaque<object>{(object)(new global::System.Collections.Generic.List<int> { 1, 2 })}
        o[1] = opaque<object>{(object)(new { A = 1 })}
        o[2] = opaque<object>{(object)((1, 2))}
        o[3] = opaque<object>{(object?)(o[4] as string)}
        """);

    [Fact]
    public void Assignment_in_an_expression() => Snippet.AssertIr(
        "int[] x, int i, int j",
        """
        x[i++] = 3;
        x[0] = j = i;
        i = j = 0;
        """,
        """
        x[i] = 3
        i = (i + 1)
        x[0] = opaque<int>{j = i} !writes j
        i = opaque<int>{j = 0} !writes j
        """);

    [Fact]
    public void Out_and_ref_arguments() => Snippet.AssertIr(
        "string[] s, int[] x, int n",
        """
        if (int.TryParse(s[0], out var v)) x[0] = v;
        int.TryParse(s[1], out n);
        int.TryParse(s[2], out x[3]);
        Swap(ref x[0], ref n);
        """,
        """
        let v: int
        if opaque<bool>{int.TryParse(s[0], out var v)} !may throw
          x[0] = v
        eval opaque<bool>{int.TryParse(s[1], out n)} !writes n; may throw
        eval opaque<bool>{int.TryParse(s[2], out x[3])} !stores x[3]; may throw
        eval opaque<void>{__C_Swap(null!, ref x[0], ref n)} !writes n; stores x[0]; may throw
        """,
        """
        static void Swap(ref int a, ref int b) => (a, b) = (b, a);
        """);

    [Fact]
    public void Swap_through_a_tuple() => Snippet.AssertIr(
        "int[] x, int a, int b",
        """
        (a, b) = (b, a + b);
        (x[0], x[1]) = (x[1], x[0]);
        var (c, d) = (a * 2, b);
        """,
        """
        let __t3: int = b
        let __t4: int = (a + b)
        a = __t3
        b = __t4
        let __t5: int = x[1]
        let __t6: int = x[0]
        x[0] = __t5
        x[1] = __t6
        let __t9: int = (a * 2)
        let __t10: int = b
        let c: int = __t9
        let d: int = __t10
        """);

    [Fact]
    public void Switch_statement_on_numbers() => Snippet.AssertIr(
        "int[] x, int n",
        """
        switch (n) { case 0: x[0] = 1; break; case 1: case 2: x[0] = 2; break; default: x[0] = 3; break; }
        """,
        """
        let __selector2: int = n
        if (__selector2 == 0)
          x[0] = 1
        else
          if ((__selector2 == 1) || (__selector2 == 2))
            x[0] = 2
          else
            x[0] = 3
        """);

    [Fact]
    public void Switch_statement_with_a_variable_of_all_sections() => Snippet.AssertIr(
        "int[] x, int n",
        """
        switch (n) { case 0: int v = 1; x[0] = v; break; case 1: v = x[1]; x[2] = v; break; }
        """,
        """
        let __selector2: int = n
        let v: int
        if (__selector2 == 0)
          v = 1
          x[0] = v
        else
          if (__selector2 == 1)
            v = x[1]
            x[2] = v
        """);

    [Fact]
    public void Switch_statement_with_a_variable_that_its_section_does_not_use() => Snippet.AssertIr(
        "int[] x, int n",
        """
        switch (n) { case 0: int v = 1; break; case 1: v = x[1]; x[2] = v; break; }
        """,
        """
        let __selector2: int = n
        let v: int
        if (__selector2 == 0)
          v = 1
        else
          if (__selector2 == 1)
            v = x[1]
            x[2] = v
        """);

    [Fact]
    public void Switch_statement_with_patterns() => Snippet.AssertIr(
        "object o, int[] x",
        """
        switch (o) { case string s: x[0] = s.Length; break; case int n when n > 2: x[0] = n; break; }
        """,
        """
        let s: string
        let n: int
        opaque a switch statement (o, (n > 2)) !writes s, n
          x[0] = len(s)
          x[0] = n
        """);

    [Fact]
    public void Struct_locals() => Snippet.AssertIr(
        "System.Numerics.Vector3[] v, float[] f",
        """
        var p = v[0];
        p.X = 3;
        f[0] = p.X + p.Y;
        (int A, int B) t = (1, 2);
        t.A++;
        f[1] = t.A;
        """,
        """
        let p: global::System.Numerics.Vector3 = v[0]
        eval opaque<float>{p.X = 3} !writes p
        f[0] = (opaque<float>{p.X} + opaque<float>{p.Y})
        let t: (int A, int B) = opaque<(int, int)>{(1, 2)}
        eval opaque<int>{t.A++} !writes t
        f[1] = float(opaque<int>{t.A})
        """);
}
