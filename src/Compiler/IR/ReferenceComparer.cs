using System.Runtime.CompilerServices;

namespace AutoParallel.Compiler.IR;

/// <summary>Compares nodes of the IR by identity: two of equal value are different keys, and none is hashed to its leaves.</summary>
public sealed class ReferenceComparer : IEqualityComparer<object>
{
    /// <summary>The comparer.</summary>
    public static readonly ReferenceComparer Instance = new();

    private ReferenceComparer()
    {
    }

    /// <inheritdoc/>
    public new bool Equals(object? x, object? y) => ReferenceEquals(x, y);

    /// <inheritdoc/>
    public int GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
}
