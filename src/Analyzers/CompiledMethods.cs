using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

using AutoParallel.Compiler;
using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Analyzers;

/// <summary>Compiles the methods of a compilation once for all analyzers.</summary>
internal static class CompiledMethods
{
    private static readonly ConditionalWeakTable<Compilation, Methods> _known = new();

    /// <summary>What became of a method.</summary>
    public static CompiledMethod Compile(
        IMethodSymbol method,
        Compilation compilation,
        CompilationFacts facts,
        CancellationToken cancellation)
    {
        var methods = _known.GetOrCreateValue(compilation);
        if (methods.TryGetValue((method, facts), out var known))
            return known;
        var compiled = KnownMethods.Compile(MethodFrontend.Lower(method, compilation, cancellation), facts);
        return methods.GetOrAdd((method, facts), compiled);
    }

    private sealed class Methods : ConcurrentDictionary<(IMethodSymbol Method, CompilationFacts Facts), CompiledMethod>;
}
