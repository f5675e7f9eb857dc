using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// A container whose subscripts are computed before the loop runs, to see whether any element is accessed by two iterations of which one
/// writes it (an inspector: Saltz, Mirchandaney and Crowley, "Run-time parallelization and scheduling of loops", IEEE Transactions on
/// Computers 40, 1991).
/// </summary>
/// <param name="Root">The container, of one dimension.</param>
/// <param name="Accesses">Every access of the loop to it.</param>
public sealed record Inspection(MemoryRoot Root, EquatableArray<InspectedAccess> Accesses);

/// <summary>One access to an inspected container.</summary>
/// <param name="Subscript">Its subscript in terms of the loop's index and of what the loop leaves as it is.</param>
/// <param name="IsWrite">Whether it writes.</param>
public sealed record InspectedAccess(IrExpression Subscript, bool IsWrite);
