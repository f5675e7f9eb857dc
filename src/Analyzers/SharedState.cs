using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Tells what all runs of one lambda have in common from what each run has for itself.</summary>
/// <param name="scope">What is declared in here each run has for itself: the lambda, or the loop each of whose iterations starts one.</param>
internal sealed class SharedState(SyntaxNode scope)
{
    /// <summary>Whether a place or object is the same in all runs; false where that is not known.</summary>
    public bool IsShared(IOperation? place) => place switch
    {
        ILocalReferenceOperation local => IsCaptured(local.Local),
        IParameterReferenceOperation parameter => IsCaptured(parameter.Parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
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
        IInstanceReferenceOperation => true,
        _ => false,
    });

    private bool IsCaptured(ISymbol symbol) =>
        symbol is not ILocalSymbol { IsRef: true }
        && symbol.DeclaringSyntaxReferences.Any(r =>
            r.SyntaxTree != scope.SyntaxTree || !scope.Span.Contains(r.Span));

    private static bool IsPerThread(IFieldSymbol field) =>
        field.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(ThreadStaticAttribute));

    /// <summary>Properties of the library that give each caller something safe, such as <c>Random.Shared</c>.</summary>
    private static bool IsThreadSafe(IPropertySymbol property) =>
        property is { Name: "Shared", ContainingType.ContainingNamespace.Name: "System" or "Buffers" };
}
