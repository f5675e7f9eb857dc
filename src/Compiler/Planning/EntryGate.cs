using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// Decides from the arguments alone, before the method begins, whether any of its planned loops can be long enough to pay. Where none
/// can, the method runs as it was written, without even the trip counts and guards of its loops.
/// </summary>
public sealed class EntryGate
{
    private readonly LoopContext _method;
    private readonly PolynomialBuilder _polynomials;

    private EntryGate(Method method)
    {
        _method = new LoopContext(AsLoop(method.Body));
        _polynomials = new PolynomialBuilder(IsFixed, IsFixed, _method.Definitions);
    }

    /// <summary>
    /// A C# condition over the parameters that holds at least where one of the loops passes its own test of trip count and work; null
    /// where that cannot be said at the entry.
    /// </summary>
    public static string? Of(Method method, IReadOnlyCollection<LoopPlan> plans)
    {
        var gate = new EntryGate(method);
        var conditions = new List<string>();
        foreach (var plan in plans.OrderBy(p => p.Loop.Id))
        {
            if (gate.Condition(plan) is not { } condition)
                return null;
            conditions.Add($"({condition})");
        }

        return conditions.Count == 0 ? null : string.Join(" || ", conditions.Distinct());
    }

    private string? Condition(LoopPlan plan)
    {
        if (plan.Loop.Space is not { } space || space.Step is not Constant { Value: not null } constant)
            return null;
        var step = Convert.ToInt64(constant.Value);
        if (step == 0 || _polynomials.Build(space.Start) is not { } start || _polynomials.Build(space.End) is not { } end)
            return null;
        var distance = step > 0 ? end - start : start - end;
        if (distance.ConstantValue is not null)
            return null;
        var size = Math.Abs((decimal)step);
        var least = (plan.MinimumTrip - 1) * size;
        if (least > long.MaxValue)
            return null;
        var includesEnd = space.Comparison is LoopComparison.LessOrEqual or LoopComparison.GreaterOrEqual;
        var text = distance.ToCSharp();
        var parts = distance.Terms.SelectMany(t => t.Requires).Distinct().ToList();
        parts.Add($"{text} {(includesEnd ? ">=" : ">")} {least}L");
        if (plan.LeastWork > 0)
        {
            var cost = new CostModel(new LoopContext(plan.Loop), _polynomials, IsFixed).Iteration(1);
            parts.Add($"({cost}) * ((double)({text}) / {size}d + 1d) >= {plan.LeastWork}d");
        }

        return string.Join(" && ", parts);
    }

    /// <summary>Whether the variable has at the entry the value that it has at every loop.</summary>
    private bool IsFixed(Variable variable) =>
        variable is { Kind: VariableKind.Parameter or VariableKind.This, IsCaptured: false } && _method.IsInvariant(variable);

    private bool IsFixed(IrExpression expression) =>
        _method.IsInvariant(expression) && expression.VariablesRead().All(IsFixed)
        && (!_method.HasHazards || !expression.SelfAndDescendants().Any(e => e is LengthOf { Root.Kind: MemoryKind.List }));

    /// <summary>The whole method as the body of a loop, to ask what keeps its value while it runs.</summary>
    private static Loop AsLoop(Block body) =>
        new(-1, null, null, null, false, body, "", null, body.Source, "", false, "", body.Source);
}
