using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>How a call is dispatched.</summary>
public enum Dispatch
{
    /// <summary>The method is known.</summary>
    Direct,

    /// <summary>An override may be called: the kernel runs only if the receiver is exactly of the declaring type.</summary>
    Guarded,
}

/// <summary>All calls of one method that go to its kernel.</summary>
/// <param name="Kernel">The kernel's class.</param>
/// <param name="Method">The method's name, for the call that keeps its dispatch.</param>
/// <param name="Signature">The signature that the stub must reproduce.</param>
/// <param name="OwnTypeParameters">How many of the flattened type parameters are the method's own.</param>
/// <param name="IsExtension">Whether the first parameter is a <c>this</c> parameter.</param>
/// <param name="ReceiverNullCheck">Whether the receiver is a class, so that a call on null must throw at the call.</param>
/// <param name="Dispatch">How the call is dispatched.</param>
/// <param name="Attributes">The attributes that name the calls, one an element.</param>
public sealed record InterceptedCalls(
    string Kernel,
    string Method,
    MethodSignature Signature,
    int OwnTypeParameters,
    bool IsExtension,
    bool ReceiverNullCheck,
    Dispatch Dispatch,
    EquatableArray<string> Attributes);
