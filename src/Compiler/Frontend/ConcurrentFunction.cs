using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Code that is run several times at once: a lambda, a local function or a method.</summary>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Body">What it does.</param>
/// <param name="Syntax">The whole of its declaration; what is declared in here each run has for itself.</param>
/// <param name="Place">Where it gets its value of what is outside of it: the lambda itself, or the call that it is given to.</param>
/// <param name="Receiver">The object that a method is of; null for any other.</param>
internal sealed record ConcurrentFunction(IMethodSymbol Symbol, IBlockOperation Body, SyntaxNode Syntax, IOperation Place, IOperation? Receiver = null)
{
    /// <summary>Whether it stands in the method whose call starts it, so that it shares its variables.</summary>
    public bool IsNested => Symbol.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction;

    /// <summary>A lambda.</summary>
    public static ConcurrentFunction Of(IAnonymousFunctionOperation lambda) => new(lambda.Symbol, lambda.Body, lambda.Syntax, lambda);
}
