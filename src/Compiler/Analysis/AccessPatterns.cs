using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>How the elements that neighbouring iterations touch lie to each other.</summary>
public enum AccessPattern
{
    /// <summary>All the same element.</summary>
    Uniform,

    /// <summary>Next to each other, in the order of the iterations.</summary>
    UnitStride,

    /// <summary>Next to each other, in the opposite order.</summary>
    Reversed,

    /// <summary>The same number of elements apart, known before the loop.</summary>
    Strided,

    /// <summary>Next to each other, but only for the iterations that make the access, and from a place that is known when it is reached.</summary>
    Packed,

    /// <summary>Anywhere: the subscript is computed in each iteration, and checked there.</summary>
    Indirect,

    /// <summary>In a way that vectors have no form for.</summary>
    Other,
}

/// <summary>Classifies accesses for vectors.</summary>
public static class AccessPatterns
{
    /// <summary>The pattern of an access in a loop with a constant step.</summary>
    public static AccessPattern Of(AccessFact fact, LoopContext context)
    {
        if (fact.Access.Packed is not null)
            return AccessPattern.Packed;
        var root = fact.Access.Root;
        var isField = fact.Access.Path.Length > 0;
        if ((isField && fact.Access.Number is null) || fact.Affine.IsEmpty || fact.Affine.Count != root.Rank
            || context.Polynomials.Build(context.Loop.Space!.Step)?.ConstantValue is not { } step)
        {
            return AccessPattern.Other;
        }

        if (!fact.IsAffine || !fact.Affine.All(a => IsUniform(a.Offset, context) && IsKnown(a.Coefficient, context)))
            return root.Rank == 1 && !isField ? AccessPattern.Indirect : AccessPattern.Other;
        if (fact.Affine.All(a => a.Coefficient.IsZero))
            return AccessPattern.Uniform;
        if (IsGuarded(fact))
            return isField ? AccessPattern.Other : AccessPattern.Indirect;
        if (isField || !fact.Affine.Take(fact.Affine.Count - 1).All(a => a.Coefficient.IsZero))
            return AccessPattern.Strided;
        return fact.Affine[fact.Affine.Count - 1].Coefficient.ConstantValue switch
        {
            { } coefficient when coefficient * step == 1 => AccessPattern.UnitStride,
            { } coefficient when coefficient * step == -1 => AccessPattern.Reversed,
            _ => AccessPattern.Strided,
        };
    }

    /// <summary>
    /// Whether a condition seems to keep the access inside its container, as in <c>i > 0 ? x[i - 1] : 0</c>: then its range over
    /// all iterations says nothing, and each lane must be looked at.
    /// </summary>
    private static bool IsGuarded(AccessFact fact) =>
        fact.IsConditional && !fact.IsWrite && fact.Affine.Count == 1 && fact.Affine[0].Offset.ConstantPart != 0;

    private static bool IsUniform(Polynomial value, LoopContext context) =>
        value.Terms.All(t => t.Reads.All(v => context.IsInvariant(v) || context.UniformIndices.Contains(v)));

    private static bool IsKnown(Polynomial value, LoopContext context) => value.Terms.All(t => t.Reads.All(context.IsInvariant));
}
