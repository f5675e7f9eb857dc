using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers the local functions that a region calls so that each access keeps its own place in the text.</summary>
internal sealed class CalledPlaces
{
    private readonly Dictionary<IMethodSymbol, Block?> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>What the calls run, by the calls themselves and not by their values.</summary>
    public Dictionary<OpaqueExpression, FunctionBody> Calls { get; } = new(ReferenceComparer.Instance);

    /// <summary>What a call of a local function runs; null for any other call, and for one of a function inside of itself.</summary>
    /// <param name="call">The call.</param>
    /// <param name="values">The values of its arguments.</param>
    /// <param name="lowering">What the call stands in.</param>
    public FunctionBody? Function(CallSite call, EquatableArray<IrExpression> values, Lowering lowering)
    {
        var function = call.Method.OriginalDefinition;
        if (function.MethodKind != MethodKind.LocalFunction || call.HasGatheredArguments || values.Count != function.Parameters.Length)
            return null;
        if (!_bodies.TryGetValue(function, out var body))
        {
            _bodies[function] = null;
            _bodies[function] = body = Lower(function, call, lowering);
        }

        return body is null ? null : new FunctionBody(call.Ordinals.Select(o => lowering.VariableOf(function.Parameters[o])).ToEquatableArray(), values, body);
    }

    private static Block? Lower(IMethodSymbol function, CallSite call, Lowering lowering)
    {
        var syntax = function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(lowering.Cancellation);
        return syntax is not null && syntax.SyntaxTree == call.Operation.Syntax.SyntaxTree
            && lowering.Model.GetOperation(syntax, lowering.Cancellation) is ILocalFunctionOperation { Body: { } body }
            ? lowering.Statements.LowerBody([body], body.Syntax)
            : null;
    }
}
