using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>Takes in the text of declarations, all but the bodies of members, and the names that it uses.</summary>
internal sealed class DeclarationText(long start)
{
    private readonly HashSet<string> _references = new(StringComparer.Ordinal);

    /// <summary>The hash of what was taken in.</summary>
    public long Hash { get; private set; } = start;

    /// <summary>The names.</summary>
    public IReadOnlyCollection<string> References => _references;

    /// <summary>Takes in a node.</summary>
    public void Add(SyntaxNode node)
    {
        foreach (var token in node.DescendantTokens(inner => !IsBody(inner)))
        {
            Add(token);
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is not SimpleNameSyntax name)
                continue;
            _references.Add(token.ValueText);
            if (NameIndex.IsOfAttribute(name))
                _references.Add(token.ValueText + "Attribute");
        }

        if (HasBackingField(node))
            Hash = Hashes.Combine(Hash, 1);
    }

    /// <summary>Takes in a token.</summary>
    public void Add(SyntaxToken token) => Hash = Hashes.Combine(Hash, StringComparer.Ordinal.GetHashCode(token.Text) ^ ((long)token.RawKind << 32));

    /// <summary>Takes in what another declaration did.</summary>
    public void Add(DeclarationText other)
    {
        Hash = Hashes.Combine(Hash, other.Hash);
        _references.UnionWith(other._references);
    }

    /// <summary>Adds a name.</summary>
    public void AddReference(string name) => _references.Add(name);

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax
        && node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax;

    /// <summary>The body of an accessor may call for a field.</summary>
    private static bool HasBackingField(SyntaxNode node) =>
        node is PropertyDeclarationSyntax && node.DescendantTokens().Any(t => t.ValueText == "field" && t.Parent is not VariableDeclaratorSyntax);
}
