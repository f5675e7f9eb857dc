using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Projects Roslyn's places onto <see cref="SourceSpan"/>.</summary>
internal static class Spans
{
    /// <summary>The lines and columns of a node, in its own file.</summary>
    public static SourceSpan Of(SyntaxNode node) => Of(node.SyntaxTree, node.Span);

    /// <summary>The lines and columns of a token.</summary>
    public static SourceSpan Of(SyntaxToken token) => Of(token.SyntaxTree!, token.Span);

    /// <summary>The lines and columns of a stretch of a file.</summary>
    public static SourceSpan Of(SyntaxTree tree, TextSpan span)
    {
        var place = tree.GetLineSpan(span);
        return new SourceSpan(
            place.StartLinePosition.Line,
            place.StartLinePosition.Character,
            place.EndLinePosition.Line,
            place.EndLinePosition.Character);
    }
}
