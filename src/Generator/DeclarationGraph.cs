using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>
/// The names that a compilation declares, and which names the declarations of each use. All that code can depend on outside of its
/// file is what is reachable here from the names it uses: what C# finds by a name is declared by that name, and what type it
/// has and where it is declared is among the names that the declaration uses.
/// </summary>
internal sealed class DeclarationGraph
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<long> _hashes = [];
    private readonly List<List<IReadOnlyCollection<string>>> _references = [];
    private readonly long _everywhere;
    private ReachableHashes? _reachable;

    public DeclarationGraph(Compilation compilation, long fingerprint, CancellationToken cancellation)
    {
        Fingerprint = fingerprint;
        var hash = CompilationFingerprints.OfSurroundings(compilation, cancellation);
        var everywhere = new HashSet<string>(StringComparer.Ordinal) { FileDeclarations.Implied };
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = FileDeclarations.Of(tree, cancellation);
            if (file.HashEverywhere != Hashes.Start)
                hash = Hashes.Combine(hash, file.HashEverywhere);
            everywhere.UnionWith(file.ReferencesEverywhere);
            namespaces.UnionWith(file.Namespaces);
            foreach (var declaration in file.Declarations)
                Add(declaration);
        }

        _everywhere = Hashes.Combine(namespaces.Aggregate(hash, (sum, n) => unchecked(sum + Hashes.Mix(Hashes.Of(n)))), SumOf(everywhere));
    }

    /// <summary>The fingerprint of the compilation.</summary>
    public long Fingerprint { get; }

    /// <summary>A hash of all that the code of these files can depend on outside of it.</summary>
    public long HashOf(IEnumerable<SyntaxTree> files, CancellationToken cancellation)
    {
        lock (_ids)
        {
            return files.Aggregate(
                _everywhere,
                (sum, file) => unchecked(sum + Hashes.Mix(SumOf(NameIndex.Of(file, cancellation).Names))));
        }
    }

    private long SumOf(IReadOnlyCollection<string> names)
    {
        _reachable ??= new ReachableHashes(_hashes, Successors);
        var sum = 0L;
        foreach (var name in names)
        {
            if (_ids.TryGetValue(name, out var id))
                sum = unchecked(sum + Hashes.Mix(_reachable.Of(id)));
        }

        return sum;
    }

    private void Add(Declaration declaration)
    {
        if (!_ids.TryGetValue(declaration.Name, out var id))
        {
            _ids.Add(declaration.Name, id = _hashes.Count);
            _hashes.Add(Hashes.Mix(Hashes.Of(declaration.Name)));
            _references.Add([]);
        }

        _hashes[id] = unchecked(_hashes[id] + Hashes.Mix(declaration.Hash));
        _references[id].Add(declaration.References);
    }

    private int[] Successors(int id)
    {
        var found = new HashSet<int>();
        foreach (var name in _references[id].SelectMany(r => r))
        {
            if (_ids.TryGetValue(name, out var successor) && successor != id)
                found.Add(successor);
        }

        return [.. found];
    }
}
