using System.Text;

using Microsoft.CodeAnalysis;

namespace AutoParallel.GeneratorBenchmarks;

/// <summary>Methods that are made to take the compiler long: what it does with them must be bounded.</summary>
internal static class HardMethods
{
    /// <summary>The name of the class that holds them.</summary>
    public const string TypeName = "Hard";

    /// <summary>The class that holds them.</summary>
    public static SyntaxTree File { get; } = Solution.Parse(
        $$"""
        public static class {{TypeName}}
        {
            [Parallel]
            public static void Nest(double[] a, int n)
            {
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                        for (int k = 0; k < n; k++)
                            for (int l = 0; l < n; l++)
                            {
                                {{Lines(100, c => $"a[3 * i + 5 * j + 7 * k + {c} * l + {c}] = a[2 * i + {c} * j + k + 13 * l + {3 * c}] + 1;")}}
                            }
            }

            [Parallel]
            public static void SymbolicNest(double[] a, int n, int m, int p, int q)
            {
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < m; j++)
                        for (int k = 0; k < p; k++)
                            for (int l = 0; l < q; l++)
                            {
                                {{Lines(100, c => $"a[((i * m + j) * p + k) * q + l] = a[((i * m + j) * p + k) * q + l + {c}] * {c};")}}
                            }
            }

            [Parallel]
            public static void Matrices(double[,] a, int n)
            {
                for (int i = 1; i < n; i++)
                    for (int j = i; j < 2 * n - i; j++)
                        for (int k = j; k < i + j; k++)
                            for (int l = k; l < n; l++)
                            {
                                {{Lines(100, c => $"a[2 * i + k + {c % 7}, j - {c} * l] = a[i + 3 * j - {c}, k + {c % 11} * l] + 1;")}}
                            }
            }

            [Parallel]
            public static void Branches(double[] x, double[] y, int n)
            {
                for (int i = 0; i < n; i++)
                {
                    {{Lines(60, c => $"if (x[i] > {c}) y[i] += {c}; else y[i] = x[i] * {c};")}}
                }
            }

            [Parallel]
            public static void NestedBranches(double[] x, double[] y, int n)
            {
                for (int i = 0; i < n; i++)
                {
                    {{Lines(60, c => $"if (i % {c + 2} > {c / 2} && 3 * i < n + {c})")}}
                        y[2 * i] = y[3 * i + 1] + x[i];
                }
            }

            [Parallel]
            public static void Long(double[] x, double[] y, double[] z, int n)
            {
                for (int i = 0; i < n; i++)
                {
                    {{Lines(500, c => $"double t{c} = x[i] * {c};\n double u{c} = t{c} + z[i];\n y[i] += t{c} * u{c};\n z[i] = u{c} - t{c};")}}
                }
            }

            [Parallel]
            public static double Scalars(double[] x, int n)
            {
                {{Lines(200, c => $"double s{c} = {c};")}}
                for (int i = 1; i < n; i++)
                {
                    {{Lines(200, c => $"s{c} = s{(c + 1) % 200} * x[i - {c % 3}] + {c};")}}
                }

                return s0;
            }

            [Parallel]
            public static void Loops(double[] x, double[] y, int n)
            {
                {{Lines(100, c => $"for (int i = {c}; i < n; i++) x[i] = y[i - {c}] + x[i - {c}] * 0.5;")}}
            }
        }
        """,
        "Hard.cs");

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(line(i)).Append('\n');
        return text.ToString();
    }
}
