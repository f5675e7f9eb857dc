using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>The ranges of the indices of a loop and of the loops inside it, as polynomials.</summary>
public sealed class IndexRanges
{
    private readonly LoopContext _context;
    private readonly IndexIntervals _intervals;
    private readonly Dictionary<Variable, IndexRange> _ranges = [];
    private readonly List<Variable> _innermostFirst = [];
    private readonly bool _isMoving;

    /// <summary>Derives the ranges.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="isMoving">Whether of several bounds of an inner loop those count that move with the loop's own index, as those of blocks do.</param>
    public IndexRanges(LoopContext context, bool isMoving = false)
    {
        _context = context;
        _isMoving = isMoving;
        _intervals = context.Intervals;
        foreach (var loop in context.InnerLoops)
        {
            if (loop.Space is { IndexLivesOutside: false } space && Range(space) is { } range)
            {
                _ranges[space.Index] = range;
                _innermostFirst.Insert(0, space.Index);
            }
        }
    }

    /// <summary>The first value of the loop's own index, known at run time as <c>__first</c> and the loop's number.</summary>
    public Term First => Named($"__first{_context.Loop.Id}") with { Range = IsNarrow && Start is { } start ? new Interval(start, start) : null };

    /// <summary>
    /// The trip count, known at run time as <c>__trip</c> and the loop's number. At least 2: of one iteration nothing depends on another,
    /// and no plan is made for it.
    /// </summary>
    public Term Trip => Named($"__trip{_context.Loop.Id}") with { Range = IsNarrow ? new Interval(2, 1L << 32) : null };

    private bool IsNarrow => _context.Loop.Space is { Index.Type.Size: > 0 and <= 4 };

    private long? Start => _context.Loop.Space is { } space ? _context.Polynomials.Build(space.Start)?.ConstantValue : null;

    /// <summary>The range of a polynomial over all iterations of the inner loops, one iteration of the loop itself given.</summary>
    public PolynomialRange? OverInnerLoops(Polynomial value) => Over(value, []);

    /// <summary>The range of a polynomial over the whole iteration space of the loop; null where a bound is not known.</summary>
    public PolynomialRange? OverAll(Polynomial value)
    {
        if (_context.Loop.Space is not { } space || _context.Polynomials.Build(space.Step) is not { } change)
            return null;
        var first = Polynomial.Of(First);
        if (change.ConstantValue is not { } step)
            return Bounded(space, first, change) is { } bounded ? Over(value, [bounded]) : null;
        var last = first + (Polynomial.Constant(step) * (Polynomial.Of(Trip) - Polynomial.Constant(1)));
        return Over(value, [step > 0 ? new IndexRange(space.Index, first, last) : new IndexRange(space.Index, last, first)]);
    }

    /// <summary>The range of the loop's own index from its first value to its end, where the step has the sign that the test asks for.</summary>
    private IndexRange? Bounded(IterationSpace space, Polynomial first, Polynomial step)
    {
        if (space.Comparison == LoopComparison.NotEqual || !IsKnown(step))
            return null;
        var isRising = space.Comparison is LoopComparison.Less or LoopComparison.LessOrEqual;
        var beyond = Polynomial.Constant(space.Comparison is LoopComparison.Less or LoopComparison.Greater ? 1 : 0);
        var end = Polynomial.Of(Named($"__end{_context.Loop.Id}") with { IsNarrow = space.End.Type.Size is > 0 and <= 4 });
        var one = Polynomial.Constant(1);
        return isRising
            ? new IndexRange(space.Index, first, end - beyond) { Assumptions = [step - one] }
            : new IndexRange(space.Index, end + beyond, first) { Assumptions = [-step - one] };
    }

    /// <summary>The range of a polynomial in one iteration of the loop, over its inner loops, in terms of the loop's own index too.</summary>
    public PolynomialRange? OfIteration(Polynomial value)
    {
        var result = PolynomialRange.Of(value, [.. _innermostFirst.Select(i => _ranges[i])]);
        return result is not null && IsOwn(result.Minimum) && IsOwn(result.Maximum) && result.Assumptions.All(IsKnown) ? result : null;

        bool IsOwn(Polynomial bound) => bound.Terms.All(t => t.Variable == _context.Loop.Space!.Index || t.Reads.All(_context.IsInvariant));
    }

    private PolynomialRange? Over(Polynomial value, IReadOnlyList<IndexRange> outer)
    {
        var used = new List<IndexRange>();
        foreach (var index in _innermostFirst)
            used.Add(_ranges[index]);
        used.AddRange(outer);
        var result = PolynomialRange.Of(value, used);
        if (result is null)
            return null;
        return IsKnown(result.Minimum) && IsKnown(result.Maximum) && result.Assumptions.All(IsKnown) ? result : null;
    }

    /// <summary>Whether everything in it can be computed before the loop.</summary>
    private bool IsKnown(Polynomial value) => value.Terms.All(t => t.Reads.All(_context.IsInvariant));

    private Term Named(string name) => new(name, name, null, default, IsNarrow);

    private IndexRange? Range(IterationSpace space)
    {
        var polynomials = _context.Polynomials;
        if (polynomials.Build(space.Step)?.ConstantValue is not { } step || step == 0
            || _intervals.Simplest(space.Start, step < 0, _isMoving) is not var (start, starts) || _intervals.Simplest(space.End, step > 0, _isMoving) is not var (end, ends)
            || _intervals.StepAssumption(space, step) is not { } steps)
        {
            return null;
        }

        var one = Polynomial.Constant(1);
        var range = (step > 0, space.Comparison) switch
        {
            (true, LoopComparison.Less) => new IndexRange(space.Index, start, end - one),
            (true, LoopComparison.LessOrEqual) => new IndexRange(space.Index, start, end),
            (false, LoopComparison.Greater) => new IndexRange(space.Index, end + one, start),
            (false, LoopComparison.GreaterOrEqual) => new IndexRange(space.Index, end, start),
            _ => null,
        };
        IReadOnlyList<Polynomial> assumptions = [.. steps, .. starts, .. ends];
        return range is null || assumptions.Count == 0 ? range : Assuming(range, assumptions);
    }

    /// <summary>The range where the assumptions hold in every iteration of the loops around it.</summary>
    private IndexRange? Assuming(IndexRange range, IReadOnlyList<Polynomial> assumptions)
    {
        var conditions = new List<Polynomial>();
        foreach (var assumption in assumptions.Distinct())
        {
            if (OverAll(assumption) is not { } values)
                return null;
            conditions.AddRange(values.Assumptions);
            conditions.Add(values.Minimum);
        }

        return range with { Assumptions = conditions };
    }
}
