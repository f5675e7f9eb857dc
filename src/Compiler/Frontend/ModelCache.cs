using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Frontend;

/// <summary>One semantic model a file: each model binds a method body once, and a compilation makes a new one at each request.</summary>
internal sealed class ModelCache(Compilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly HashSet<SyntaxNode> _members = [];

    /// <summary>The declarations of the members whose bodies or initializers were looked at.</summary>
    public IReadOnlyCollection<SyntaxNode> Members => _members;

    /// <summary>Notes that the bodies of a member's accessors were looked at.</summary>
    public void Consult(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
            Note(reference.GetSyntax());
    }

    /// <summary>The model to look at a node with; null for a file of another project, which this compilation knows by its declarations.</summary>
    public SemanticModel? Of(SyntaxNode node)
    {
        if (!_models.TryGetValue(node.SyntaxTree, out var model))
        {
            if (!compilation.ContainsSyntaxTree(node.SyntaxTree))
                return null;
            _models[node.SyntaxTree] = model = compilation.GetSemanticModel(node.SyntaxTree);
        }

        Note(node);
        return model;
    }

    /// <summary>What the first declaration of a symbol does, for a method its body; null without one, and for one of another project.</summary>
    public IOperation? OperationOf(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax ? Of(syntax)?.GetOperation(syntax, cancellation) : null;

    private void Note(SyntaxNode node) => _members.Add(node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node);
}
