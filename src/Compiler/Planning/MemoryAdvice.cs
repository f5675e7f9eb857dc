using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// Finds loops that wait for memory and pass over a container that the loop before them has just passed over: in one loop, each element
/// would come through the caches once (Kennedy and McKinley, "Maximizing loop parallelism and improving data locality via loop fusion
/// and distribution", LCPC 1993). Fusion is advised only where it is legal whatever overlaps: all accesses of both have one subscript.
/// </summary>
public static class MemoryAdvice
{
    /// <summary>The bytes that a core moves in a nanosecond at best; a loop that computes faster than that waits.</summary>
    private const double Bandwidth = 20;

    /// <summary>By how much lanes of 4 bytes, or of other sizes, are faster than scalar code.</summary>
    private const double NarrowSpeedup = 6, WideSpeedup = 3;

    /// <summary>One verdict for each such loop.</summary>
    /// <param name="body">The method.</param>
    /// <param name="plans">The plans of the loops that run as they are, by number.</param>
    public static IEnumerable<Verdict> Of(Block body, IReadOnlyDictionary<int, LoopPlan> plans)
    {
        foreach (var block in body.SelfAndDescendants().OfType<Block>())
        {
            LoopPlan? before = null;
            foreach (var statement in block.Statements)
            {
                // A declaration between two loops, of a sum that the second computes, can stand before both.
                if (statement is Declaration)
                    continue;
                var plan = statement is Loop loop && plans.TryGetValue(loop.Id, out var known) && Streams(known) ? known : null;
                if (before is not null && plan is not null && Shared(before, plan) is { } shared)
                    yield return Told(before.Loop, plan.Loop, shared);
                before = plan;
            }
        }
    }

    private static Verdict Told(Loop first, Loop second, string shared) => new(
        RuleIds.MemoryBound,
        second.Keyword,
        $"{second.Display} passes over '{shared}' again, right after the loop before it, and both compute so little that they wait for memory; "
        + "do the work of both in one loop, which loads each element once",
        EquatableArray.Of(new RelatedSpan(first.Keyword, $"'{shared}' is passed over here first")));

    /// <summary>Whether the loop runs on all cores and in lanes over arrays, and computes faster than memory delivers.</summary>
    private static bool Streams(LoopPlan plan)
    {
        if (plan is not { OnCores: true, Vector: { } vector } || plan.Loop.Space is null)
            return false;
        var context = new LoopContext(plan.Loop);
        if (context.InnerLoops.Count > 0)
            return false;
        var bytes = plan.Analysis.Accesses.Where(a => !a.Affine.IsEmpty).Select(a => (a.Access.Root.Text, a.IsWrite, a.Access.Type.Size)).Distinct().Sum(a => a.Size);
        return new CostModel(context).Nanoseconds(plan.Loop.Body) / (vector.LaneBytes == 4 ? NarrowSpeedup : WideSpeedup) < bytes / Bandwidth;
    }

    /// <summary>The container that both pass over, where one loop could do the work of both; null otherwise.</summary>
    private static string? Shared(LoopPlan first, LoopPlan second)
    {
        var (one, two) = (first.Loop.Space!, second.Loop.Space!);
        if (one.Comparison != two.Comparison || !IsSame(one.Start, two.Start) || !IsSame(one.End, two.End) || !IsSame(one.Step, two.Step))
            return null;
        var assigned = new HashSet<Variable>(first.Loop.Body.VariablesAssigned());
        if (second.Loop.Body.VariablesRead().Concat(second.Loop.Body.VariablesAssigned()).Any(v => assigned.Contains(v) && v != one.Index))
            return null;
        var accesses = first.Analysis.Accesses.Concat(second.Analysis.Accesses).ToList();
        if (accesses.Count == 0 || !accesses.All(a => a.IsAffine && a.Affine.Count == 1 && a.Access.Path.Length == 0 && IsSame(a, accesses[0])))
            return null;
        var known = new HashSet<string>(first.Analysis.Accesses.Select(a => a.Access.Root.Text));
        return second.Analysis.Accesses.Select(a => a.Access.Root.Text).FirstOrDefault(known.Contains);
    }

    private static bool IsSame(AccessFact access, AccessFact other) =>
        access.Affine[0].Coefficient.Equals(other.Affine[0].Coefficient) && access.Affine[0].Offset.Equals(other.Affine[0].Offset);

    private static bool IsSame(IrExpression left, IrExpression right) => CSharpPrinter.Print(left) == CSharpPrinter.Print(right);
}
