using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Tells what methods do with the variables that they are given by reference.</summary>
internal sealed class CalleeReferences
{
    private const int MaximumDepth = 4;

    private readonly ModelCache _models;
    private readonly CancellationToken _cancellation;

    public CalleeReferences(Compilation compilation, CancellationToken cancellation)
    {
        _models = new ModelCache(compilation);
        _cancellation = cancellation;
    }

    /// <summary>
    /// Whether every write through the parameter is one that several threads may make at once: by <c>Interlocked</c>, by <c>Volatile</c>, inside
    /// a <c>lock</c>, or by a method of which the same holds. A read beside such a write is one of a value that may be old, which a loop around
    /// <c>Interlocked.CompareExchange</c> begins with.
    /// </summary>
    public bool IsSynchronized(IParameterSymbol parameter) => IsSynchronized(parameter, 0);

    private bool IsSynchronized(IParameterSymbol parameter, int depth)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        if (Names.FullName(method.ContainingType) is "System.Threading.Interlocked" or "System.Threading.Volatile" or "System.Collections.Immutable.ImmutableInterlocked")
            return true;
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (depth >= MaximumDepth || PropertyFacts.CanBeOverridden(method) || _models.OperationOf(method, _cancellation) is not { } body)
            return false;
        var uses = body.DescendantsAndSelf().OfType<IParameterReferenceOperation>()
            .Where(r => r.Parameter.Ordinal == parameter.Ordinal && SymbolEqualityComparer.Default.Equals(r.Parameter.ContainingSymbol, method));
        return uses.All(use => !IsWritten(use) || IsLocked(use) || (use.Parent is IArgumentOperation { Parameter: { RefKind: RefKind.Ref } passed } && IsSynchronized(passed, depth + 1)));
    }

    /// <summary>Whether the variable may be assigned there; any other name for it may assign it later.</summary>
    private static bool IsWritten(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use || assignment is ISimpleAssignmentOperation { IsRef: true },
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation } or IReturnOperation or IAddressOfOperation => true,
        _ => false,
    };

    private static bool IsLocked(IOperation use)
    {
        for (var outer = use.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ILockOperation)
                return true;
        }

        return false;
    }
}
