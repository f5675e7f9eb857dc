using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>What became of the methods of a file in one compilation.</summary>
internal sealed class LoweredFile(long fingerprint, long dependencies, LoweredMethod[] methods, bool checksRaces)
{
    /// <summary>The fingerprint of the compilation's declarations; only another with the same <see cref="Dependencies"/> may replace it.</summary>
    public long Fingerprint { get; set; } = fingerprint;

    /// <summary>The hash of the declarations that the methods can depend on.</summary>
    public long Dependencies { get; } = dependencies;

    /// <summary>The methods, in order.</summary>
    public LoweredMethod[] Methods { get; } = methods;

    /// <summary>Whether the methods have their race checks.</summary>
    public bool ChecksRaces { get; } = checksRaces;

    /// <summary>Those that are marked.</summary>
    public EquatableArray<Candidate> Candidates { get; } = methods.Select(m => m.Candidate).OfType<Candidate>().ToEquatableArray();

    /// <summary>Whether all files that the methods depend on are in the compilation as they were.</summary>
    public bool ConsultedOnly(Compilation compilation) => Methods.All(m => m.Consulted.All(c =>
        c.File.TryGetTarget(out var file) && compilation.ContainsSyntaxTree(file)));
}
