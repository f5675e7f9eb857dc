using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// Finds accesses that walk against the layout of their container: neighbouring iterations touch elements of different rows, each in
/// a cache line of its own, while the index of a loop around moves along the row (Wolf and Lam, "A data locality optimizing
/// algorithm", PLDI 1991: spatial reuse is in the loop that should be innermost).
/// </summary>
public static class LayoutAdvice
{
    /// <summary>One verdict for each such access of the planned loops and of the loops inside them.</summary>
    public static IEnumerable<Verdict> Of(IReadOnlyCollection<LoopPlan> plans)
    {
        var told = new HashSet<SourceSpan>();
        foreach (var plan in plans.OrderBy(p => p.Loop.Id))
        {
            var context = new LoopContext(plan.Loop);
            foreach (var (access, loops) in Accesses(plan.Loop.Body, [plan.Loop]))
            {
                // Where lanes run the outer loop, its index is the one that neighbours differ in.
                var moving = plan.Vector is null ? loops[loops.Count - 1] : plan.Loop;
                if (Along(access, moving, loops, context) is { } other && access.Source != default && told.Add(access.Source))
                    yield return new Verdict(RuleIds.Layout, access.Source, Message(access, moving, other), default);
            }
        }
    }

    private static string Message(MemoryAccess access, Loop moving, Loop other)
    {
        var (inner, outer) = (moving.Space!.Index.Name, other.Space!.Index.Name);
        return $"'{access.Display}' goes to another row with every step of '{inner}', so that each element comes from a cache line of its own; "
            + $"rows lie along '{outer}': exchange the loops, so that the one over '{outer}' is the innermost, or store the transposed container";
    }

    /// <summary>The loop whose index moves along a row, where the moving one goes from row to row and not along them; null for any other access.</summary>
    private static Loop? Along(MemoryAccess access, Loop moving, IReadOnlyList<Loop> loops, LoopContext context)
    {
        if (Row(access) is not { } row || access.Subscripts.Count == 0)
            return null;
        var column = access.Subscripts[access.Subscripts.Count - 1];
        if (!Follows(row, moving, context) || Follows(column, moving, context))
            return null;
        return loops.FirstOrDefault(l => l != moving && IsStep(column, l, context) && !Follows(row, l, context));
    }

    /// <summary>The subscript that chooses the row of a matrix or of a jagged array; null for other containers.</summary>
    private static IrExpression? Row(MemoryAccess access) => access.Root switch
    {
        { Kind: MemoryKind.MultiArray, Rank: 2 } => access.Subscripts[0],
        { Kind: MemoryKind.Array, Rank: 1, Parent: { Root.Kind: MemoryKind.Array, Subscripts.Count: 1 } parent } => parent.Subscripts[0],
        _ => null,
    };

    private static bool Follows(IrExpression subscript, Loop loop, LoopContext context) =>
        loop.Space is { } space && (context.Polynomials.Build(subscript)?.SplitBy(space.Index) is not { } split || !split.Coefficient.IsZero);

    private static bool IsStep(IrExpression subscript, Loop loop, LoopContext context) =>
        loop.Space is { } space && context.Polynomials.Build(subscript)?.SplitBy(space.Index) is { Coefficient.ConstantValue: 1 or -1 };

    /// <summary>The accesses in a statement, each with the counted loops around it from the outside in.</summary>
    private static IEnumerable<(MemoryAccess Access, IReadOnlyList<Loop> Loops)> Accesses(Statement statement, IReadOnlyList<Loop> loops)
    {
        if (statement is Loop { Space: null } or OpaqueStatement)
            yield break;
        if (statement is Loop loop)
        {
            foreach (var inside in Accesses(loop.Body, [.. loops, loop]))
                yield return inside;
            yield break;
        }

        if (statement is Store store)
            yield return (store.Access, loops);
        foreach (var load in statement.Expressions.SelectMany(e => e.SelfAndDescendants()).OfType<Load>())
            yield return (load.Access, loops);
        foreach (var inside in statement.Children.SelectMany(c => Accesses(c, loops)))
            yield return inside;
    }
}
