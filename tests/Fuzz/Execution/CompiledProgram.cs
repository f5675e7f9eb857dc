using AutoParallel.Fuzz.Independence;

namespace AutoParallel.Fuzz.Execution;

/// <summary>Methods in one assembly.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Methods">What is known of each.</param>
internal sealed record CompiledProgram(byte[] Image, IReadOnlyList<CompiledMethodFacts> Methods);

/// <summary>What the compiler made of a method.</summary>
/// <param name="Parameters">Types, as C# writes them, and names.</param>
/// <param name="Generated">The generated files that belong to it; empty where its calls are not rerouted.</param>
/// <param name="Traced">The method that reports its accesses, and which of its loops are proven; null where it was not asked for.</param>
internal sealed record CompiledMethodFacts(IReadOnlyList<(string Type, string Name)> Parameters, string Generated, TracedMethod? Traced);
