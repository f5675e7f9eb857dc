using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class AddAttributeTests
{
    [Fact]
    public Task The_method_around_the_loop_gets_it() => VerifyFix.Changes<AddAttributeFixProvider>(
        RuleIds.PrangeWithoutEffect,
        """
        class C
        {
            /// <summary>Clears.</summary>
            public void Clear(int[] x)
            {
                foreach (int i in Prange(x.Length))
                    x[i] = 0;
            }
        }
        """,
        """
        class C
        {
            /// <summary>Clears.</summary>
            [Parallel]
            public void Clear(int[] x)
            {
                foreach (int i in Prange(x.Length))
                    x[i] = 0;
            }
        }
        """,
        "Add [Parallel] to 'Clear'");

    [Fact]
    public Task Once_for_two_loops() => VerifyFix.ChangesAll<AddAttributeFixProvider>(
        RuleIds.PrangeWithoutEffect,
        """
        class C
        {
            public void Clear(int[] x)
            {
                foreach (int i in Prange(x.Length))
                    x[i] = 0;
                foreach (int i in Prange(x.Length))
                    x[i] = 1;
            }
        }
        """,
        """
        class C
        {
            [Parallel]
            public void Clear(int[] x)
            {
                foreach (int i in Prange(x.Length))
                    x[i] = 0;
                foreach (int i in Prange(x.Length))
                    x[i] = 1;
            }
        }
        """);

    [Fact]
    public Task Not_where_it_would_not_help() => VerifyFix.IsNotOffered<AddAttributeFixProvider>(
        RuleIds.PrangeWithoutEffect,
        "class C { Action<int[]> clear = x => { foreach (int i in Prange(x.Length)) x[i] = 0; }; }");
}
