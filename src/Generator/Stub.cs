using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>What calls are rerouted to.</summary>
/// <param name="Name">What to name it after.</param>
/// <param name="Kernel">The class of the kernel that the call always goes to; null where the call is dispatched.</param>
/// <param name="Method">The method's name, for the call that keeps its dispatch.</param>
/// <param name="Signature">The signature that the stub must reproduce.</param>
/// <param name="OwnTypeArguments">The type arguments of the method itself in angle brackets, or nothing.</param>
/// <param name="IsExtension">Whether the first parameter is a <c>this</c> parameter.</param>
/// <param name="ReceiverNullCheck">Whether the receiver is a class, so that a call on null must throw at the call.</param>
/// <param name="Guards">Where the call is dispatched, the kernels to try before, the most specific type first.</param>
public sealed record Stub(
    string Name,
    string? Kernel,
    string Method,
    MethodSignature Signature,
    string OwnTypeArguments,
    bool IsExtension,
    bool ReceiverNullCheck,
    EquatableArray<KernelGuard> Guards);
