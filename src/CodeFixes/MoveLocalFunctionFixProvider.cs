using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Moves a local function with <c>[Parallel]</c> into a class, where its calls can be rerouted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveLocalFunctionFixProvider))]
[Shared]
public sealed class MoveLocalFunctionFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.LocalFunction];

    /// <summary>Moves into one class change the same place, so they are made one after another.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var functions = diagnostics.Select(d => Function(root, d)).OfType<LocalFunctionStatementSyntax>().ToList();
        document = document.WithSyntaxRoot(root!.TrackNodes(functions));
        while (true)
        {
            var left = functions.Count;
            for (var i = functions.Count - 1; i >= 0; i--)
            {
                var current = (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!
                    .GetCurrentNode(functions[i]);
                if (current is null
                    || await Plan(document, current, context.CancellationToken).ConfigureAwait(false) is not { } move)
                    continue;
                document = document.WithSyntaxRoot(move.Apply());
                functions.RemoveAt(i);
            }

            if (functions.Count == left)
                return document;
        }
    });

    private protected override async Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation) =>
        Function(root, diagnostic) is { } function && await Plan(document, function, cancellation).ConfigureAwait(false) is { } move
            ? new DocumentFix(move.Title, () => document.WithSyntaxRoot(move.Apply()))
            : null;

    private static LocalFunctionStatementSyntax? Function(SyntaxNode? root, Diagnostic diagnostic) =>
        root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent as LocalFunctionStatementSyntax;

    private static async Task<LocalFunctionMove?> Plan(Document document, LocalFunctionStatementSyntax function,
        CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return model is not null && function.SyntaxTree.GetRoot(cancellation) is CompilationUnitSyntax root
            ? LocalFunctionMove.Plan(model, root, function, cancellation)
            : null;
    }
}
