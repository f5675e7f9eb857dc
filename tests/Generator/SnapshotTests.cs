namespace AutoParallel.Generator.Tests;

/// <summary>What is generated for methods of the common kinds, word for word: a user reads it, too.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Dot() => Generates(
        """
        static class Kernels
        {
            [Parallel]
            public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
            {
                float sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i] * y[i];
                return sum;
            }
        }
        """);

    [Fact]
    public void Saxpy() => Generates(
        """
        static class Kernels
        {
            [Parallel]
            public static void Saxpy(float a, float[] x, float[] y)
            {
                for (int i = 0; i < x.Length; i++)
                    y[i] = a * x[i] + y[i];
            }
        }
        """);

    [Fact]
    public void Mandelbrot() => Generates(
        """
        static class Kernels
        {
            [Parallel]
            public static void Mandelbrot(int[] counts, double[] re, double im, int limit)
            {
                for (int i = 0; i < counts.Length; i++)
                {
                    double x = 0, y = 0;
                    int count = 0;
                    while (count < limit && x * x + y * y < 4)
                    {
                        double next = x * x - y * y + re[i];
                        y = 2 * x * y + im;
                        x = next;
                        count++;
                    }

                    counts[i] = count;
                }
            }
        }
        """);

    [Fact]
    public void StencilWithGuards() => Generates(
        """
        static class Kernels
        {
            [Parallel]
            public static void Blur(Span<double> smooth, ReadOnlySpan<double> rough)
            {
                for (int i = 1; i < rough.Length - 1; i++)
                    smooth[i] = (rough[i - 1] + rough[i] + rough[i + 1]) / 3;
            }
        }
        """);

    [Fact]
    public void BranchAsMask() => Generates(
        """
        static class Kernels
        {
            [Parallel]
            public static void Clip(int[] values, int limit)
            {
                for (int i = 0; i < values.Length; i++)
                {
                    if (values[i] > limit)
                        values[i] = limit;
                    else if (values[i] < 0)
                        values[i] = 0;
                }
            }
        }
        """);

    [Fact]
    public void ScalarPathWithStrings() => Generates(
        """
        static class Kernels
        {
            [Parallel]
            public static void Lengths(string[] words, int[] lengths)
            {
                for (int i = 0; i < words.Length; i++)
                    lengths[i] = words[i].Trim().Length;
            }
        }
        """);

    [Fact]
    public void ElementWiseOverloads() => Generates(
        """
        static class Kernels
        {
            [Parallel]
            public static double Square(double x) => x * x;
        }
        """);

    [Fact]
    public void GenericMethod() => Generates(
        """
        static class Kernels
        {
            [Parallel]
            public static void Copy<T>(T[] from, T[] to)
                where T : struct
            {
                for (int i = 0; i < from.Length; i++)
                    to[i] = from[i];
            }
        }
        """);

    [Fact]
    public void PrangeWithOptions() => Generates(
        """
        static class Kernels
        {
            [Parallel]
            public static void Roots(double[,] image)
            {
                foreach (int y in Prange(0, image.GetLength(0), schedule: Schedule.Dynamic, chunkSize: 8))
                    for (int x = 0; x < image.GetLength(1); x++)
                        image[y, x] = Math.Sqrt(image[y, x]);
            }
        }
        """);

    [Fact]
    public void PrivateMembers() => Generates(
        """
        sealed class Histogram
        {
            private readonly long[] _counts = new long[256];
            private int _shift;

            [Parallel]
            public void Rescale()
            {
                for (int i = 0; i < _counts.Length; i++)
                    _counts[i] >>= _shift;
            }
        }
        """);

    private static void Generates(
        string source,
        [System.Runtime.CompilerServices.CallerFilePath] string file = "",
        [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var text = "using System;\nusing AutoParallel;\nusing static AutoParallel.Loops;\n\n" + source;
        var driver = Consumer.Driver(counts: false).RunGenerators(Consumer.Compile([Consumer.Parse(text)]));
        var files = driver.GetRunResult().Results.Single().GeneratedSources.OrderBy(s => s.HintName, StringComparer.Ordinal);
        Snapshot.Matches(string.Join("\n", files.Select(f => $"// {f.HintName}\n{f.SourceText}")), file, test);
    }
}
