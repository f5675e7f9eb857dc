namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1009Tests
{
    [Fact]
    public Task An_object_reached_through_another() => Verify.Reports(
        RuleIds.UnknownWrite,
        """
        class C
        {
            public class Body { public double Position; public Body Leader = null!; }

            [Parallel]
            public static void Move(Body[] bodies)
            {
                for (int i = 0; i < bodies.Length; i++)
                {
                    var leader = bodies[i].Leader;
                    [|leader.Position|] += 1;
                }
            }
        }
        """,
        "another iteration");

    [Fact]
    public Task A_field_that_is_read_of_a_neighbour() => Verify.Reports(
        RuleIds.UnknownWrite,
        """
        class C
        {
            public class Body { public double Position; }

            [Parallel]
            public static void Follow(Body[] bodies)
            {
                for (int i = 1; i < bodies.Length; i++)
                    [|bodies[i].Position|] = bodies[i - 1].Position;
            }
        }
        """,
        "bodies[i]");

    [Fact]
    public Task Objects_of_their_own_are_asked_for_before_the_loop() => Verify.IsSilent(
        RuleIds.UnknownWrite,
        """
        class C
        {
            public class Body { public double Position; public void Step() => Position += 1; }

            [Parallel]
            public static void Move(Body[] bodies)
            {
                foreach (var body in bodies)
                    body.Position += 1;
            }
        }
        """);

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
