using Microsoft.CodeAnalysis;

namespace AutoParallel.Analyzers;

/// <summary>Finds files of the same content, whose calls the compiler cannot tell apart.</summary>
internal sealed class RepeatedFiles
{
    private readonly Lazy<HashSet<SyntaxTree>> _trees;

    public RepeatedFiles(Compilation compilation) => _trees = new Lazy<HashSet<SyntaxTree>>(() => Find(compilation.SyntaxTrees));

    /// <summary>Whether another file has the same content.</summary>
    public bool Contains(SyntaxTree tree) => _trees.Value.Contains(tree);

    /// <summary>Reads contents only of files of the same length.</summary>
    private static HashSet<SyntaxTree> Find(IEnumerable<SyntaxTree> trees)
    {
        var repeated = new HashSet<SyntaxTree>();
        foreach (var sameLength in trees.GroupBy(t => t.Length).Where(g => g.Skip(1).Any()))
        {
            foreach (var same in sameLength.GroupBy(t => t.GetText().ToString(), StringComparer.Ordinal)
                .Where(g => g.Skip(1).Any()))
                repeated.UnionWith(same);
        }

        return repeated;
    }
}
