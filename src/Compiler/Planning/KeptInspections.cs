using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// Decides whether what an inspection has found holds until the method ends, so that a loop which runs several times is inspected once:
/// everything that its subscripts and its range are computed from is the same each time.
/// </summary>
internal static class KeptInspections
{
    /// <summary>The plans with those kept that may be.</summary>
    public static Dictionary<int, LoopPlan> Of(Method method, IReadOnlyDictionary<int, LoopPlan> plans, ICollection<int> replaced) =>
        plans.ToDictionary(p => p.Key, p => IsKept(method, p.Value, plans, replaced) ? p.Value with { KeepsInspection = true } : p.Value);

    private static bool IsKept(Method method, LoopPlan plan, IReadOnlyDictionary<int, LoopPlan> plans, ICollection<int> replaced)
    {
        if (plan.Analysis.Inspections.IsEmpty || Around(method.Body, plan.Loop.Id) is not { Count: > 0 } around
            || around.Exists(l => plans.ContainsKey(l.Id) || replaced.Contains(l.Id)))
        {
            return false;
        }

        var accesses = plan.Analysis.Inspections.SelectMany(n => n.Accesses).Select(a => a.Subscript).Concat(plan.Loop.Expressions).ToList();
        var loads = accesses.SelectMany(a => a.SelfAndDescendants()).OfType<Load>().Select(l => l.Access.Root).ToList();
        var variables = accesses.SelectMany(a => a.VariablesRead()).Concat(plan.Analysis.Inspections.SelectMany(n => n.Root.Reads)).Where(v => v != plan.Loop.Space!.Index).Distinct().ToList();
        return plan.Analysis.Inspections.All(n => n.Root is { Kind: MemoryKind.Array, Parent: null })
            && loads.TrueForAll(r => r is { Kind: MemoryKind.Array, Parent: null })
            && accesses.TrueForAll(a => a.SelfAndDescendants().All(e => e is not OpaqueExpression))
            && variables.TrueForAll(v => IsFixed(v, method, around))
            && method.Body.AllEffects().All(e => e.Hazards.IsEmpty)
            && LoopContext.Stores(method.Body).All(s => !loads.Exists(r => AliasAnalysis.MayMeet(s.Root, r)));
    }

    /// <summary>Whether a variable has one value from before the outermost loop on.</summary>
    private static bool IsFixed(Variable variable, Method method, List<Loop> around)
    {
        if (variable.IsCaptured || variable.Kind is not (VariableKind.Local or VariableKind.Parameter))
            return false;
        var outermost = around[0];
        return !outermost.VariablesAssigned().Contains(variable) && !outermost.VariablesDeclared().Contains(variable)
            && method.Body.VariablesAssigned().Count(v => v == variable) <= (variable.Kind == VariableKind.Local ? 1 : 0);
    }

    /// <summary>The loops around a loop, the outermost first; null where the statement does not hold it.</summary>
    private static List<Loop>? Around(Statement statement, int id)
    {
        if (statement is Loop { Id: var own } && own == id)
            return [];
        foreach (var child in statement.Children)
        {
            if (Around(child, id) is { } inner)
                return statement is Loop loop ? [loop, .. inner] : inner;
        }

        return null;
    }
}
