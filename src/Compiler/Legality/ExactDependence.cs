using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Analysis.Dependence;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Asks a <see cref="DependenceSystem"/> about all dimensions of two accesses together, first without any assumption, then with
/// guards against wrap-around, then with subscripts of one dimension taken apart into several.
/// </summary>
public sealed class ExactDependence
{
    /// <summary>The systems that are solved for one loop; beyond, only the simple tests answer.</summary>
    private const int SystemLimit = 400;

    /// <summary>The greatest distance that is looked for to explain a conflict.</summary>
    private const int GreatestDistance = 4;

    private readonly LoopContext _context;
    private readonly IndexRanges _ranges;
    private readonly IndexIntervals _intervals;
    private int _systems;

    /// <summary>Prepares tests in one loop.</summary>
    public ExactDependence(LoopContext context, IndexRanges ranges)
    {
        _context = context;
        _ranges = ranges;
        _intervals = context.Intervals;
    }

    /// <summary>Whether a question was left open because enough have been asked, of this loop or of the whole method.</summary>
    public bool IsExhausted => _systems > SystemLimit || _context.Budget.IsExhausted;

    /// <summary>Whether the two never meet in different iterations, whatever the values at run time.</summary>
    public bool IsIndependent(AccessFact first, AccessFact second) =>
        Build(first, second, DependenceSystem.Trust.Nothing) is { } system && NeverMeet(system, first, second);

    /// <summary>Checks against wrap-around without which the two never meet; null where they might meet even so.</summary>
    public IReadOnlyList<Guard>? OverflowGuards(AccessFact first, AccessFact second)
    {
        try
        {
            // Two that meet under all assumptions meet under fewer: a dependence is found by the first question, and most are asked about one.
            var strict = Build(first, second, DependenceSystem.Trust.Bounds);
            if (strict is not null && Meet(strict, first, second))
                return null;
            if (Build(first, second, DependenceSystem.Trust.Subscripts) is { } system && NeverMeet(system, first, second))
                return Without(system);
            return strict is not null && NeverMeet(strict, first, second) ? Without(strict) : null;

            IReadOnlyList<Guard>? Without(DependenceSystem proven) => Guard.Both(Guard.Both(AllFit(first, second), Divisors(first, second)), Hold(proven.Assumptions));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>What must hold at run time for a question about two accesses to have the answer no; null where it may be yes.</summary>
    public IReadOnlyList<Guard>? Excludes(AccessFact first, AccessFact second, Func<DependenceSystem, Feasibility> question)
    {
        foreach (var trust in new[] { DependenceSystem.Trust.Nothing, DependenceSystem.Trust.Subscripts, DependenceSystem.Trust.Bounds })
        {
            if (Build(first, second, trust) is not { } system || question(system) != Feasibility.Infeasible)
                continue;
            if (trust == DependenceSystem.Trust.Nothing)
                return Guard.Always;
            return Guard.Both(Guard.Both(AllFit(first, second), Divisors(first, second)), Hold(system.Assumptions));
        }

        return null;
    }

    /// <summary>
    /// What must hold at run time for the second never to meet the first of an earlier iteration, where the sign of a value that the
    /// loop does not change decides it, as that of <c>m</c> does for <c>a[i]</c> and <c>a[i + m]</c>; null where it does not.
    /// </summary>
    public IReadOnlyList<Guard>? ExcludesLaterBySign(AccessFact first, AccessFact second)
    {
        if (first.Affine.Count != 1 || second.Affine.Count != 1 || !first.IsAffine || !second.IsAffine
            || _context.Polynomials.Build(_context.Loop.Space!.Step)?.ConstantValue is not { } step
            || first.Affine[0].Coefficient.ConstantValue is not { } coefficient || coefficient == 0 || step == 0
            || !first.Affine[0].Coefficient.Equals(second.Affine[0].Coefficient))
        {
            return null;
        }

        // coefficient * (later - earlier) = difference, so that a difference against the direction of the loop leaves no solution.
        var difference = first.Affine[0].Offset - second.Affine[0].Offset;
        if (difference.ConstantValue is not null || !difference.Terms.All(t => t.Reads.All(_context.IsInvariant)))
            return null;
        var against = Math.Sign(coefficient) == Math.Sign(step) ? -difference : difference;
        return Guard.Both(AllFit(first, second), Guard.AtLeast(against, Polynomial.Zero, "no iteration reads what an earlier one writes"));
    }

    /// <summary>The result with a distance at which the two may meet, if there is a short one.</summary>
    public DependenceResult Explain(AccessFact first, AccessFact second, DependenceResult result)
    {
        if (_context.Polynomials.Build(_context.Loop.Space!.Step)?.ConstantValue is null
            || Build(first, second, DependenceSystem.Trust.Bounds) is not { IsLinear: true } system
            || Subscripts(first, second).Count() < first.Access.Subscripts.Count)
        {
            return result;
        }

        for (var distance = 1; distance <= GreatestDistance; distance++)
        {
            if (system.MeetsLater(distance, distance) == Feasibility.Feasible)
                return result with { MayMeetAfter = distance };
            if (system.MeetsEarlier(distance, distance) == Feasibility.Feasible)
                return result with { MayMeetAfter = -distance };
        }

        return result;
    }

    /// <summary>That a subscript is, as an integer, what 32 bits hold in every iteration.</summary>
    public IReadOnlyList<Guard>? FitsInIndex(Polynomial subscript)
    {
        const string Meaning = "the subscripts do not overflow";
        if (_ranges.OverAll(subscript) is not { } range)
            return null;
        return Guard.Both(
            NotNegative(range.Assumptions, Meaning),
            Guard.Both(
                Guard.AtLeast(range.Minimum, Polynomial.Constant(int.MinValue), Meaning),
                Guard.AtLeast(Polynomial.Constant(int.MaxValue), range.Maximum, Meaning)));
    }

    /// <summary>What must hold at run time for subscripts such as <c>i * w + j</c> to be two, where <c>j</c> stays within a row, and never to meet.</summary>
    public IReadOnlyList<Guard>? TakenApart(AccessFact first, AccessFact second)
    {
        if (++_systems > SystemLimit || _context.Budget.IsExhausted)
            return null;
        try
        {
            return TakeApart(first, second);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private IReadOnlyList<Guard>? TakeApart(AccessFact first, AccessFact second)
    {
        var system = new DependenceSystem(_context, _intervals, DependenceSystem.Trust.Bounds);
        IReadOnlyList<Guard>? guards = Guard.Always;
        var any = false;
        foreach (var (one, two) in Subscripts(first, second))
        {
            if (Delinearization.Of(one, two, _context, _ranges) is { } parts)
            {
                any = true;
                foreach (var (left, right) in parts.Equal)
                    system.AddEqual(left, right);
                guards = Guard.Both(guards, parts.Guards);
            }
            else
            {
                system.AddEqual(one, two);
            }
        }

        system.AddScope(first.Scope, 0);
        system.AddScope(second.Scope, 1);
        return any && guards is not null && NeverMeet(system, first, second)
            ? Guard.Both(guards, Guard.Both(AllFit(first, second), Hold(system.Assumptions)))
            : null;
    }

    private DependenceSystem? Build(AccessFact first, AccessFact second, DependenceSystem.Trust trust)
    {
        if (++_systems > SystemLimit || _context.Budget.IsExhausted)
            return null;
        var pairs = Subscripts(first, second).Select(p => trust == DependenceSystem.Trust.Nothing ? p : Divided(p.First, p.Second)).ToList();
        if (!pairs.Exists(p => IsLinear(p.First) && IsLinear(p.Second)))
            return null;
        try
        {
            var system = new DependenceSystem(_context, _intervals, trust);
            var any = false;
            foreach (var (one, two) in pairs)
            {
                system.AddEqual(one, two);
                any = true;
            }

            if (!any)
                return null;
            system.AddScope(first.Scope, 0);
            system.AddScope(second.Scope, 1);
            return system;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether no index is multiplied with anything but numbers; a system knows nothing of other products.</summary>
    private bool IsLinear(Polynomial value) =>
        value.Monomials.All(m => m.Factors.Count < 2 || m.Factors.All(f => f.Reads.All(_context.IsInvariant)));

    /// <summary>Both subscripts without a value that the loop does not change and that every product of them holds, such as the step <c>s</c> in <c>a[i * s + s]</c>.</summary>
    private (Polynomial First, Polynomial Second) Divided(Polynomial first, Polynomial second) =>
        Divisor(first, second) is { } divisor ? (Quotient(first, divisor), Quotient(second, divisor)) : (first, second);

    private Term? Divisor(Polynomial first, Polynomial second) => first.Monomials.Concat(second.Monomials).SelectMany(m => m.Factors)
        .FirstOrDefault(f => f.Reads.All(_context.IsInvariant) && first.Monomials.Concat(second.Monomials).All(m => m.Factors.Contains(f)));

    private static Polynomial Quotient(Polynomial value, Term divisor) => value.Monomials.Aggregate(Polynomial.Zero, (sum, m) =>
    {
        var factors = m.Factors.ToList();
        factors.Remove(divisor);
        return sum + factors.Aggregate(Polynomial.Constant(m.Coefficient), (product, f) => product * Polynomial.Of(f));
    });

    /// <summary>That what was divided by is not 0.</summary>
    private IReadOnlyList<Guard>? Divisors(AccessFact first, AccessFact second)
    {
        const string Meaning = "the stride is not zero";
        IReadOnlyList<Guard>? guards = Guard.Always;
        foreach (var (one, two) in Subscripts(first, second))
        {
            if (Divisor(one, two) is not { } divisor)
                continue;
            var (value, least) = (Polynomial.Of(divisor), Polynomial.Constant(1));
            guards = Guard.Both(guards, Guard.Either(Guard.AtLeast(value, least, Meaning), Guard.AtLeast(-value, least, Meaning)));
        }

        return guards;
    }

    private static bool NeverMeet(DependenceSystem system, AccessFact first, AccessFact second) =>
        system.MeetsLater() == Feasibility.Infeasible
        && (ReferenceEquals(first, second) || system.MeetsEarlier() == Feasibility.Infeasible);

    /// <summary>Whether there are values for which the two meet, as far as the system knows.</summary>
    private static bool Meet(DependenceSystem system, AccessFact first, AccessFact second) =>
        system.MeetsLater() == Feasibility.Feasible
        || (!ReferenceEquals(first, second) && system.MeetsEarlier() == Feasibility.Feasible);

    /// <summary>The dimensions whose subscripts are both polynomials; one that is not is as if it always agreed.</summary>
    private IEnumerable<(Polynomial First, Polynomial Second)> Subscripts(AccessFact first, AccessFact second)
    {
        var count = Math.Min(first.Access.Subscripts.Count, second.Access.Subscripts.Count);
        for (var dimension = 0; dimension < count; dimension++)
        {
            if (_context.Polynomials.Build(first.Access.Subscripts[dimension]) is { } one && _context.Polynomials.Build(second.Access.Subscripts[dimension]) is { } two)
                yield return (one, two);
        }
    }

    private IReadOnlyList<Guard>? AllFit(AccessFact first, AccessFact second) => Subscripts(first, second).Aggregate<(Polynomial First, Polynomial Second), IReadOnlyList<Guard>?>(
        Guard.Always,
        (all, pair) => Guard.Both(all, Guard.Both(FitsInIndex(pair.First), FitsInIndex(pair.Second))));

    /// <summary>That polynomials over the indices are not negative in any iteration.</summary>
    private IReadOnlyList<Guard>? Hold(IReadOnlyList<Polynomial> assumptions)
    {
        const string Meaning = "the bounds of the loops do not overflow";
        IReadOnlyList<Guard>? guards = Guard.Always;
        foreach (var assumption in assumptions.Distinct())
        {
            if (_ranges.OverAll(assumption) is not { } range)
                return null;
            guards = Guard.Both(guards, Guard.Both(NotNegative(range.Assumptions, Meaning), Guard.AtLeast(range.Minimum, Polynomial.Zero, Meaning)));
        }

        return guards;
    }

    private static IReadOnlyList<Guard>? NotNegative(IReadOnlyList<Polynomial> values, string meaning) => values.Aggregate<Polynomial, IReadOnlyList<Guard>?>(
        Guard.Always,
        (all, value) => Guard.Both(all, Guard.AtLeast(value, Polynomial.Zero, meaning)));
}
