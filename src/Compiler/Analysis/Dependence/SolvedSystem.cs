namespace AutoParallel.Compiler.Analysis.Dependence;

/// <summary>What the exact test says of a system.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Work">The coefficients that were touched for it, which count again where it is remembered: what is known must not change what is asked.</param>
internal sealed record SolvedSystem(Feasibility Answer, int Work);
