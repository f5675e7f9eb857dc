using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>A lowered method with what finding its calls needs.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">The name it is called by.</param>
/// <param name="Type">The metadata name of the type whose instances it is called on; null for a static method.</param>
public sealed record Candidate(Method Method, string Name, string? Type);
