using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace AutoParallel.CodeFixes;

/// <summary>Moves the loop of a lambda given to <c>Parallel.For</c> or <c>ForEach</c> into a <c>[Parallel]</c> method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoopMoveFixProvider))]
[Shared]
public sealed class LoopMoveFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.PlainLoop];

    /// <summary>Each move takes a name that the next one must not, so they are made one after another, the last one first.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var calls = diagnostics.OrderByDescending(d => d.Location.SourceSpan.Start).Select(d => Call(root, d)).OfType<InvocationExpressionSyntax>().ToList();
        document = document.WithSyntaxRoot(root!.TrackNodes(calls));
        foreach (var call in calls)
        {
            var current = (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!.GetCurrentNode(call);
            if (current is not null && await Plan(document, current, context.CancellationToken).ConfigureAwait(false) is { } move)
                document = Apply(document, move);
        }

        return document;
    });

    private protected override async Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation) =>
        Call(root, diagnostic) is { } call && await Plan(document, call, cancellation).ConfigureAwait(false) is { } move
            ? new DocumentFix($"Move the loop into the [Parallel] method '{move.Method}'", () => Apply(document, move))
            : null;

    private static InvocationExpressionSyntax? Call(SyntaxNode? root, Diagnostic diagnostic) =>
        root?.FindNode(diagnostic.Location.SourceSpan, false, true).FirstAncestorOrSelf<InvocationExpressionSyntax>();

    private static async Task<LoopMove?> Plan(Document document, InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return model?.GetOperation(call, cancellation) is IInvocationOperation operation ? LoopMove.Of(operation, model.Compilation, cancellation) : null;
    }

    private static Document Apply(Document document, LoopMove move)
    {
        var method = (MethodDeclarationSyntax)move.Root.GetAnnotatedNodes(move.Mark).Single();
        var name = method.AttributeLists[0].Attributes[0].Name;
        var formatted = method.ReplaceNode(name, name.WithAdditionalAnnotations(Simplifier.Annotation)).WithoutAnnotations(move.Mark)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return document.WithSyntaxRoot(move.Root.ReplaceNode(method, formatted));
    }
}
