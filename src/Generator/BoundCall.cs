using AutoParallel.Compiler.IR;

namespace AutoParallel.Generator;

/// <summary>One call to reroute; the other values are as in <see cref="InterceptedCalls"/>.</summary>
/// <param name="Attribute">The attribute that names the call.</param>
internal sealed record BoundCall(
    string Kernel,
    string Method,
    MethodSignature Signature,
    int OwnTypeParameters,
    bool IsExtension,
    bool ReceiverNullCheck,
    Dispatch Dispatch,
    string Attribute);
