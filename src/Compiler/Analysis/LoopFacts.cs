using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>What a variable that the loop assigns is to the loop.</summary>
public enum VariableRole
{
    /// <summary>Never assigned in the loop: the same value in all iterations.</summary>
    Invariant,

    /// <summary>Written before it is read in every iteration, and dead after the loop: each iteration has its own.</summary>
    Private,

    /// <summary>As <see cref="Private"/>, and read after the loop, which needs the last iteration's value.</summary>
    LastPrivate,

    /// <summary>
    /// As <see cref="LastPrivate"/>, but not every iteration writes it: the method goes on with what the last that does has written, or with
    /// what it was before the loop.
    /// </summary>
    ConditionalLastPrivate,

    /// <summary>Combined by one associative operator and otherwise untouched.</summary>
    Reduction,

    /// <summary>Carries a value from one iteration to another in a way that is not understood.</summary>
    Carried,
}

/// <summary>A variable and its role.</summary>
/// <param name="Conflict">For <see cref="VariableRole.Carried"/>: the read and the write that conflict.</param>
public sealed record VariableFact(Variable Variable, VariableRole Role, SourceSpan Read, SourceSpan Write)
{
    /// <summary>Whether no iteration reads what another has written, whatever is read after the loop.</summary>
    public bool IsPrivate { get; init; }
}

/// <summary>A recurrence <c>accumulator = accumulator ⊕ value</c>.</summary>
/// <param name="Accumulator">The variable.</param>
/// <param name="Operator">The key into the knowledge base's operator table, such as <c>Add</c>, <c>Minimum</c>, <c>LessMinimum</c>.</param>
/// <param name="IsExact">Whether any order gives the same bits.</param>
public sealed record Reduction(Variable Accumulator, ReductionKind Operator, bool IsExact, SourceSpan Source);

/// <summary>The operators of reductions.</summary>
public enum ReductionKind
{
    Add,
    Multiply,
    And,
    Or,
    Xor,

    /// <summary><c>Math.Min</c>: NaN propagates, -0 is below +0.</summary>
    Minimum,

    /// <summary><c>Math.Max</c>: NaN propagates, +0 is above -0.</summary>
    Maximum,

    /// <summary><c>if (v &lt; m) m = v</c>: NaN never enters, the first of equal values stays.</summary>
    LessMinimum,

    /// <summary><c>if (v &gt; m) m = v</c>: NaN never enters, the first of equal values stays.</summary>
    GreaterMaximum,
}

/// <summary>One memory access of a loop body, with what is known of its subscripts in that loop.</summary>
/// <param name="Affine">One a dimension; <see cref="AffineSubscript.Unknown"/> where a subscript is not affine in the loop's index.</param>
/// <param name="IsAffine">Whether all subscripts are affine.</param>
/// <param name="IsConditional">Whether an iteration may skip it.</param>
public sealed record AccessFact(MemoryAccess Access, bool IsWrite, EquatableArray<AffineSubscript> Affine, bool IsAffine, bool IsConditional)
{
    /// <summary>The conditions under which it happens, those of the loop itself left out.</summary>
    public AccessScope Scope { get; init; } = AccessScope.Everywhere;
}
