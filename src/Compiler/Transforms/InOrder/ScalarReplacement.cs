using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Keeps elements that an iteration writes and later ones read, as in <c>b[i] = b[i - 1] * a[i]</c>, in locals while a loop runs in its own
/// order (scalar replacement: Callahan, Carr and Kennedy, "Improving register allocation for subscripted variables", PLDI 1990): an iteration
/// then waits for the value alone, not for its way through memory. Legal where all stores of the loop to the container have one subscript and
/// no other store reaches it. Everything is still stored, when it was.
/// </summary>
public static class ScalarReplacement
{
    /// <summary>How many iterations back an element may have been written: one local for each.</summary>
    public const int Farthest = 4;

    /// <summary>The trip count from which what is asked ahead costs less than what is saved.</summary>
    public const int LeastTrip = 64;

    /// <summary>The containers whose elements are kept; more locals than these leave no registers for the rest of the body.</summary>
    private const int MostContainers = 4;

    /// <summary>What runs instead of the loop; null where nothing that it reads has been written just before.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        var space = loop.Loop.Space!;
        if (loop.Bounds is not { } bounds || !loop.HasConstantStep || loop.Context.InnerLoops.Count > 0 || loop.Loop is not { Mark: null, InlinesMathematics: false }
            || space.Index.Type.Kind is not (ScalarKind.Int32 or ScalarKind.Int64))
        {
            return null;
        }

        var kept = loop.Analysis.Accesses.Where(a => a.IsWrite).GroupBy(a => loop.NameOf(a.Access.Root)).Select(g => ReusedElement.Of(loop, [.. g])).OfType<ReusedElement>().ToList();
        if (kept.Count > MostContainers || !kept.Exists(k => k.Distance > 0))
            return null;
        var guards = bounds.ToList();
        foreach (var element in kept)
            guards.AddRange(loop.Analysis.Accesses.Where(a => a.IsWrite && loop.NameOf(a.Access.Root) != element.Name && AliasAnalysis.Relate(a.Access.Root, element.Root) != AliasKind.None)
                .Select(a => Guard.Disjoint(element.Root, a.Access.Root)));
        guards.Add(new Guard($"__trip{loop.Loop.Id} >= {kept.Max(k => k.Distance)}L", "there are iterations enough"));
        var first = loop.MakeVariable("first", space.Index.Type);
        var ahead = new List<Statement> { new Declaration(first, space.Start, "", loop.Loop.Source) };
        foreach (var element in kept)
        {
            if (element.Beginnings(first) is not { } beginnings)
                return null;
            ahead.AddRange(beginnings);
        }

        IEnumerable<Statement> body = loop.Loop.Body.Statements;
        foreach (var element in kept)
            body = element.Rewrite([.. body]);
        var names = kept.Where(k => k.Distance > 0).Select(k => $"'{k.Display}'");
        return new Replacement(loop.Loop, [.. guards.Distinct()], [.. ahead, loop.MakeLoop(space, body)], "", "", $"keeping {string.Join(" and ", names)} in a local")
        {
            LeastTrip = LeastTrip,
        };
    }
}
