using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler;

/// <summary>A generic method at a number, and what becomes of its loops there.</summary>
/// <param name="Instance">The method as it was lowered.</param>
/// <param name="Method">The method after <see cref="MethodTransforms"/>.</param>
/// <param name="Plan">The plan.</param>
public sealed record PlannedInstance(MethodInstance Instance, Method Method, MethodPlan Plan);

/// <summary>Plans a generic method at each number that its type parameter may stand for.</summary>
public static class PlannedInstances
{
    /// <summary>Those of which a loop is made faster.</summary>
    /// <exception cref="InvalidOperationException">A pass has broken an invariant of the IR.</exception>
    public static IReadOnlyList<PlannedInstance> Of(Method method, CompilationFacts facts, PassLog log)
    {
        var planned = new List<PlannedInstance>();
        foreach (var instance in method.Instances)
        {
            var name = $"lowering at {instance.Type}";
            log.Keep(name, () => IrPrinter.Print(instance.Method));
            var (transformed, plan) = MethodCompiler.Plan(instance.Method, name, facts, log);
            if (plan.Loops.Count + plan.Replacements.Count > 0)
                planned.Add(new PlannedInstance(instance, transformed, plan));
        }

        return planned;
    }

    /// <summary>
    /// The plan of a generic method with what there is to tell of its instances: what became of the first of them, and of which numbers that holds,
    /// in the place of what became of the method at any other type.
    /// </summary>
    public static MethodPlan Report(MethodPlan plan, IReadOnlyList<PlannedInstance> instances)
    {
        var verdicts = new List<Verdict>();
        foreach (var verdict in instances[0].Plan.Verdicts)
        {
            var types = instances.Where(i => i.Plan.Verdicts.Any(v => v.RuleId == verdict.RuleId && v.Source == verdict.Source)).Select(i => $"'{i.Instance.Type}'");
            verdicts.Add(verdict with { Message = $"{verdict.Message} (where the type parameter is {string.Join(", ", types)})" });
        }

        return plan with { Verdicts = verdicts.ToEquatableArray() };
    }
}
