using System.Runtime.CompilerServices;

using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers expressions; what the IR has no node for becomes an <see cref="OpaqueExpression"/>.</summary>
internal sealed class ExpressionLowering
{
    private readonly Lowering _lowering;

    public ExpressionLowering(Lowering lowering) => _lowering = lowering;

    /// <summary>The IR of an expression.</summary>
    public IrExpression Lower(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true, Value: var value } && operation.Type is { } constantType && Literal(value, constantType) is { } literal)
            return literal;
        switch (operation)
        {
            case IConversionOperation conversion:
                return Convert(conversion);
            case IUnaryOperation unary:
                return Lower(unary);
            case IBinaryOperation binary:
                return Lower(binary);
            case IConditionalOperation { IsRef: false, WhenFalse: { } whenFalse, Type: { } type } conditional:
                var (left, right) = (Lower(conditional.WhenTrue), Lower(whenFalse));
                return left.Type.Kind == right.Type.Kind
                    ? new Conditional(Lower(conditional.Condition), left, right, _lowering.Names.IrTypeOf(type))
                    : Opaque(operation, [Lower(conditional.Condition), left, right], Effects.None, "a conditional expression");
            case IPropertyReferenceOperation { ConstrainedToType: { } parameter } member when _lowering.Names.Arguments.Of(parameter) is { } number
                && PrimitiveNumbers.Value(member.Property, number) is { } constant:
                return new Constant(_lowering.Names.IrTypeOf(number), constant);
            case IDefaultValueOperation { Type: ITypeParameterSymbol parameter } when GenericOperators.Zero(_lowering.Names.IrTypeOf(parameter)) is { } zero:
                return zero;
            case IPropertyReferenceOperation property when LengthOf(property) is { } length:
                return length;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
                or IArrayElementReferenceOperation or IInlineArrayAccessOperation
                or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return _lowering.Memory.Read(operation);
            case IImplicitIndexerReferenceOperation { Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } }:
                return _lowering.Memory.Read(operation);
            case IInvocationOperation call:
                return _lowering.Calls.Lower(call);
            case IIsPatternOperation test:
                return _lowering.Patterns.Lower(test);
            case ISwitchExpressionOperation choice:
                return _lowering.Patterns.Lower(choice);
            case IAssignmentOperation or IIncrementOrDecrementOperation:
                return _lowering.Assignments.InExpression(operation);
            case ITranslatedQueryOperation query:
                return Lower(query.Operation);
            default:
                return OpaqueExpressions.Lower(operation, _lowering);
        }
    }

    /// <summary>An opaque node with the given operands.</summary>
    public OpaqueExpression Opaque(IOperation operation, IEnumerable<IrExpression> operands, Effects effects, string reason, bool isFresh = false) => new(
        _lowering.Names.IrTypeOf(operation.Type),
        _lowering.ExpressionText(operation),
        operands.ToEquatableArray(),
        effects,
        reason,
        _lowering.Source(operation.Syntax),
        isFresh);

    /// <summary>Every expression directly inside an operation, through patterns, initializers and the like.</summary>
    public EquatableArray<IrExpression> Operands(IOperation operation)
    {
        var operands = new List<IrExpression>();
        foreach (var child in operation.ChildOperations)
            Collect(child, operands);
        return operands.ToEquatableArray();
    }

    private void Collect(IOperation operation, List<IrExpression> operands)
    {
        switch (operation)
        {
            case IArgumentOperation argument:
                Collect(argument.Value, operands);
                break;
            case ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } member:
                Collect(member.Value, operands);
                break;
            case IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.ContainingTypeInstance }:
            case IConditionalAccessInstanceOperation or IDiscardOperation:
                break;
            case IPatternOperation or IObjectOrCollectionInitializerOperation or IMemberInitializerOperation or IArrayInitializerOperation
                or IInterpolatedStringContentOperation or ISwitchExpressionArmOperation or IPropertySubpatternOperation:
                _lowering.Patterns.Declare(operation);
                foreach (var child in operation.ChildOperations)
                    Collect(child, operands);
                break;
            default:
                operands.Add(Lower(operation));
                break;
        }
    }

    private static IrExpression? Literal(object? value, ITypeSymbol type, TypeNames names)
    {
        var irType = names.IrTypeOf(type);
        return irType.Kind switch
        {
            ScalarKind.IntPtr or ScalarKind.UIntPtr when value is int or uint => new Conversion(
                new Constant(value is int ? IrType.Int32 : new IrType(ScalarKind.UInt32, "uint"), value),
                irType),
            ScalarKind.Half => null,
            ScalarKind.Other when value is not (null or string) || type.IsValueType => null,
            _ => new Constant(irType, value),
        };
    }

    private IrExpression? Literal(object? value, ITypeSymbol type) => Literal(value, type, _lowering.Names);

    private IrExpression? LengthOf(IPropertyReferenceOperation property)
    {
        if (property.Instance is not { } instance)
            return null;
        var isLength = property.Property.Name switch
        {
            "Length" => ContainerTypes.Of(instance.Type)?.Kind is not (null or MemoryKind.List),
            "LongLength" => instance.Type is IArrayTypeSymbol,
            "Count" => ContainerTypes.Of(instance.Type)?.Kind == MemoryKind.List,
            _ => false,
        };
        if (isLength)
            return _lowering.Memory.Length(instance, -1, property.Type);
        if (property.Property.Type.SpecialType != SpecialType.System_Int32)
            return null;
        _lowering.Inference.Models.Consult(property.Property);
        return PropertyFacts.FieldOfReturnedLength(property.Property, _lowering.Inference.Models) is { } declared
            && property.Property.ContainingType.GetMembers(declared.Name).OfType<IFieldSymbol>().FirstOrDefault() is { } field
            ? _lowering.Memory.FieldLength(field, instance, property)
            : null;
    }

    private IrExpression Lower(IUnaryOperation unary)
    {
        var operand = Lower(unary.Operand);
        var type = _lowering.Names.IrTypeOf(unary.Type);
        if (GenericOperators.Declares(unary.OperatorMethod) && OperatorOf(unary.OperatorKind) is { } generic
            && (unary.OperatorKind == UnaryOperatorKind.Plus ? operand : GenericOperators.Unary(generic, operand, type, unary.IsChecked)) is { Type: var kind } value && kind == type)
        {
            return value;
        }

        var isPredefined = !unary.IsLifted && type.Kind != ScalarKind.Other && operand.Type.Kind == type.Kind && IsPredefined(unary.OperatorMethod);
        if (isPredefined)
        {
            switch (unary.OperatorKind)
            {
                case UnaryOperatorKind.Plus:
                    return operand;
                case UnaryOperatorKind.Minus:
                    return new Unary(UnaryOperator.Negate, operand, type, unary.IsChecked && type.IsInteger);
                case UnaryOperatorKind.BitwiseNegation:
                    return new Unary(UnaryOperator.BitwiseNot, operand, type);
                case UnaryOperatorKind.Not:
                    return new Unary(UnaryOperator.LogicalNot, operand, type);
            }
        }

        var effects = unary.OperatorMethod is { } method ? _lowering.Calls.OperatorEffects(method, unary, [unary.Operand]) : Effects.None;
        return Opaque(unary, [operand], effects, Reason(unary.OperatorMethod, "an operator"));
    }

    private IrExpression Lower(IBinaryOperation binary)
    {
        var left = Lower(binary.LeftOperand);
        var right = Lower(binary.RightOperand);
        var type = _lowering.Names.IrTypeOf(binary.Type);
        if (!binary.IsLifted && IsPredefined(binary.OperatorMethod) && type.Kind != ScalarKind.Other
            && left.Type.Kind != ScalarKind.Other && right.Type.Kind != ScalarKind.Other && Operators.Of(binary.OperatorKind) is { } known
            && (Operators.IsShift(known) || left.Type.Kind == right.Type.Kind))
        {
            return new Binary(known, left, right, type, binary.IsChecked && Operators.CanOverflow(known) && type.IsInteger);
        }

        if (GenericOperators.Declares(binary.OperatorMethod) && Operators.Of(binary.OperatorKind) is { } generic
            && GenericOperators.Binary(generic, left, right, type, binary.IsChecked) is { } value)
        {
            return value;
        }

        var effects = binary.OperatorMethod is { } method
            ? _lowering.Calls.OperatorEffects(method, binary, [binary.LeftOperand, binary.RightOperand])
            : binary.Type is { SpecialType: SpecialType.System_String }
                ? ImplicitCalls.ToText(binary, [binary.LeftOperand, binary.RightOperand], _lowering)
                : binary.LeftOperand.Type is IDynamicTypeSymbol || binary.RightOperand.Type is IDynamicTypeSymbol
                    ? Effects.Of(_lowering.Hazard(HazardKind.ImpureCall, "what a dynamic operator calls is not known", binary.Syntax))
                    : Effects.None;
        var isText = binary.Type is { SpecialType: SpecialType.System_String };
        return Opaque(binary, [left, right], effects, isText ? "text" : Reason(binary.OperatorMethod, "an operator on a type without arithmetic"));
    }

    private IrExpression Convert(IConversionOperation conversion)
    {
        if (conversion.Operand is IThrowOperation thrown)
            return Opaque(conversion, Operands(thrown), Effects.Throws, "a throw expression");
        if (conversion.Type is not { } type || conversion.Operand.Type is not { } from)
            return Opaque(conversion, Operands(conversion), Effects.None, "a conversion");
        if (conversion.Conversion.IsIdentity)
            return Lower(conversion.Operand);
        var operand = Lower(conversion.Operand);
        var target = _lowering.Names.IrTypeOf(type);
        if (target.Kind != ScalarKind.Other && operand.Type.Kind != ScalarKind.Other && IsPredefined(conversion.OperatorMethod))
            return new Conversion(operand, target, conversion.IsChecked && !conversion.IsImplicit && Operators.CanLose(operand.Type, target));
        if (conversion.OperatorMethod is { } method)
        {
            return Opaque(
                conversion,
                [operand],
                _lowering.Calls.OperatorEffects(method, conversion, [conversion.Operand]),
                $"a conversion to '{Names.Display(type)}'",
                operand is OpaqueExpression { IsFresh: true } && ContainerTypes.Of(type) is not null);
        }

        if (type is IDynamicTypeSymbol || from is IDynamicTypeSymbol)
        {
            var hazard = _lowering.Hazard(HazardKind.ImpureCall, "what a dynamic conversion calls is not known", conversion.Syntax);
            return Opaque(conversion, [operand], Effects.Of(hazard), "a dynamic conversion");
        }

        var effects = conversion.IsImplicit ? Effects.None : Effects.Throws;
        var isFresh = operand is OpaqueExpression { IsFresh: true } && (conversion.Conversion.IsReference || ContainerTypes.Of(type) is not null);
        return Opaque(conversion, [operand], effects, $"a conversion to '{Names.Display(type)}'", isFresh);
    }

    /// <summary>
    /// Whether the operator is the language's own; those of <c>decimal</c> and <c>Half</c> are methods that compute what the IR's
    /// operators of these types mean.
    /// </summary>
    private static bool IsPredefined(IMethodSymbol? method) =>
        method is null || method.ContainingType.SpecialType == SpecialType.System_Decimal || TypeNames.IsHalf(method.ContainingType);

    private static UnaryOperator? OperatorOf(UnaryOperatorKind kind) => kind switch
    {
        UnaryOperatorKind.Plus or UnaryOperatorKind.Minus => UnaryOperator.Negate,
        UnaryOperatorKind.BitwiseNegation => UnaryOperator.BitwiseNot,
        _ => null,
    };

    private static string Reason(IMethodSymbol? method, string otherwise) =>
        method is null ? otherwise : $"an operator of '{Names.Display(method.ContainingType)}'";
}
