using AutoParallel.Compiler;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Analyzers;

/// <summary>How a method is compiled; tests replace it to see what a failure does.</summary>
internal delegate CompiledMethod MethodCompilation(
    IMethodSymbol method,
    Compilation compilation,
    CompilationFacts facts,
    CancellationToken cancellation);
