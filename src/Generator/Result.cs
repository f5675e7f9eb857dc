using AutoParallel.Compiler;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>What is emitted for a method.</summary>
/// <param name="Candidate">The method.</param>
/// <param name="Source">Its kernel, to which calls are rerouted; null if it has none.</param>
/// <param name="Overloads">The files by which a function of one element takes collections.</param>
/// <param name="IrDump">Its IR after each pass; null unless asked for.</param>
public sealed record Result(Candidate Candidate, string? Source, EquatableArray<GeneratedFile> Overloads, string? IrDump)
{
    /// <summary>The result of a compiled method.</summary>
    public static Result Of(Candidate candidate, CompiledMethod compiled) => new(candidate, compiled.Source, compiled.Overloads, compiled.IrDump);
}
