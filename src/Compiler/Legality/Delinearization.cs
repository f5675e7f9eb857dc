using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Takes two subscripts such as <c>(i * h + j) * w + k</c> apart into the subscripts of an array of several dimensions (Maslov,
/// "Delinearization: an efficient way to break multiloop dependence equations", PLDI 1992): if the parts below a stride differ by less
/// than the stride, the two are equal only if these parts are and the parts above are.
/// </summary>
/// <param name="Equal">The pairs of parts that must agree for the subscripts to agree.</param>
/// <param name="Guards">What must hold at run time for that; null where it cannot.</param>
public sealed record Delinearization(IReadOnlyList<(Polynomial First, Polynomial Second)> Equal, IReadOnlyList<Guard>? Guards)
{
    private const string Meaning = "the rows that the subscripts walk do not overlap";

    /// <summary>The parts; null where there is no stride that is not a number.</summary>
    public static Delinearization? Of(Polynomial first, Polynomial second, LoopContext context, IndexRanges ranges)
    {
        var strides = first.Monomials.Concat(second.Monomials)
            .Where(m => m.Factors.Any(f => !IsInvariant(f, context)))
            .Select(m => m.Factors.Where(f => IsInvariant(f, context)).ToEquatableArray())
            .Where(s => !s.IsEmpty)
            .Distinct()
            .OrderBy(s => s.Count)
            .ToList();
        if (strides.Count == 0)
            return null;
        var parts = new List<(Polynomial, Polynomial)>();
        var above = EquatableArray<Term>.Empty;
        IReadOnlyList<Guard>? guards = Guard.Always;
        var (restOne, restTwo) = (first, second);
        foreach (var stride in strides)
        {
            // Everything left is a multiple of the strides so far, divided by them: the next factor splits it again.
            if (Without(stride, above) is not { } factor || factor.IsEmpty)
                return null;
            var (highOne, lowOne) = Split(restOne, factor);
            var (highTwo, lowTwo) = Split(restTwo, factor);
            guards = Guard.Both(guards, DifferByLess(lowOne, lowTwo, factor, ranges));
            parts.Add((lowOne, lowTwo));
            (restOne, restTwo) = (highOne, highTwo);
            above = stride;
        }

        parts.Add((restOne, restTwo));
        return new Delinearization(parts, guards);
    }

    private static bool IsInvariant(Term term, LoopContext context) => term.Reads.All(context.IsInvariant);

    /// <summary>The multiples of the factor, divided by it, and the rest.</summary>
    private static (Polynomial High, Polynomial Low) Split(Polynomial value, EquatableArray<Term> factor)
    {
        var (high, low) = (Polynomial.Zero, Polynomial.Zero);
        foreach (var (coefficient, factors) in value.Monomials)
        {
            if (Without(factors, factor) is { } rest)
                high += Product(coefficient, rest);
            else
                low += Product(coefficient, factors);
        }

        return (high, low);
    }

    private static Polynomial Product(long coefficient, EquatableArray<Term> factors) =>
        factors.Aggregate(Polynomial.Constant(coefficient), (product, factor) => product * Polynomial.Of(factor));

    /// <summary>The factors without some of them; null where one is missing.</summary>
    private static EquatableArray<Term>? Without(EquatableArray<Term> factors, EquatableArray<Term> removed)
    {
        var rest = factors.ToList();
        foreach (var term in removed)
        {
            var place = rest.FindIndex(f => f.Text == term.Text);
            if (place < 0)
                return null;
            rest.RemoveAt(place);
        }

        return rest.ToEquatableArray();
    }

    private static IReadOnlyList<Guard>? DifferByLess(Polynomial one, Polynomial two, EquatableArray<Term> factor, IndexRanges ranges)
    {
        if (ranges.OverAll(one) is not { } first || ranges.OverAll(two) is not { } second)
            return null;
        var room = Product(1, factor) - Polynomial.Constant(1);
        var assumptions = first.Assumptions.Concat(second.Assumptions).Distinct().Aggregate<Polynomial, IReadOnlyList<Guard>?>(
            Guard.Always,
            (all, a) => Guard.Both(all, Guard.AtLeast(a, Polynomial.Zero, Meaning)));
        return Guard.Both(
            assumptions,
            Guard.Both(
                Guard.AtLeast(room, first.Maximum - second.Minimum, Meaning),
                Guard.AtLeast(room, second.Maximum - first.Minimum, Meaning)));
    }
}
