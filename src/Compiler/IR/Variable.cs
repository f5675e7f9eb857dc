namespace AutoParallel.Compiler.IR;

/// <summary>Where a variable comes from.</summary>
public enum VariableKind
{
    /// <summary>A by-value parameter.</summary>
    Parameter,

    /// <summary>A <c>ref</c>, <c>in</c> or <c>out</c> parameter, or a <c>ref</c> local: a name for memory that something else may name too.</summary>
    Reference,

    /// <summary>A local.</summary>
    Local,

    /// <summary>The receiver of an instance method.</summary>
    This,

    /// <summary>Made by the compiler, such as the hidden index of a <c>foreach</c>.</summary>
    Synthetic,
}

/// <summary>A scalar or reference held in a local or a parameter.</summary>
/// <param name="Id">Unique in the method; names may repeat in sibling scopes.</param>
/// <param name="Name">The identifier as it is written in emitted text (with <c>@</c> where it is a keyword).</param>
/// <param name="Type">Its type.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="IsCaptured">Whether a lambda or local function captures it, so that it may change behind the loop's back.</param>
public sealed record Variable(int Id, string Name, IrType Type, VariableKind Kind, bool IsCaptured = false)
{
    /// <summary>Whether it is a part of a local that the user wrote as a whole, so that no text of the user's has it.</summary>
    public bool IsPart { get; init; }

    /// <summary>Cheap, as variables are looked up more often than anything else; few of them share a number.</summary>
    public override int GetHashCode() => Id;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
