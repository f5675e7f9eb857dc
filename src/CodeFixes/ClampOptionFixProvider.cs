using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Replaces a negative count by 0, which lets the runtime choose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClampOptionFixProvider))]
[Shared]
public sealed class ClampOptionFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.InvalidOption];

    private protected override Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var fix = diagnostic.Properties.TryGetValue(OptionChecks.Replacement, out var text) && text is not null
            && root.FindNode(diagnostic.Location.SourceSpan, false, true) is ExpressionSyntax expression
            ? new DocumentFix($"Use {text}: let the runtime choose", () => document.WithSyntaxRoot(root.ReplaceNode(expression, SyntaxFactory.ParseExpression(text).WithTriviaFrom(expression))))
            : null;
        return Task.FromResult(fix);
    }
}
