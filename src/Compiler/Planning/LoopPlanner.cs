using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Analysis.Dependence;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// Chooses for every loop of a method what it becomes: the outermost legal loops go to the cores, or those marked with
/// <c>Prange</c> if there are any; innermost legal loops, and loops around divergent ones, go to the lanes.
/// </summary>
public sealed partial class LoopPlanner
{
    /// <summary>A reduction's block of straight-line code: long enough to hide what it costs to combine it.</summary>
    private const long LightBlock = 4096;

    /// <summary>The trip count from which straight-line code gains from vectors.</summary>
    private const int LightTrip = 32;

    /// <summary>
    /// The trip count from which reductions of straight-line code gain from vectors, the rest of which are masked and combined in registers. Those
    /// whose order shows in the result have the same at every width.
    /// </summary>
    private const int MaskedTrip = 64;

    /// <summary>
    /// The work in nanoseconds of scalar code from which such a reduction inside another loop gains from lanes, one vector at a time and without a
    /// region; and the trip count that it has at least.
    /// </summary>
    private const double ShortWork = 8;

    /// <inheritdoc cref="ShortWork"/>
    private const int ShortTrip = 8;

    /// <summary>How often other straight-line code must fill all accumulators of a reduction before combining them has paid.</summary>
    private const int LightRounds = 8;

    /// <summary>
    /// The vectors that a loop around inner loops must fill before lanes have paid: setting them up costs more there, and they wait for
    /// the one that runs longest.
    /// </summary>
    private const int NestVectors = 4;

    /// <summary>The work in nanoseconds below which a loop without lanes runs as written: nobody could help with it in time.</summary>
    private const int LeastWork = 2000;

    /// <summary>
    /// By how much short bodies that combine values into elements are faster than the sum of their operations: nothing in one iteration
    /// waits for the one before, and copies pay only by what is really saved.
    /// </summary>
    private const double HistogramSpeedup = 4;

    private readonly Method _method;
    private readonly PassLog _log;
    private readonly WorkBudget _budget;
    private readonly bool _hasMarks;
    private readonly int _depth;
    private readonly Dictionary<int, LoopPlan> _plans = [];
    private readonly Dictionary<int, Replacement> _replacements = [];
    private readonly List<Replacement> _ordered = [];
    private readonly List<Verdict> _verdicts = [];
    private int _nextLoop;

    private LoopPlanner(Method method, PassLog log, WorkBudget budget, int depth, int nextLoop)
    {
        _budget = budget;
        _method = method;
        _log = log;
        _nextLoop = Math.Max(nextLoop, method.Body.NextLoopId());
        _depth = depth;
        _hasMarks = method.Body.SelfAndDescendants().Any(s => s is Loop { Mark: not null });
    }

    /// <summary>Plans all loops of a method.</summary>
    /// <param name="method">The method after <see cref="MethodTransforms"/>.</param>
    /// <param name="log">Where loops that come out of transformations are shown.</param>
    public static MethodPlan Plan(Method method, PassLog log) => Plan(method, log, new WorkBudget());

    /// <summary>Plans all loops of a method.</summary>
    /// <param name="method">The method after <see cref="MethodTransforms"/>.</param>
    /// <param name="log">Where loops that come out of transformations are shown.</param>
    /// <param name="budget">What exact tests may cost.</param>
    public static MethodPlan Plan(Method method, PassLog log, WorkBudget budget)
    {
        var planner = new LoopPlanner(method, log, budget, 0, 0);
        planner.Visit(planner._method.Body, true);
        planner._verdicts.AddRange(LayoutAdvice.Of([.. planner._plans.Values.Where(p => !planner._replacements.ContainsKey(p.Loop.Id))]));
        planner._verdicts.AddRange(MemoryAdvice.Of(planner._method.Body, planner._plans.Where(p => !planner._replacements.ContainsKey(p.Key)).ToDictionary(p => p.Key, p => p.Value)));
        return new MethodPlan(KeptInspections.Of(planner._method, planner._plans, planner._replacements.Keys), planner._verdicts.ToEquatableArray(), EntryGate.Of(method, planner._plans.Values, planner._ordered))
        {
            Replacements = planner._replacements,
        };
    }

    /// <summary>Plans the outermost loops in a statement; returns whether any of them, or inside them, went to the cores.</summary>
    private bool Visit(Statement statement, bool mayUseCores)
    {
        if (statement is Loop { IsInlined: true })
            return false;
        if (statement is Loop { IsTied: false } loop)
            return VisitLoop(loop, mayUseCores);
        var any = false;
        foreach (var child in statement.Children)
            any |= Visit(child, mayUseCores);
        return any;
    }

    private bool VisitLoop(Loop loop, bool mayUseCores)
    {
        var context = new LoopContext(loop, _budget);
        var analysis = LoopAnalyzer.Analyze(context, _method);
        var legality = ParallelLegality.Check(context, analysis, _method.Options.FloatMode);
        var isCandidate = mayUseCores && (!_hasMarks || loop.Mark is not null);
        var mayGain = !legality.IsLegal || legality.IsSpeculative || loop.Space is { Step: not Constant };
        var blocks = !legality.IsLegal || (legality.IsSpeculative && !_method.Options.Required) ? InBlocks(context, analysis) : null;
        if (isCandidate && mayGain && !(blocks is not null && legality.LooksBack) && Transform(context, analysis))
        {
            // Where the guards of the transformed loop fail, those of the loop as it is may hold.
            if (legality.IsLegal && context.InnerLoops.Count == 0)
                _plans.Add(loop.Id, Make(context, analysis, legality, true, null, null, Guard.Always));
            else if (blocks is not null)
                _plans.Add(loop.Id, blocks);
            return true;
        }

        if (!mayUseCores && !legality.IsLegal && blocks is null && TransformForLanes(context, analysis))
            return false;
        if (blocks is not null)
        {
            _plans.Add(loop.Id, blocks);
            Report(blocks);
            if (isCandidate)
                Refuse(loop, legality.IsLegal ? [new Refusal(null, loop.Keyword, "iterations depend on others some way before them", default)] : legality.Refusals);
            return false;
        }

        var keepsLast = isCandidate && !legality.IsLegal && KeepLast(context, ref analysis, ref legality);
        if (isCandidate && !legality.IsLegal && Privatization.Apply(context, analysis, _method, legality) is { } withCopies)
        {
            legality = ParallelLegality.Check(context, withCopies, _method.Options.FloatMode);
            if (legality.IsLegal)
                return PlanCopies(context, withCopies, legality);
        }

        if (isCandidate && !legality.IsLegal && PlanInspection(context, analysis, legality))
            return true;
        if (!legality.IsLegal && (Search(loop) ?? Running(loop, analysis, isCandidate)) is { } search)
        {
            _plans.Add(loop.Id, search);
            Report(search);
            if (isCandidate && !search.OnCores)
                Refuse(loop, legality.Refusals);
            return search.OnCores;
        }

        if (!legality.IsLegal)
        {
            KeepElements(context, analysis);
            var innerOnCores = Visit(loop.Body, mayUseCores);
            if (isCandidate)
                Refuse(loop, legality.Refusals, innerOnCores);
            return innerOnCores;
        }

        var (vector, lanes, bounds) = keepsLast ? (null, null, Guard.Always) : Vectorize(context, analysis);
        if (isCandidate || vector is not null)
        {
            var plan = Make(context, analysis, legality, isCandidate, vector, lanes, bounds);
            _plans.Add(loop.Id, plan);
            Report(plan);
        }

        if (vector is null)
        {
            Visit(loop.Body, mayUseCores && !isCandidate);
            if (isCandidate)
                _plans[loop.Id] = SkipShortWork(_plans[loop.Id]);
        }

        return isCandidate;
    }

    /// <summary>Replaces the facts and the verdict by those with last values of variables that only some iterations assign, where it has such.</summary>
    private bool KeepLast(LoopContext context, ref LoopAnalysis analysis, ref LegalityVerdict legality)
    {
        if (ConditionalLastValues.Apply(context, analysis) is not { } withLast)
            return false;
        analysis = withLast;
        legality = ParallelLegality.Check(context, withLast, _method.Options.FloatMode);
        return true;
    }

    private (VectorPlan? Plan, VectorPlan? Shape, IReadOnlyList<Guard> Bounds) Vectorize(LoopContext context, LoopAnalysis analysis, bool keepsOrder = false)
    {
        var isNest = context.InnerLoops.Any(l => l.Space is not null);
        var (form, formAnalysis) = InLaneForm(context, analysis, []);
        var verdict = VectorLegality.Check(formAnalysis, keepsOrder);
        if (isNest && !keepsOrder && verdict.Plan is null && OwnRanges.Of(context, _method) is { Count: > 0 } ownRanges)
        {
            (form, formAnalysis) = InLaneForm(context, analysis, ownRanges);
            verdict = VectorLegality.Check(formAnalysis);
        }

        (context, analysis) = (form, formAnalysis);
        if (!keepsOrder && verdict.Plan is { LaneBytes: > LaneNarrowing.LaneBytes } && LaneNarrowing.Of(context, analysis) is { } narrow
            && VectorLegality.Check(narrow, laneBytes: LaneNarrowing.LaneBytes) is { Plan.LaneBytes: LaneNarrowing.LaneBytes } fitting)
        {
            (context, analysis, verdict) = (new LoopContext(narrow.Loop, _budget), narrow, fitting);
        }

        if (isNest && verdict.Plan is null)
            return (null, null, Guard.Always);
        if (verdict.Plan is not { } shape)
        {
            BlocksVectors(verdict.RefusalSource, verdict.Refusal ?? "the loop cannot be vectorised");
            return (null, null, Guard.Always);
        }

        if (!_method.Options.Vectorize)
            return (null, shape, Guard.Always);
        if (shape.IsScatter && ScatterCost.LeastTrip(context, analysis, shape.LaneBytes) is null)
        {
            BlocksVectors(context.Loop.Keyword, "storing lanes one by one costs more than computing them together saves");
            return (null, shape, Guard.Always);
        }

        var (guards, refusal) = BoundsGuards.Hoist(context, analysis, verdict.CheckedPerLane);
        if (guards is null && isNest)
            return (null, null, Guard.Always);
        if (guards is null)
        {
            BlocksVectors(refusal!.Source, refusal.Message);
            return (null, shape, Guard.Always);
        }

        if (UsesNativeIntegers(context.Loop.Body))
            guards = [new Guard("global::System.IntPtr.Size == 8", "native integers have 64 bits"), .. guards];
        return (shape, shape, [.. LayoutGuards.Of(analysis), .. guards]);
    }

    /// <summary>The loop as lanes run it, and its facts.</summary>
    private (LoopContext Context, LoopAnalysis Analysis) InLaneForm(LoopContext context, LoopAnalysis analysis, IReadOnlyCollection<int> ownRanges)
    {
        var form = LaneForm.Of(context.Loop, ownRanges);
        if (form == context.Loop)
            return (context, analysis);
        var inForm = new LoopContext(form, _budget);
        return (inForm, analysis with { Loop = form, Accesses = LoopAnalyzer.AccessesOf(inForm, form.Body) });
    }

    /// <summary>A count that is negative is an error, which the range itself reports.</summary>
    private static IEnumerable<Guard> MarkGuards(Loop loop) => new[] { loop.Mark?.ChunkSizeText, loop.Mark?.MaxWorkersText }
        .Where(t => t is not null).Select(t => new Guard($"({t}) >= 0", "the options are valid"));

    /// <summary>
    /// Lets short work run as written. A floating-point reduction does not ask: its shape may depend on the trip count alone.
    /// </summary>
    private static LoopPlan SkipShortWork(LoopPlan plan) => plan.Analysis.Reductions.Any(r => !r.IsExact) || plan.Analysis.PrivateArrays.Any(p => !p.IsExact)
        ? plan
        : plan with { LeastWork = LeastWork };

    private static bool UsesNativeIntegers(Block body) =>
        body.AllExpressions().Any(e => e.Type.Kind is ScalarKind.IntPtr or ScalarKind.UIntPtr)
        || LoopContext.Stores(body).Any(s => s.Type.Kind is ScalarKind.IntPtr or ScalarKind.UIntPtr);

    private LoopPlan Make(
        LoopContext context,
        LoopAnalysis analysis,
        LegalityVerdict legality,
        bool onCores,
        VectorPlan? vector,
        VectorPlan? shape,
        IReadOnlyList<Guard> bounds)
    {
        var costs = new CostModel(context);
        var isOrdered = vector is not null || analysis.Reductions.Any(r => !r.IsExact) || analysis.PrivateArrays.Any(p => !p.IsExact);
        var isReduction = !analysis.Reductions.IsEmpty || analysis.PrivateArrays.Any(p => !p.IsExact);
        var lanes = !isReduction ? 0 : isOrdered ? Math.Max(1, shape?.ReductionLanes ?? 1) : 1;
        var isHistogram = analysis.PrivateArrays.Any(p => p.Combination is not null) && costs.IsLight;
        var speedup = isHistogram ? HistogramSpeedup : vector is null ? 1.0 : 24.0 / vector.LaneBytes;
        var guards = MarkGuards(context.Loop).Concat(legality.Guards).Concat(bounds).Distinct().ToList();
        var fullVector = vector is null ? 1 : 64 / vector.LaneBytes * (context.InnerLoops.Count > 0 ? NestVectors : 1);
        var minimumTrip = isReduction ? Math.Max(costs.IsLight ? LightTrip : 2, (costs.IsLight ? LightRounds : 2) * lanes) : costs.IsLight ? LightTrip : fullVector;
        var narrowTrip = minimumTrip;
        var longTrip = 0;
        if (vector is { MasksRest: true } masked)
        {
            var callsLibrary = context.Loop.Body.AllExpressions().Any(RuntimeFunctions.IsCall);
            if (callsLibrary && !isReduction)
                minimumTrip = narrowTrip = Math.Min(minimumTrip, Math.Max(2, (int)Math.Ceiling(CostModel.MaskedVector / costs.Nanoseconds(context.Loop.Body))));
            else if (!callsLibrary && costs.IsLight && !analysis.Reductions.IsEmpty && analysis.Reductions.All(r => r.IsExact && masked.CombinesHeld(r)) && analysis.PrivateArrays.IsEmpty)
                minimumTrip = Math.Min(minimumTrip, MaskedTrip);
            if (!onCores && !callsLibrary && costs.IsLight && IsShort(analysis, masked))
            {
                longTrip = minimumTrip;
                minimumTrip = Math.Min(minimumTrip, Math.Max(ShortTrip, (int)Math.Ceiling(ShortWork / costs.Nanoseconds(context.Loop.Body))));
            }
        }

        if (vector is { IsScatter: true })
            minimumTrip = narrowTrip = Math.Max(minimumTrip, ScatterCost.LeastTrip(context, analysis, vector.LaneBytes) ?? minimumTrip);
        return new LoopPlan(
            analysis,
            onCores,
            vector,
            guards.Select(g => g.Condition).Distinct().ToEquatableArray(),
            guards.Select(g => g.Meaning).Distinct().ToEquatableArray(),
            costs.Iteration(speedup),
            minimumTrip,
            lanes,
            costs.IsLight ? LightBlock : Math.Max(1, lanes),
            !LoopContext.Stores(context.Loop.Body).Any() && analysis.Variables.All(v => v.Role is not (VariableRole.LastPrivate or VariableRole.ConditionalLastPrivate)))
        {
            IsAsserted = legality.IsAsserted,
            IsAsked = legality.Guards.Count > 0,
            MinimumNarrowTrip = narrowTrip,
            LongTrip = longTrip,
            CheckNanoseconds = guards.Sum(g => g.NanosecondsPerIteration),
            Unchecked = UncheckedAccesses.Of(context, analysis),
        };
    }

    /// <summary>Whether all that the loop does is to combine integers, in any order, with nothing that its own code must go on with.</summary>
    private static bool IsShort(LoopAnalysis analysis, VectorPlan vector) => !analysis.Reductions.IsEmpty && analysis.Reductions.All(r => r.IsExact && vector.CombinesHeld(r))
        && !vector.MayFail && analysis.PrivateArrays.IsEmpty && analysis.Inspections.IsEmpty
        && analysis.Variables.All(v => v.Role is not (VariableRole.LastPrivate or VariableRole.ConditionalLastPrivate));
}
