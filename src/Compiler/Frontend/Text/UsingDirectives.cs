using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Frontend;

/// <summary>The directives by which text finds the extension methods that it found in the user's file.</summary>
internal static class UsingDirectives
{
    /// <summary>The directives around a node, and the namespaces it is in, all globally qualified.</summary>
    public static EquatableArray<string> Of(SyntaxNode node, SemanticModel model)
    {
        var directives = new List<string>();
        foreach (var ancestor in node.Ancestors())
        {
            var usings = ancestor switch
            {
                CompilationUnitSyntax unit => unit.Usings,
                BaseNamespaceDeclarationSyntax space => space.Usings,
                _ => default,
            };
            foreach (var directive in usings)
            {
                if (directive.Alias is null && directive.NamespaceOrType is { } name && model.GetSymbolInfo(name).Symbol is INamespaceOrTypeSymbol target)
                    Add($"using {(directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) ? "static " : "")}{target.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)};");
            }

            if (ancestor is BaseNamespaceDeclarationSyntax declared && model.GetDeclaredSymbol(declared) is INamespaceSymbol current)
            {
                for (; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
                    Add($"using {current.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)};");
            }
        }

        return directives.ToEquatableArray();

        void Add(string directive)
        {
            if (!directives.Contains(directive))
                directives.Add(directive);
        }
    }
}
