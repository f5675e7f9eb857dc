using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Tries loop distribution, node splitting and both together, as little of them as makes all of the loop parallel, else as much as
/// makes some of it so.
/// </summary>
public static class Distribution
{
    /// <summary>What runs instead of the loop; null where neither helps.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        if (loop.Bounds is null)
            return null;
        var statements = loop.Loop.Body.Statements.SelectMany(s => LoopDistribution.Split(s, loop)).ToList();
        if (statements.Count > LoopDistribution.StatementLimit)
            return null;
        var plain = new DependenceGraph(loop, statements, []);
        var groups = LoopDistribution.Groups(plain, statements.Count);
        if (groups is not null && groups.All(g => IsParallel(plain, g)))
            return Make(loop, statements, groups, plain, null);
        foreach (var isSoon in new[] { false, true })
        {
            var reads = plain.ReadsOfOldValues(isSoon);
            if (reads.Count == 0)
                continue;
            var split = new DependenceGraph(loop, statements, reads);
            var whole = Enumerable.Range(0, statements.Count).ToList();
            var splitGroups = IsParallel(split, whole) ? [whole] : LoopDistribution.Groups(split, statements.Count);
            if (splitGroups is not null && splitGroups.All(g => IsParallel(split, g)) && OldValues.Of(loop, reads) is { } old)
                return Make(loop, [.. statements.Select(old.Rewrite)], splitGroups, split, old, plain.Guards);
        }

        return groups is null ? null : Make(loop, statements, groups, plain, null);
    }

    private static bool IsParallel(DependenceGraph graph, IReadOnlyList<int> group) => !group.Any(f => group.Any(t => graph.IsCarried(f, t)));

    private static Replacement Make(
        ClosedLoop loop,
        IReadOnlyList<Statement> statements,
        IReadOnlyList<IReadOnlyList<int>> groups,
        DependenceGraph graph,
        OldValues? old,
        IReadOnlyList<Guard>? more = null)
    {
        var guards = loop.Bounds!.Concat(graph.Guards).Concat(more ?? []).Concat(old?.Guards ?? []).Distinct().ToList();
        var loops = groups.Select(g => (Statement)loop.MakeLoop(loop.Loop.Space!, g.Select(s => statements[s]))).ToList();
        var done = new List<string>();
        if (groups.Count > 1)
            done.Add($"distribution into {groups.Count} loops");
        if (old is not null)
            done.Add($"copying the old values of {old.Names}");
        return new Replacement(loop.Loop, guards, loops, old?.Before ?? "", old?.After ?? "", string.Join(" and ", done))
        {
            LeastWorkers = old?.LeastWorkers(loop) ?? 1,
        };
    }
}
