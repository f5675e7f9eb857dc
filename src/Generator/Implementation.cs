using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>A method that a dispatched call may reach, with its kernel; of one compilation.</summary>
/// <param name="Method">The method's definition.</param>
/// <param name="Kernel">The kernel's class.</param>
/// <param name="Signature">The kernel's signature.</param>
internal readonly record struct Implementation(IMethodSymbol Method, string Kernel, MethodSignature Signature);
