using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Which local functions and lambdas of a method run nowhere but where the method calls them, so that what they read is what the variables
/// hold at the call: a local function that is only called, and a lambda in a local that is only invoked, never assigned again, and made anew
/// in each iteration that invokes it, as a delegate keeps to the variables that it was made with.
/// </summary>
internal sealed class DirectFunctions
{
    private readonly Dictionary<ISymbol, List<IOperation>> _uses = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _others = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Notes the operation if it calls a function or uses it in another way; all of a method must be noted before it is asked.</summary>
    public void Record(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function }:
                Use(function.OriginalDefinition, operation);
                break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function }:
                _others.Add(function.OriginalDefinition);
                break;
            case ILocalReferenceOperation { Local: { Type.TypeKind: TypeKind.Delegate } local } reference:
                if (reference.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance == reference)
                    Use(local, call);
                else
                    _others.Add(local);
                break;
        }
    }

    /// <summary>Whether every function around a reference, up to that which declares the variable, runs only where it is called.</summary>
    public bool RunOnlyHere(IOperation reference, ISymbol variable) => AreDirect(reference, variable.ContainingSymbol);

    private bool AreDirect(IOperation place, ISymbol outermost)
    {
        for (var outer = place.Parent; outer is not null; outer = outer.Parent)
        {
            var function = outer switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is null)
                continue;
            if (SymbolEqualityComparer.Default.Equals(function, outermost))
                return true;
            if (!IsDirect(outer, function))
                return false;
        }

        return true;
    }

    private bool IsDirect(IOperation function, IMethodSymbol symbol)
    {
        if (_known.TryGetValue(symbol, out var known))
            return known;

        // While it is being asked, a function that calls itself counts as called from where else it is called.
        _known[symbol] = true;
        var named = function is ILocalFunctionOperation ? symbol : HolderOf(function);
        var isDirect = function is IAnonymousFunctionOperation && VariableUsage.EndsWithCall(function);
        if (!isDirect && !symbol.IsAsync && named is not null && !_others.Contains(named) && !IsIterator(function))
        {
            isDirect = _uses.TryGetValue(named, out var uses)
                ? uses.TrueForAll(u => AreDirect(u, named.ContainingSymbol) && (function is ILocalFunctionOperation || LoopAround(u) == LoopAround(function)))
                : function is ILocalFunctionOperation;
        }

        return _known[symbol] = isDirect;
    }

    /// <summary>The local that a lambda is the initial value of.</summary>
    private static ISymbol? HolderOf(IOperation lambda)
    {
        var value = lambda.Parent;
        while (value is IDelegateCreationOperation or IConversionOperation { IsImplicit: true })
            value = value.Parent;
        return value is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } ? declarator.Symbol : null;
    }

    private static IOperation? LoopAround(IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is not (null or ILoopOperation))
            outer = outer.Parent;
        return outer;
    }

    private static bool IsIterator(IOperation function) => function.Syntax.DescendantNodes().Any(n => n is YieldStatementSyntax);

    private void Use(ISymbol function, IOperation call)
    {
        if (!_uses.TryGetValue(function, out var calls))
            _uses[function] = calls = [];
        calls.Add(call);
    }
}
