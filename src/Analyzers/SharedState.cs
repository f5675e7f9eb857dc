using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Tells what all runs of one function have in common from what each run has for itself.</summary>
/// <param name="scopes">What is declared in here each run has for itself: the function and those it calls, or the loop each of whose iterations starts one.</param>
/// <param name="isReceiverShared">Whether <c>this</c> is one object in all runs.</param>
/// <param name="origins">The values of locals.</param>
internal sealed class SharedState(IReadOnlyCollection<SyntaxNode> scopes, bool isReceiverShared, Origins origins)
{
    /// <summary>Whether a place or object is the same in all runs; false where that is not known.</summary>
    public bool IsShared(IOperation? place) => place switch
    {
        ILocalReferenceOperation local => IsCaptured(local.Local) || IsAlias(local.Local),
        IParameterReferenceOperation parameter => IsCaptured(parameter.Parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => isReceiverShared,
        IFieldReferenceOperation { Field.IsStatic: true } field => !IsPerThread(field.Field),
        IFieldReferenceOperation field => IsShared(field.Instance),
        IPropertyReferenceOperation { Property: { IsStatic: true, IsIndexer: false } property } => !IsThreadSafe(property),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "ThreadLocal" or "AsyncLocal" } } => false,
        IPropertyReferenceOperation { Property.IsIndexer: false } property => IsShared(property.Instance),
        IPropertyReferenceOperation indexer => IsShared(indexer.Instance) && indexer.Arguments.All(a => IsSame(a.Value)),
        IArrayElementReferenceOperation element => IsShared(element.ArrayReference) && element.Indices.All(IsSame),
        IConversionOperation conversion => IsShared(conversion.Operand),
        IParenthesizedOperation parenthesized => IsShared(parenthesized.Operand),
        _ => false,
    };

    /// <summary>Whether a value is the same in all runs: it is made of constants and of variables outside the lambda.</summary>
    public bool IsSame(IOperation value) => value.ConstantValue.HasValue || value.DescendantsAndSelf().All(o => o switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation =>
            IsShared(o) || o.ConstantValue.HasValue,
        ILiteralOperation or IConversionOperation or IBinaryOperation or IUnaryOperation or IParenthesizedOperation => true,
        IInstanceReferenceOperation => isReceiverShared,
        _ => false,
    });

    private bool IsCaptured(ISymbol symbol) =>
        symbol is not ILocalSymbol { IsRef: true }
        && symbol.DeclaringSyntaxReferences.Any(r =>
            scopes.All(s => r.SyntaxTree != s.SyntaxTree || !s.Span.Contains(r.Span)));

    /// <summary>Whether a local of a run holds, from its declaration on, an object that all runs share.</summary>
    private bool IsAlias(ILocalSymbol local) =>
        local.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } && origins.SingleValue(local) is { } value
        && Origins.Unconverted(value) is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
        && IsShared(Origins.Unconverted(value));

    private static bool IsPerThread(IFieldSymbol field) =>
        field.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(ThreadStaticAttribute));

    /// <summary>Properties of the library that give each caller something safe, such as <c>Random.Shared</c>.</summary>
    private static bool IsThreadSafe(IPropertySymbol property) =>
        property is { Name: "Shared", ContainingType.ContainingNamespace.Name: "System" or "Buffers" };
}
