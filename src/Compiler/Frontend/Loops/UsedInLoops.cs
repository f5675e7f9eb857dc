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
    public static bool Has(ILocalSymbol local, IOperation declaration)
    {
        var scope = declaration as ILoopOperation ?? Scope(declaration);
        return scope.Descendants().OfType<ILocalReferenceOperation>()
            .Any(use => SymbolEqualityComparer.Default.Equals(use.Local, local) && IsInLoop(use, scope));
    }

    private static IOperation Scope(IOperation declaration)
    {
        var scope = declaration;
        while (scope is not (IBlockOperation or ISwitchCaseOperation or ILoopOperation) && scope.Parent is { } parent)
            scope = parent;
        return scope;
    }

    private static bool IsInLoop(IOperation use, IOperation scope)
    {
        for (var outer = use.Parent; outer is not null && outer != scope; outer = outer.Parent)
        {
            if (outer is ILoopOperation)
                return true;
        }

        return false;
    }
}
