using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Keeps an element that every iteration writes in a local while the loop runs (scalar replacement: Callahan, Carr and Kennedy, "Improving
/// register allocation for subscripted variables", PLDI 1990), where it is private to each iteration or a reduction. Legal where no other
/// access of the loop reaches the element, and an iteration always writes it, so that storing it once is nothing new.
/// </summary>
public static class ElementPromotion
{
    /// <summary>What runs instead of the loop; null where there is no such element.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        if (loop.Loop.IsInTry || loop.Bounds is not { } bounds)
            return null;
        var exact = new ExactDependence(loop.Context, new IndexRanges(loop.Context));
        var guards = bounds.ToList();
        var (ahead, behind, names) = (new List<Statement>(), new List<Statement>(), new List<string>());
        var body = loop.Loop.Body.Statements.ToList();
        foreach (var write in loop.Analysis.Accesses.Where(a => a.IsWrite && !a.IsConditional).GroupBy(a => CSharpPrinter.Print(a.Access)).Select(g => g.First()))
        {
            var element = write.Access;
            if (!write.IsAffine || !write.Affine.All(a => a.Coefficient.IsZero) || !element.Subscripts.All(loop.Context.IsInvariant)
                || Alone(loop, exact, write) is not { } alone)
            {
                continue;
            }

            guards.AddRange(alone);
            var local = loop.MakeVariable($"element_{element.Root.Text}", element.Root.Element);
            var text = CSharpPrinter.Print(element);
            body = body.ConvertAll(s => Promote(s, text, local));
            ahead.Add(new Declaration(local, new Load(element, element.Root.Element), "", element.Source));
            behind.Add(new Store(element, new VariableRead(local), "", element.Source));
            names.Add($"'{element.Display}'");
        }

        return names.Count == 0
            ? null
            : new Replacement(loop.Loop, guards, [.. ahead, loop.MakeLoop(loop.Loop.Space!, body), .. behind], "", "", $"keeping {string.Join(" and ", names)} in a local");
    }

    /// <summary>What must hold for no other access to reach the element; null where one may.</summary>
    private static IReadOnlyList<Guard>? Alone(ClosedLoop loop, ExactDependence exact, AccessFact write)
    {
        var text = CSharpPrinter.Print(write.Access);
        var name = loop.NameOf(write.Access.Root);
        IReadOnlyList<Guard>? guards = Guard.Always;
        foreach (var other in loop.Analysis.Accesses)
        {
            if (CSharpPrinter.Print(other.Access) == text)
                continue;
            if (loop.NameOf(other.Access.Root) != name)
            {
                if (AliasAnalysis.Relate(write.Access.Root, other.Access.Root) != AliasKind.None)
                    guards = Guard.Both(guards, [Guard.Disjoint(write.Access.Root, other.Access.Root)]);
                continue;
            }

            guards = Guard.Both(guards, exact.Excludes(write, other, s => s.MeetsTogether()));
            guards = Guard.Both(guards, exact.Excludes(write, other, s => s.MeetsLater()));
            guards = Guard.Both(guards, exact.Excludes(write, other, s => s.MeetsEarlier()));
            if (guards is null)
                return null;
        }

        return guards;
    }

    private static Statement Promote(Statement statement, string element, Variable local)
    {
        switch (statement)
        {
            case Store store when CSharpPrinter.Print(store.Access) == element:
                return new Assignment(local, store.Value.Replace(Read), "", store.Source);
            case Block block:
                return block with { Statements = block.Statements.Select(s => Promote(s, element, local)).ToEquatableArray() };
            case If branch:
                return branch with
                {
                    Condition = branch.Condition.Replace(Read),
                    Then = (Block)Promote(branch.Then, element, local),
                    Else = (Block)Promote(branch.Else, element, local),
                };
            default:
                return statement.Replace(Read);
        }

        IrExpression? Read(IrExpression expression) => expression is Load load && CSharpPrinter.Print(load.Access) == element ? new VariableRead(local) : null;
    }
}
