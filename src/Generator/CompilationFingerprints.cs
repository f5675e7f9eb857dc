using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>Remembers the declaration fingerprint of a compilation, which many steps ask for.</summary>
internal static class CompilationFingerprints
{
    private static readonly ConditionalWeakTable<Compilation, object> _known = new();

    /// <summary>The fingerprint.</summary>
    public static long Of(Compilation compilation, CancellationToken cancellation)
    {
        if (_known.TryGetValue(compilation, out var known))
            return (long)known;
        var fingerprint = DeclarationFingerprint.Of(compilation, cancellation);
        return (long)_known.GetValue(compilation, _ => (object)fingerprint);
    }
}
