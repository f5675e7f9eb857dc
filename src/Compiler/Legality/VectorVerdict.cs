using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Legality;

/// <summary>Whether a parallel loop can fill vector lanes.</summary>
/// <param name="Plan">How, if it can.</param>
/// <param name="Refusal">Why not, in the user's words.</param>
/// <param name="CheckedPerLane">Accesses whose subscripts are computed and checked in each iteration.</param>
/// <param name="RefusalSource">The statement or expression in the way.</param>
public sealed record VectorVerdict(VectorPlan? Plan, string? Refusal, SourceSpan RefusalSource, EquatableArray<MemoryAccess> CheckedPerLane = default);
