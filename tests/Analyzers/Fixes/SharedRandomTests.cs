using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class SharedRandomTests
{
    [Fact]
    public Task The_shared_one_takes_its_place() => VerifyFix.ChangesAll<SharedRandomFixProvider>(
        RuleIds.UnsafeCollection,
        """
        class C
        {
            private static readonly Random _random = new();

            static void M(double[] a) => Parallel.For(0, a.Length, i => a[i] = _random.NextDouble() + _random.Next(6));
        }
        """,
        """
        class C
        {
            private static readonly Random _random = new();

            static void M(double[] a) => Parallel.For(0, a.Length, i => a[i] = Random.Shared.NextDouble() + Random.Shared.Next(6));
        }
        """);

    [Fact]
    public Task Not_for_collections() => VerifyFix.IsNotOffered<SharedRandomFixProvider>(
        RuleIds.UnsafeCollection,
        """
        class C
        {
            static void M(List<int> list) => Parallel.For(0, 9, i => list.Add(i));
        }
        """);
}
