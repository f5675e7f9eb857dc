using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Projects Roslyn's operators onto the IR's.</summary>
internal static class Operators
{
    /// <summary>The IR's operator; null for those of other languages.</summary>
    public static BinaryOperator? Of(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => BinaryOperator.Add,
        BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
        BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
        BinaryOperatorKind.Divide => BinaryOperator.Divide,
        BinaryOperatorKind.Remainder => BinaryOperator.Remainder,
        BinaryOperatorKind.And => BinaryOperator.And,
        BinaryOperatorKind.Or => BinaryOperator.Or,
        BinaryOperatorKind.ExclusiveOr => BinaryOperator.Xor,
        BinaryOperatorKind.LeftShift => BinaryOperator.ShiftLeft,
        BinaryOperatorKind.RightShift => BinaryOperator.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => BinaryOperator.UnsignedShiftRight,
        BinaryOperatorKind.Equals => BinaryOperator.Equal,
        BinaryOperatorKind.NotEquals => BinaryOperator.NotEqual,
        BinaryOperatorKind.LessThan => BinaryOperator.Less,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperatorKind.ConditionalAnd => BinaryOperator.AndAlso,
        BinaryOperatorKind.ConditionalOr => BinaryOperator.OrElse,
        _ => null,
    };

    /// <summary>Whether the right operand is a count of its own type.</summary>
    public static bool IsShift(BinaryOperator value) =>
        value is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight;

    /// <summary>Whether the operator throws in a checked context.</summary>
    public static bool CanOverflow(BinaryOperator value) => value is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply;

    /// <summary>Whether an explicit conversion can meet a value that the target cannot hold, where that is an error when checked.</summary>
    public static bool CanLose(IrType from, IrType to) => to.IsInteger && !(from.IsInteger && from.Kind == to.Kind);

    /// <summary>The comparison with its operands swapped.</summary>
    public static LoopComparison Swap(LoopComparison value) => value switch
    {
        LoopComparison.Less => LoopComparison.Greater,
        LoopComparison.LessOrEqual => LoopComparison.GreaterOrEqual,
        LoopComparison.Greater => LoopComparison.Less,
        LoopComparison.GreaterOrEqual => LoopComparison.LessOrEqual,
        _ => value,
    };

    /// <summary>The comparison of a loop's test; null for operators that are none.</summary>
    public static LoopComparison? Comparison(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => LoopComparison.Less,
        BinaryOperatorKind.LessThanOrEqual => LoopComparison.LessOrEqual,
        BinaryOperatorKind.GreaterThan => LoopComparison.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => LoopComparison.GreaterOrEqual,
        BinaryOperatorKind.NotEquals => LoopComparison.NotEqual,
        _ => null,
    };

    /// <summary>The type that C# promotes an operand of a shift or increment to.</summary>
    public static ScalarKind Promote(ScalarKind kind) => kind switch
    {
        ScalarKind.Char or ScalarKind.Int8 or ScalarKind.UInt8 or ScalarKind.Int16 or ScalarKind.UInt16 => ScalarKind.Int32,
        _ => kind,
    };

    /// <summary>Whether the language computes with such numbers as <c>int</c>.</summary>
    public static bool IsNarrow(ScalarKind kind) => Promote(kind) != kind;
}
