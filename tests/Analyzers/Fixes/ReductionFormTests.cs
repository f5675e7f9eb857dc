using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class ReductionFormTests
{
    [Theory]
    [InlineData("int r = 0;", "r = x[i] + (3 + r);", "r += x[i] + 3;")]
    [InlineData("int r = 0;", "r = x[i] - (y[i] - r);", "r += x[i] - y[i];")]
    [InlineData("bool r = true;", "r = x[i] > 0 && r;", "r &= x[i] > 0;")]
    [InlineData("bool r = false;", "r = x[i] > y[i] || r;", "r |= x[i] > y[i];")]
    public Task A_form_that_means_the_same(string variable, string before, string after) => VerifyFix.Changes<ReductionFormFixProvider>(
        RuleIds.SharedScalar, Source(variable, before), Source(variable, after), "Write the updates of 'r' as a reduction");

    [Fact]
    public Task Two_forms_of_one_extremum() => VerifyFix.Changes<ReductionFormFixProvider>(
        RuleIds.SharedScalar,
        Source("int r = 0;", "if (x[i] > r) r = x[i]; r = Math.Max(r, y[i]);"),
        Source("int r = 0;", "r = Math.Max(r, x[i]); r = Math.Max(r, y[i]);"));

    [Theory]
    [InlineData("double r = 0;", "r = r > x[i] ? r : x[i];")]
    [InlineData("int r = 0;", "r = x[i] - (r - y[i]);")]
    [InlineData("int r = 0;", "r = checked(x[i] + (3 + r));")]
    [InlineData("int r = 0;", "r = r * 31 + x[i];")]
    [InlineData("double r = 0;", "r = x[i] + (y[i] + (2 * r));")]
    public Task Nothing_is_offered_where_it_would_mean_something_else(string variable, string statement) =>
        VerifyFix.IsNotOffered<ReductionFormFixProvider>(RuleIds.SharedScalar, Source(variable, statement));

    private static string Source(string variable, string statement) => $$"""
        static class C
        {
            [Parallel]
            public static string Fold(int[] x, int[] y)
            {
                {{variable}}
                for (int i = 0; i < x.Length; i++)
                {
                    {{statement}}
                }

                return $"{r}";
            }
        }
        """;
}
