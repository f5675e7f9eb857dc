using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>By how much an operation steps the index of a loop.</summary>
/// <param name="Value">The amount as it is written; null for <c>++</c> and <c>--</c>.</param>
/// <param name="Constant">The amount with its sign, where it is a constant.</param>
/// <param name="IsNegative">Whether <paramref name="Value"/> is subtracted.</param>
internal sealed record IndexStep(IOperation? Value, long? Constant, bool IsNegative)
{
    /// <summary>The amount of a step of the index: <c>i++</c>, <c>i += c</c>, <c>i = i + c</c> and their like; null for anything else.</summary>
    public static IndexStep? Of(IOperation operation, ISymbol index)
    {
        switch (IndexOperations.Statement(operation))
        {
            case IIncrementOrDecrementOperation { OperatorMethod: null, IsLifted: false } step when IndexOperations.IsReference(step.Target, index):
                return new IndexStep(null, step.Kind == OperationKind.Increment ? 1 : -1, false);
            case ICompoundAssignmentOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } step
                when IndexOperations.IsReference(step.Target, index):
                return Amount(step.Value, step.OperatorKind == BinaryOperatorKind.Subtract, index);
            case ISimpleAssignmentOperation { IsRef: false } step when IndexOperations.IsReference(step.Target, index):
                var value = step.Value is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : step.Value;
                if (value is not IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum)
                    return null;
                if (IndexOperations.IsReference(sum.LeftOperand, index))
                    return Amount(sum.RightOperand, sum.OperatorKind == BinaryOperatorKind.Subtract, index);
                return sum.OperatorKind == BinaryOperatorKind.Add && IndexOperations.IsReference(sum.RightOperand, index) ? Amount(sum.LeftOperand, false, index) : null;
            default:
                return null;
        }
    }

    /// <summary>The amount with its sign.</summary>
    public IrExpression Lower(Lowering lowering)
    {
        if (Constant is { } constant)
            return constant is >= int.MinValue and <= int.MaxValue ? IR.Constant.Int32((int)constant) : new Constant(IrType.Int64, constant);
        var value = lowering.Expressions.Lower(Value!);
        return IsNegative ? new Unary(UnaryOperator.Negate, value, value.Type) : value;
    }

    private static IndexStep? Amount(IOperation value, bool isNegative, ISymbol index)
    {
        if (IndexOperations.Mentions(value, index) || value.Type is not { } type || TypeNames.KindOf(type) is not (ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt32))
            return null;
        long? constant = value.ConstantValue is { HasValue: true, Value: int or long or uint } known
            ? Convert.ToInt64(known.Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
        if (constant == long.MinValue)
            return null;
        return new IndexStep(value, isNegative ? -constant : constant, isNegative);
    }
}
