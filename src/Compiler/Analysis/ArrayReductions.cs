using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Recognises containers into whose elements a loop only combines values by one operator, wherever the subscripts lead, as a histogram
/// does: <c>h[f(i)] = h[f(i)] ⊕ e</c> (histogram reductions: Pottenger and Eigenmann, "Idiom recognition in the Polaris parallelizing
/// compiler", ICS 1995).
/// </summary>
public static class ArrayReductions
{
    /// <summary>The reduction into a container, or null.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="variable">What holds the container.</param>
    /// <param name="root">The container.</param>
    public static Reduction? Find(LoopContext context, Variable variable, MemoryRoot root)
    {
        var element = new Variable(-1, $"{variable.Name}_element", root.Element, VariableKind.Local);
        ReductionKind? kind = null;
        SourceSpan source = default;
        var updates = new HashSet<Statement>(ReferenceComparer.Instance);
        foreach (var statement in context.Loop.Body.SelfAndDescendants())
        {
            if (updates.Contains(statement))
                continue;
            if (AsScalar(statement, variable, element) is { } scalar && ReductionAnalysis.Update(scalar, element) is { } update)
            {
                if (kind is { } known && known != update)
                    return null;
                kind = update;
                source = statement.Source;
                foreach (var inner in statement.SelfAndDescendants())
                    updates.Add(inner);
                continue;
            }

            if (ContainerUses.MentionsItself(statement, variable))
                return null;
        }

        if (kind is not { } found || !ReductionAnalysis.IsSupported(root.Element, found))
            return null;
        return new Reduction(element, found, !root.Element.IsFloatingPoint || found >= ReductionKind.Minimum, source);
    }

    /// <summary>A store of an element that reads at most that element, as an assignment of a variable; null for any other statement.</summary>
    private static Statement? AsScalar(Statement statement, Variable variable, Variable element)
    {
        if (StoreIn(statement) is not { } store || !PrivateArray.IsDirect(store.Access.Root, variable) || store.Access.Path.Length > 0
            || store.Access.Subscripts.Any(s => ContainerUses.Mentions(s, variable)))
        {
            return null;
        }

        var text = CSharpPrinter.Print(store.Access);
        var assignment = new Assignment(element, store.Value.Replace(Read), "", store.Source);
        var result = statement is If branch
            ? branch with { Condition = branch.Condition.Replace(Read), Then = branch.Then with { Statements = EquatableArray.Of<Statement>(assignment) } }
            : (Statement)assignment;
        return result.AllExpressions().Any(e => ContainerUses.Mentions(e, variable)) ? null : result;

        IrExpression? Read(IrExpression expression) => expression is Load load && CSharpPrinter.Print(load.Access) == text ? new VariableRead(element) : null;
    }

    private static Store? StoreIn(Statement statement) => statement switch
    {
        Store store => store,
        If { Else.Statements.IsEmpty: true, Then.Statements: { Count: 1 } then } => then[0] as Store,
        _ => null,
    };
}
