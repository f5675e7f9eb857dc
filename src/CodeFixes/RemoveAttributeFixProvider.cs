using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;
using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Removes a <c>[Parallel]</c> that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeFixProvider))]
[Shared]
public sealed class RemoveAttributeFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.NoLoop];

    private protected override async Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var method = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent as MethodDeclarationSyntax;
        var attribute = method?.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a => IsParallel(a, model!, cancellation));
        return attribute is null ? null : new DocumentFix("Remove [Parallel]", () => document.WithSyntaxRoot(root.ReplaceNode(method!, Without(method!, attribute))));
    }

    private static bool IsParallel(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(attribute, cancellation).Type?.ToDisplayString() == MethodFrontend.AttributeName;

    /// <summary>The comments in front of the method stay with it.</summary>
    private static MethodDeclarationSyntax Without(MethodDeclarationSyntax method, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        var lists = list.Attributes.Count == 1
            ? method.AttributeLists.Remove(list)
            : method.AttributeLists.Replace(list, list.WithAttributes(list.Attributes.Remove(attribute)));
        return method.WithAttributeLists(lists).WithLeadingTrivia(method.GetLeadingTrivia());
    }
}
