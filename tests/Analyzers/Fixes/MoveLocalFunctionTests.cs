using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class MoveLocalFunctionTests
{
    [Fact]
    public Task A_first_program() => VerifyFix.Changes<MoveLocalFunctionFixProvider>(
        RuleIds.LocalFunction,
        """
        var x = new double[1000];
        Console.WriteLine(Dot(x, x));

        // The sum of the products.
        [Parallel]
        static double Dot(double[] x, double[] y)
        {
            double sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                // One product.
                sum += x[i] * y[i];
            }
            return sum;
        }
        """,
        """
        var x = new double[1000];
        Console.WriteLine(Kernels.Dot(x, x));

        static class Kernels
        {
            // The sum of the products.
            [Parallel]
            public static double Dot(double[] x, double[] y)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    // One product.
                    sum += x[i] * y[i];
                }
                return sum;
            }
        }
        """ + "\n",
        "Move 'Dot' into the static class 'Kernels'");

    [Fact]
    public Task All_uses_are_qualified_and_code_after_it_stays() => VerifyFix.Changes<MoveLocalFunctionFixProvider>(
        RuleIds.LocalFunction,
        """
        [Parallel]
        void Fill<T>(T[] x, T value)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = value;
        }

        var a = new int[10];
        Fill(a, 1); // inferred
        Fill<int>(value: 2, x: a);
        Action<int[], int> fill = Fill;
        Console.WriteLine(nameof(Fill));
        """,
        """

        var a = new int[10];
        Kernels.Fill(a, 1); // inferred
        Kernels.Fill<int>(value: 2, x: a);
        Action<int[], int> fill = Kernels.Fill;
        Console.WriteLine(nameof(Kernels.Fill));

        static class Kernels
        {
            [Parallel]
            public static void Fill<T>(T[] x, T value)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = value;
            }
        }
        """ + "\n");

    [Fact]
    public Task Into_the_class_that_is_there() => VerifyFix.Changes<MoveLocalFunctionFixProvider>(
        RuleIds.LocalFunction,
        """
        Clear(new int[10]);

        [Parallel]
        static void Clear(int[] x)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = 0;
        }

        static class Kernels
        {
            public static int One => 1;
        }
        """,
        """
        Kernels.Clear(new int[10]);

        static class Kernels
        {
            public static int One => 1;

            [Parallel]
            public static void Clear(int[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = 0;
            }
        }
        """);

    [Fact]
    public Task Another_name_where_the_usual_one_is_taken() => VerifyFix.Changes<MoveLocalFunctionFixProvider>(
        RuleIds.LocalFunction,
        """
        Kernels.Clear();
        Clear(new int[10]);

        [Parallel]
        static void Clear(int[] x)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = 0;
        }

        static class Kernels
        {
            public static void Clear() { }
        }
        """,
        """
        Kernels.Clear();
        Kernels2.Clear(new int[10]);

        static class Kernels
        {
            public static void Clear() { }
        }

        static class Kernels2
        {
            [Parallel]
            public static void Clear(int[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = 0;
            }
        }
        """ + "\n");

    [Fact]
    public Task Into_the_type_around_it() => VerifyFix.Changes<MoveLocalFunctionFixProvider>(
        RuleIds.LocalFunction,
        """
        class C<T>
        {
            public void M(T[] x, T value)
            {
                Fill(x, value);

                [Parallel]
                void Fill(T[] x, T value)
                {
                    for (int i = 0; i < x.Length; i++)
                        x[i] = value;
                }
            }

            public int Next => 1;
        }
        """,
        """
        class C<T>
        {
            public void M(T[] x, T value)
            {
                Fill(x, value);
            }

            [Parallel]
            private static void Fill(T[] x, T value)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = value;
            }

            public int Next => 1;
        }
        """,
        "Make 'Fill' a static method of 'C'");

    [Fact]
    public Task All_at_once_even_where_one_calls_another() => VerifyFix.ChangesAll<MoveLocalFunctionFixProvider>(
        RuleIds.LocalFunction,
        """
        Clear(new int[10]);

        [Parallel]
        static void Clear(int[] x)
        {
            Fill(x, 0);
            for (int i = 0; i < x.Length; i++)
                x[i] = 0;
        }

        [Parallel]
        static void Fill(int[] x, int value)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = value;
        }
        """,
        """
        Kernels.Clear(new int[10]);

        static class Kernels
        {
            [Parallel]
            public static void Fill(int[] x, int value)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = value;
            }

            [Parallel]
            public static void Clear(int[] x)
            {
                Kernels.Fill(x, 0);
                for (int i = 0; i < x.Length; i++)
                    x[i] = 0;
            }
        }
        """ + "\n");

    [Theory]
    [InlineData("int[] x = [1]; Clear(); [Parallel] void Clear() { for (int i = 0; i < x.Length; i++) x[i] = 0; }")]
    [InlineData("Clear([1]); static void Other() { } [Parallel] static void Clear(int[] x) { for (int i = 0; i < x.Length; i++) Other(); }")]
    [InlineData("Clear([1]); [Parallel] static void Clear(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = Offset; } partial class Program { static int Offset; }")]
    [InlineData("Clear([]); [Parallel] static void Clear(F[] x) { for (int i = 0; i < x.Length; i++) x[i] = null!; } file class F { }")]
    [InlineData("class C { int f; void M(int[] a) { Clear(a); [Parallel] void Clear(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = f; } } }")]
    [InlineData("class C { void Clear() { } void M(int[] a) { Clear(a); [Parallel] void Clear(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; } } }")]
    [InlineData("class C { void M<T>(T[] a) { Clear(a); [Parallel] void Clear(T[] x) { for (int i = 0; i < x.Length; i++) x[i] = default!; } } }")]
    [InlineData("class C { void M(int[] a, int k) { checked { Clear(a); [Parallel] void Clear(int[] x) { for (int i = 0; i < x.Length; i++) x[i] += 1; } } } }")]
    [InlineData("[Parallel] static void Clear(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; }")]
    public Task Not_where_the_function_needs_its_surroundings(string source) =>
        VerifyFix.IsNotOffered<MoveLocalFunctionFixProvider>(RuleIds.LocalFunction, source);

    [Fact]
    public Task Not_for_a_lambda() => VerifyFix.IsNotOffered<MoveLocalFunctionFixProvider>(
        RuleIds.LocalFunction,
        "class C { Action<int[]> clear = [Parallel] (x) => { for (int i = 0; i < x.Length; i++) x[i] = 0; }; }");
}
