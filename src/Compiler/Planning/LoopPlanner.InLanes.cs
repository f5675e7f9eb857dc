using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Planning;

/// <content>Loops for the lanes of one worker: iterations some way apart, and those before the one that leaves.</content>
public sealed partial class LoopPlanner
{
    /// <summary>
    /// The trip count from which a loop that is left early is worth lanes. As many iterations run as written before the lanes begin: then an
    /// early way out has cost nothing, and a later one little by comparison.
    /// </summary>
    private const int SearchTrip = 256;

    /// <summary>
    /// A plan for the lanes alone, where iterations depend on others so far before them that blocks of neighbours are independent inside,
    /// or may only write an element that another writes; null where they do not, or not only.
    /// </summary>
    private LoopPlan? InBlocks(LoopContext context, LoopAnalysis analysis)
    {
        if (context.Loop.Space is null || !_method.Options.Vectorize || context.InnerLoops.Count > 0)
            return null;
        var verdict = VectorLegality.Check(analysis, true);
        if (verdict.Plan is not { } shape || (shape.IsScatter && ScatterCost.LeastTrip(context, analysis, shape.LaneBytes) is null) || BoundsGuards.Hoist(context, analysis, verdict.CheckedPerLane).Guards is null)
            return null;
        var legality = ParallelLegality.Check(context, analysis, _method.Options.FloatMode, 64 / shape.LaneBytes * shape.Unroll);
        if (!legality.IsLegal || legality.IsSpeculative)
            return null;
        var (vector, lanes, bounds) = Vectorize(context, analysis, true);
        return vector is null ? null : Make(context, analysis, legality, false, vector, lanes, bounds);
    }

    /// <summary>A plan for the lanes alone of a loop that is left early; null where it is not, or lanes cannot run its leading iterations.</summary>
    private LoopPlan? Search(Loop loop)
    {
        if (_depth > 0 || _method.ElementWise is not null || !_method.Options.Vectorize || LeadingIterations.Of(loop) is not { } leading)
            return null;
        var context = new LoopContext(leading.WithoutExit, _budget);
        var analysis = LoopAnalyzer.Analyze(context, _method);
        var test = LoopAnalyzer.AccessesOf(context, leading.WithoutExit.Body.Statements[0]);
        var written = analysis.Accesses.Where(a => a.IsWrite).Select(a => a.Access.Root).ToList();
        if (!analysis.Reductions.IsEmpty || analysis.Variables.Any(v => v.Role is not (VariableRole.Invariant or VariableRole.Private))
            || test.Any(t => written.Exists(w => w.Text == t.Access.Root.Text)))
        {
            return null;
        }

        if (Disjoint(test.Select(t => t.Access.Root).SelectMany(read => written.Where(w => AliasAnalysis.Relate(w, read) != AliasKind.None).Select(w => (w, read)))) is not { } disjoint)
            return null;
        var verdict = VectorLegality.Check(analysis, true);
        if (verdict.Plan is not { } shape || shape.IsScatter || BoundsGuards.Hoist(context, analysis, verdict.CheckedPerLane, true).Guards is not { } bounds)
            return null;
        var legality = ParallelLegality.Check(context, analysis, _method.Options.FloatMode, 64 / shape.LaneBytes * shape.Unroll);
        if (!legality.IsLegal || legality.IsSpeculative || UsesNativeIntegers(leading.WithoutExit.Body))
            return null;
        var plan = Make(context, analysis, legality, false, shape with { Exit = leading.Exit, MasksRest = false, Remarks = shape.Remarks.Add("up to the block of iterations in which it is left") }, shape, [.. disjoint, .. bounds]);
        return plan with { LeadingTrip = SearchTrip, MinimumTrip = 2 * SearchTrip };
    }
}
