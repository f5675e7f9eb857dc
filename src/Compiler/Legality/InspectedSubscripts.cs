using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Leaves to an inspector at run time whether iterations meet in containers whose subscripts come from memory, as in <c>out[index[i]] = v</c>.
/// Legal where the subscripts depend on nothing that the loop writes.
/// </summary>
public static class InspectedSubscripts
{
    /// <summary>The facts of the loop with inspected containers; null where another reason keeps it sequential.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="verdict">Why it is sequential without an inspector.</param>
    public static LoopAnalysis? Apply(LoopContext context, LoopAnalysis analysis, LegalityVerdict verdict)
    {
        var inspections = new List<Inspection>();
        foreach (var refusal in verdict.Refusals)
        {
            if (refusal is not { RuleId: RuleIds.UnknownSubscript, Container: { Rank: 1, Kind: MemoryKind.Array or MemoryKind.Span or MemoryKind.List } container }
                || !context.IsInvariant(container))
            {
                return null;
            }

            var root = context.Resolve(container);
            if (inspections.Exists(n => n.Root.Text == root.Text))
                continue;
            var accesses = new List<InspectedAccess>();
            foreach (var fact in analysis.Accesses.Where(a => context.Resolve(a.Access.Root).Text == root.Text))
            {
                if (fact.Access.Subscripts.Count != 1 || Before(fact.Access.Subscripts[0], context) is not { } subscript)
                    return null;
                accesses.Add(new InspectedAccess(subscript, fact.IsWrite));
            }

            // All iterations meet in an element that each of them writes.
            if (accesses.Exists(a => a.IsWrite && !a.Subscript.VariablesRead().Contains(context.Loop.Space!.Index)))
                return null;
            inspections.Add(new Inspection(root, accesses.Distinct().ToEquatableArray()));
        }

        return inspections.Count == 0 || analysis.PrivateArrays.Count > 0 ? null : analysis with { Inspections = inspections.ToEquatableArray() };
    }

    /// <summary>Adds what must hold for the subscripts to be those that the inspector sees, or why they may be others.</summary>
    public static void Check(LoopContext context, LoopAnalysis analysis, MemoryLegality memory, List<Refusal> refusals)
    {
        var writes = analysis.Accesses.Where(a => a.IsWrite && !context.IsFresh(a.Access.Root)).GroupBy(a => a.Access.Root.Text).Select(g => g.First()).ToList();
        foreach (var inspection in analysis.Inspections)
        {
            if (ContainerText.NotNull(inspection.Root) is not { } present)
            {
                refusals.Add(new Refusal(RuleIds.UnknownSubscript, context.Loop.Keyword, $"'{inspection.Root.Text}' cannot be looked at before the loop; store it in a local", default));
                return;
            }

            memory.Require(present);
            var loaded = inspection.Accesses.SelectMany(a => a.Subscript.SelfAndDescendants()).OfType<Load>().Select(l => l.Access.Root.Text).ToList();
            foreach (var read in analysis.Accesses.Where(a => !a.IsWrite && loaded.Contains(a.Access.Root.Text)).GroupBy(a => a.Access.Root.Text).Select(g => g.First()))
            {
                foreach (var write in writes)
                {
                    if (memory.Apart(write, read) is { } refusal)
                        refusals.Add(refusal);
                }
            }
        }
    }

    /// <summary>
    /// The subscript as it can be computed before the loop; null where it needs what is known only in the loop. Where computing it throws,
    /// the inspector gives up.
    /// </summary>
    private static IrExpression? Before(IrExpression subscript, LoopContext context)
    {
        var isKnown = true;
        var result = subscript.Replace(Unfold);
        return isKnown ? result : null;

        IrExpression? Unfold(IrExpression expression)
        {
            switch (expression)
            {
                case VariableRead read when read.Variable == context.Loop.Space!.Index || context.IsInvariant(read.Variable):
                    return read;
                case VariableRead read when context.Definitions.TryGetValue(read.Variable, out var definition):
                    return definition.Replace(Unfold);
                case Load load:
                    isKnown &= context.IsInvariant(load.Access.Root) && (load.Access.Root.Rank > 0 || context.IsInvariant(load));
                    return null;
                case LengthOf length:
                    isKnown &= context.IsInvariant(length.Root);
                    return null;
                case Constant or Unary or Binary or Conditional or Conversion or MathCall:
                    return null;
                default:
                    isKnown = false;
                    return expression;
            }
        }
    }
}
