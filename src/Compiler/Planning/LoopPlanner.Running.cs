using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Planning;

/// <content>Loops that carry a counter or a sum from one iteration to the next.</content>
public sealed partial class LoopPlanner
{
    /// <summary>
    /// The trip count from which it is worth lanes to carry values on: up to so many, the iterations that fill none weigh as much as what
    /// lanes save.
    /// </summary>
    private const int RunningTrip = 64;

    /// <summary>
    /// A plan for a loop that carries running values in the order of its iterations, for the lanes and, in two passes, for the cores; null
    /// where it carries none, or something else.
    /// </summary>
    private LoopPlan? Running(Loop loop, LoopAnalysis original, bool mayUseCores)
    {
        if (_depth > 0 || _method.ElementWise is not null || !_method.Options.Vectorize || RunningForm.Of(loop, original, _method.Options.FloatMode == FloatMode.Fast) is not { } form)
            return null;
        var context = new LoopContext(form.Loop, _budget);
        var analysis = LoopAnalyzer.Analyze(context, _method);
        if (!analysis.Reductions.IsEmpty || analysis.Variables.Any(v => v.Role is not (VariableRole.Invariant or VariableRole.Private)))
            return null;
        var verdict = VectorLegality.Check(analysis, true);
        if (verdict.Plan is not { } shape || (shape.IsScatter && ScatterCost.LeastTrip(context, analysis, shape.LaneBytes) is null)
            || BoundsGuards.Hoist(context, analysis, verdict.CheckedPerLane).Guards is not { } bounds || Starts(form, loop, original) is not { } starts || Disjoint(form.Passed) is not { } disjoint)
        {
            return null;
        }

        // What is carried in memory is a dependence that the user reads of; the lanes of one worker carry it on, workers share what a local holds.
        var first = mayUseCores && form.Values.All(v => v.Start is null) ? FirstPassOf(form, context, verdict) : null;
        var legality = ParallelLegality.Check(context, analysis, _method.Options.FloatMode);
        if (first is null || !legality.IsLegal || legality.IsSpeculative)
        {
            first = null;
            legality = ParallelLegality.Check(context, analysis, _method.Options.FloatMode, 64 / shape.LaneBytes * shape.Unroll);
        }

        if (!legality.IsLegal || legality.IsSpeculative || UsesNativeIntegers(form.Loop.Body))
            return null;
        var remarks = shape.Remarks.Concat(form.Values.Select(v => $"'{v.Start?.Display ?? v.Carried.Name}' carried on in order"));
        var vector = shape with { Running = form.Values, FirstPass = first, MasksRest = false, Remarks = remarks.ToEquatableArray() };
        var plan = Make(context, analysis, legality, first is not null, vector, shape, [.. disjoint, .. bounds, .. starts]);
        return plan with { MinimumTrip = Math.Max(plan.MinimumTrip, RunningTrip) };
    }

    /// <summary>That the elements which values begin with are there; null where that cannot be asked.</summary>
    private static IReadOnlyList<Guard>? Starts(RunningForm form, Loop loop, LoopAnalysis original) =>
        form.Values.All(v => v.Start is null) ? Guard.Always : BoundsGuards.Hoist(new LoopContext(loop), original with { Accesses = original.Accesses.Where(a => form.Values.Any(v => v.Start?.Root.Text == a.Access.Root.Text)).ToEquatableArray() }).Guards;

    /// <summary>
    /// The pass that adds up contributions; null where those are no whole numbers to be added, as the number of workers would show in the
    /// result, where they are not all there is to know, or where lanes may find that the loop throws.
    /// </summary>
    private FirstPass? FirstPassOf(RunningForm form, LoopContext context, VectorVerdict verdict)
    {
        if (form.Values.Any(v => v.Operator != ReductionKind.Add || v.Carried.Type.IsFloatingPoint) || form.ContributionsAlone() is not { } alone || verdict.CheckedPerLane.Any(a => a.Packed is null))
            return null;
        var facts = verdict.Plan!.Form!.Accesses.GroupBy(a => a.Access).ToDictionary(g => g.Key, g => AccessPatterns.Of(g.First(), context));
        var faults = new LaneFaults(new UniformityAnalysis(context), a => facts[a]);
        if (form.Loop.Body.AllExpressions().Any(faults.Is))
            return null;
        var costs = new CostModel(context);
        var share = costs.Nanoseconds(alone.Body) / costs.Nanoseconds(form.Loop.Body);
        return new FirstPass(LoopAnalyzer.Analyze(new LoopContext(alone), _method), Math.Min(1, share));
    }

    /// <summary>That pairs of containers share no memory; null where that cannot be asked.</summary>
    private static List<Guard>? Disjoint(IEnumerable<(MemoryRoot One, MemoryRoot Other)> pairs)
    {
        var guards = new List<Guard>();
        foreach (var (one, other) in pairs)
        {
            if (ContainerText.NotNull(one) is not { } present || ContainerText.NotNull(other) is not { } otherPresent)
                return null;
            guards.AddRange([.. present, .. otherPresent, Guard.Disjoint(one, other)]);
        }

        return guards;
    }
}
