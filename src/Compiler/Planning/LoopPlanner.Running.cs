using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Planning;

/// <content>Loops that carry a counter or a sum from one iteration to the next.</content>
public sealed partial class LoopPlanner
{
    /// <summary>A plan for the lanes alone of a loop that carries running values in the order of its iterations; null where it does not, or not only.</summary>
    private LoopPlan? Running(Loop loop, LoopAnalysis original)
    {
        if (_depth > 0 || _method.ElementWise is not null || !_method.Options.Vectorize || RunningForm.Of(loop, original) is not { } form)
            return null;
        var context = new LoopContext(form.Loop);
        var analysis = LoopAnalyzer.Analyze(context, _method);
        if (!analysis.Reductions.IsEmpty || analysis.Variables.Any(v => v.Role is not (VariableRole.Invariant or VariableRole.Private)))
            return null;
        var verdict = VectorLegality.Check(analysis, true);
        if (verdict.Plan is not { } shape || (shape.IsScatter && ScatterCost.LeastTrip(context, analysis, shape.LaneBytes) is null)
            || BoundsGuards.Hoist(context, analysis, verdict.CheckedPerLane).Guards is not { } bounds || Disjoint(form.Passed) is not { } disjoint)
        {
            return null;
        }

        var legality = ParallelLegality.Check(context, analysis, _method.Options.FloatMode, 64 / shape.LaneBytes * shape.Unroll);
        if (!legality.IsLegal || legality.IsSpeculative || UsesNativeIntegers(form.Loop.Body))
            return null;
        var remarks = shape.Remarks.Concat(form.Values.Select(v => $"'{v.Carried.Name}' carried on in order"));
        return Make(context, analysis, legality, false, shape with { Running = form.Values, MasksRest = false, Remarks = remarks.ToEquatableArray() }, shape, [.. disjoint, .. bounds]);
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
