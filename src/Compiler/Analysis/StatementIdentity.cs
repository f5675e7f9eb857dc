using System.Runtime.CompilerServices;

using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>Compares statements by identity: two equal ones at different places are still two.</summary>
internal sealed class StatementIdentity : IEqualityComparer<Statement>
{
    public static readonly StatementIdentity Instance = new();

    public bool Equals(Statement? x, Statement? y) => ReferenceEquals(x, y);

    public int GetHashCode(Statement obj) => RuntimeHelpers.GetHashCode(obj);
}
