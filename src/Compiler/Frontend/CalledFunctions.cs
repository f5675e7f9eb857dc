using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>The local functions that loops call and that are declared outside of them: the text of such a loop needs theirs, wherever it goes.</summary>
internal sealed class CalledFunctions(Lowering lowering)
{
    private readonly Dictionary<SyntaxNode, List<SyntaxNode>> _needed = [];

    /// <summary>Notes a call at the place that is being lowered; false where the text of the function means something else elsewhere.</summary>
    public bool Need(ILocalFunctionOperation function)
    {
        var isMovable = true;
        foreach (var loop in lowering.LoopStack)
            isMovable &= Need(function, loop);
        return isMovable;
    }

    /// <summary>Notes all that a lambda calls at the place that is being lowered; false as above.</summary>
    public bool NeedAllOf(IOperation lambda) => lowering.LoopStack.Count == 0 || UsedIn(lambda).Aggregate(true, (isMovable, used) => Need(used) && isMovable);

    /// <summary>The texts of the functions that a loop needs.</summary>
    public EquatableArray<FunctionText> Of(SyntaxNode loop) => _needed.TryGetValue(loop, out var functions)
        ? functions.Select(f => new FunctionText(lowering.Text(f), lowering.Source(f))).ToEquatableArray()
        : default;

    private bool Need(ILocalFunctionOperation function, SyntaxNode loop)
    {
        if (loop.Span.Contains(function.Syntax.Span))
            return true;
        if (!_needed.TryGetValue(loop, out var functions))
            _needed[loop] = functions = [];
        if (functions.Contains(function.Syntax))
            return true;
        functions.Add(function.Syntax);
        return UsedIn(function).Aggregate(!lowering.HasStatementContext(function.Syntax), (isMovable, used) => Need(used, loop) && isMovable);
    }

    private IEnumerable<ILocalFunctionOperation> UsedIn(IOperation body)
    {
        foreach (var used in body.Descendants().Select(Used).OfType<IMethodSymbol>())
        {
            var syntax = used.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(lowering.Cancellation);
            if (syntax is not null && syntax.SyntaxTree == body.Syntax.SyntaxTree && lowering.Model.GetOperation(syntax, lowering.Cancellation) is ILocalFunctionOperation function)
                yield return function;
        }
    }

    private static IMethodSymbol? Used(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function } => function,
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function } => function,
        _ => null,
    };
}
