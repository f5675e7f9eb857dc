using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>
/// A hash of everything in a compilation that can change the meaning of code in another file: all text but the bodies of members.
/// A keystroke inside a body leaves it as it is.
/// </summary>
internal static class DeclarationFingerprint
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> _trees = new();

    /// <summary>The fingerprint of the compilation's declarations, references and options.</summary>
    public static long Of(Compilation compilation, CancellationToken cancellation)
    {
        var hash = Combine(17, RuntimeHelpers.GetHashCode(compilation.Options));
        foreach (var reference in compilation.References)
            hash = Combine(hash, RuntimeHelpers.GetHashCode(reference));
        foreach (var tree in compilation.SyntaxTrees)
            hash = Combine(hash, OfTree(tree, cancellation));
        return hash;
    }

    private static long OfTree(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_trees.TryGetValue(tree, out var known))
            return (long)known;
        var hash = 17L;
        foreach (var token in tree.GetRoot(cancellation).DescendantTokens(node => node is not (BlockSyntax or ArrowExpressionClauseSyntax) || !IsBody(node)))
            hash = Combine(hash, StringComparer.Ordinal.GetHashCode(token.ValueText) ^ token.RawKind);
        return (long)_trees.GetValue(tree, _ => (object)hash);
    }

    /// <summary>Bodies of properties without a type of their own never exist, so every body can be left out.</summary>
    private static bool IsBody(SyntaxNode node) =>
        node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax;

    private static long Combine(long hash, long value) => unchecked((hash ^ value) * 1099511628211L);
}
