using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Whether a <c>ref</c> local is used in a loop inside the block that declares it. The code of such a loop, on its own, has the
/// local and not its declaration, so that the local is a variable and not just another name for an element.
/// </summary>
internal static class UsedInLoops
{
    /// <summary>Looks through what comes after the declaration.</summary>
    /// <param name="local">The local.</param>
    /// <param name="declaration">What declares it: a declarator, or a <c>foreach</c>, whose own body is no loop inside.</param>
    public static bool Has(ILocalSymbol local, IOperation declaration) => Of(local, declaration).Any();

    /// <summary>The outermost of the loops after the declaration that use the local.</summary>
    /// <param name="local">The local.</param>
    /// <param name="declaration">As in <see cref="Has"/>.</param>
    public static IEnumerable<ILoopOperation> Of(ILocalSymbol local, IOperation declaration)
    {
        var scope = declaration as ILoopOperation ?? Scope(declaration);
        return scope.Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
            .Select(use => LoopAround(use, scope)).OfType<ILoopOperation>().Distinct();
    }

    private static IOperation Scope(IOperation declaration)
    {
        var scope = declaration;
        while (scope is not (IBlockOperation or ISwitchCaseOperation or ILoopOperation) && scope.Parent is { } parent)
            scope = parent;
        return scope;
    }

    private static ILoopOperation? LoopAround(IOperation use, IOperation scope)
    {
        ILoopOperation? loop = null;
        for (var outer = use.Parent; outer is not null && outer != scope; outer = outer.Parent)
            loop = outer as ILoopOperation ?? loop;
        return loop;
    }
}
