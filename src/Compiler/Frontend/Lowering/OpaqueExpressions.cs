using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Says of each kind of expression without an IR node what evaluating it does.</summary>
internal static class OpaqueExpressions
{
    /// <summary>The opaque node.</summary>
    public static IrExpression Lower(IOperation operation, Lowering lowering)
    {
        var expressions = lowering.Expressions;
        if (operation.Type is { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer })
            return Hazardous(operation, lowering, HazardKind.Unsupported, "pointers are not followed by the compiler", "a pointer");
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                return lowering.Inference.Lambda(lambda, lowering);
            case IDelegateCreationOperation { Target: IMethodReferenceOperation reference } creation:
                return expressions.Opaque(creation, Instance(reference, lowering), lowering.Calls.Effects(reference.Method, reference.Instance, [], reference), "a delegate");
            case IDelegateCreationOperation creation:
                return expressions.Opaque(creation, [expressions.Lower(creation.Target)], Effects.None, "a delegate");
            case IMethodReferenceOperation reference:
                return expressions.Opaque(reference, Instance(reference, lowering), lowering.Calls.Effects(reference.Method, reference.Instance, [], reference), "a delegate");
            case IObjectCreationOperation creation:
                return lowering.Calls.Lower(creation);
            case IArrayCreationOperation array:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.Throws, "an array allocation", isFresh: true) with
                {
                    ConstantLength = array.DimensionSizes.Length == 1 && array.DimensionSizes[0].ConstantValue is { HasValue: true, Value: int length } ? length : null,
                };
            case ICollectionExpressionOperation collection:
                return Collection(collection, lowering);
            case ISpreadOperation spread:
                return expressions.Opaque(spread, expressions.Operands(spread), ImplicitCalls.Enumerate(spread.Operand, lowering), "a spread");
            case IAnonymousObjectCreationOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.None, "an object allocation");
            case ITupleOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.None, "a tuple");
            case ITupleBinaryOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), ImplicitCalls.Compare(operation, lowering), "a comparison of tuples");
            case IInterpolatedStringOperation text:
                return expressions.Opaque(text, expressions.Operands(text), Interpolation(text, lowering), "text");
            case IInterpolatedStringHandlerCreationOperation handler:
                return Handler(handler, lowering);
            case IThrowOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.Throws, "a throw expression");
            case ICoalesceOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.None, "a ?? expression");
            case IConditionalAccessOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.None, "a ?. expression");
            case IConditionalOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.None, "a conditional expression");
            case IIsTypeOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation or IDefaultValueOperation or ILiteralOperation
                or IUtf8StringOperation or IConditionalAccessInstanceOperation or IDiscardOperation or IInstanceReferenceOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.None, "a value that is not a number");
            case IRangeOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.Throws, "a range");
            case IImplicitIndexerReferenceOperation or IArrayElementReferenceOperation:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.Throws with { ReadsHeap = true }, "a slice");
            case IDeclarationExpressionOperation declaration:
                return Declared(declaration, lowering);
            case IAwaitOperation:
                return Hazardous(operation, lowering, HazardKind.ControlFlow, "'await' may go on later and on another thread", "an await expression");
            case IAddressOfOperation:
                return Hazardous(operation, lowering, HazardKind.Unsupported, "an address is taken, and pointers are not followed by the compiler", "a pointer");
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                return Hazardous(operation, lowering, HazardKind.ImpureCall, "what a dynamic call does is not known", "a dynamic call");
            case IFunctionPointerInvocationOperation:
                return Hazardous(operation, lowering, HazardKind.ImpureCall, "what a function pointer calls is not known", "a function pointer");
            case ITypeParameterObjectCreationOperation creation:
                return Hazardous(operation, lowering, HazardKind.ImpureCall, $"what the constructor of '{creation.Type?.Name}' does is not known", "an object allocation");
            case IWithOperation copy:
                return expressions.Opaque(copy, expressions.Operands(copy), lowering.Calls.CloneEffects(copy), "a with expression", copy.Type is { IsReferenceType: true });
            case IEventReferenceOperation:
                return Hazardous(operation, lowering, HazardKind.SharedWrite, "events are shared by all iterations", "an event");
            case IParenthesizedOperation parenthesized:
                return expressions.Lower(parenthesized.Operand);
            case { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax }:
                return expressions.Opaque(operation, expressions.Operands(operation), Effects.Throws, "a stack allocation", isFresh: true);
            default:
                return Hazardous(
                    operation,
                    lowering,
                    HazardKind.Unsupported,
                    $"'{Lowering.Display(operation.Syntax)}' is not understood by the compiler",
                    "unsupported");
        }
    }

    private static OpaqueExpression Hazardous(IOperation operation, Lowering lowering, HazardKind kind, string message, string reason) =>
        lowering.Expressions.Opaque(
            operation,
            lowering.Expressions.Operands(operation),
            Effects.Of(lowering.Hazard(kind, message, operation.Syntax)),
            reason);

    private static IEnumerable<IrExpression> Instance(IMethodReferenceOperation reference, Lowering lowering) =>
        reference.Instance is null ? [] : [lowering.Expressions.Lower(reference.Instance)];

    private static OpaqueExpression Collection(ICollectionExpressionOperation collection, Lowering lowering)
    {
        var effects = Effects.Throws;
        if (collection.ConstructMethod is { } builder)
            effects = effects.Union(lowering.Calls.Effects(builder, null, [], collection));
        var isFresh = collection.Type is IArrayTypeSymbol || (collection.Type is { } type && Names.FullName(type) == "System.Collections.Generic.List");
        return lowering.Expressions.Opaque(collection, lowering.Expressions.Operands(collection), effects, "a collection expression", isFresh);
    }

    private static Effects Interpolation(IInterpolatedStringOperation text, Lowering lowering)
    {
        var effects = ImplicitCalls.ToText(text, text.Parts.OfType<IInterpolationOperation>().Select(p => p.Expression), lowering);
        return text.Parts.Any(p => p is not (IInterpolationOperation or IInterpolatedStringTextOperation))
            ? effects.Union(Effects.Of(lowering.Hazard(HazardKind.ImpureCall, "what this interpolated string handler does is not known", text.Syntax)))
            : effects;
    }

    /// <summary>An interpolated string that is not made into a string at once; the library's handlers do with each value what a string would.</summary>
    private static OpaqueExpression Handler(IInterpolatedStringHandlerCreationOperation handler, Lowering lowering)
    {
        var values = handler.Content.Descendants().OfType<IInterpolatedStringAppendOperation>().Select(a => a.AppendCall).OfType<IInvocationOperation>()
            .SelectMany(c => c.Arguments.Where(a => a.Parameter?.Ordinal == 0)).Select(a => a.Value).Where(v => !v.ConstantValue.HasValue).ToList();
        var effects = ImplicitCalls.ToText(handler, values, lowering);
        if (handler.Type is { } type && !Names.FullName(type).StartsWith("System.", StringComparison.Ordinal))
            effects = effects.Union(Effects.Of(lowering.Hazard(HazardKind.ImpureCall, $"what the string handler '{Names.Display(type)}' does is not known", handler.Syntax)));
        return lowering.Expressions.Opaque(handler, values.Select(lowering.Expressions.Lower), effects, "text");
    }

    private static OpaqueExpression Declared(IDeclarationExpressionOperation declaration, Lowering lowering)
    {
        var variables = declaration.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(l => l.Local).ToList();
        foreach (var local in variables)
            lowering.Statements.Declare(local);
        var effects = Effects.None with { Writes = variables.Select(lowering.VariableOf).ToEquatableArray() };
        return lowering.Expressions.Opaque(declaration, [], effects, "a declaration inside an expression");
    }
}
