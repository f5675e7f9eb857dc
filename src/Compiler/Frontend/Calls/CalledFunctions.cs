using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// The local functions in the texts of loops: those that loops call and that are declared outside of them, whose texts go wherever the loop's
/// goes, and the variables that any of them reads, called or not.
/// </summary>
internal sealed class CalledFunctions(Lowering lowering)
{
    private readonly Dictionary<SyntaxNode, List<SyntaxNode>> _needed = [];
    private readonly Dictionary<SyntaxNode, HashSet<ISymbol>> _reads = [];
    private readonly Dictionary<SyntaxNode, HashSet<SyntaxNode>> _seen = [];

    /// <summary>Notes a call at the place that is being lowered; false where the text of the function means something else elsewhere.</summary>
    public bool Need(ILocalFunctionOperation function)
    {
        var isMovable = true;
        foreach (var loop in lowering.LoopStack)
            isMovable &= Need(function, loop);
        return isMovable;
    }

    /// <summary>Notes a declaration at the place that is being lowered; false where the text of a function that it calls means something else elsewhere.</summary>
    public bool Declare(ILocalFunctionOperation function)
    {
        foreach (var loop in lowering.LoopStack)
            Read(function, loop);
        return Need(function);
    }

    /// <summary>The variables from outside a loop that the functions in its text read.</summary>
    public EquatableArray<Variable> ReadsOf(SyntaxNode loop, Variable index) => _reads.TryGetValue(loop, out var symbols)
        ? symbols.Select(s => s is INamedTypeSymbol type ? lowering.This(type) : lowering.VariableOf(s)).Where(v => v != index).ToEquatableArray()
        : default;

    /// <summary>Notes all that a lambda calls at the place that is being lowered; false as above.</summary>
    public bool NeedAllOf(IOperation lambda) => lowering.LoopStack.Count == 0 || UsedIn(lambda).Aggregate(true, (isMovable, used) => Need(used) && isMovable);

    /// <summary>The texts of the functions that a loop needs.</summary>
    public EquatableArray<FunctionText> Of(SyntaxNode loop) => _needed.TryGetValue(loop, out var functions)
        ? functions.Select(f => new FunctionText(lowering.Text(f), lowering.Source(f))).ToEquatableArray()
        : default;

    private bool Need(ILocalFunctionOperation function, SyntaxNode loop)
    {
        if (!_seen.TryGetValue(loop, out var seen))
            _seen[loop] = seen = [];
        if (!seen.Add(function.Syntax))
            return true;
        var isMovable = true;
        if (!loop.Span.Contains(function.Syntax.Span))
        {
            if (!_needed.TryGetValue(loop, out var functions))
                _needed[loop] = functions = [];
            functions.Add(function.Syntax);
            Read(function, loop);
            isMovable = !lowering.HasStatementContext(function.Syntax);
        }

        // One inside the loop is in its text already, but what it calls need not be.
        return UsedIn(function).Aggregate(isMovable, (all, used) => Need(used, loop) && all);
    }

    private void Read(ILocalFunctionOperation function, SyntaxNode loop)
    {
        if (!_reads.TryGetValue(loop, out var symbols))
            _reads[loop] = symbols = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in function.Descendants())
        {
            ISymbol? symbol = operation switch
            {
                ILocalReferenceOperation { Local: { IsConst: false } local } => local,
                IParameterReferenceOperation { Parameter: var parameter } when parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } => parameter,
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: INamedTypeSymbol type } => type,
                _ => null,
            };
            if (symbol is not null && (symbol is INamedTypeSymbol || !symbol.DeclaringSyntaxReferences.Any(r => loop.Span.Contains(r.Span) || function.Syntax.Span.Contains(r.Span))))
                symbols.Add(symbol);
        }
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
