using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Operators of <c>System.Numerics</c>'s interfaces between numbers of a known type. They compute in that type: <c>byte</c> plus <c>byte</c> is a
/// <c>byte</c>, where the language's own operator gives an <c>int</c>.
/// </summary>
internal static class GenericOperators
{
    /// <summary>Whether a method is one that an interface of <c>System.Numerics</c> declares.</summary>
    public static bool Declares(IMethodSymbol? method) => method is { IsStatic: true, ContainingType: { } type } && IsOfNumbers(type);

    /// <summary>Whether a type is an interface of <c>System.Numerics</c>.</summary>
    public static bool IsOfNumbers(ITypeSymbol type) => type is
    {
        TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
    };

    /// <summary>An operator of two numbers; null where it is not one of the IR's.</summary>
    public static IrExpression? Binary(BinaryOperator known, IrExpression left, IrExpression right, IrType result, bool isChecked)
    {
        var kind = left.Type.Kind;
        if (!IsNumber(kind) || known is BinaryOperator.AndAlso or BinaryOperator.OrElse)
            return null;
        var isNarrow = Operators.IsNarrow(kind);
        if (Operators.IsShift(known))
            return isNarrow || !left.Type.IsInteger || right.Type.Kind != ScalarKind.Int32 || result.Kind != kind ? null : new Binary(known, left, right, result);
        if (right.Type.Kind != kind || (result.Kind != kind && result.Kind != ScalarKind.Bool))
            return null;
        isChecked &= Operators.CanOverflow(known) && left.Type.IsInteger;
        if (!isNarrow)
            return new Binary(known, left, right, result, isChecked);
        var type = result.Kind == ScalarKind.Bool ? result : IrType.Int32;
        IrExpression value = new Binary(known, new Conversion(left, IrType.Int32), new Conversion(right, IrType.Int32), type);
        return result.Kind == ScalarKind.Bool ? value : new Conversion(value, result, isChecked);
    }

    /// <summary>An operator of one number; null where it is not one of the IR's.</summary>
    public static IrExpression? Unary(UnaryOperator known, IrExpression operand, IrType result, bool isChecked)
    {
        var kind = operand.Type.Kind;
        if (!IsNumber(kind) || result.Kind != kind)
            return null;
        if (Operators.IsNarrow(kind))
        {
            var wide = new Unary(known, new Conversion(operand, IrType.Int32), IrType.Int32);
            return new Conversion(wide, result, isChecked && known == UnaryOperator.Negate);
        }

        // The language has no negation of unsigned numbers.
        return known == UnaryOperator.Negate && operand.Type.IsUnsigned
            ? Zero(operand.Type) is { } zero ? new Binary(BinaryOperator.Subtract, zero, operand, result, isChecked) : null
            : known == UnaryOperator.BitwiseNot && !operand.Type.IsInteger ? null
            : new Unary(known, operand, result, isChecked && operand.Type.IsInteger);
    }

    /// <summary>The number 0 of a type.</summary>
    public static IrExpression? Zero(IrType type) => PrimitiveNumbers.Value(type.Kind, 0) is { } value ? new Constant(type, value) : null;

    private static bool IsNumber(ScalarKind kind) => kind is (>= ScalarKind.Int8 and <= ScalarKind.UInt64) or ScalarKind.Single or ScalarKind.Double or ScalarKind.Half or ScalarKind.Decimal
        && kind != ScalarKind.Char;
}
