using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Increments inside a statement that may as well follow it, as in <c>a[p++] = b[q++]</c>: of a variable that the statement mentions nowhere
/// else, evaluated whatever the values are.
/// </summary>
internal static class DeferredIncrements
{
    /// <summary>The increments of an expression statement that may follow it, in order of evaluation.</summary>
    public static IReadOnlyList<IIncrementOrDecrementOperation> Of(IOperation statement, Lowering lowering)
    {
        if (statement is not (ISimpleAssignmentOperation { IsRef: false } or ICompoundAssignmentOperation))
            return [];
        var steps = statement.Descendants().OfType<IIncrementOrDecrementOperation>().Where(s => Symbol(s.Target) is not null).ToList();
        if (steps.Count == 0)
            return [];
        var mentions = statement.DescendantsAndSelf().Select(Symbol).OfType<ISymbol>().ToList();
        return steps.FindAll(s => mentions.Count(m => SymbolEqualityComparer.Default.Equals(m, Symbol(s.Target))) == 1
            && !lowering.VariableOf(Symbol(s.Target)!).IsCaptured && !lowering.Usage.IsReadByFunctions(Symbol(s.Target)!) && lowering.TryDepth == 0 && IsCertain(s, statement));
    }

    /// <summary>The local or by-value parameter that is named.</summary>
    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: { IsRef: false } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        _ => null,
    };

    private static bool IsCertain(IOperation operation, IOperation statement)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (ReferenceEquals(parent, statement))
                return true;
            if (parent is not (IArrayElementReferenceOperation or IPropertyReferenceOperation or IArgumentOperation or IConversionOperation or IUnaryOperation
                or IBinaryOperation { OperatorKind: not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr) }))
            {
                return false;
            }
        }

        return false;
    }
}
