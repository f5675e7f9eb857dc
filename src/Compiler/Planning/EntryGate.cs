using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// Decides before a method or a loop begins whether any of the planned loops inside can be long enough to pay. Where none can, it
/// runs as it was written, without even the trip counts and guards of those loops.
/// </summary>
public sealed class EntryGate
{
    /// <summary>The gate of loops none of which ever pays.</summary>
    public const string Never = "false";

    private readonly LoopContext _scope;
    private readonly bool _isMethod;
    private readonly string _typeParameters;
    private readonly PolynomialBuilder _polynomials;

    private EntryGate(LoopContext scope, bool isMethod, MethodSignature signature)
    {
        _scope = scope;
        _isMethod = isMethod;
        _typeParameters = signature.TypeParameterList;
        _polynomials = new PolynomialBuilder(IsFixed, IsFixed, scope.Definitions);
    }

    /// <summary>
    /// A C# condition over the parameters that holds at least where one of the loops passes its own test of trip count and work; null
    /// where that cannot be said at the entry.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="plans">The planned loops.</param>
    /// <param name="ordered">What runs, in its order, instead of other loops.</param>
    public static string? Of(Method method, IReadOnlyCollection<LoopPlan> plans, IReadOnlyCollection<Replacement> ordered) =>
        new EntryGate(new LoopContext(AsLoop(method.Body)), true, method.Signature).Any(plans, ordered);

    /// <summary>The same for the planned loops inside a loop, over what keeps its value while that loop runs.</summary>
    public static string? Of(Loop loop, Method method, IReadOnlyCollection<LoopPlan> plans) =>
        new EntryGate(new LoopContext(loop), false, method.Signature).Any(plans, []);

    private string? Any(IReadOnlyCollection<LoopPlan> plans, IReadOnlyCollection<Replacement> ordered)
    {
        var conditions = new List<string>();
        foreach (var test in plans.OrderBy(p => p.Loop.Id).Select(Condition).Concat(ordered.Select(o => Condition(o.Original, o.LeastTrip, null))))
        {
            if (test is not { } condition)
                return null;
            if (condition != Never)
                conditions.Add($"({condition})");
        }

        return plans.Count + ordered.Count == 0 ? null : conditions.Count == 0 ? Never : string.Join(" || ", conditions.Distinct());
    }

    private string? Condition(LoopPlan plan) => Condition(plan.Loop, plan.MinimumTrip, plan);

    private string? Condition(Loop loop, int minimumTrip, LoopPlan? plan)
    {
        if (loop.Space is not { } space || space.Step is not Constant { Value: not null } constant)
            return null;
        var step = Convert.ToInt64(constant.Value);
        if (step == 0 || _polynomials.Build(space.Start) is not { } start || _polynomials.Build(space.End) is not { } end)
            return null;
        var distance = step > 0 ? end - start : start - end;
        var size = Math.Abs((decimal)step);
        var least = (minimumTrip - 1) * size;
        if (least > long.MaxValue)
            return null;
        var includesEnd = space.Comparison is LoopComparison.LessOrEqual or LoopComparison.GreaterOrEqual;
        if (distance.ConstantValue is { } known)
            return (includesEnd ? known < least : known <= least) ? Never : null;
        var text = distance.ToCSharp();
        var parts = distance.Terms.SelectMany(t => t.Requires).Distinct().ToList();
        parts.Add($"{text} {(includesEnd ? ">=" : ">")} {least}L");
        if (plan is { LeastWork: > 0 })
        {
            var cost = new CostModel(new LoopContext(loop), _polynomials, IsFixed).Iteration(1);
            var work = $"({cost}) * {Trip(text, size, includesEnd)}";
            parts.Add(plan.MayDecline
                ? $"global::AutoParallel.CompilerServices.Region.MayPay<{plan.TypeName}{_typeParameters}>({work})"
                : $"{work} >= {plan.LeastWork}d");
        }

        return string.Join(" && ", parts);
    }

    /// <summary>The trip count in C#, as a <c>double</c>, where it is positive: the one that the loop's own test of its work finds.</summary>
    private static string Trip(string distance, decimal step, bool includesEnd) => (step, includesEnd) switch
    {
        (1, false) => $"(double)({distance})",
        (1, true) => $"((double)({distance}) + 1d)",
        (_, false) => $"global::System.Math.Ceiling((double)({distance}) / {step}d)",
        (_, true) => $"(global::System.Math.Floor((double)({distance}) / {step}d) + 1d)",
    };

    /// <summary>Whether the variable has at the entry the value that it has at every loop inside.</summary>
    private bool IsFixed(Variable variable) =>
        !variable.IsCaptured && (!_isMethod || variable.Kind is VariableKind.Parameter or VariableKind.This) && _scope.IsInvariant(variable);

    private bool IsFixed(IrExpression expression) =>
        _scope.IsInvariant(expression) && expression.VariablesRead().All(IsFixed)
        && (!_scope.HasHazards || !expression.SelfAndDescendants().Any(e => e is LengthOf { Root.Kind: MemoryKind.List }));

    /// <summary>The whole method as the body of a loop, to ask what keeps its value while it runs.</summary>
    private static Loop AsLoop(Block body) =>
        new(-1, null, null, null, false, body, "", null, body.Source, "", false, "", body.Source);
}
