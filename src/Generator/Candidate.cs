using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>A lowered method with what finding its calls needs.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">The name it is called by.</param>
/// <param name="OwnTypeParameters">How many of the flattened type parameters are its own.</param>
public sealed record Candidate(Method Method, string Name, int OwnTypeParameters);
