using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>Finds the files of a compilation by their paths.</summary>
internal sealed class CompilationFiles(Compilation compilation)
{
    private Dictionary<string, SyntaxTree?>? _byPath;

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; } = compilation;

    /// <summary>The only file of a path; null if there is none or more than one.</summary>
    public SyntaxTree? ByPath(string path)
    {
        if (_byPath is null)
        {
            _byPath = new Dictionary<string, SyntaxTree?>(StringComparer.Ordinal);
            foreach (var tree in Compilation.SyntaxTrees)
                _byPath[tree.FilePath] = _byPath.ContainsKey(tree.FilePath) ? null : tree;
        }

        return _byPath.TryGetValue(path, out var found) ? found : null;
    }
}
