using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>One semantic model a file: each model binds a method body once, and a compilation makes a new one at each request.</summary>
internal sealed class ModelCache(Compilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    /// <summary>The files whose bodies were looked at.</summary>
    public IEnumerable<SyntaxTree> Files => _models.Keys;

    /// <summary>The model of a file.</summary>
    public SemanticModel Of(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
            _models[tree] = model = compilation.GetSemanticModel(tree);
        return model;
    }
}
