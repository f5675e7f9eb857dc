using System.Collections.Concurrent;

using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Analyzers;

/// <summary>The symbols of the AutoParallel library in one compilation.</summary>
internal sealed class KnownSymbols
{
    private readonly INamedTypeSymbol _attribute;
    private readonly INamedTypeSymbol? _loops;
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _usesLibrary = new(SymbolEqualityComparer.Default);

    private KnownSymbols(INamedTypeSymbol attribute, INamedTypeSymbol? loops)
    {
        _attribute = attribute;
        _loops = loops;
    }

    /// <summary>The symbols; null in a compilation that does not reference the library.</summary>
    public static KnownSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(MethodFrontend.AttributeName) is { } attribute
            ? new KnownSymbols(attribute, attribute.ContainingAssembly.GetTypeByMetadataName("AutoParallel.Loops"))
            : null;

    /// <summary>The attribute on a method, or null.</summary>
    public AttributeData? AttributeOf(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return UsesLibrary(definition.ContainingAssembly)
            ? definition.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, _attribute))
            : null;
    }

    /// <summary>Whether the method has the attribute.</summary>
    public bool IsParallel(IMethodSymbol method) => AttributeOf(method) is not null;

    /// <summary>Whether it is <c>Loops.Prange</c>.</summary>
    public bool IsPrange(IMethodSymbol method) =>
        method.Name == "Prange" && SymbolEqualityComparer.Default.Equals(method.ContainingType, _loops);

    /// <summary>Most calls go to assemblies that cannot name the attribute; their metadata need not be read.</summary>
    private bool UsesLibrary(IAssemblySymbol? assembly) => assembly is not null && _usesLibrary.GetOrAdd(
        assembly,
        a => a is ISourceAssemblySymbol
            || a.Modules.Any(m => m.ReferencedAssemblies.Contains(_attribute.ContainingAssembly.Identity)));
}
