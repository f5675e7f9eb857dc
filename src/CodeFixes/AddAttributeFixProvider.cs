using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AutoParallel.CodeFixes;

/// <summary>Puts <c>[Parallel]</c> on the method around a <c>Prange</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAttributeFixProvider))]
[Shared]
public sealed class AddAttributeFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.PrangeWithoutEffect];

    /// <summary>A method with several loops gets the attribute once.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var methods = diagnostics.Select(d => Method(root, d)).OfType<MethodDeclarationSyntax>().Distinct().ToList();
        return document.WithSyntaxRoot(root!.ReplaceNodes(methods, (_, method) => WithAttribute(method)));
    });

    private protected override Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var fix = Method(root, diagnostic) is { } method
            ? new DocumentFix($"Add [Parallel] to '{method.Identifier.ValueText}'", () => document.WithSyntaxRoot(root.ReplaceNode(method, WithAttribute(method))))
            : null;
        return Task.FromResult(fix);
    }

    private static MethodDeclarationSyntax? Method(SyntaxNode? root, Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(UseAnalyzer.AttributeIsMissing)
        ? root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()
        : null;

    private static MethodDeclarationSyntax WithAttribute(MethodDeclarationSyntax method)
    {
        var name = SyntaxFactory.ParseName("global::AutoParallel.Parallel").WithAdditionalAnnotations(Simplifier.Annotation);
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name)))
            .WithLeadingTrivia(method.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        var bare = method.WithLeadingTrivia(SyntaxFactory.ElasticMarker);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list));
    }
}
