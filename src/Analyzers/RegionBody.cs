using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>
/// What one run of a function does outside of <c>lock</c> statements and of functions that are analysed on their own, with what the local
/// functions and delegates do that it calls.
/// </summary>
internal sealed class RegionBody
{
    private readonly ParallelCalls _calls;
    private readonly DelegateTargets _targets;
    private readonly Origins _origins;
    private readonly List<(SyntaxNode Function, Location? Call)> _functions = [];
    private readonly List<IOperation> _operations = [];
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <param name="function">The function.</param>
    /// <param name="calls">Knows the functions that are analysed on their own.</param>
    /// <param name="targets">Knows what delegates run.</param>
    /// <param name="origins">The values of locals.</param>
    public RegionBody(ConcurrentFunction function, ParallelCalls calls, DelegateTargets targets, Origins origins)
    {
        _origins = origins;
        Function = function;
        _calls = calls;
        _targets = targets;
        _visited.Add(function.Symbol);
        _functions.Add((function.Syntax, function.Place.Syntax == function.Syntax ? null : function.Place.Syntax.GetLocation()));
        Visit(function.Body);
    }

    /// <summary>The function.</summary>
    public ConcurrentFunction Function { get; }

    /// <summary>What it does, in the order of the text, each followed function behind its first call.</summary>
    public IReadOnlyList<IOperation> Operations => _operations;

    /// <summary>What is declared in these, each run has for itself.</summary>
    public IEnumerable<SyntaxNode> Scopes => _functions.Select(f => f.Function);

    /// <summary>The call through which a run comes to a place; null where the place is in the text of the function that is called there.</summary>
    public Location? CallInto(Location place) => _functions
        .Where(f => f.Function.SyntaxTree == place.SourceTree && f.Function.Span.Contains(place.SourceSpan))
        .OrderBy(f => f.Function.Span.Length).FirstOrDefault().Call;

    /// <summary>Whether a run itself makes the object, so that a lock on it keeps nobody out.</summary>
    private bool IsOwn(IOperation gate) => Origins.Unconverted(gate) switch
    {
        IObjectCreationOperation => true,
        ILocalReferenceOperation { Local: var local } reference => _origins.Made(reference) is { } made && Scopes.Any(s => s.Span.Contains(made.Syntax.Span) && s.SyntaxTree == made.Syntax.SyntaxTree)
            && local.DeclaringSyntaxReferences.All(r => Scopes.Any(s => s.Span.Contains(r.Span))),
        _ => false,
    };

    private void Visit(IOperation operation)
    {
        if ((operation is ILockOperation { LockedValue: var gate } && !IsOwn(gate)) || operation is ILocalFunctionOperation || _calls.IsRegion(operation, _targets))
            return;
        _operations.Add(operation);
        foreach (var child in operation.ChildOperations)
            Visit(child);
        var followed = operation switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } => _targets.LocalFunction(called, operation),
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } called } => _targets.LocalFunction(called, operation),
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } target } when _targets.Of(target, operation) is { IsNested: true } found
                && !Scopes.Any(s => s.Span.Contains(found.Syntax.Span)) => found,
            _ => null,
        };
        if (followed is null || !_visited.Add(followed.Symbol))
            return;
        _functions.Add((followed.Syntax, operation.Syntax.GetLocation()));
        Visit(followed.Body);
    }
}
