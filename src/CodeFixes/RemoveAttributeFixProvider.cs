using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;
using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Removes a <c>[Parallel]</c> that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeFixProvider))]
[Shared]
public sealed class RemoveAttributeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.NoLoop];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var method = root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent as MethodDeclarationSyntax;
            var attribute = method?.AttributeLists.SelectMany(l => l.Attributes)
                .FirstOrDefault(a => IsParallel(a, model!, context.CancellationToken));
            if (attribute is null)
                continue;
            var changed = root!.ReplaceNode(method!, Without(method!, attribute));
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Remove [Parallel]",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                    nameof(RemoveAttributeFixProvider)),
                diagnostic);
        }
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
