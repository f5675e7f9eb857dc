using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// The numbers that the type parameter of a method with generic arithmetic may stand for, and for which its text means the same with the name of the
/// number in the place of the type parameter's. A clone of the method is made at each: the runtime computes a generic method at a value type by
/// code of its own, too.
/// </summary>
internal static class PrimitiveInstances
{
    private static readonly SpecialType[] _numbers =
    [
        SpecialType.System_Double, SpecialType.System_Single, SpecialType.System_Int32, SpecialType.System_Int64, SpecialType.System_UInt32,
        SpecialType.System_UInt64, SpecialType.System_Int16, SpecialType.System_UInt16, SpecialType.System_SByte, SpecialType.System_Byte,
    ];

    /// <summary>What the type parameter is replaced by, for each number.</summary>
    /// <param name="method">The declaration that has the body.</param>
    /// <param name="body">The body.</param>
    /// <param name="compilation">The compilation.</param>
    public static IEnumerable<(ITypeSymbol Number, TypeArguments Arguments)> Of(IMethodSymbol method, IOperation body, Compilation compilation)
    {
        var parameters = TypeParameterText.OfType(method.ContainingType).Concat(method.TypeParameters).ToList();
        if (parameters.Count != 1 || parameters[0] is not { HasReferenceTypeConstraint: false, AllowsRefLikeType: false } parameter || !parameter.ConstraintTypes.Any(GenericOperators.IsOfNumbers)
            || method.IsAsync || method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType is { IsRefLikeType: true } || method.ContainingType.IsExtension
            || method.Parameters.Any(p => p.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            || body.Syntax.DescendantNodes().Any(n => n is NullableTypeSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or YieldStatementSyntax or QueryExpressionSyntax))
        {
            yield break;
        }

        foreach (var special in _numbers)
        {
            var number = compilation.GetSpecialType(special);
            var arguments = new TypeArguments(compilation);
            arguments.Add(parameter, number);
            if (parameter.ConstraintTypes.All(c => number.AllInterfaces.Contains(arguments.Resolve(c), SymbolEqualityComparer.Default))
                && !method.Parameters.Any(p => p.RefKind == RefKind.Out && arguments.IsMentioned(p.Type))
                && body.DescendantsAndSelf().All(o => MeansTheSame(o, number, arguments)))
            {
                yield return (number, arguments);
            }
        }
    }

    private static bool MeansTheSame(IOperation operation, ITypeSymbol number, TypeArguments arguments)
    {
        var isNarrow = Operators.IsNarrow(TypeNames.KindOf(number));
        switch (operation)
        {
            case { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer }:
                return false;
            case IBinaryOperation binary:
                return MayUse(binary.OperatorMethod, binary.OperatorKind, binary.IsChecked) && !binary.IsLifted;
            case ICompoundAssignmentOperation compound:
                return MayUse(compound.OperatorMethod, compound.OperatorKind, compound.IsChecked) && !compound.IsLifted;
            case IUnaryOperation unary:
                return MayUse(unary.OperatorMethod, BinaryOperatorKind.None, unary.IsChecked) && !unary.IsLifted;
            case IIncrementOrDecrementOperation step:
                return MayUse(step.OperatorMethod, BinaryOperatorKind.None, step.IsChecked) && !step.IsLifted;
            case IInvocationOperation call:
                return MayCall(call, number, arguments);
            case IPropertyReferenceOperation { ConstrainedToType: not null } property:
                return PrimitiveNumbers.Value(property.Property, number) is not null;
            case IPropertyReferenceOperation property:
                return property.Property.ContainingType.TypeKind != TypeKind.Interface;
            case IObjectCreationOperation creation:
                return !arguments.IsMentioned(creation.Type) || (creation.Constructor is { } constructor
                    && constructor.ContainingType.InstanceConstructors.Count(c => c.Parameters.Length == constructor.Parameters.Length) == 1);
            case IConversionOperation { IsImplicit: false, Conversion.IsIdentity: false } conversion:
                return arguments.Of(conversion.Type) is null && arguments.Of(conversion.Operand.Type) is null;
            case IConversionOperation { Conversion.IsIdentity: false } conversion:
                return arguments.Of(conversion.Operand.Type) is null && (arguments.Of(conversion.Type) is null || conversion.Operand is IDefaultValueOperation or IThrowOperation);
            case ILiteralOperation or IDefaultValueOperation or IBlockOperation or IExpressionStatementOperation or ISimpleAssignmentOperation or IReturnOperation
                or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation or IInstanceReferenceOperation
                or IArrayCreationOperation or IArgumentOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation
                or IVariableInitializerOperation or ILoopOperation or IConditionalOperation or IBranchOperation or ITupleOperation or IDeconstructionAssignmentOperation
                or IDeclarationExpressionOperation or IParenthesizedOperation or IMethodBodyOperation or IThrowOperation or IDiscardOperation or IEmptyOperation
                or ILabeledOperation or IArrayInitializerOperation:
                return true;
            default:
                return !operation.DescendantsAndSelf().Any(o => arguments.IsMentioned(o.Type));
        }

        // Where a number is widened and cast back, a checked context asks another question.
        bool MayUse(IMethodSymbol? method, BinaryOperatorKind kind, bool isChecked) => method is null || (GenericOperators.Declares(method)
            ? !(isNarrow && (isChecked || kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift))
            : !arguments.IsMentioned(method.ContainingType) && !method.Parameters.Any(p => arguments.IsMentioned(p.Type)));
    }

    /// <summary>Whether the name of the method finds the same one where its arguments are numbers.</summary>
    private static bool MayCall(IInvocationOperation call, ITypeSymbol number, TypeArguments arguments)
    {
        var method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (arguments.Of(call.ConstrainedToType) is not null)
            return PrimitiveNumbers.IsIdentity(method, number) || PrimitiveNumbers.Implementation(method, number, arguments) is not null;
        if (arguments.Of(call.Instance?.Type) is not null)
            return false;
        if (!call.Arguments.Any(a => arguments.IsMentioned(a.Value.Type)) && !method.TypeArguments.Any(arguments.IsMentioned))
            return true;
        var isKnown = Names.FullName(method.ContainingType) is "System.MemoryExtensions" or "System.Array" or "System.Span" or "System.ReadOnlySpan" or "System.Collections.Generic.List";
        return isKnown || method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Count() == 1;
    }
}
