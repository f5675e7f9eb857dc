using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Calls;

/// <summary>Finds files of the same content: the C# compiler tells files apart by it, so it cannot tell their calls apart.</summary>
public sealed class RepeatedFiles
{
    private static readonly ConditionalWeakTable<SyntaxTree, string> _contents = new();

    private readonly Lazy<HashSet<SyntaxTree>> _trees;

    /// <summary>The repeated files of a compilation.</summary>
    public RepeatedFiles(Compilation compilation) => _trees = new Lazy<HashSet<SyntaxTree>>(() => Find(compilation.SyntaxTrees));

    /// <summary>Whether another file has the same content.</summary>
    public bool Contains(SyntaxTree tree) => _trees.Value.Contains(tree);

    /// <summary>Reads contents only of files of the same length.</summary>
    private static HashSet<SyntaxTree> Find(IEnumerable<SyntaxTree> trees)
    {
        var repeated = new HashSet<SyntaxTree>();
        foreach (var sameLength in trees.GroupBy(t => t.Length).Where(g => g.Skip(1).Any()))
        {
            foreach (var same in sameLength.GroupBy(Content, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
                repeated.UnionWith(same);
        }

        return repeated;
    }

    /// <summary>The hash by which the compiler knows a file.</summary>
    private static string Content(SyntaxTree tree) =>
        _contents.GetValue(tree, t => string.Concat(t.GetText().GetContentHash().Select(b => b.ToString("x2"))));
}
