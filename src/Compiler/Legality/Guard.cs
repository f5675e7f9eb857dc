using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// A condition checked at run time before the transformed loop may run, as C# over the method's variables and the loop's
/// <c>__first</c> and <c>__trip</c>. Polynomials are evaluated in <c>long</c>, or in <c>Int128</c> where they could leave it; values wider
/// than 32 bits are first shown to be small enough for that to be exact.
/// </summary>
/// <param name="Condition">The C# condition; has no side effects and cannot throw where the guards before it hold.</param>
/// <param name="Meaning">What it checks, for messages, such as "<c>x</c> and <c>y</c> do not overlap".</param>
public sealed record Guard(string Condition, string Meaning)
{
    /// <summary>The nanoseconds that checking takes for each iteration; 0 where it takes the same for any number of them.</summary>
    public double NanosecondsPerIteration { get; init; }

    private const double TwoTo63 = 9223372036854775808.0;
    private const double TwoTo126 = 85070591730234615865843651857942052864.0;

    private static readonly IReadOnlyList<Guard> _none = [];

    /// <summary>No condition: always holds.</summary>
    public static IReadOnlyList<Guard> Always => _none;

    /// <summary>
    /// That <paramref name="left"/> is at least <paramref name="right"/>: always, never (null), or a condition. A polynomial whose
    /// value could leave 128 bits gives null.
    /// </summary>
    public static IReadOnlyList<Guard>? AtLeast(Polynomial left, Polynomial right, string meaning)
    {
        Polynomial difference;
        try
        {
            difference = left - right;
        }
        catch (OverflowException)
        {
            return null;
        }

        if (difference.ConstantValue is { } constant)
            return constant >= 0 ? Always : null;
        if (NeverReachesZero(difference))
            return null;
        var size = MagnitudeOf(difference);
        if (size >= TwoTo126)
            return null;
        var guards = difference.Terms.SelectMany(t => t.Requires).Select(r => new Guard(r, meaning)).Distinct().ToList();
        guards.AddRange(difference.Terms.Where(t => !t.IsNarrow)
            .Select(t => new Guard($"(ulong)((long){t.CSharp} + 2147483648L) < 4294967296UL", meaning)));
        guards.Add(new Guard($"{difference.ToCSharp(size < TwoTo63 ? "long" : "global::System.Int128")} >= 0L", meaning));
        return guards;
    }

    /// <summary>Whether the ranges of the terms alone keep the value negative.</summary>
    private static bool NeverReachesZero(Polynomial value)
    {
        try
        {
            var sum = new Interval(0, 0);
            foreach (var (coefficient, factors) in value.Monomials)
            {
                var product = new Interval(coefficient, coefficient);
                foreach (var factor in factors)
                {
                    if (factor.Range is not { } range)
                        return false;
                    product = product.Times(range);
                }

                sum = sum.Plus(product);
            }

            return sum.Greatest < 0;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>A bound of the absolute value where every term is known, or has been shown, to have at most 32 bits.</summary>
    private static double MagnitudeOf(Polynomial value)
    {
        const double TwoTo32 = 4294967296.0;
        return value.Monomials.Sum(m => Math.Abs((double)m.Coefficient) * m.Factors.Aggregate(
            1.0,
            (product, term) => product * (term.Range is { } range ? Math.Max(Math.Abs((double)range.Least), Math.Abs((double)range.Greatest)) : TwoTo32)));
    }

    /// <summary>That two containers share no memory; both must be there.</summary>
    public static Guard Disjoint(MemoryRoot one, MemoryRoot two) => Overlap("AreDisjoint", one, two);

    /// <summary>That two containers share no memory or all of it; both must be there.</summary>
    public static Guard SameOrDisjoint(MemoryRoot one, MemoryRoot two) => Overlap("AreSameOrDisjoint", one, two);

    private static Guard Overlap(string check, MemoryRoot one, MemoryRoot two) => new(
        $"global::AutoParallel.CompilerServices.Overlap.{check}({ContainerText.Span(one)}, {ContainerText.Span(two)})",
        $"'{one.Text}' and '{two.Text}' do not overlap");

    /// <summary>All of both; null if either can never hold.</summary>
    public static IReadOnlyList<Guard>? Both(IReadOnlyList<Guard>? first, IReadOnlyList<Guard>? second) =>
        first is null || second is null ? null : [.. first, .. second];

    /// <summary>One of both, as cheaply as it can be had; null if neither can hold.</summary>
    public static IReadOnlyList<Guard>? Either(IReadOnlyList<Guard>? first, IReadOnlyList<Guard>? second)
    {
        if (first is null || second is null)
            return first ?? second;
        if (first.Count == 0 || second.Count == 0)
            return Always;
        return [new Guard($"({All(first)}) || ({All(second)})", first[first.Count - 1].Meaning)];
    }

    /// <summary>The conjunction as one C# condition.</summary>
    public static string All(IEnumerable<Guard> guards)
    {
        var conditions = guards.Select(g => g.Condition).Distinct().Select(c => $"({c})").ToList();
        return conditions.Count == 0 ? "true" : string.Join(" && ", conditions);
    }
}
