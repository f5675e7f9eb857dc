using System.Runtime.CompilerServices;

using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>Compares accesses by identity: two equal ones at different places are still two.</summary>
internal sealed class AccessIdentity : IEqualityComparer<MemoryAccess>
{
    public static readonly AccessIdentity Instance = new();

    public bool Equals(MemoryAccess? x, MemoryAccess? y) => ReferenceEquals(x, y);

    public int GetHashCode(MemoryAccess obj) => RuntimeHelpers.GetHashCode(obj);
}
