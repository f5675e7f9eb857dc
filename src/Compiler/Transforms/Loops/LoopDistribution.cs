using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Makes several loops out of one, in an order that keeps every dependence, so that the statements that depend on each other in a
/// circle share a loop and the others run in parallel (Kennedy and McKinley, "Loop distribution with arbitrary control flow",
/// Supercomputing 1990). Reorders statements where a dependence runs against the text. Legal because the loops follow a topological
/// order of the strongly connected components of the dependence graph.
/// </summary>
public static class LoopDistribution
{
    /// <summary>More statements are not analysed.</summary>
    public const int StatementLimit = 24;

    /// <summary>
    /// The groups of statements that become loops, in order; null where everything must stay in one loop.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<int>>? Groups(DependenceGraph graph, int count)
    {
        var reaches = Closure(graph, count);
        var component = new int[count];
        for (var s = 0; s < count; s++)
            component[s] = Enumerable.Range(0, s + 1).First(t => t == s || (reaches[s, t] && reaches[t, s]));
        var waiting = component.Distinct().ToList();
        var groups = new List<(List<int> Statements, bool IsParallel)>();
        while (waiting.Count > 0)
        {
            // Text order among what is ready, and parallel ones together, so that as few loops as possible come out.
            var ready = waiting.Where(c => waiting.TrueForAll(o => o == c || !Members(o).Any(f => Members(c).Any(t => graph.IsAhead(f, t))))).ToList();
            var next = ready.Where(c => groups.Count > 0 && IsParallel(c) == groups[groups.Count - 1].IsParallel).DefaultIfEmpty(ready[0]).First();
            waiting.Remove(next);
            var members = Members(next).ToList();
            if (groups.Count > 0 && groups[groups.Count - 1] is var (last, isParallel) && isParallel == IsParallel(next)
                && !(isParallel && last.Any(f => members.Any(t => graph.IsCarried(f, t)))))
            {
                last.AddRange(members);
                last.Sort();
            }
            else
            {
                groups.Add((members, IsParallel(next)));
            }
        }

        return groups.Count > 1 && groups.Any(g => g.IsParallel) ? groups.ConvertAll(g => (IReadOnlyList<int>)g.Statements) : null;

        IEnumerable<int> Members(int c) => Enumerable.Range(0, count).Where(s => component[s] == c);

        bool IsParallel(int c) => !Members(c).Any(f => Members(c).Any(t => graph.IsCarried(f, t)));
    }

    /// <summary>Statements under a condition that the loop does not change, each under the condition by itself.</summary>
    public static IEnumerable<Statement> Split(Statement statement, ClosedLoop loop)
    {
        if (statement is not If branch || branch.SelfAndDescendants().OfType<Declaration>().Any() || !IsStable(branch.Condition, loop))
            return [statement];
        var then = branch.Then.Statements.SelectMany(s => Split(s, loop)).Select(s => branch with { Then = One(s), Else = Block.Empty });
        var otherwise = branch.Else.Statements.SelectMany(s => Split(s, loop)).Select(s => branch with { Then = Block.Empty, Else = One(s) });
        return then.Concat(otherwise);

        Block One(Statement s) => new(EquatableArray.Of(s), "", s.Source);
    }

    private static bool IsStable(IrExpression condition, ClosedLoop loop)
    {
        var written = loop.Analysis.Accesses.Where(a => a.IsWrite).Select(a => loop.NameOf(a.Access.Root)).ToList();
        return condition.SelfAndDescendants().All(e => e switch
        {
            Load load => !written.Contains(loop.NameOf(load.Access.Root)),
            VariableRead read => read.Variable == loop.Loop.Space!.Index || loop.Context.IsInvariant(read.Variable),
            _ => true,
        });
    }

    private static bool[,] Closure(DependenceGraph graph, int count)
    {
        var reaches = new bool[count, count];
        for (var s = 0; s < count; s++)
        {
            for (var t = 0; t < count; t++)
                reaches[s, t] = graph.IsAhead(s, t);
        }

        for (var k = 0; k < count; k++)
        {
            for (var s = 0; s < count; s++)
            {
                for (var t = 0; t < count && reaches[s, k]; t++)
                    reaches[s, t] |= reaches[k, t];
            }
        }

        return reaches;
    }
}
