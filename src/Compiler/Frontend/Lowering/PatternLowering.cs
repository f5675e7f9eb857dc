using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers patterns on numbers to comparisons, and everything else with patterns to opaque nodes.</summary>
internal sealed class PatternLowering
{
    private readonly Lowering _lowering;

    public PatternLowering(Lowering lowering) => _lowering = lowering;

    /// <summary><c>value is pattern</c>.</summary>
    public IrExpression Lower(IIsPatternOperation operation)
    {
        var value = _lowering.Expressions.Lower(operation.Value);
        if (Test(value, operation.Pattern) is { } test)
            return test;
        Declare(operation.Pattern);
        return _lowering.Expressions.Opaque(operation, _lowering.Expressions.Operands(operation), Effects.None with { Writes = Writes(operation) }, "a pattern");
    }

    /// <summary>A switch expression; one with comparisons only is a chain of conditionals.</summary>
    public IrExpression Lower(ISwitchExpressionOperation operation)
    {
        var value = _lowering.Expressions.Lower(operation.Value);
        return Chain(operation, value) ?? _lowering.Expressions.Opaque(
            operation,
            _lowering.Expressions.Operands(operation),
            Effects.Throws with { Writes = Writes(operation) },
            "a switch expression");
    }

    /// <summary>The test that a number matches a pattern; null where the pattern is about more than numbers.</summary>
    public IrExpression? Test(IrExpression value, IPatternOperation pattern)
    {
        if (value.Type.Kind == ScalarKind.Other)
            return null;
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return new Constant(IrType.Bool, true);
            case IConstantPatternOperation constant:
                return Compare(BinaryOperator.Equal, value, constant.Value);
            case IRelationalPatternOperation relation:
                return Operators.Of(relation.OperatorKind) is { } known ? Compare(known, value, relation.Value) : null;
            case INegatedPatternOperation negated:
                return Test(value, negated.Pattern) is { } inner ? new Unary(UnaryOperator.LogicalNot, inner, IrType.Bool) : null;
            case IBinaryPatternOperation both:
                var combine = both.OperatorKind == BinaryOperatorKind.And ? BinaryOperator.AndAlso : BinaryOperator.OrElse;
                return Test(value, both.LeftPattern) is { } left && Test(value, both.RightPattern) is { } right
                    ? new Binary(combine, left, right, IrType.Bool)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The variables that patterns and <c>out</c> declarations inside an operation assign.</summary>
    public EquatableArray<Variable> Writes(IOperation operation) =>
        operation.DescendantsAndSelf().Select(Declared).OfType<ILocalSymbol>().Select(_lowering.VariableOf).ToEquatableArray();

    /// <summary>Declares the variables of the patterns inside an operation.</summary>
    public void Declare(IOperation operation)
    {
        if (operation is not (IPatternOperation or ISwitchExpressionArmOperation or IPropertySubpatternOperation))
            return;
        foreach (var local in operation.DescendantsAndSelf().Select(Declared).OfType<ILocalSymbol>())
            _lowering.Statements.Declare(local);
    }

    private static ISymbol? Declared(IOperation operation) => operation switch
    {
        IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
        IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
        IListPatternOperation pattern => pattern.DeclaredSymbol,
        _ => null,
    };

    private IrExpression? Chain(ISwitchExpressionOperation operation, IrExpression value)
    {
        if (value.SelfAndDescendants().Any(e => e is OpaqueExpression) || operation.Type is null)
            return null;
        var arms = operation.Arms;
        if (arms.IsEmpty || arms[arms.Length - 1] is not { Pattern: IDiscardPatternOperation, Guard: null } last)
            return null;
        var type = _lowering.Names.IrTypeOf(operation.Type);
        var result = _lowering.Expressions.Lower(last.Value);
        for (var i = arms.Length - 2; i >= 0; i--)
        {
            if (Test(value, arms[i].Pattern) is not { } test)
                return null;
            if (arms[i].Guard is { } guard)
                test = new Binary(BinaryOperator.AndAlso, test, _lowering.Expressions.Lower(guard), IrType.Bool);
            var chosen = _lowering.Expressions.Lower(arms[i].Value);
            if (chosen.Type.Kind != result.Type.Kind)
                return null;
            result = new Conditional(test, chosen, result, type);
        }

        return result;
    }

    /// <summary>The comparison of a number with a constant; null where the constant is of another type or not a number.</summary>
    public IrExpression? Compare(BinaryOperator test, IrExpression value, IOperation constant)
    {
        if (_lowering.Expressions.Lower(constant) is not Constant { Value: not (null or double.NaN or float.NaN) } number || number.Type.Kind != value.Type.Kind)
            return null;
        if (number.Value is bool flag)
            return flag ? value : new Unary(UnaryOperator.LogicalNot, value, IrType.Bool);
        if (Operators.IsNarrow(value.Type.Kind))
        {
            value = new Conversion(value, IrType.Int32);
            number = Constant.Int32(Convert.ToInt32(number.Value is char c ? (int)c : number.Value, System.Globalization.CultureInfo.InvariantCulture));
        }

        return new Binary(test, value, number, IrType.Bool);
    }
}
