namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP3001Tests
{
    [Fact]
    public Task Columns_of_a_matrix() => Verify.Reports(
        RuleIds.Layout,
        """
        class C
        {
            [Parallel]
            public static void Scale(decimal[,] a, decimal factor)
            {
                for (int j = 0; j < a.GetLength(1); j++)
                    for (int i = 0; i < a.GetLength(0); i++)
                        [|a[i, j]|] *= factor;
            }
        }
        """,
        "exchange the loops, so that the one over 'j' is the innermost");

    [Fact]
    public Task Columns_of_jagged_rows() => Verify.Reports(
        RuleIds.Layout,
        """
        class C
        {
            [Parallel]
            public static void Sums(double[][] a, decimal[] sums)
            {
                for (int j = 0; j < sums.Length; j++)
                {
                    decimal sum = 0;
                    for (int i = 0; i < a.Length; i++)
                        sum += (decimal)[|a[i][j]|];
                    sums[j] = sum;
                }
            }
        }
        """,
        "another row with every step of 'i'");

    [Fact]
    public Task Rows_are_silent() => Verify.IsSilent(
        RuleIds.Layout,
        """
        class C
        {
            [Parallel]
            public static void Scale(double[,] a, double[][] b, double factor)
            {
                for (int i = 0; i < a.GetLength(0); i++)
                    for (int j = 0; j < a.GetLength(1); j++)
                        a[i, j] = b[i][j] * factor;
            }
        }
        """);

    [Fact]
    public Task One_column_is_silent_as_no_exchange_helps() => Verify.IsSilent(
        RuleIds.Layout,
        """
        class C
        {
            [Parallel]
            public static void Clear(double[,] a)
            {
                for (int i = 0; i < a.GetLength(0); i++)
                    a[i, 0] = 0;
            }
        }
        """);

    [Fact]
    public Task Lanes_along_the_row_are_silent() => Verify.IsSilent(
        RuleIds.Layout,
        """
        class C
        {
            [Parallel]
            public static void Sums(double[,] a, double[] sums, int rows)
            {
                for (int j = 0; j < sums.Length; j++)
                {
                    double sum = 0;
                    for (int i = 0; i < rows; i++)
                        sum += a[i, j];
                    sums[j] = sum;
                }
            }
        }
        """);
}
