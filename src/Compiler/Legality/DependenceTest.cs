using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Decides whether two subscripted accesses can touch one element in two different iterations: the ZIV, strong SIV, weak-zero and
/// GCD tests (Goff, Kennedy and Tseng, "Practical dependence testing", PLDI 1991), and symbolic ranges as in Banerjee's
/// inequalities; then all dimensions together by <see cref="ExactDependence"/>, with what cannot be decided at compile time left to a guard.
/// </summary>
public sealed class DependenceTest
{
    /// <summary>A constant distance at least this long is worth asking at run time whether the loop is shorter.</summary>
    private const long WorthwhileDistance = 16;

    /// <summary>What the simple tests of one pair cost, in coefficients of the exact one that take as long.</summary>
    private const int SimpleTests = 20_000;

    private readonly IndexRanges _ranges;
    private readonly IndexRanges _blocks;
    private readonly long? _step;
    private readonly long? _trip;
    private readonly LoopContext _context;
    private readonly ExactDependence _exact;
    private readonly TabulatedSubscripts _tables;
    private readonly Dictionary<AccessFact, int> _numbers = new(ReferenceComparer.Instance);
    private readonly Dictionary<Subscripts, int> _subscripts = [];
    private readonly Dictionary<(int First, int Second, bool IsOne), DependenceResult> _known = [];

    /// <summary>Prepares tests in one loop.</summary>
    public DependenceTest(LoopContext context)
    {
        _context = context;
        _ranges = new IndexRanges(context);
        _blocks = new IndexRanges(context, true);
        _exact = new ExactDependence(context, _ranges);
        _tables = new TabulatedSubscripts(context);
        var space = context.Loop.Space!;
        _step = context.Polynomials.Build(space.Step)?.ConstantValue;
        _trip = ConstantTrip(space);
    }

    /// <summary>Tests two accesses of the same container; they may be one and the same access, in two iterations.</summary>
    public DependenceResult Test(AccessFact first, AccessFact second)
    {
        if (first.Affine.Count != second.Affine.Count || first.Affine.IsEmpty || first.Access.Subscripts.Count != first.Access.Root.Rank)
            return new DependenceResult(null, IsUnknown: true);

        // Which containers they are does not matter: a loop over several arrays asks the same of each.
        var question = (NumberOf(first), NumberOf(second), ReferenceEquals(first, second));
        if (!_known.TryGetValue(question, out var known))
            _known[question] = known = Answer(first, second);
        return known;
    }

    /// <summary>The number of the access's subscripts: equal ones have the same.</summary>
    public int NumberOf(AccessFact fact)
    {
        if (_numbers.TryGetValue(fact, out var known))
            return known;
        var subscripts = new Subscripts(fact);
        if (!_subscripts.TryGetValue(subscripts, out var number))
            _subscripts.Add(subscripts, number = _subscripts.Count);
        _numbers.Add(fact, number);
        return number;
    }

    private DependenceResult Answer(AccessFact first, AccessFact second)
    {
        if (_context.Budget.IsExhausted)
            return new DependenceResult(null) { IsGivenUp = true };
        _context.Budget.Spend(SimpleTests);
        DependenceResult? best = null;
        for (var dimension = 0; dimension < first.Affine.Count; dimension++)
        {
            var result = TestDimension(first, second, dimension);
            if (result.Guards is { Count: 0 })
                return result;
            best = best is null ? result : Both(best, result);
        }

        if (_exact.IsIndependent(first, second) || _tables.NeverMeet(first, second))
            return DependenceResult.Independent with { MeetsOnlyItself = true };
        if (_exact.OverflowGuards(first, second) is { } guards)
            return best! with { Guards = guards, IsSpeculative = false };
        if (best!.Guards is not null)
            return best;
        if (_exact.TakenApart(first, second) is { } rows)
            return best with { Guards = rows, IsSpeculative = false };
        if (_exact.IsExhausted)
            return best with { IsGivenUp = true };
        return best is { Distance: null, IsSameElementEachTime: false } ? _exact.Explain(first, second, best) : best;
    }

    /// <summary>What two dimensions say together: accesses meet only where they do in both.</summary>
    private static DependenceResult Both(DependenceResult one, DependenceResult other)
    {
        if (one.Guards is not null || other.IsSameElementEachTime)
            return one.Guards is null && other.Guards is not null ? other : one;
        if (other.Guards is not null || one.IsSameElementEachTime)
            return other;
        return (one.Distance, other.Distance) switch
        {
            (null, null) => one.IsUnknown ? other : one,
            (null, _) => other with { IsUnknown = true },
            (_, null) => one with { IsUnknown = true },
            _ => one,
        };
    }

    private DependenceResult TestDimension(AccessFact firstFact, AccessFact secondFact, int dimension)
    {
        var first = firstFact.Affine[dimension];
        var second = secondFact.Affine[dimension];
        if (!first.IsKnown || !second.IsKnown || MentionsInnerIndex(first.Coefficient) || MentionsInnerIndex(second.Coefficient))
            return new DependenceResult(null, IsUnknown: true);
        try
        {
            var result = first.Coefficient.Equals(second.Coefficient) ? SameCoefficient(first, second) : OtherCoefficient(first, second);
            if (result.Guards is null && !ReferenceEquals(firstFact, secondFact) && Disjoint(first, second) is { } guards)
                result = result with { Guards = guards, IsSpeculative = true };
            if (result.Guards is null || NeverWraps(first, second))
                return result;
            var fits = Guard.Both(_exact.FitsInIndex(Whole(first)), _exact.FitsInIndex(Whole(second)));
            return result with { Guards = Guard.Both(result.Guards, fits) };
        }
        catch (OverflowException)
        {
            return new DependenceResult(null, IsUnknown: true);
        }
    }

    private DependenceResult SameCoefficient(AffineSubscript first, AffineSubscript second)
    {
        var difference = first.Offset - second.Offset;
        var coefficient = first.Coefficient;
        if (!MentionsInnerIndex(first.Offset) && !MentionsInnerIndex(second.Offset))
        {
            if (difference.IsZero)
            {
                if (coefficient.ConstantValue is { } constant)
                    return constant == 0 ? new DependenceResult(null, IsSameElementEachTime: true) : DependenceResult.Independent with { MeetsOnlyItself = true };
                return new DependenceResult(Guard.Either(Positive(coefficient), Positive(-coefficient)), MeetsOnlyItself: true);
            }

            if (difference.ConstantValue is { } offset && coefficient.ConstantValue is { } factor)
                return ConstantDistance(offset, factor);
            if (coefficient.ConstantValue is null && Multiple(difference, coefficient) is { } multiple)
            {
                var apart = ConstantDistance(multiple, 1);
                return apart with { Guards = Guard.Both(apart.Guards, Guard.Either(Positive(coefficient), Positive(-coefficient))) };
            }

            if (coefficient.ConstantValue is null && Remainder(difference, coefficient) is { } rest && rest != 0)
            {
                const string Wider = "the stride is wider than the two subscripts are apart";
                var beyond = Polynomial.Constant(Math.Abs(rest) + 1);
                return new DependenceResult(Guard.Either(Guard.AtLeast(coefficient, beyond, Wider), Guard.AtLeast(-coefficient, beyond, Wider)));
            }

            if (coefficient.IsZero)
            {
                const string Differ = "the two subscripts, which the loop does not change, differ";
                var one = Polynomial.Constant(1);
                return new DependenceResult(Guard.Either(Guard.AtLeast(difference, one, Differ), Guard.AtLeast(-difference, one, Differ)), IsSpeculative: true);
            }

            if (_step is { } step && coefficient.ConstantValue is { } known)
            {
                var span = Polynomial.Constant(Math.Abs(checked(known * step))) * Polynomial.Of(_ranges.Trip);
                const string Meaning = "the two subscripts are at least the whole loop apart";
                return new DependenceResult(Guard.Either(Guard.AtLeast(difference, span, Meaning), Guard.AtLeast(-difference, span, Meaning)), IsSpeculative: true)
                {
                    Difference = difference,
                    Unit = Math.Abs(known * step),
                    LooksBack = (known * step > 0 ? -difference : difference).HasOnlyNegativeCoefficients,
                };
            }
        }

        return Blocks(first, second);
    }

    /// <summary>
    /// The elements of one iteration lie in a block; blocks of different iterations are disjoint if the stride from one iteration to
    /// the next is greater than the extent of the block (<c>a[i * w + j]</c> with <c>0 &lt;= j &lt; w</c>).
    /// </summary>
    private DependenceResult Blocks(AffineSubscript first, AffineSubscript second)
    {
        if (_step is not { } step)
            return new DependenceResult(null, IsUnknown: first.Coefficient.IsZero);
        var result = _ranges.OverInnerLoops(first.Offset) is { } one && _ranges.OverInnerLoops(second.Offset) is { } two
            ? Blocks(first.Coefficient, one, two, step)
            : new DependenceResult(null, IsUnknown: first.Coefficient.IsZero);

        // The bounds of inner loops may move with the index, as in j = c * size; j < c * size + size.
        return result.Guards is null && Moving(first) is var (coefficient, own) && Moving(second) is var (other, theirs) && coefficient.Equals(other)
            && IsWithin(own.Maximum - theirs.Minimum, coefficient, step) && IsWithin(theirs.Maximum - own.Minimum, coefficient, step)
            ? Blocks(coefficient, own, theirs, step)
            : result;
    }

    /// <summary>Whether an extent is shorter than a stride whatever their values are: a guard would hold only by chance.</summary>
    private static bool IsWithin(Polynomial extent, Polynomial coefficient, long step)
    {
        var stride = coefficient * Polynomial.Constant(step);
        return ((stride.HasOnlyNegativeCoefficients ? -stride : stride) - extent).ConstantValue >= 1;
    }

    /// <summary>The factor of the index in the elements of one iteration, and where they lie beside that.</summary>
    private (Polynomial Coefficient, PolynomialRange Extent)? Moving(AffineSubscript subscript)
    {
        var index = _context.Loop.Space!.Index;
        return _blocks.OfIteration(Whole(subscript)) is { } range && range.Minimum.SplitBy(index) is { } low && range.Maximum.SplitBy(index) is { } high
            && low.Coefficient.Equals(high.Coefficient) && !low.Coefficient.IsZero
            ? (low.Coefficient, range with { Minimum = low.Offset, Maximum = high.Offset })
            : null;
    }

    private static DependenceResult Blocks(Polynomial coefficient, PolynomialRange one, PolynomialRange two, long step)
    {
        const string Meaning = "the elements of one iteration end before those of the next begin";
        var stride = coefficient * Polynomial.Constant(step);
        var assumptions = one.Assumptions.Concat(two.Assumptions)
            .Aggregate<Polynomial, IReadOnlyList<Guard>?>(Guard.Always, (all, a) => Guard.Both(all, Guard.AtLeast(a, Polynomial.Zero, Meaning)));
        var extents = new[] { one.Maximum - two.Minimum, two.Maximum - one.Minimum }.Distinct();
        return new DependenceResult(Guard.Both(assumptions, Exceeds(stride.HasOnlyNegativeCoefficients ? -stride : stride)));

        IReadOnlyList<Guard>? Exceeds(Polynomial value) => extents.Aggregate<Polynomial, IReadOnlyList<Guard>?>(
            Positive(value),
            (all, extent) => Guard.Both(all, Guard.AtLeast(value, extent + Polynomial.Constant(1), Meaning)));
    }

    private DependenceResult ConstantDistance(long offset, long factor)
    {
        if (factor == 0)
            return DependenceResult.Independent;
        if (_step is not { } step || step == 0)
            return new DependenceResult(null);
        var stride = checked(factor * step);
        if (offset % stride != 0)
            return DependenceResult.Independent;
        var distance = offset / stride;
        if (_trip is { } trip)
            return Math.Abs(distance) >= trip ? DependenceResult.Independent : new DependenceResult(null, distance);
        return Math.Abs(distance) >= WorthwhileDistance
            ? new DependenceResult(
                Guard.AtLeast(Polynomial.Constant(Math.Abs(distance)), Polynomial.Of(_ranges.Trip), $"the loop runs at most {Math.Abs(distance)} times"),
                distance,
                IsSpeculative: true)
            : new DependenceResult(null, distance);
    }

    /// <summary>The GCD test; otherwise only the ranges can tell. An inner index has another value in the other iteration, so it must not cancel.</summary>
    private DependenceResult OtherCoefficient(AffineSubscript first, AffineSubscript second)
    {
        if (first.Coefficient.ConstantValue is { } a && second.Coefficient.ConstantValue is { } b
            && !MentionsInnerIndex(first.Offset) && !MentionsInnerIndex(second.Offset)
            && (second.Offset - first.Offset).ConstantValue is { } difference)
        {
            var divisor = Gcd(Math.Abs(a), Math.Abs(b));
            if (divisor != 0 && difference % divisor != 0)
                return DependenceResult.Independent;
        }

        return new DependenceResult(null);
    }

    /// <summary>That everything the one touches in the whole loop lies on one side of everything the other touches.</summary>
    private IReadOnlyList<Guard>? Disjoint(AffineSubscript first, AffineSubscript second)
    {
        if (_step is null || WholeRange(first) is not { } one || WholeRange(second) is not { } two)
            return null;
        const string Meaning = "the ranges of the two subscripts do not meet";
        var assumptions = one.Assumptions.Concat(two.Assumptions)
            .Aggregate<Polynomial, IReadOnlyList<Guard>?>(Guard.Always, (all, a) => Guard.Both(all, Guard.AtLeast(a, Polynomial.Zero, Meaning)));
        var next = Polynomial.Constant(1);
        if (first.Coefficient.Equals(second.Coefficient) && _trip is null
            && ((first.Offset - second.Offset).ConstantValue is not null || (!first.Coefficient.IsZero && Multiple(first.Offset - second.Offset, first.Coefficient) is not null)))
        {
            return null;
        }

        return Guard.Both(
            assumptions,
            Guard.Either(Guard.AtLeast(two.Minimum, one.Maximum + next, Meaning), Guard.AtLeast(one.Minimum, two.Maximum + next, Meaning)));
    }

    private PolynomialRange? WholeRange(AffineSubscript subscript) =>
        _ranges.OverAll(Whole(subscript));

    private Polynomial Whole(AffineSubscript subscript) => (subscript.Coefficient * Polynomial.Of(IndexTerm())) + subscript.Offset;

    private Term IndexTerm()
    {
        var index = _context.Loop.Space!.Index;
        return new Term($"{index.Name}#{index.Id}", index.Name, index, EquatableArray.Of(index), index.Type.Size is > 0 and <= 4)
        {
            Range = Interval.Of(index.Type),
        };
    }

    /// <summary>
    /// Whether C#'s 32-bit arithmetic cannot make two different values the same element: <c>±i + c</c> is injective even where it
    /// wraps, for fewer than 2^32 values of the index.
    /// </summary>
    private bool NeverWraps(AffineSubscript first, AffineSubscript second) =>
        _context.Loop.Space!.Index.Type.Size is > 0 and <= 4 && first.Coefficient.ConstantValue is 1 or -1 or 0 && second.Coefficient.Equals(first.Coefficient)
        && !MentionsInnerIndex(first.Offset) && !MentionsInnerIndex(second.Offset);

    /// <summary>How many times the one is the other; null where that is no number.</summary>
    private static long? Multiple(Polynomial value, Polynomial unit)
    {
        var (size, factors) = unit.Monomials.First();
        foreach (var (coefficient, same) in value.Monomials)
        {
            if (same.Equals(factors) && coefficient % size == 0)
                return value.Equals(unit * Polynomial.Constant(coefficient / size)) ? coefficient / size : null;
        }

        return null;
    }

    /// <summary>
    /// What is left of a value beside a multiple of another, which then divides it only where it is no greater (the GCD test with a symbolic divisor);
    /// null where that is no number.
    /// </summary>
    private static long? Remainder(Polynomial value, Polynomial unit)
    {
        var (size, factors) = unit.Monomials.First(m => !m.Factors.IsEmpty);
        var same = value.Monomials.FirstOrDefault(m => m.Factors.Equals(factors)).Coefficient;
        return same % size == 0 && (value - (unit * Polynomial.Constant(same / size))).ConstantValue is > int.MinValue and < int.MaxValue and var rest ? rest : null;
    }

    private static IReadOnlyList<Guard>? Positive(Polynomial value) => Guard.AtLeast(value, Polynomial.Constant(1), "the stride is not zero");

    private bool MentionsInnerIndex(Polynomial value) => value.Terms.Any(t => !t.Reads.All(_context.IsInvariant));

    private static long Gcd(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }

    private long? ConstantTrip(IterationSpace space)
    {
        if (_step is not { } step || step == 0 || space.Comparison == LoopComparison.NotEqual
            || _context.Polynomials.Build(space.Start)?.ConstantValue is not { } start
            || _context.Polynomials.Build(space.End)?.ConstantValue is not { } end)
        {
            return null;
        }

        var distance = step > 0 ? end - start : start - end;
        if (space.Comparison is LoopComparison.LessOrEqual or LoopComparison.GreaterOrEqual)
            distance++;
        var size = Math.Abs(step);
        return distance <= 0 ? 0 : (distance + size - 1) / size;
    }

    /// <summary>All of an access that an answer depends on.</summary>
    private sealed record Subscripts(EquatableArray<IrExpression> Values, EquatableArray<AffineSubscript> Affine, bool IsAffine, AccessScope Scope)
    {
        public Subscripts(AccessFact fact)
            : this(fact.Access.Subscripts, fact.Affine, fact.IsAffine, fact.Scope)
        {
        }

        /// <summary>Cheap: what subscripts are as polynomials tells most of them apart.</summary>
        public override int GetHashCode()
        {
            var hash = Scope.Conditions.Count + (Scope.Indices.Count << 8);
            foreach (var affine in Affine)
                hash = unchecked((((hash * 31) + affine.Coefficient.GetHashCode()) * 31) + affine.Offset.GetHashCode());
            return hash;
        }
    }
}
