using AutoParallel.Compiler.Analysis.Dependence;

namespace AutoParallel.Compiler.Tests.Analysis;

/// <summary>The exact test against enumeration, and on the examples it is known for.</summary>
public sealed class IntegerSystemTests
{
    [Fact]
    public void AnEqualityWithoutCommonDivisorHasNoSolution()
    {
        var system = new IntegerSystem();
        var (x, y) = (system.NewVariable(), system.NewVariable());
        system.AddZero(LinearForm.Of(x, 6).Plus(y, -4).Plus(1));
        Assert.Equal(Feasibility.Infeasible, system.Solve());
    }

    [Fact]
    public void RealPointsWithoutAnIntegerAreNotEnough()
    {
        // 27 <= 11x + 13y <= 45, -10 <= 7x - 9y <= 4: Pugh's example with real but no integer points.
        var system = new IntegerSystem();
        var (x, y) = (system.NewVariable(), system.NewVariable());
        system.AddNotNegative(LinearForm.Of(x, 11).Plus(y, 13).Plus(-27));
        system.AddNotNegative(LinearForm.Of(x, -11).Plus(y, -13).Plus(45));
        system.AddNotNegative(LinearForm.Of(x, 7).Plus(y, -9).Plus(10));
        system.AddNotNegative(LinearForm.Of(x, -7).Plus(y, 9).Plus(4));
        Assert.Equal(Feasibility.Infeasible, system.Solve());
    }

    [Fact]
    public void CoefficientsBeyond64BitsAreUnknown()
    {
        var system = new IntegerSystem();
        var (x, y, z) = (system.NewVariable(), system.NewVariable(), system.NewVariable());
        const long Large = long.MaxValue / 2;
        system.AddNotNegative(LinearForm.Of(x, Large).Plus(y, -(Large - 2)).Plus(z, Large - 4));
        system.AddNotNegative(LinearForm.Of(x, -(Large - 6)).Plus(y, Large - 8).Plus(z, 4 - Large));
        system.AddNotNegative(LinearForm.Of(x, -(Large - 16)).Plus(y, 18 - Large).Plus(z, Large - 24));
        Assert.Equal(Feasibility.Unknown, system.Solve());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AgreesWithEnumeration(int seed)
    {
        var random = new Random(seed);
        var decided = 0;
        for (var round = 0; round < 1500; round++)
        {
            var count = random.Next(1, 5);
            const int Bound = 4;
            var equalities = Rows(random, count, random.Next(0, 3));
            var inequalities = Rows(random, count, random.Next(0, 4));
            var system = new IntegerSystem();
            for (var i = 0; i < count; i++)
            {
                var variable = system.NewVariable();
                system.AddNotNegative(LinearForm.Of(variable).Plus(Bound));
                system.AddNotNegative(LinearForm.Of(variable, -1).Plus(Bound));
            }

            foreach (var row in equalities)
                system.AddZero(Form(row));
            foreach (var row in inequalities)
                system.AddNotNegative(Form(row));
            var expected = Exists(new int[count], 0, Bound, equalities, inequalities) ? Feasibility.Feasible : Feasibility.Infeasible;
            var actual = system.Solve();
            if (actual == Feasibility.Unknown)
                continue;
            decided++;
            Assert.True(expected == actual, $"seed {seed}, round {round}: {system} is {expected}, not {actual}");
        }

        Assert.True(decided > 1450, $"only {decided} of 1500 decided");
    }

    private static List<int[]> Rows(Random random, int count, int rows) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, count + 1).Select(i => i == count ? random.Next(-9, 10) : random.Next(-5, 6)).ToArray())];

    private static LinearForm Form(int[] row)
    {
        var form = new LinearForm(row[^1]);
        for (var i = 0; i < row.Length - 1; i++)
            form = form.Plus(i, row[i]);
        return form;
    }

    private static bool Exists(int[] point, int from, int bound, List<int[]> equalities, List<int[]> inequalities)
    {
        if (from == point.Length)
            return equalities.TrueForAll(r => Value(r, point) == 0) && inequalities.TrueForAll(r => Value(r, point) >= 0);
        for (point[from] = -bound; point[from] <= bound; point[from]++)
        {
            if (Exists(point, from + 1, bound, equalities, inequalities))
                return true;
        }

        return false;
    }

    private static int Value(int[] row, int[] point) => row[^1] + point.Select((p, i) => p * row[i]).Sum();
}
