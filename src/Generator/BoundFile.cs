using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>The rerouted calls of a file in one compilation.</summary>
internal sealed class BoundFile(
    long fingerprint,
    long dependencies,
    HashSet<string> names,
    EquatableArray<Kernel> kernels,
    EquatableArray<InterceptedCalls> calls)
{
    private FileCalls? _named;

    /// <summary>The fingerprint of the compilation's declarations; only another with the same <see cref="Dependencies"/> may replace it.</summary>
    public long Fingerprint { get; set; } = fingerprint;

    /// <summary>The hash of the declarations that the calls can depend on.</summary>
    public long Dependencies { get; } = dependencies;

    /// <summary>Which names that the file calls may be those of kernels' methods.</summary>
    public HashSet<string> Names { get; } = names;

    /// <summary>The kernels of this compilation by those names.</summary>
    public EquatableArray<Kernel> Kernels { get; } = kernels;

    /// <summary>The calls.</summary>
    public EquatableArray<InterceptedCalls> Calls { get; } = calls;

    /// <summary>The calls under the name of their generated file.</summary>
    public FileCalls Named(string name)
    {
        var named = _named;
        return named?.Name == name ? named : _named = new FileCalls(name, Calls);
    }
}
