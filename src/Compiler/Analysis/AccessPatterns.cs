namespace AutoParallel.Compiler.Analysis;

/// <summary>How the elements that neighbouring iterations touch lie to each other.</summary>
public enum AccessPattern
{
    /// <summary>All the same element.</summary>
    Uniform,

    /// <summary>Next to each other, in the order of the iterations.</summary>
    UnitStride,

    /// <summary>In any other way: strided, reversed, indirect.</summary>
    Other,
}

/// <summary>Classifies accesses for vectors.</summary>
public static class AccessPatterns
{
    /// <summary>The pattern of an access in a loop with a constant step.</summary>
    public static AccessPattern Of(AccessFact fact, LoopContext context)
    {
        if (!fact.IsAffine || fact.Access.Path.Length > 0 || fact.Affine.IsEmpty || fact.Affine.Count != fact.Access.Root.Rank
            || context.Polynomials.Build(context.Loop.Space!.Step)?.ConstantValue is not { } step)
        {
            return AccessPattern.Other;
        }

        for (var dimension = 0; dimension < fact.Affine.Count; dimension++)
        {
            if (!fact.Affine[dimension].Offset.Terms.All(t => t.Reads.All(context.IsInvariant)))
                return AccessPattern.Other;
            if (dimension < fact.Affine.Count - 1 && !fact.Affine[dimension].Coefficient.IsZero)
                return AccessPattern.Other;
        }

        var last = fact.Affine[fact.Affine.Count - 1].Coefficient.ConstantValue;
        return last == 0 ? AccessPattern.Uniform : last is { } coefficient && coefficient * step == 1 ? AccessPattern.UnitStride : AccessPattern.Other;
    }
}
