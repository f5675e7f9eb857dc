using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Calls of <c>Interlocked</c> that only update a local of the method, such as <c>Interlocked.Add(ref sum, x[i]);</c>. Nobody else can see the local, so
/// that they are plain updates, which wrap around as the calls do.
/// </summary>
internal static class AtomicUpdates
{
    /// <summary>The update; null for any other call, or one of which the result is used.</summary>
    public static Assignment? Of(IOperation operation, Lowering lowering, string text, SourceSpan source)
    {
        if (operation is not IInvocationOperation { TargetMethod: { ContainingType: { Name: "Interlocked", ContainingNamespace.Name: "Threading" } } method } call
            || call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value is not ILocalReferenceOperation { Local: { IsRef: false } local }
            || TypeNames.KindOf(local.Type) is not (ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt32 or ScalarKind.UInt64)
            || lowering.Usage.IsCapturedAndChanged(local)
            || lowering.VariableOf(local) is not { IsCaptured: false, Kind: VariableKind.Local } variable)
        {
            return null;
        }

        var type = variable.Type;
        if (call.Arguments.Length == 1)
        {
            var one = new Constant(type, PrimitiveNumbers.Value(type.Kind, 1));
            return method.Name switch
            {
                "Increment" => Update(BinaryOperator.Add, one),
                "Decrement" => Update(BinaryOperator.Subtract, one),
                _ => null,
            };
        }

        if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 1)?.Value is not { } operand || call.Arguments.Length != 2 || !SymbolEqualityComparer.Default.Equals(operand.Type, local.Type))
            return null;
        return method.Name switch
        {
            "Add" => Update(BinaryOperator.Add, lowering.Expressions.Lower(operand)),
            "And" => Update(BinaryOperator.And, lowering.Expressions.Lower(operand)),
            "Or" => Update(BinaryOperator.Or, lowering.Expressions.Lower(operand)),
            "Exchange" => new Assignment(variable, lowering.Expressions.Lower(operand), text, source),
            _ => null,
        };

        Assignment Update(BinaryOperator sign, IrExpression value) => new(variable, new Binary(sign, new VariableRead(variable), value, type), text, source);
    }
}
