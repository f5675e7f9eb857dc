using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Generator;

/// <summary>A hash of everything in a compilation but the bodies of members; remembered, as many steps ask for it.</summary>
internal static class CompilationFingerprints
{
    private static readonly ConditionalWeakTable<Compilation, object> _known = new();

    /// <summary>The fingerprint of the compilation's declarations, references and options.</summary>
    public static long Of(Compilation compilation, CancellationToken cancellation)
    {
        if (_known.TryGetValue(compilation, out var known))
            return (long)known;
        var hash = OfSurroundings(compilation, cancellation);
        if (compilation is CSharpCompilation)
        {
            foreach (var tree in compilation.SyntaxTrees)
                hash = Hashes.Combine(hash, FileDeclarations.Of(tree, cancellation).Hash);
        }
        else
        {
            hash = Hashes.Combine(hash, ReferenceIds.Of(compilation));
        }

        return (long)_known.GetValue(compilation, _ => (object)hash);
    }

    /// <summary>The fingerprint of what is not in the files.</summary>
    public static long OfSurroundings(Compilation compilation, CancellationToken cancellation)
    {
        var hash = Hashes.Combine(Hashes.Combine(Hashes.Start, ReferenceIds.Of(compilation.Options)), compilation.AssemblyName ?? "");
        foreach (var reference in compilation.References)
            hash = Hashes.Combine(hash, ReferenceIds.Of(reference, cancellation));
        return hash;
    }
}
