using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AutoParallel.CodeFixes;

/// <summary>Offers one change of a file for each diagnostic that it can mend.</summary>
public abstract class DocumentFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixOf(context.Document, root, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } fix)
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(fix.Apply()), fix.Kind ?? GetType().Name), diagnostic);
        }
    }

    /// <summary>What there is to do about a diagnostic; null where nothing is certain to help.</summary>
    private protected abstract Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation);
}
