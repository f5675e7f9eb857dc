namespace AutoParallel.Generator;

/// <summary>One way that a dispatched call can go: if the receiver is exactly of a type, the kernel of what that type runs.</summary>
/// <param name="Type">The type.</param>
/// <param name="Kernel">The kernel's class.</param>
/// <param name="TypeArguments">The kernel's type arguments in angle brackets, or nothing.</param>
/// <param name="Receiver">The receiver as the kernel takes it.</param>
public sealed record KernelGuard(string Type, string Kernel, string TypeArguments, string Receiver);
