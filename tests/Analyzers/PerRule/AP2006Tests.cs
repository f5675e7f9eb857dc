namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP2006Tests
{
    [Fact]
    public Task No_body_an_operator_and_a_body_in_an_interface() => Verify.Reports(
        RuleIds.MethodNotRerouted,
        """
        interface I
        {
            [Parallel]
            int [|Count|]() { for (int i = 0; i < 3; i++) { } return 0; }
        }

        abstract class C
        {
            [Parallel]
            public abstract void [|Abstract|]();

            [Parallel]
            public static C operator [|+|](C x, C y) => x;
        }
        """,
        "'I.Count' runs sequentially: the body in an interface",
        "'C.Abstract' runs sequentially: the method has no body",
        "operator");

    [Fact]
    public Task A_signature_that_names_a_private_type() => Verify.Reports(
        RuleIds.MethodNotRerouted,
        """
        class C
        {
            [Parallel]
            private static void [|Clear|](Cell[] x) { for (int i = 0; i < x.Length; i++) x[i] = default; }

            private struct Cell { }
        }
        """,
        "'C.Clear' runs sequentially: the signature cannot be written outside its type");

    [Fact]
    public Task Private_methods_with_plain_signatures_are_fine() => Verify.IsSilent(
        RuleIds.MethodNotRerouted,
        """
        class C
        {
            [Parallel]
            private static void Clear(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; }
        }
        """);
}
