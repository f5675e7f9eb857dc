using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Planning;

/// <content>Loops for the cores that pay, or are legal, only for what is found when they run: copies for the workers, inspected subscripts.</content>
public sealed partial class LoopPlanner
{
    /// <summary>The work in nanoseconds for each inspected access below which an inspection costs more than any number of cores saves.</summary>
    private const double InspectionCost = 6;

    /// <summary>
    /// A plan with copies of containers for the workers; the loops inside it go to the cores where the copies do not pay.
    /// </summary>
    private bool PlanCopies(LoopContext context, LoopAnalysis analysis, LegalityVerdict legality)
    {
        var plan = Make(context, analysis, legality, true, null, null, Guard.Always);
        var gates = analysis.PrivateArrays.Where(p => p.Combination is not null).Select(p => new Guard(
            $"{RuntimeNames.CopyCosts}.{(plan.HasTree ? "AreBlocksWorthwhile" : "AreWorthwhile")}({p.Variable.Name}.Length, ({plan.NanosecondsPerIteration}) * __trip{plan.Loop.Id})",
            $"'{p.Variable.Name}' is short against the loop")).ToList();
        plan = plan with
        {
            CopyGates = gates.Select(g => g.Condition).ToEquatableArray(),
            GuardMeanings = plan.GuardMeanings.Concat(gates.Select(g => g.Meaning)).ToEquatableArray(),
        };
        if (AddWithLoopsInside(plan))
        {
            var limits = analysis.PrivateArrays.Select(p => $"{RuntimeNames.CopyCosts}.FitCache<{p.Root.Element.Text}>({p.Variable.Name}.Length)");
            plan = plan with { CopyGates = plan.CopyGates.Concat(limits).ToEquatableArray() };
        }

        _plans[plan.Loop.Id] = SkipShortWork(plan);
        return true;
    }

    /// <summary>
    /// Plans a loop whose accesses are looked at before it runs; false where that does not say whether it may. The loops inside it go to the
    /// cores where it may not.
    /// </summary>
    private bool PlanInspection(LoopContext context, LoopAnalysis analysis, LegalityVerdict verdict)
    {
        if (InspectedSubscripts.Apply(context, analysis, verdict) is not { } inspected
            || (context.InnerLoops.Count == 0 && new CostModel(context).Nanoseconds(context.Loop.Body) < InspectionCost * inspected.Inspections.Sum(n => n.Accesses.Count)))
        {
            return false;
        }

        var legality = ParallelLegality.Check(context, inspected, _method.Options.FloatMode);
        if (!legality.IsLegal)
            return false;
        var plan = Make(context, inspected, legality, true, null, null, Guard.Always);
        plan = plan with
        {
            InspectionGate = string.Join(" && ", inspected.Inspections.Select(n =>
                $"{RuntimeNames.SubscriptLog}.IsWorthwhile(__trip{plan.Loop.Id}, {plan.NanosecondsPerIteration}, {n.Accesses.Count}, {ContainerText.Length(n.Root, 0)})")),
            GuardMeanings = plan.GuardMeanings.Concat(inspected.Inspections.Select(n => $"no two iterations use one element of '{n.Root.Text}'")).ToEquatableArray(),
        };
        AddWithLoopsInside(plan);
        _plans[plan.Loop.Id] = SkipShortWork(plan);
        return true;
    }

    /// <summary>
    /// Adds a plan, and those of the loops inside it for when it does not pay, of which only what they gain is told; returns whether any of
    /// those is for the cores.
    /// </summary>
    private bool AddWithLoopsInside(LoopPlan plan)
    {
        _plans.Add(plan.Loop.Id, plan);
        Report(plan);
        var told = _verdicts.Count;
        var any = Visit(plan.Loop.Body, true);
        var inside = _verdicts.Skip(told).Where(v => v.RuleId is RuleIds.RunsOnCores or RuleIds.Vectorized).ToList();
        _verdicts.RemoveRange(told, _verdicts.Count - told);
        _verdicts.AddRange(inside);
        return any;
    }
}
