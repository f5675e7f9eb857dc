using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>A kernel that calls can be rerouted to.</summary>
/// <param name="Name">Its class.</param>
/// <param name="Method">The name by which calls are found.</param>
/// <param name="Type">The metadata name of the type whose instances the method is called on; null for a static method.</param>
/// <param name="Signature">The flattened signature.</param>
public sealed record Kernel(string Name, string Method, string? Type, MethodSignature Signature)
{
    /// <summary>The kernel of a method.</summary>
    public static Kernel Of(Candidate candidate) =>
        new(candidate.Method.KernelName, candidate.Name, candidate.Type, candidate.Method.Signature);
}
