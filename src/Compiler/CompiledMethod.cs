using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler;

/// <summary>What became of one method.</summary>
/// <param name="Method">The lowered method.</param>
/// <param name="Source">The whole kernel file; null where nothing was made faster, so that calls stay as they are.</param>
/// <param name="Verdicts">What to tell the user.</param>
/// <param name="IrDump">The IR after each stage, on demand.</param>
/// <param name="Overloads">The files by which a function of one element takes collections.</param>
public sealed record CompiledMethod(
    Method Method,
    string? Source,
    EquatableArray<Verdict> Verdicts,
    string? IrDump,
    EquatableArray<GeneratedFile> Overloads = default);
