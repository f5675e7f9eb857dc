using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>What is known of a property from its declaration.</summary>
internal static class PropertyFacts
{
    /// <summary>
    /// Whether reading it reads a field and nothing else: an auto-property that no other type can override, in source or by the
    /// mark that the C# compiler leaves in metadata.
    /// </summary>
    public static bool IsAuto(IPropertySymbol property)
    {
        property = property.OriginalDefinition;
        if (property.IsIndexer || CanBeOverridden(property) || property.ContainingType?.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return false;
        if (property.DeclaringSyntaxReferences.IsEmpty)
            return property.GetMethod is { } getter && IsCompilerGenerated(getter);
        return property.DeclaringSyntaxReferences.All(r => r.GetSyntax() switch
        {
            PropertyDeclarationSyntax { AccessorList: { } list } => list.Accessors.All(a => a.Body is null && a.ExpressionBody is null),
            ParameterSyntax => true,
            _ => false,
        });
    }

    /// <summary>Whether the class declares a backing field of its own in source, so that an accessor can reach it.</summary>
    public static bool HasBackingField(IPropertySymbol property) => !property.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && IsAuto(property);

    /// <summary>The field that the getter returns and does nothing else with; null for any other property.</summary>
    public static IFieldSymbol? ReturnedField(IPropertySymbol property, ModelCache models) =>
        ReturnedValue(property) is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
            ? OwnField(models, ReturnedValue(property)!)
            : null;

    /// <summary>The field whose length the getter returns and does nothing else with, such as <c>Count => _items.Length</c>.</summary>
    public static IFieldSymbol? FieldOfReturnedLength(IPropertySymbol property, ModelCache models) =>
        ReturnedValue(property) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: { } container }
        && OwnField(models, container) is { IsVolatile: false, Type: IArrayTypeSymbol } field
            ? field
            : null;

    private static IFieldSymbol? OwnField(ModelCache models, ExpressionSyntax value) =>
        models.Of(value)?.GetOperation(value) is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } reference
            ? reference.Field
            : null;

    /// <summary>The expression that the getter is; null where it is more, or may be another one at run time.</summary>
    private static ExpressionSyntax? ReturnedValue(IPropertySymbol property)
    {
        property = property.OriginalDefinition;
        if (CanBeOverridden(property) || property.IsIndexer || property.DeclaringSyntaxReferences.Length != 1)
            return null;
        var syntax = property.DeclaringSyntaxReferences[0].GetSyntax() as PropertyDeclarationSyntax;
        var getter = syntax?.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
        return syntax?.ExpressionBody?.Expression ?? getter?.ExpressionBody?.Expression
            ?? (getter?.Body is { Statements.Count: 1 } body ? (body.Statements[0] as ReturnStatementSyntax)?.Expression : null);
    }

    /// <summary>Whether a call may reach another implementation.</summary>
    public static bool CanBeOverridden(ISymbol member) =>
        (member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed && !member.ContainingType.IsSealed;

    /// <summary>Whether an object of the type may be of another one that overrides what it does.</summary>
    public static bool CanBeDerived(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false };

    private static bool IsCompilerGenerated(ISymbol symbol) =>
        symbol.GetAttributes().Any(a => a.AttributeClass is { Name: "CompilerGeneratedAttribute" });
}
