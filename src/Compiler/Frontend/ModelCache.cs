using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>One semantic model a file: each model binds a method body once, and a compilation makes a new one at each request.</summary>
internal sealed class ModelCache(Compilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly HashSet<SyntaxTree> _consulted = [];

    /// <summary>The files whose bodies were looked at.</summary>
    public IEnumerable<SyntaxTree> Files => _models.Keys.Concat(_consulted).Distinct();

    /// <summary>Notes that the bodies of a member's accessors were looked at.</summary>
    public void Consult(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
            _consulted.Add(reference.SyntaxTree);
    }

    /// <summary>The model of a file.</summary>
    public SemanticModel Of(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
            _models[tree] = model = compilation.GetSemanticModel(tree);
        return model;
    }
}
