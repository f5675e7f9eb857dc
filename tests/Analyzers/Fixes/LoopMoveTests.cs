using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class LoopMoveTests
{
    [Fact]
    public Task An_expression() => VerifyFix.Changes<LoopMoveFixProvider>(
        RuleIds.PlainLoop,
        """
        class C
        {
            static void Scale(double[] x, double[] y)
            {
                var factor = 2.0;
                // All of them.
                Parallel.For(0, x.Length, i => y[i] = factor * x[i]);
            }

            static void Other() { }
        }
        """,
        """
        class C
        {
            static void Scale(double[] x, double[] y)
            {
                var factor = 2.0;
                // All of them.
                ScaleLoop(x, y, factor);
            }

            [Parallel]
            private static void ScaleLoop(double[] x, double[] y, double factor)
            {
                for (int i = 0; i < x.Length; i++)
                    y[i] = factor * x[i];
            }

            static void Other() { }
        }
        """,
        "Move the loop into the [Parallel] method 'ScaleLoop'");

    [Fact]
    public Task A_block_with_returns_that_uses_the_object() => VerifyFix.Changes<LoopMoveFixProvider>(
        RuleIds.PlainLoop,
        """
        class C
        {
            private readonly double[] _weights = new double[100];

            public void Apply(double[,] image)
            {
                int width = image.GetLength(1);
                Parallel.For(1, image.GetLength(0) - 1, y =>
                {
                    if (_weights[y] == 0)
                        return;
                    for (int x = 0; x < width; x++)
                        image[y, x] *= _weights[y];
                });
            }
        }
        """,
        """
        class C
        {
            private readonly double[] _weights = new double[100];

            public void Apply(double[,] image)
            {
                int width = image.GetLength(1);
                ApplyLoop(image, width);
            }

            [Parallel]
            private void ApplyLoop(double[,] image, int width)
            {
                for (int y = 1; y < image.GetLength(0) - 1; y++)
                {
                    if (_weights[y] == 0)
                        continue;
                    for (int x = 0; x < width; x++)
                        image[y, x] *= _weights[y];
                }
            }
        }
        """);

    [Fact]
    public Task Bounds_that_are_computed_and_a_sum() => VerifyFix.Changes<LoopMoveFixProvider>(
        RuleIds.PlainLoop,
        """
        class C
        {
            static int Count() => 3;

            static double MLoop(double[] x)
            {
                double sum = 0;
                var y = new double[9];
                Parallel.For(0, Count(), i => sum += x[i] * y[i]);
                return sum;
            }
        }
        """,
        """
        class C
        {
            static int Count() => 3;

            static double MLoop(double[] x)
            {
                double sum = 0;
                var y = new double[9];
                sum = MLoopLoop(x, sum, y, Count());
                return sum;
            }

            [Parallel]
            private static double MLoopLoop(double[] x, double sum, double[] y, int end)
            {
                for (int i = 0; i < end; i++)
                    sum += x[i] * y[i];
                return sum;
            }
        }
        """);

    [Fact]
    public Task The_elements_of_an_array() => VerifyFix.Changes<LoopMoveFixProvider>(
        RuleIds.PlainLoop,
        """
        class C
        {
            public static int[] Counts { get; } = new int[9];

            static long Sum(int[] x)
            {
                long sum = 0;
                Parallel.ForEach(x, v => { sum += v * v; });
                return sum;
            }
        }
        """,
        """
        class C
        {
            public static int[] Counts { get; } = new int[9];

            static long Sum(int[] x)
            {
                long sum = 0;
                sum = SumLoop(x, sum);
                return sum;
            }

            [Parallel]
            private static long SumLoop(int[] x, long sum)
            {
                foreach (int v in x)
                { sum += v * v; }
                return sum;
            }
        }
        """);

    [Fact]
    public Task All_of_a_file() => VerifyFix.ChangesAll<LoopMoveFixProvider>(
        RuleIds.PlainLoop,
        """
        class C
        {
            static void M(double[] x, double[] y)
            {
                Parallel.For(0, x.Length, i => y[i] = x[i]);
                Parallel.For(0, y.Length, i => x[i] = y[i] + 1);
            }
        }
        """,
        """
        class C
        {
            static void M(double[] x, double[] y)
            {
                MLoop2(x, y);
                MLoop(x, y);
            }

            [Parallel]
            private static void MLoop2(double[] x, double[] y)
            {
                for (int i = 0; i < x.Length; i++)
                    y[i] = x[i];
            }

            [Parallel]
            private static void MLoop(double[] x, double[] y)
            {
                for (int i = 0; i < y.Length; i++)
                    x[i] = y[i] + 1;
            }
        }
        """);

    [Fact]
    public Task Names_and_types_that_are_not_plain() => VerifyFix.Changes<LoopMoveFixProvider>(
        RuleIds.PlainLoop,
        """
        using System.Collections.Concurrent;

        class C(double[] weights)
        {
            private int Size
            {
                set
                {
                    var @out = new float[value];
                    List<int>? list = new(value) { 1 };
                    Parallel.For(0, list.Count, @in => @out[@in] = (float)weights[@in] * value);
                }
            }
        }
        """,
        """
        using System.Collections.Concurrent;

        class C(double[] weights)
        {
            private int Size
            {
                set
                {
                    var @out = new float[value];
                    List<int>? list = new(value) { 1 };
                    SizeLoop(value, @out, list);
                }
            }

            [Parallel]
            private void SizeLoop(int value, float[] @out, List<int> list)
            {
                for (int @in = 0; @in < list.Count; @in++)
                    @out[@in] = (float)weights[@in] * value;
            }
        }
        """);

    [Fact]
    public Task Inside_of_another_lambda() => VerifyFix.Changes<LoopMoveFixProvider>(
        RuleIds.PlainLoop,
        """
        static class C
        {
            public static Task<int[]> M(int n) => Task.Run(() =>
            {
                int[] x = new int[n], y = new int[n];
                Parallel.For(0, n, (i, _) =>
                {
                    // Twice.
                    y[i] = 2 * x[i];
                });
                return y;
            });
        }
        """,
        """
        static class C
        {
            public static Task<int[]> M(int n) => Task.Run(() =>
            {
                int[] x = new int[n], y = new int[n];
                MLoop(n, x, y);
                return y;
            });

            [Parallel]
            private static void MLoop(int n, int[] x, int[] y)
            {
                for (int i = 0; i < n; i++)
                {
                    // Twice.
                    y[i] = 2 * x[i];
                }
            }
        }
        """);
}
