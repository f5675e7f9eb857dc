using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>The least and the greatest value of a polynomial over ranges of indices.</summary>
/// <param name="Minimum">The least value; mentions none of the indices.</param>
/// <param name="Maximum">The greatest value; mentions none of the indices.</param>
/// <param name="Assumptions">Polynomials that must not be negative for the two to hold; empty where nothing is assumed.</param>
public sealed record PolynomialRange(Polynomial Minimum, Polynomial Maximum, IReadOnlyList<Polynomial> Assumptions)
{
    /// <summary>The range of a value that no index changes.</summary>
    public static PolynomialRange Of(Polynomial value) => new(value, value, []);

    /// <summary>
    /// The range of <paramref name="value"/> where each index runs over its own range, innermost first, as in Banerjee's
    /// inequalities with symbolic bounds; null where the sign of a coefficient or a bound is not known.
    /// </summary>
    public static PolynomialRange? Of(Polynomial value, IReadOnlyList<IndexRange> indices)
    {
        var minimum = value;
        var maximum = value;
        var assumptions = new List<Polynomial>();
        foreach (var index in indices)
        {
            if (!Replace(ref minimum, index, false, assumptions) || !Replace(ref maximum, index, true, assumptions))
                return null;
        }

        return new PolynomialRange(minimum, maximum, assumptions.Distinct().ToList());
    }

    private static bool Replace(ref Polynomial value, IndexRange index, bool wantMaximum, List<Polynomial> assumptions)
    {
        if (value.SplitBy(index.Index) is not { } split)
            return false;
        if (split.Coefficient.IsZero)
            return true;
        assumptions.AddRange(index.Assumptions);
        bool isPositive;
        if (split.Coefficient.ConstantValue is { } constant)
        {
            isPositive = constant > 0;
        }
        else
        {
            isPositive = !split.Coefficient.HasOnlyNegativeCoefficients;
            assumptions.Add(isPositive ? split.Coefficient : -split.Coefficient);
        }

        value = (split.Coefficient * (isPositive == wantMaximum ? index.Maximum : index.Minimum)) + split.Offset;
        return true;
    }
}

/// <summary>The values an index takes.</summary>
/// <param name="Index">The index.</param>
/// <param name="Minimum">Its least value; may mention indices of loops further out.</param>
/// <param name="Maximum">Its greatest value; may mention indices of loops further out.</param>
public sealed record IndexRange(Variable Index, Polynomial Minimum, Polynomial Maximum)
{
    /// <summary>Polynomials without indices that must not be negative for the range to be right.</summary>
    public IReadOnlyList<Polynomial> Assumptions { get; init; } = [];
}
