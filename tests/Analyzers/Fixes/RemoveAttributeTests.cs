using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class RemoveAttributeTests
{
    [Fact]
    public Task The_list_goes_and_comments_stay() => VerifyFix.Changes<RemoveAttributeFixProvider>(
        RuleIds.NoLoop,
        """
        class C
        {
            /// <summary>Prints.</summary>
            [Parallel(Required = true)]
            public void M() => Console.WriteLine();
        }
        """,
        """
        class C
        {
            /// <summary>Prints.</summary>
            public void M() => Console.WriteLine();
        }
        """,
        "Remove [Parallel]");

    [Fact]
    public Task Other_attributes_stay_and_all_go_at_once() => VerifyFix.ChangesAll<RemoveAttributeFixProvider>(
        RuleIds.NoLoop,
        """
        class C
        {
            [Parallel, System.Diagnostics.DebuggerStepThrough]
            public void M() => Console.WriteLine();

            [System.Diagnostics.DebuggerStepThrough]
            [Parallel]
            public void N() => Console.WriteLine();
        }
        """,
        """
        class C
        {
            [System.Diagnostics.DebuggerStepThrough]
            public void M() => Console.WriteLine();

            [System.Diagnostics.DebuggerStepThrough]
            public void N() => Console.WriteLine();
        }
        """);
}
