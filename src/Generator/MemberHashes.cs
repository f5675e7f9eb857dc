using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>Hashes of the members of a file: of their text, where it stands in the file, and the types and namespaces it is in.</summary>
internal sealed class MemberHashes
{
    private static readonly ConditionalWeakTable<SyntaxTree, MemberHashes> _trees = new();

    private readonly HashSet<long> _hashes;

    private MemberHashes(SyntaxTree tree, CancellationToken cancellation)
    {
        var members = tree.GetRoot(cancellation).DescendantNodes(MayHoldMembers).OfType<MemberDeclarationSyntax>();
        _hashes = [.. members.Where(m => m is not BaseNamespaceDeclarationSyntax).Select(Of)];
    }

    /// <summary>Whether the file has the member.</summary>
    public static bool Contains(SyntaxTree tree, long hash, CancellationToken cancellation) =>
        (_trees.TryGetValue(tree, out var known) ? known : _trees.GetValue(tree, t => new MemberHashes(t, cancellation)))._hashes.Contains(hash);

    /// <summary>The hash of one.</summary>
    public static long Of(SyntaxNode member)
    {
        var start = member.SyntaxTree.GetLineSpan(member.Span).StartLinePosition;
        var hash = Hashes.Combine(Hashes.Of(member.ToString()), ((long)start.Line << 32) | (uint)start.Character);
        foreach (var outer in member.Ancestors())
        {
            if (outer is BaseTypeDeclarationSyntax type)
                hash = Hashes.Combine(hash, type.Identifier.ValueText);
            else if (outer is BaseNamespaceDeclarationSyntax space)
                hash = Hashes.Combine(hash, space.Name.ToString());
        }

        return hash;
    }

    /// <summary>Whether there are members in a node.</summary>
    public static bool MayHoldMembers(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;
}
