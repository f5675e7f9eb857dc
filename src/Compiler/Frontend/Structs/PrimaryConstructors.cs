using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>What becomes of the parameters of a struct's primary constructor, where it is no record.</summary>
internal static class PrimaryConstructors
{
    /// <summary>The member that each parameter initializes; null where one initializes none or several, or a member gets another value.</summary>
    public static IReadOnlyList<ISymbol>? Members(IMethodSymbol constructor, ModelCache models)
    {
        var members = new ISymbol?[constructor.Parameters.Length];
        foreach (var member in constructor.ContainingType.GetMembers().Where(m => m is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol && !m.IsStatic))
        {
            if (member.DeclaringSyntaxReferences.Length != 1)
                return null;
            var initializer = member.DeclaringSyntaxReferences[0].GetSyntax() switch
            {
                VariableDeclaratorSyntax field => field.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (initializer is null)
                continue;
            if (models.Of(initializer)?.GetOperation(initializer) is not IParameterReferenceOperation { Parameter: var parameter } || members[parameter.Ordinal] is not null
                || !SymbolEqualityComparer.Default.Equals(parameter.Type, (member as IFieldSymbol)?.Type ?? ((IPropertySymbol)member).Type))
            {
                return null;
            }

            members[parameter.Ordinal] = member;
        }

        return Array.Exists(members, m => m is null) ? null : [.. members.Select(m => m!)];
    }

    /// <summary>Whether a method or accessor uses a parameter, so that the struct has a field for it that has no name.</summary>
    public static bool HasCaptures(INamedTypeSymbol type, ModelCache models)
    {
        foreach (var declaration in type.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>())
        {
            if (declaration.ParameterList is not { Parameters: { Count: > 0 } parameters } || declaration is RecordDeclarationSyntax)
                continue;
            foreach (var member in type.GetMembers().Where(m => m is IPropertySymbol or IMethodSymbol { MethodKind: not MethodKind.Constructor, IsImplicitlyDeclared: false }))
                models.Consult(member);
            var names = new HashSet<string>(parameters.Select(p => p.Identifier.ValueText), StringComparer.Ordinal);
            var uses = type.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>().SelectMany(d => d.Members)
                .SelectMany(m => m.DescendantNodes(n => !IsInitializer(n))).OfType<IdentifierNameSyntax>().Where(i => names.Contains(i.Identifier.ValueText));
            if (uses.Any(u => models.Of(u)?.GetSymbolInfo(u).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } owner }
                && owner.DeclaringSyntaxReferences.Any(r => r.GetSyntax() == declaration)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInitializer(SyntaxNode node) => node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } };
}
