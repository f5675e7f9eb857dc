using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>
/// What is remembered of a project from one run to the next. Nothing of it is trusted without a look at the new compilation, so
/// that it matters not which run left it, and it keeps no compilation or file alive.
/// </summary>
internal sealed class Project
{
    private static readonly ConditionalWeakTable<CompilationOptions, Project> _projects = new();

    private readonly ConcurrentDictionary<string, WeakReference<LoweredFile>> _files = new(StringComparer.Ordinal);
    private volatile DeclarationGraph? _graph;

    /// <summary>The project of a compilation; it shares its options with those before.</summary>
    public static Project Of(Compilation compilation) => _projects.GetOrCreateValue(compilation.Options);

    /// <summary>The graph of a compilation's declarations.</summary>
    public DeclarationGraph Graph(Compilation compilation, long fingerprint, CancellationToken cancellation)
    {
        if (_graph is { } known && known.Fingerprint == fingerprint)
            return known;
        return _graph = new DeclarationGraph(compilation, fingerprint, cancellation);
    }

    /// <summary>What the last version of a file was lowered to; null if nobody holds that version any more.</summary>
    public LoweredFile? LastVersion(string path) =>
        _files.TryGetValue(path, out var reference) && reference.TryGetTarget(out var file) ? file : null;

    /// <summary>Remembers the version of a file.</summary>
    public void Remember(string path, LoweredFile file) => _files[path] = new WeakReference<LoweredFile>(file);
}
