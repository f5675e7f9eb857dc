using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Analysis.Dependence;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Planning;
using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Legality;

/// <summary>What exact tests may cost for one method, and what becomes of a loop that costs more.</summary>
public sealed class WorkBudgetTests
{
    [Fact]
    public void ALoopIsRefusedWhereNothingIsLeftToProveIt()
    {
        var method = Compiled.Body("double[,] a", "for (int i = 0; i < 100; i++) for (int j = 0; j < 100; j++) a[i + j, i - j + 100] = 1;").Method;
        var loop = method.Body.SelfAndDescendants().OfType<Loop>().First();
        Assert.True(Check(loop, method, new WorkBudget()).IsLegal);
        var verdict = Check(loop, method, new WorkBudget(0));
        Assert.False(verdict.IsLegal);
        Assert.Contains("than the compiler takes the time to compare", verdict.Refusals[0].Message);
    }

    [Fact]
    public void WhatIsRememberedCostsTheSame()
    {
        var work = Enumerable.Range(0, 3).Select(_ =>
        {
            var system = new IntegerSystem();
            var (x, y) = (system.NewVariable(), system.NewVariable());
            system.AddZero(LinearForm.Of(x, 17).Plus(y, -31).Plus(5));
            system.AddNotNegative(LinearForm.Of(x).Plus(y, -2).Plus(-1234));
            system.Solve();
            return system.Work;
        }).ToList();
        Assert.All(work, w => Assert.Equal(work[0], w));
        Assert.True(work[0] > 0);
    }

    [Fact]
    public void AMethodTakesNoMoreThanItsBudget()
    {
        const int Amount = 1_000_000;
        var lines = string.Concat(Enumerable.Range(0, 20).Select(c => $"a[3 * i + 5 * j + 7 * k + {c} * l + {c}] = a[2 * i + {c} * j + k + 13 * l + {3 * c}] + 1;\n"));
        var compiled = Compiled.Body(
            "double[] a, int n",
            $"for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) for (int l = 0; l < n; l++) {{ {lines} }}");
        var budget = new WorkBudget(Amount);
        LoopPlanner.Plan(compiled.Method, new PassLog(false), budget);

        // The questions about the last pair may take more than what is left, each no more than a system may.
        Assert.InRange(budget.Left, -12 * IntegerSystem.WorkLimit, 0);
    }

    private static LegalityVerdict Check(Loop loop, Method method, WorkBudget budget)
    {
        var context = new LoopContext(loop, budget);
        return ParallelLegality.Check(context, LoopAnalyzer.Analyze(context, method), method.Options.FloatMode);
    }
}
