using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>All calls of one file that share a stub.</summary>
/// <param name="Stub">The stub.</param>
/// <param name="Attributes">The attributes that name the calls, one an element.</param>
public sealed record InterceptedCalls(Stub Stub, EquatableArray<string> Attributes);
