using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>The emitted text of statements and loops.</summary>
public class TextTests
{
    private const string Source = """
        using System.Text;
        static class C
        {
            [Parallel]
            public static void M(float[] x, Span<int> s)
            {
                // before
                for (int i = 0, n = x.Length; i < n; i++)
                {
                    x[i] = MathF.Sqrt(x[i]); // after
        #if NOT
                    x[i] = 0;
        #endif
                    foreach (ref var v in s.Slice(1)) // inner
                        v = checked(v + (int)x[i]);
                }

                int k = 0;
                while (k < 3)
                {
                    x[k] = 1;
                    k++;
                }
            }
        }
        """;

    [Fact]
    public void Loops_stand_as_markers_and_keep_their_lines()
    {
        var method = Snippet.Lower(Source);
        Assert.Equal("""
            {
                    // before
                    { int n = x.Length; <0> }

                    int k = 0;
                    <2>
                }
            """, Show(method.Body.Text));
        Assert.Equal(Source.Split('\n').Length - 6, Snippet.Text(method).Split('\n').Length);
    }

    [Fact]
    public void Loop_text_is_the_whole_loop_and_body_text_one_iteration()
    {
        var loops = Snippet.Lower(Source).Body.SelfAndDescendants().OfType<Loop>().ToList();
        Assert.Equal("""
            for (int i = 0; i < n; i++)
                    {
                        x[i] = global::System.MathF.Sqrt(x[i]); // after



                        { var __source1 = s.Slice(1); <1> }
                    }
            """, Show(loops[0].Text));
        Assert.StartsWith("{\n            x[i] = global::System.MathF.Sqrt(x[i]);", loops[0].BodyText);
        Assert.Equal("""
            foreach (ref var v in __source1) // inner
                            v = checked(v + (int)x[i]);
            """, Show(loops[1].Text));
        Assert.Equal("ref int v = ref __source1[__i1]; v = checked(v + (int)x[i]);", loops[1].BodyText);
        Assert.Equal("""
            {
                        x[k] = 1;

                    }
            """, string.Join("\n", Show(loops[2].BodyText).Split('\n').Select(l => l.TrimEnd())));
        Assert.Equal(["for (i)", "foreach (v)", "while (k)"], loops.Select(l => l.Display));
    }

    [Fact]
    public void Places_are_those_of_the_file()
    {
        var method = Snippet.Lower(Source);
        var loops = method.Body.SelfAndDescendants().OfType<Loop>().ToList();
        Assert.Equal(new SourceSpan(7, 8, 7, 11), loops[0].Keyword);
        Assert.Equal(8, loops[0].Body.Source.StartLine);
        Assert.Equal(13, loops[1].Source.StartLine);
        Assert.Equal("File1.cs", method.FilePath);
    }

    [Fact]
    public void Text_outside_its_checked_block_brings_the_context_along()
    {
        var method = Snippet.Lower("""
            static class C
            {
                [Parallel]
                public static void M(int[] x)
                {
                    checked { unchecked { for (int i = 0; i < x.Length; i++) x[i]++; } }
                    unsafe { for (int i = 0; i < x.Length; i++) x[i]++; }
                }
            }
            """);
        Assert.Equal(
            ["unchecked { x[i]++; }", "unsafe { x[i]++; }"],
            method.Body.SelfAndDescendants().OfType<Loop>().Select(l => l.BodyText));
    }

    [Fact]
    public void Usings_are_copied_where_extension_lookups_need_them()
    {
        const string Method = "namespace A.B { using System.Text; static class C { [Parallel] public static int M(int[] x) { return BODY; } } }";
        Assert.Empty(Snippet.Lower(Method.Replace("BODY", "x.Where(v => v > 1).Sum()")).Usings);
        Assert.Equal(
            ["using global::System.Text;", "using global::A.B;", "using global::A;", "using global::System.IO;", "using static global::System.Math;"],
            Snippet.Lower("using System.IO; using static System.Math; using X = System.Int32;\n" + Method.Replace("BODY", "(from v in x select v).Sum()")).Usings.ToArray());
    }

    private static string Show(string text) => text.Replace('\u0001', '<').Replace('\u0002', '>');
}
