using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Planning;

/// <content>Loops in another form, for the cores or for lanes.</content>
public sealed partial class LoopPlanner
{
    /// <summary>
    /// Plans the first transformation of the loop that sends some of it to the cores; the loops that come out of it pass the same legality
    /// as any others.
    /// </summary>
    private bool Transform(LoopContext context, LoopAnalysis analysis)
    {
        if (_depth >= LoopTransforms.DepthLimit)
            return false;
        var loop = ClosedLoop.Of(_method, context, analysis, _nextLoop);
        var replacements = loop is null ? [FieldPromotion.Apply(_method, context, analysis, _nextLoop), ContainerPromotion.Apply(_method, context, analysis, _nextLoop), StructPromotion.Apply(_method, context.Loop, _nextLoop)] : LoopTransforms.For(loop).Select(apply => apply(loop));
        foreach (var replacement in replacements.OfType<Replacement>())
        {
            var planner = After(context.Loop, replacement);
            if (replacement.Statements.Count(s => planner.Visit(s, true)) == 0)
                continue;
            Take(replacement, planner);
            return true;
        }

        return false;
    }

    /// <summary>Plans the first transformation of a loop inside one for the cores by which it fills lanes.</summary>
    private bool TransformForLanes(LoopContext context, LoopAnalysis analysis)
    {
        if (_depth >= LoopTransforms.DepthLimit || !_method.Options.Vectorize || context.InnerLoops.Count > 0
            || ClosedLoop.Of(_method, context, analysis, _nextLoop) is not { HasConstantStep: true } loop)
        {
            return false;
        }

        foreach (var replacement in LoopTransforms.ForLanes.Select(apply => apply(loop)).OfType<Replacement>())
        {
            var planner = After(context.Loop, replacement);
            foreach (var statement in replacement.Statements)
                planner.Visit(statement, false);
            var inLanes = planner._plans.Values.Where(p => p.Vector is not null).ToList();
            if (inLanes.Count == 0 || planner._replacements.Count > 0)
                continue;

            // Where lanes do not pay, what is computed again does not, either.
            var timed = replacement with
            {
                LeastTrip = replacement.PeeledTrip + inLanes.Min(p => p.MinimumTrip),
                LeastNarrowTrip = replacement.PeeledTrip + inLanes.Min(p => p.MinimumNarrowTrip),
            };
            Take(timed, planner);
            return true;
        }

        return false;
    }

    /// <summary>What plans the method with a loop replaced.</summary>
    private LoopPlanner After(Loop original, Replacement replacement)
    {
        PassLog.Check(replacement.Name, IrVerifier.Verify(original, new Block(replacement.Statements.ToEquatableArray(), "", original.Source)));
        return new LoopPlanner(_method.Replace(original, replacement.Statements), _log, _budget, _depth + 1, _nextLoop);
    }

    /// <summary>Takes over what became of the loops that came out of a transformation.</summary>
    private void Take(Replacement replacement, LoopPlanner planner)
    {
        _log.Keep($"{replacement.Name} of {replacement.Original.Display}", () => string.Concat(replacement.Statements.Select(IrPrinter.Print)));
        _nextLoop = planner._nextLoop;
        var leastTrip = replacement.GoesOverAgain ? planner._plans.Values.Max(p => p.MinimumTrip) : 0;
        _replacements.Add(replacement.Original.Id, replacement with { LeastTrip = Math.Max(replacement.LeastTrip, leastTrip) });
        foreach (var inner in planner._replacements)
            _replacements.Add(inner.Key, inner.Value);
        foreach (var plan in planner._plans)
            _plans.Add(plan.Key, plan.Value with { MinimumTrip = Math.Max(plan.Value.MinimumTrip, leastTrip) });
        Report(replacement, planner._verdicts);
    }

    /// <summary>One message about all loops that came out of one, not one for each.</summary>
    private void Report(Replacement replacement, List<Verdict> verdicts)
    {
        var runs = $"{replacement.Original.Display} runs across the cores";
        foreach (var verdict in verdicts.GroupBy(v => (v.RuleId, v.Source)).Select(g => g.First()))
        {
            var message = verdict.RuleId == RuleIds.RunsOnCores && verdict.Message.StartsWith(runs, StringComparison.Ordinal)
                ? $"{runs} after {replacement.Name}{verdict.Message.Substring(runs.Length)}"
                : verdict.Message;
            _verdicts.Add(verdict with { Message = message });
        }
    }
}
