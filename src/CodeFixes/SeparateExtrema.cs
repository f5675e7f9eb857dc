using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>
/// Writes <c>if (v &lt; min) min = v; else if (v &gt; max) max = v;</c> as two statements, each of which sees every value. That changes the result
/// where a value that became the one is also the other.
/// </summary>
internal static class SeparateExtrema
{
    /// <summary>The file with the two apart; null where there is no such pair, or the loop does not run in parallel even so.</summary>
    public static async Task<(Document Document, string Variable)?> Apply(Document document, SyntaxNode place, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root is null || LocalAccumulator.OutermostLoop(place) is not { } loop
            || place.AncestorsAndSelf().OfType<IfStatementSyntax>().LastOrDefault(s => loop.Span.Contains(s.Span) && s.Else is not null) is not { Else.Statement: IfStatementSyntax { Else: null } second } first
            || first.Parent is not BlockSyntax block || first.ContainsDirectives || Target(first) is not { } one || Target(second) is not { } other || one == other)
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var indentation = first.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1);
        var alone = first.WithElse(null);
        if (!alone.GetTrailingTrivia().Any(t => t.IsKind(SyntaxKind.EndOfLineTrivia)))
            alone = alone.WithTrailingTrivia(first.GetTrailingTrivia().Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)));
        var statements = block.Statements.ReplaceRange(first, [alone, second.WithLeadingTrivia(indentation)]);
        var changed = loop.ReplaceNode(block, block.WithStatements(statements)).WithAdditionalAnnotations(mark);
        var result = document.WithSyntaxRoot(root.ReplaceNode(loop, changed));
        return await LocalAccumulator.IsParallel(result, mark, cancellation).ConfigureAwait(false) ? (result, other) : null;
    }

    /// <summary>The variable that a branch assigns and its condition compares.</summary>
    private static string? Target(IfStatementSyntax branch)
    {
        var statement = branch.Statement is BlockSyntax { Statements: { Count: 1 } statements } ? statements[0] : branch.Statement;
        return statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, RawKind: (int)SyntaxKind.SimpleAssignmentExpression } }
            && branch.Condition is BinaryExpressionSyntax test && (Is(test.Left, target) || Is(test.Right, target))
            ? target.Identifier.ValueText
            : null;
    }

    private static bool Is(ExpressionSyntax side, IdentifierNameSyntax name) => side is IdentifierNameSyntax other && other.Identifier.ValueText == name.Identifier.ValueText;
}
