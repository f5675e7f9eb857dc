namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1009Tests
{
    [Fact]
    public Task An_object_reached_through_an_array() => Verify.Reports(
        RuleIds.UnknownWrite,
        """
        class C
        {
            public class Body { public double Position; }

            [Parallel]
            public static void Move(Body[] bodies)
            {
                for (int i = 0; i < bodies.Length; i++)
                    [|bodies[i].Position|] += 1;
            }
        }
        """,
        "bodies[i]");

    [Fact]
    public Task A_struct_in_an_array_is_fine() => Verify.IsSilent(
        RuleIds.UnknownWrite,
        """
        class C
        {
            public struct Body { public double Position; }

            [Parallel]
            public static void Move(Body[] bodies)
            {
                for (int i = 0; i < bodies.Length; i++)
                    bodies[i].Position += 1;
            }
        }
        """);
}
