using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>The kernels that calls may go to.</summary>
internal sealed class KernelTable
{
    private readonly Dictionary<string, Kernel> _byKernel;
    private readonly Dictionary<string, Kernel[]> _byMethod;
    private readonly HashSet<string> _foreign;

    public KernelTable(EquatableArray<Kernel> kernels, HashSet<string> foreign)
    {
        _byKernel = kernels.ToDictionary(k => k.Name, StringComparer.Ordinal);
        _byMethod = kernels.GroupBy(k => k.Method, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _foreign = foreign;
    }

    /// <summary>The kernel of this compilation in a class; null if there is none.</summary>
    public Kernel? ByName(string name) => _byKernel.TryGetValue(name, out var kernel) ? kernel : null;

    /// <summary>The kernels of this compilation whose methods have a name.</summary>
    public IReadOnlyList<Kernel> ByMethod(string name) => _byMethod.TryGetValue(name, out var kernels) ? kernels : [];

    /// <summary>Which of the names that a file calls may be those of kernels' methods, and the kernels of this compilation among them.</summary>
    public (HashSet<string> Names, EquatableArray<Kernel> Kernels) CalledBy(NameIndex file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var kernels = new List<Kernel>();
        foreach (var name in file.Called)
        {
            if (_byMethod.TryGetValue(name, out var own))
                kernels.AddRange(own);
            if (own is not null || _foreign.Contains(name))
                names.Add(name);
        }

        return (names, kernels.ToEquatableArray());
    }
}
