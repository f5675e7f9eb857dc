using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>The kernels that the calls of a compilation may go to.</summary>
internal sealed class KernelTable
{
    private readonly Compilation _compilation;
    private readonly Dictionary<string, Kernel> _byKernel;
    private readonly Dictionary<string, Kernel[]> _byMethod;
    private readonly HashSet<string> _foreign;
    private readonly Dictionary<string, Implementation[]> _implementations = new(StringComparer.Ordinal);

    public KernelTable(Compilation compilation, EquatableArray<Kernel> kernels, HashSet<string> foreign)
    {
        _compilation = compilation;
        _byKernel = kernels.ToDictionary(k => k.Name, StringComparer.Ordinal);
        _byMethod = kernels.GroupBy(k => k.Method, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _foreign = foreign;
    }

    /// <summary>The signature of the kernel of a method, of this compilation or a referenced one; null if there is none.</summary>
    public MethodSignature? SignatureOf(IMethodSymbol method, string kernel) =>
        _byKernel.TryGetValue(kernel, out var own) ? own.Signature : ForeignKernels.Signature(method, kernel, _compilation);

    /// <summary>The methods of objects of this compilation that have a name and a kernel.</summary>
    public IReadOnlyList<Implementation> Implementations(string name)
    {
        if (!_implementations.TryGetValue(name, out var found))
        {
            found = _byMethod.TryGetValue(name, out var kernels) ? [.. kernels.Select(Resolve).OfType<Implementation>()] : [];
            _implementations.Add(name, found);
        }

        return found;
    }

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

    private Implementation? Resolve(Kernel kernel)
    {
        var type = kernel.Type is null ? null : _compilation.Assembly.GetTypeByMetadataName(kernel.Type);
        var method = type?.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(m =>
            m.Name.EndsWith(kernel.Method, StringComparison.Ordinal) && KernelNames.Of(m) == kernel.Name);
        return method is null ? null : new Implementation(method, kernel.Name, kernel.Signature);
    }
}
