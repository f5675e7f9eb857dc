using System.Runtime.CompilerServices;

using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>Kernels in referenced assemblies: a public method marked <c>[Parallel]</c> there has its kernel beside it.</summary>
internal static class ForeignKernels
{
    private static readonly ConditionalWeakTable<MetadataReference, string[]> _names = new();

    /// <summary>The names of methods in referenced assemblies that may have kernels.</summary>
    public static HashSet<string> MethodNames(Compilation compilation, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in compilation.References)
        {
            if (!_names.TryGetValue(reference, out var found))
            {
                found = compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly ? Collect(assembly, cancellation) : [];
                var value = found;
                found = _names.GetValue(reference, _ => value);
            }

            names.UnionWith(found);
        }

        return names;
    }

    /// <summary>The signature of the kernel of a method of another assembly; null if it has none that can be called.</summary>
    public static MethodSignature? Signature(IMethodSymbol method, string kernel, Compilation compilation)
    {
        var assembly = method.ContainingAssembly;
        if (SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            return null;
        var type = assembly.GetTypeByMetadataName($"{KernelEmitter.Namespace}.{kernel}");
        return type is not null && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) && type.GetMembers("Invoke").Length == 1
            ? SignatureBuilder.Build(method, new TypeNames(compilation), new RerouteBlocker(), default)
            : null;
    }

    private static string[] Collect(IAssemblySymbol assembly, CancellationToken cancellation)
    {
        INamespaceSymbol? space = assembly.GlobalNamespace;
        foreach (var part in KernelEmitter.Namespace.Split('.'))
            space = space?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part);
        if (space is null)
            return [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var member in pending.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                    pending.Push(inner);
                else if (member is IMethodSymbol method && IsMarked(method))
                    names.Add(method.Name);
            }
        }

        return [.. names];
    }

    private static bool IsMarked(IMethodSymbol method) =>
        method.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == MethodFrontend.AttributeName);
}
