using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>The calls of one file that are rerouted: what an edit of the file changes.</summary>
/// <param name="Name">The name of the generated file, without its ending.</param>
/// <param name="Calls">The calls, grouped by the stub they share.</param>
public sealed record FileCalls(string Name, EquatableArray<InterceptedCalls> Calls);
