using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class SeparateExtremaTests
{
    private const string Title = "Compare every value with 'most' (changes the result where one becomes both)";

    [Theory]
    [InlineData(
        "if (x[i] < least)\n                least = x[i];\n            else if (x[i] > most)\n                most = x[i];",
        "if (x[i] < least)\n                least = x[i];\n            if (x[i] > most)\n                most = x[i];")]
    [InlineData("if (x[i] < least) least = x[i]; else if (x[i] > most) most = x[i];", "if (x[i] < least) least = x[i];\n            if (x[i] > most) most = x[i];")]
    [InlineData("if (x[i] < least) { least = x[i]; } else if (most < x[i]) { most = x[i]; }", "if (x[i] < least) { least = x[i]; }\n            if (most < x[i]) { most = x[i]; }")]
    public Task Both_see_every_value(string before, string after) =>
        VerifyFix.Changes<SeparateExtremaFixProvider>(RuleIds.SharedScalar, Source(before), Source(after), Title);

    [Theory]
    [InlineData("if (x[i] < least) least = x[i]; else if (x[i] > most) most = x[i] + least;")]
    [InlineData("if (x[i] < least) least = x[i]; else if (x[i] > most) most = x[i]; else least = 0;")]
    [InlineData("if (x[i] < least) least = most; else most = x[i];")]
    public Task Nothing_is_offered(string statement) => VerifyFix.IsNotOffered<SeparateExtremaFixProvider>(RuleIds.SharedScalar, Source(statement));

    private static string Source(string statement) => $$"""
        static class C
        {
            [Parallel]
            public static int Range(int[] x)
            {
                int least = int.MaxValue, most = int.MinValue;
                for (int i = 0; i < x.Length; i++)
                {
                    {{statement}}
                }

                return most - least;
            }
        }
        """;
}
