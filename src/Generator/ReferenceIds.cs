using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>Numbers what compilations share, so that a hash can hold it.</summary>
internal static class ReferenceIds
{
    private static readonly ConditionalWeakTable<object, object> _ids = new();
    private static long _last;

    /// <summary>The number of a reference. Another project counts by its declarations, as its bodies matter to nobody else.</summary>
    public static long Of(MetadataReference reference, CancellationToken cancellation) =>
        reference is CompilationReference { Compilation: var project }
            ? CompilationFingerprints.Of(project, cancellation)
            : Of(reference);

    /// <summary>The number of an object, the same as long as it lives.</summary>
    public static long Of(object shared) => (long)_ids.GetValue(shared, _ => Interlocked.Increment(ref _last));
}
