namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1003Tests
{
    [Fact]
    public Task A_subscript_from_an_array() => Verify.Reports(
        RuleIds.UnknownSubscript,
        """
        class C
        {
            [Parallel]
            public static void Place(int[] keys, int[] places)
            {
                for (int i = 0; i < keys.Length; i++)
                    [|places[keys[i]]|] = i;
            }
        }
        """,
        "places[keys[i]]");

    [Fact]
    public Task Reading_through_such_a_subscript_is_fine() => Verify.IsSilent(
        RuleIds.UnknownSubscript,
        """
        class C
        {
            [Parallel]
            public static void Gather(int[] keys, int[] x, int[] y)
            {
                for (int i = 0; i < keys.Length; i++)
                    y[i] = x[keys[i]];
            }
        }
        """);
}
