using System.Runtime.CompilerServices;

using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>
/// Remembers lowered methods, because the compiler asks for all of them at every keystroke. What was lowered stays valid while its
/// own file, the declarations of the compilation, and the files whose bodies were looked at for effects stay the same.
/// </summary>
internal static class LoweringCache
{
    private static readonly ConditionalWeakTable<SyntaxTree, Dictionary<string, Entry>> _entries = new();

    /// <summary>The lowered method; null only if the frontend failed on it, which the analyzers report.</summary>
    public static Candidate? Lower(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var tree = method.DeclaringSyntaxReferences[0].SyntaxTree;
        var fingerprint = CompilationFingerprints.Of(compilation, cancellation);
        var entries = _entries.GetOrCreateValue(tree);
        var key = KernelNames.Of(method);
        lock (entries)
        {
            if (entries.TryGetValue(key, out var entry) && entry.Fingerprint == fingerprint && entry.IsCurrent(compilation))
                return entry.Candidate;
        }

        Candidate? lowered;
        IReadOnlyCollection<SyntaxTree> consulted = [];
        try
        {
            lowered = new Candidate(MethodFrontend.Lower(method, compilation, out consulted, cancellation), method.Name, method.TypeParameters.Length);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            lowered = null;
        }

        lock (entries)
            entries[key] = new Entry(fingerprint, lowered, [.. consulted.Where(t => t != tree).Select(t => new WeakReference<SyntaxTree>(t))]);
        return lowered;
    }

    private sealed record Entry(long Fingerprint, Candidate? Candidate, WeakReference<SyntaxTree>[] Consulted)
    {
        public bool IsCurrent(Compilation compilation) =>
            Consulted.All(reference => reference.TryGetTarget(out var tree) && compilation.ContainsSyntaxTree(tree));
    }
}
