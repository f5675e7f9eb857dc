using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Decides whether the iterations of a counted loop are independent: no scalar, no element and no effect passes from one to
/// another. Says nothing about whether it pays.
/// </summary>
public static class ParallelLegality
{
    /// <summary>The verdict on a loop.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="mode">What may be done to floating-point reductions.</param>
    /// <param name="block">
    /// The number of neighbouring iterations that must be independent of each other; null for all. Such blocks fill lanes one after another.
    /// </param>
    public static LegalityVerdict Check(LoopContext context, LoopAnalysis analysis, FloatMode mode, long? block = null)
    {
        var loop = context.Loop;
        if (loop.Space is not { } space)
            return Refuse(loop, loop.NotCounted ?? "its number of iterations is not known before it starts");
        var refusals = new List<Refusal>();
        CheckSpace(context, space, refusals);
        CheckControlFlow(loop, refusals);
        var memory = new MemoryLegality(context, analysis, block);
        CheckHazards(context, block is null ? new ObjectWrites(context, analysis) : null, memory, refusals);
        CheckScalars(context, analysis, mode, refusals);
        memory.Check(refusals);
        Privatization.Check(context, analysis, mode, memory, refusals);
        InspectedSubscripts.Check(context, analysis, memory, refusals);
        if (loop.IsHandled && block is null)
            CheckHandler(context, analysis, memory, refusals);
        return loop.Mark is { IsIndependent: true } ? Believe(memory, refusals)
            : new LegalityVerdict(memory.Guards, refusals) { IsSpeculative = memory.IsSpeculative, LooksBack = memory.LooksBack };
    }

    /// <summary>Takes the user's word that iterations are independent, but where they are not for certain.</summary>
    private static LegalityVerdict Believe(MemoryLegality memory, List<Refusal> refusals)
    {
        var doubts = refusals.RemoveAll(r => !r.IsCertain);
        return new LegalityVerdict(Guard.Always, refusals) { IsAsserted = doubts > 0 || memory.Guards.Count > 0 };
    }

    private static LegalityVerdict Refuse(Loop loop, string reason) =>
        new(Guard.Always, [new Refusal(null, loop.Keyword, reason, default)]);

    private static void CheckSpace(LoopContext context, IterationSpace space, List<Refusal> refusals)
    {
        var loop = context.Loop;
        if (space.Index.IsCaptured || space.Index.Kind == VariableKind.Reference)
            refusals.Add(new Refusal(null, loop.Keyword, $"a lambda or a reference can change the index '{space.Index.Name}' while the loop runs", default));
        if (!IsPure(space.Start))
            refusals.Add(new Refusal(null, loop.Keyword, "the start of its range has side effects", default));
        if (!IsPure(space.End) || !context.IsInvariant(space.End))
            refusals.Add(new Refusal(null, loop.Keyword, $"its end may change while it runs; store it in a local first", default));
        if (!IsPure(space.Step) || !context.IsInvariant(space.Step))
            refusals.Add(new Refusal(null, loop.Keyword, "its step may change while it runs", default));
        if (loop.Body.VariablesAssigned().Contains(space.Index))
            refusals.Add(new Refusal(null, loop.Keyword, $"the body assigns the index '{space.Index.Name}'", default));
    }

    private static bool IsPure(IrExpression expression) => expression.SelfAndDescendants().OfType<OpaqueExpression>()
        .All(o => o.Effects.ChangesNothing);

    private static void CheckControlFlow(Loop loop, List<Refusal> refusals)
    {
        foreach (var jump in Jumps(loop.Body, true))
        {
            var word = jump.Kind == JumpKind.Break ? "break" : "return";
            refusals.Add(new Refusal(
                null,
                jump.Source,
                $"'{word}' leaves the loop early, so that whether an iteration runs depends on those before it",
                default));
        }
    }

    /// <summary>The jumps that leave the loop: its own <c>break</c>, and <c>return</c> at any depth.</summary>
    private static IEnumerable<Jump> Jumps(Statement statement, bool ownsBreak)
    {
        if (statement is Jump { Kind: JumpKind.Return } || (statement is Jump { Kind: JumpKind.Break } && ownsBreak))
            yield return (Jump)statement;
        foreach (var child in statement.Children)
        {
            foreach (var jump in Jumps(child, ownsBreak && statement is not Loop))
                yield return jump;
        }
    }

    private static void CheckHazards(LoopContext context, ObjectWrites? objects, MemoryLegality memory, List<Refusal> refusals)
    {
        var body = context.Loop.Body;
        foreach (var hazard in body.AllEffects().SelectMany(e => e.Hazards).Distinct().Where(h => !context.IsFresh(h.Receiver)))
        {
            var (guards, other) = hazard.Write is { } write && objects is not null ? objects.Check(write) : (null, null);
            if (guards is not null)
            {
                memory.Require(guards);
                continue;
            }

            var related = other is null ? default : EquatableArray.Of(new RelatedSpan(other.Source, $"'{other.Display}' may be the same field of the same object"));
            refusals.Add(new Refusal(RuleOf(hazard.Kind), hazard.Source, hazard.Message, related)
            {
                IsCertain = hazard.Kind is not (HazardKind.ImpureCall or HazardKind.UnknownWrite) && hazard.Through.All(context.IsInvariant),
            });
        }

        if (!LoopContext.Stores(body).Any(s => !s.Subscripts.IsEmpty))
            return;
        var store = LoopContext.Stores(body).First(s => !s.Subscripts.IsEmpty);
        foreach (var opaque in body.AllExpressions().OfType<OpaqueExpression>().Where(o => o.Effects.ReadsHeap))
        {
            refusals.Add(new Refusal(
                RuleIds.ImpureCall,
                opaque.Source,
                $"{opaque.Reason} may read memory that the loop writes as '{store.Display}'; pass it the values it needs instead",
                EquatableArray.Of(new RelatedSpan(store.Source, $"'{store.Display}' is written here")))
            {
                IsCertain = false,
            });
        }
    }

    private static string? RuleOf(HazardKind kind) => kind switch
    {
        HazardKind.ImpureCall => RuleIds.ImpureCall,
        HazardKind.UnsafeCollection => RuleIds.UnsafeCollection,
        HazardKind.OrderedOutput => RuleIds.OrderedOutput,
        HazardKind.Synchronization => RuleIds.Synchronization,
        HazardKind.UnknownWrite => RuleIds.UnknownWrite,
        HazardKind.SharedWrite => RuleIds.SharedWrite,
        _ => null,
    };

    /// <summary>
    /// A handler sees what was written before an exception, and workers are ahead of each other: the loop must not throw, or write nothing.
    /// </summary>
    private static void CheckHandler(LoopContext context, LoopAnalysis analysis, MemoryLegality memory, List<Refusal> refusals)
    {
        var writes = LoopContext.Stores(context.Loop.Body).Concat(context.Loop.Body.AllEffects().SelectMany(e => e.Hazards).Select(h => h.Write).OfType<MemoryAccess>());
        if (writes.FirstOrDefault(s => !context.IsFresh(s.Root)) is not { } store)
            return;
        if (Faultless.Is(analysis) && BoundsGuards.Hoist(context, analysis, default, true).Guards is { } bounds)
            memory.Require(bounds);
        else
            refusals.Add(new Refusal(null, store.Source, $"an exception handler around the loop could see '{store.Display}' written by iterations behind the one that throws; put the 'try' inside the loop, or around the call", default));
    }

    private static void CheckScalars(LoopContext context, LoopAnalysis analysis, FloatMode mode, List<Refusal> refusals)
    {
        foreach (var fact in analysis.Variables.Where(v => v.Role == VariableRole.Carried))
        {
            refusals.Add(new Refusal(
                RuleIds.SharedScalar,
                fact.Read,
                $"iteration i+1 reads '{fact.Variable.Name}', which iteration i assigns; {ReductionAdvice.Of(fact.Variable, context.Loop.Body)}",
                EquatableArray.Of(new RelatedSpan(fact.Write, $"'{fact.Variable.Name}' is assigned here"))));
        }

        var live = analysis.Reductions.Select(r => r.Accumulator)
            .Concat(analysis.Variables.Where(v => v.Role is VariableRole.LastPrivate or VariableRole.ConditionalLastPrivate).Select(v => v.Variable)).ToList();
        if (context.Loop.IsInTry && (live.Count > 0 || context.Loop.Space!.IndexLivesOutside))
        {
            var name = live.Count > 0 ? live[0].Name : context.Loop.Space!.Index.Name;
            refusals.Add(new Refusal(null, context.Loop.Keyword, $"an exception handler around the loop could see '{name}' half-way", default));
        }

        foreach (var reduction in analysis.Reductions)
        {
            if (!reduction.IsExact && mode == FloatMode.Strict)
            {
                refusals.Add(new Refusal(
                    null,
                    reduction.Source,
                    $"'{reduction.Accumulator.Name}' is a floating-point reduction, and FloatMode.Strict keeps its sequential order",
                    default));
            }
            else if (reduction is { Operator: ReductionKind.LessMinimum or ReductionKind.GreaterMaximum } && reduction.Accumulator.Type.IsFloatingPoint
                && LoopContext.Stores(context.Loop.Body).Any())
            {
                refusals.Add(new Refusal(
                    null,
                    reduction.Source,
                    $"which of +0 and -0 ends in '{reduction.Accumulator.Name}' depends on the order, and the loop also writes memory; use Math.Min or Math.Max",
                    default));
            }
        }
    }
}
