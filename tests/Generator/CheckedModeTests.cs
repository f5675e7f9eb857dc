namespace AutoParallel.Generator.Tests;

/// <summary>With <c>AutoParallelMode=Checked</c>, loops whose safety is asserted or asked at run time are watched for races.</summary>
public sealed class CheckedModeTests
{
    private const string Usings = "#pragma warning disable CS0649\nusing System; using System.Collections.Generic; using AutoParallel; using static AutoParallel.Loops;\n";

    private const string Scatter = """
        static class Kernels
        {
            [Parallel]
            public static void Scatter(double[] target, int[] index, double[] values)
            {
                foreach (int i in Prange(index.Length, independent: true))
                    target[index[i]] = values[i];
            }
        }
        """;

    [Fact]
    public void AnAssertionThatDoesNotHoldIsReportedWithBothIterations()
    {
        var (output, ran) = Run("try { Kernels.Scatter(new double[8], [3, 1, 4, 1, 5], [10, 11, 12, 13, 14]); } catch (RaceException race) { Console.WriteLine(race.Message); }", Scatter);
        Assert.Equal(
            "Kernels.Scatter, foreach (i) is not independent: iteration 1 writes 'target[index[i]]' (User.cs, line 10), and iteration 3 writes 'target[index[i]]' (User.cs, line 10). "
            + "Both are element [1] of a Double[8], which held 11 in between. Write to an element of its own in each iteration, or let the loop run sequentially.",
            output);
        Assert.Equal(["Kernels.Scatter#0 Checked"], ran);
    }

    [Fact]
    public void AnAssertionThatHoldsChangesNothing()
    {
        var (output, ran) = Run("var target = new double[6]; Kernels.Scatter(target, [3, 1, 4, 0, 5], [10, 11, 12, 13, 14]); Console.WriteLine(string.Join(' ', target));", Scatter);
        Assert.Equal("13 11 0 10 12 14", output);
        Assert.Equal(["Kernels.Scatter#0 Checked"], ran);
    }

    [Fact]
    public void OtherBuildsBelieveTheAssertion()
    {
        var (output, ran) = Run("var target = new double[100000]; var index = new int[100000]; for (int k = 0; k < index.Length; k++) index[k] = (int)(k * 7L % 100000); Kernels.Scatter(target, index, target); Console.WriteLine(target[5]);", Scatter, "Parallel");
        Assert.Equal("0", output);
        Assert.Contains("Kernels.Scatter#0 Scalar", ran);
    }

    [Theory]
    [InlineData("a[i] = a[i - 1] + 1;")]
    [InlineData("a[0] = a[0] * 3 + i;")]
    [InlineData("total += a[i]; a[i] = total;")]
    [InlineData("sum.Value = sum.Value * 3 + i;")]
    public void WhatCannotBeTrueIsNotBelieved(string body)
    {
        var (_, ran) = Run("Kernels.M(new int[1000], new Box());", Method("int[] a, Box sum", "int total = a[0];", "1, a.Length", body), "Parallel");
        Assert.Empty(ran);
    }

    [Theory]
    [InlineData("int[] a", "a[i % 10] = i;", "new int[10]", "iteration 0 writes 'a[i % 10]'", "iteration 10 writes 'a[i % 10]'", "element [0] of a Int32[10], which held 0")]
    [InlineData("int[] a", "a[99 - i] = a[i];", "new int[100]", "iteration 49 reads 'a[i]'", "iteration 50 writes 'a[99 - i]'", "element [49]")]
    [InlineData("int[,] a", "a[i % 10, i / 20] += 1;", "new int[10, 10]", "iteration 0 writes 'a[i % 10, i / 20]'", "iteration 10 writes", "element [0, 0] of a Int32[,], which held 1")]
    [InlineData("int[][] a", "a[i % 3][0]++;", "new int[][] { new int[1], new int[1], new int[1] }", "iteration 0 writes 'a[i % 3][0]'", "iteration 3 writes", "held 1")]
    [InlineData("List<int> a", "a[i / 2] = i;", "new List<int>(new int[100])", "iteration 0 writes 'a[i / 2]'", "iteration 1 writes", "element [0] of a List<Int32>")]
    [InlineData("Span<int> a", "a[i / 2] = i;", "new int[100]", "iteration 0 writes 'a[i / 2]'", "iteration 1 writes", "element [0] of a Span<Int32>")]
    [InlineData("Span<int> a", "a[i / 2] = i; GC.Collect();", "new int[100]", "iteration 0 writes 'a[i / 2]'", "iteration 1 writes", "element [0] of a Span<Int32>")]
    [InlineData("Memory<int> a", "a.Span[i / 2] = i; GC.Collect();", "new int[100]", "iteration 0 writes 'a.Span[i / 2]'", "iteration 1 writes", "element [0] of a Span<Int32>")]
    [InlineData("ReadOnlySpan<int> b, Span<int> a", "a[i] = b[99 - i]; GC.Collect();", "new ReadOnlySpan<int>(Box.Cells, 0, 100), Box.Cells", "iteration 49 reads 'b[99 - i]'", "iteration 50 writes 'a[i]'", "element [50] of a Span<Int32>")]
    [InlineData("Box[] a", "a[i].Value = i;", "Box.Twice(100)", "iteration 0 writes 'a[i].Value'", "iteration 50 writes", "of the same Box")]
    [InlineData("Pair[] a", "a[i].X = a[(i + 1) % 100].X;", "new Pair[100]", "iteration 0 reads 'a[(i + 1) % 100]'", "iteration 1 writes 'a[i]'", "element [1]")]
    public void EachKindOfMemoryIsWatched(string parameter, string body, string argument, string first, string second, string element)
    {
        var (output, _) = Run($"try {{ Kernels.M({argument}); }} catch (RaceException race) {{ Console.WriteLine(race.Message); }}", Method(parameter, "", "100", body));
        Assert.Contains(first, output);
        Assert.Contains(second, output);
        Assert.Contains(element, output);
    }

    [Theory]
    [InlineData("Pair[] a", "if (i % 2 == 0) a[i / 2].X = i; else a[i / 2].Y = i;", "new Pair[100]")]
    [InlineData("int[] a", "ref int slot = ref a[i]; slot = a[^(100 - i)];", "new int[100]")]
    [InlineData("Box[] a", "a[i] = new Box { Value = nameof(a).Length }; a[i].Value++;", "Box.Twice(100)")]
    [InlineData("int[] a", "(a[i], a[i]) = (a[i] + 1, 2); Func<int> f = () => a[i]; a[i] += f();", "new int[100]")]
    [InlineData("string[] a", "object[] b = a; b[i] = \"x\" + b[i]; a[i] = a[i]!.Trim();", "new string[100]")]
    [InlineData("int[] a", "for (int k = 0; k < 3; k++) a[i] += k; if (a[i] > 2) continue; a[i] = 0;", "new int[100]")]
    public void WhatIsIndependentPasses(string parameter, string body, string argument)
    {
        var (output, _) = Run($"try {{ Kernels.M({argument}); Console.WriteLine(\"ok\"); }} catch (RaceException race) {{ Console.WriteLine(race.Message); }}", Method(parameter, "", "100", body));
        Assert.Equal("ok", output);
    }

    [Fact]
    public void PrivateFieldsAreWatchedToo()
    {
        const string Type = """
            class Grid
            {
                private readonly int[] cells = new int[10];
                private static int[] shared = new int[10];
                private int last;

                [Parallel]
                public void Fill(int[] index)
                {
                    foreach (int i in Prange(index.Length, independent: true))
                    {
                        if (index[i] > 5)
                            last = i;
                        this.cells[index[i]] = shared[i] + last;
                    }
                }
            }
            """;
        var (output, ran) = Run("try { new Grid().Fill([1, 6, 2, 3, 4, 1]); } catch (RaceException race) { Console.WriteLine(race.Message); }", Type);
        Assert.Contains("iteration 0 reads 'last'", output);
        Assert.Contains("iteration 1 writes 'last'", output);
        Assert.Equal(["Grid.Fill#0 Checked"], ran);
    }

    [Fact]
    public void LoopsThatAskAtRunTimeAreWatchedAndProvenOnesRunInParallel()
    {
        const string Type = """
            static class Kernels
            {
                [Parallel]
                public static void Shift(Span<int> a, Span<int> from, int[] b)
                {
                    for (int i = 0; i < a.Length; i++)
                        a[i] = from[i + 1] + 1;
                    for (int i = 0; i < b.Length; i++)
                        b[i] += 1;
                }
            }
            """;
        var (_, ran) = Run("var a = new int[1000]; Kernels.Shift(a.AsSpan(0, 400), a.AsSpan(500, 401), new int[100000]);", Type);
        Assert.Equal(["Kernels.Shift#0 Checked", "Kernels.Shift#1 Vector"], ran);
        (_, ran) = Run("var a = new int[1000]; Kernels.Shift(a.AsSpan(0, 400), a.AsSpan(300, 401), new int[100000]);", Type);
        Assert.Equal(["Kernels.Shift#0 Sequential", "Kernels.Shift#1 Vector"], ran);
    }

    private static string Method(string parameters, string before, string range, string body) => $$"""
        class Box { public static readonly int[] Cells = new int[100]; public int Value; public static Box[] Twice(int n) { var all = new Box[n]; for (int k = 0; k < n; k++) all[k] = k < n / 2 ? new Box() : all[k - n / 2]; return all; } }
        struct Pair { public int X; public int Y; }
        static class Kernels
        {
            [Parallel]
            public static void M({{parameters}})
            {
                {{before}}
                foreach (int i in Prange({{range}}, independent: true))
                {
                    {{body}}
                }
            }
        }
        """;

    private static (string Output, IReadOnlyCollection<string> Ran) Run(string program, string types, string mode = "Checked") =>
        Consumer.Run($"{Usings}{program}\n{types}", mode);
}
