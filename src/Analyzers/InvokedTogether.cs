using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Finds variables and fields that one lambda given to <c>Parallel.Invoke</c> assigns and another one uses.</summary>
internal static class InvokedTogether
{
    /// <summary>Checks the lambdas of one call.</summary>
    public static void Check(
        IReadOnlyList<(IAnonymousFunctionOperation Lambda, IReadOnlyList<IOperation> Body)> lambdas,
        OperationAnalysisContext context)
    {
        var uses = lambdas.Select(l => UsesOf(l.Lambda, l.Body).ToList()).ToList();
        for (var one = 0; one < uses.Count; one++)
        {
            foreach (var write in uses[one].Where(u => u.IsWrite))
            {
                var other = uses.Where((_, i) => i != one).SelectMany(u => u)
                    .FirstOrDefault(u => SymbolEqualityComparer.Default.Equals(u.Symbol, write.Symbol));
                if (other.Place is null)
                    continue;
                context.ReportDiagnostic(Diagnostic.Create(
                    write.Symbol is IFieldSymbol ? Rules.SharedWrite : Rules.SharedScalar,
                    write.Place.Syntax.GetLocation(),
                    [other.Place.Syntax.GetLocation()],
                    $"'{write.Symbol.Name}' is assigned here while another of these lambdas {(other.IsWrite ? "assigns" : "reads")} it; "
                    + "give each a variable of its own, or run the two one after the other"));
            }
        }
    }

    private static IEnumerable<(ISymbol Symbol, IOperation Place, bool IsWrite)> UsesOf(IAnonymousFunctionOperation lambda, IReadOnlyList<IOperation> body)
    {
        var shared = new SharedState(lambda.Syntax);
        foreach (var place in body)
        {
            ISymbol? symbol = place switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IFieldReferenceOperation { Field: { IsVolatile: false, IsReadOnly: false } field, Instance: null or IInstanceReferenceOperation } => field,
                _ => null,
            };
            if (symbol is not null && shared.IsShared(place) && !IsAtomic(place))
                yield return (symbol, place, IsWritten(place));
        }
    }

    private static bool IsWritten(IOperation place) => place.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == place,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        _ => false,
    };

    private static bool IsAtomic(IOperation place) =>
        place.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" or "Volatile" } };
}
