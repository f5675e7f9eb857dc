using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Gives workers copies of the containers that keep a loop sequential, where iterations only combine values into their elements, or read
/// nothing of them but what they have written themselves.
/// </summary>
public static class Privatization
{
    /// <summary>The facts of the loop with such copies; null where another reason keeps it sequential.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="method">The method around it.</param>
    /// <param name="verdict">Why it is sequential without copies.</param>
    public static LoopAnalysis? Apply(LoopContext context, LoopAnalysis analysis, Method method, LegalityVerdict verdict)
    {
        var copies = new List<PrivateArray>();
        foreach (var refusal in verdict.Refusals)
        {
            if (refusal.Container is not { } root || ContainerUses.HolderOf(context, analysis, root) is not { } variable)
                return null;
            if (copies.Exists(c => c.Variable == variable))
                continue;
            var isOwned = ContainerUses.IsOwned(method, variable);
            if (ArrayReductions.Find(context, variable, root) is { } combination)
                copies.Add(new PrivateArray(variable, root, combination, isOwned, true, default));
            else if (Scratch(context, method, variable, root, isOwned) is { } scratch)
                copies.Add(scratch);
            else
                return null;
        }

        return copies.Count == 0 ? null : analysis with { PrivateArrays = copies.Select(c => c with { ConstantLength = ContainerUses.ConstantLength(method, c.Variable) }).ToEquatableArray() };
    }

    private static PrivateArray? Scratch(LoopContext context, Method method, Variable variable, MemoryRoot root, bool isOwned)
    {
        if (context.Loop.Body.SelfAndDescendants().Any(s => ContainerUses.MentionsItself(s, variable, isElementAllowed: true)))
            return null;
        var flow = ArrayFlow.Of(context, variable, root);
        if (flow.ExposedRead is not null)
            return null;
        var isLiveOut = !isOwned || ContainerUses.IsReadAfter(method, context.Loop, variable, root);
        return isLiveOut && !flow.LeavesWhatTheLastIterationWrites()
            ? null
            : new PrivateArray(variable, root, null, isOwned, isLiveOut, flow.Assumptions.ToEquatableArray());
    }

    /// <summary>
    /// Whether somebody can see what a container holds after an iteration has thrown, or the order of the iterations may show in its elements:
    /// then the loop runs once more in its own order, with what its iterations have left untouched.
    /// </summary>
    public static bool MustRunAgain(LoopAnalysis analysis) => analysis.PrivateArrays.Any(p => MustRunAgain(p, analysis));

    /// <summary>Adds the reasons against copies, and the guards that they need.</summary>
    public static void Check(LoopContext context, LoopAnalysis analysis, FloatMode mode, MemoryLegality memory, List<Refusal> refusals)
    {
        foreach (var copy in analysis.PrivateArrays.Where(p => !p.IsExact && mode == FloatMode.Strict))
        {
            refusals.Add(new Refusal(
                null,
                copy.Combination!.Source,
                $"what iterations add to the elements of '{copy.Variable.Name}' is a floating-point reduction, and FloatMode.Strict keeps its sequential order",
                default));
        }

        foreach (var copy in analysis.PrivateArrays)
        {
            if (!copy.IsOwned)
                memory.Require(ContainerText.NotNull(copy.Root)!);
            foreach (var assumption in copy.Assumptions)
            {
                if (Guard.AtLeast(assumption, Polynomial.Zero, $"iterations read of '{copy.Variable.Name}' only what they have written") is { } guards)
                    memory.Require(guards);
                else
                    refusals.Add(new Refusal(RuleIds.LoopCarriedDependence, context.Loop.Keyword, $"iterations may read elements of '{copy.Variable.Name}' that others have written", default));
            }
        }

        if (MustRunAgain(analysis))
            CheckRepetition(context, analysis, memory, refusals);
    }

    private static bool MustRunAgain(PrivateArray copy, LoopAnalysis analysis) =>
        copy.IsFloatingExtremum || ((copy.Combination is not null || copy.IsLiveOut) && (!copy.IsOwned || analysis.Loop.IsInTry));

    /// <summary>What the loop writes besides, it must not read: then running an iteration again leaves the same.</summary>
    private static void CheckRepetition(LoopContext context, LoopAnalysis analysis, MemoryLegality memory, List<Refusal> refusals)
    {
        var shared = analysis.Accesses.Where(a => analysis.PrivateArrayOf(a.Access.Root) is null && !context.IsFresh(a.Access.Root)).ToList();
        foreach (var write in shared.Where(a => a.IsWrite).GroupBy(a => a.Access.Root.Text).Select(g => g.First()))
        {
            foreach (var read in shared.Where(a => !a.IsWrite).GroupBy(a => a.Access.Root.Text).Select(g => g.First()))
            {
                var isSame = context.Resolve(write.Access.Root).Text == context.Resolve(read.Access.Root).Text;
                if (!isSame && memory.Apart(write, read) is null)
                    continue;
                var copy = analysis.PrivateArrays.First(p => MustRunAgain(p, analysis));
                refusals.Add(new Refusal(
                    RuleIds.UnknownSubscript,
                    write.Access.Source,
                    $"'{write.Access.Display}' is written and may be read, so that the loop could not be run again for the contents of '{copy.Variable.Name}' if an iteration failed; "
                    + $"write to another array, or move it to a loop of its own",
                    EquatableArray.Of(new RelatedSpan(read.Access.Source, $"'{read.Access.Display}' is read here"))));
                return;
            }
        }
    }
}
