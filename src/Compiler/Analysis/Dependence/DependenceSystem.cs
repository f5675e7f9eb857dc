using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Dependence;

/// <summary>
/// The integer system whose solutions are the pairs of different iterations of a loop that touch one element: one copy of the loop's
/// index and of those of the inner loops for each access, their bounds, triangular and trapezoid ones included, the values that the
/// loop does not change as unknowns that both share, and one equality a dimension, all dimensions at once so that coupled subscripts
/// are seen together (Maydan, Hennessy and Lam, "Efficient and exact data dependence analysis", PLDI 1991).
/// </summary>
/// <remarks>
/// C#'s arithmetic wraps around. Without assumptions the equalities hold modulo 2^32, and bounds count only where they cannot have
/// wrapped; with assumptions they hold as integers, and <see cref="Assumptions"/> says what must be checked for that.
/// </remarks>
public sealed class DependenceSystem
{
    private readonly LoopContext _context;
    private readonly IndexIntervals _intervals;
    private readonly Trust _trust;
    private readonly IntegerSystem _system = new();
    private readonly Dictionary<string, int> _shared = [];
    private readonly Dictionary<string, int>[] _own = [[], []];
    private readonly Dictionary<Variable, int>[] _indices = [[], []];
    private readonly LinearForm?[] _position = new LinearForm?[2];
    private readonly List<Polynomial> _assumptions = [];

    /// <summary>Starts a system without subscripts.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="intervals">The ranges of its indices.</param>
    /// <param name="trust">What may be assumed not to wrap around where that cannot be proven.</param>
    public DependenceSystem(LoopContext context, IndexIntervals intervals, Trust trust)
    {
        _context = context;
        _intervals = intervals;
        _trust = trust;
        var index = context.Loop.Space!.Index;
        for (var side = 0; side < 2; side++)
            IndexColumn(index, side);
    }

    /// <summary>What may be assumed.</summary>
    public enum Trust
    {
        /// <summary>Nothing: an answer holds whatever the values are.</summary>
        Nothing,

        /// <summary>That the subscripts do not wrap around, which the caller must check.</summary>
        Subscripts,

        /// <summary>That the bounds of the loops do not either, as <see cref="Assumptions"/> says.</summary>
        Bounds,
    }

    /// <summary>Polynomials, over the indices too, that must not be negative for an answer to hold.</summary>
    public IReadOnlyList<Polynomial> Assumptions => _assumptions;

    /// <summary>Whether every subscript is a linear form of the indices, so that a solution is two iterations that meet for some values of the unknowns.</summary>
    public bool IsLinear { get; private set; } = true;

    /// <summary>Demands that a part of the one subscript equals a part of the other.</summary>
    public void AddEqual(Polynomial first, Polynomial second)
    {
        var difference = Form(first, 0).Minus(Form(second, 1));
        if (_trust == Trust.Nothing && !(Fits(first) && Fits(second)))
            difference = difference.Plus(_system.NewVariable(), 1L << 32);
        _system.AddZero(difference);
    }

    /// <summary>Demands what holds where the first (0) or the second (1) access happens.</summary>
    public void AddScope(AccessScope scope, int side)
    {
        foreach (var index in scope.Indices)
            IndexColumn(index, side);
        foreach (var condition in scope.Conditions.OfType<Binary>())
            AddCondition(condition.Operator, condition, side);
        foreach (var condition in scope.Excluded.OfType<Binary>())
            AddCondition(Opposite(condition.Operator), condition, side);
    }

    /// <summary>Whether the first access can meet the second one in a later iteration, at least and at most so many later.</summary>
    public Feasibility MeetsLater(long least = 1, long greatest = long.MaxValue) => Solve(0, 1, least, greatest);

    /// <summary>Whether the first access can meet the second one in an earlier iteration.</summary>
    public Feasibility MeetsEarlier(long least = 1, long greatest = long.MaxValue) => Solve(1, 0, least, greatest);

    /// <summary>Whether the two can meet in one and the same iteration.</summary>
    public Feasibility MeetsTogether() => Solve(0, 1, 0, 0);

    /// <inheritdoc/>
    public override string ToString() => $"{_system}, between {_position[0]} and {_position[1]}";

    private Feasibility Solve(int early, int late, long least, long greatest)
    {
        if (_position[early] is not { } from || _position[late] is not { } to)
            return Feasibility.Unknown;
        var distance = to.Minus(from);
        var before = _system.Work;
        var answer = greatest == long.MaxValue
            ? _system.Solve(distance.Plus(-least))
            : _system.Solve(distance.Plus(-least), new LinearForm(greatest).Minus(distance));
        _context.Budget.Spend(_system.Work - before);
        return answer;
    }

    /// <summary>Conditions between values that cannot wrap around; any other is left out, which is safe.</summary>
    private void AddCondition(BinaryOperator relation, Binary condition, int side)
    {
        if (Exact(condition.Left, side) is not { } left || Exact(condition.Right, side) is not { } right)
            return;
        switch (relation)
        {
            case BinaryOperator.Less:
                _system.AddNotNegative(right.Minus(left).Plus(-1));
                break;
            case BinaryOperator.LessOrEqual:
                _system.AddNotNegative(right.Minus(left));
                break;
            case BinaryOperator.Greater:
                _system.AddNotNegative(left.Minus(right).Plus(-1));
                break;
            case BinaryOperator.GreaterOrEqual:
                _system.AddNotNegative(left.Minus(right));
                break;
            case BinaryOperator.Equal:
                _system.AddZero(left.Minus(right));
                break;
        }
    }

    private static BinaryOperator Opposite(BinaryOperator relation) => relation switch
    {
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        _ => BinaryOperator.Equal,
    };

    private LinearForm? Exact(IrExpression expression, int side) => _context.Polynomials.Build(expression) is not { } value ? Rest(expression, side)
        : _intervals.WrapAssumptions(expression, value) is { Count: 0 } ? Form(value, side) : null;

    /// <summary>A remainder by a constant, as what is left of a value after some multiples of it.</summary>
    private LinearForm? Rest(IrExpression expression, int side)
    {
        if (Residue.Of(expression, _context, _intervals) is not { } residue)
            return null;
        var rest = Form(residue.Dividend, side).Plus(_system.NewVariable(), -residue.Divisor);
        _system.AddNotNegative(rest.Plus(-residue.Range.Least));
        _system.AddNotNegative(new LinearForm(residue.Range.Greatest).Minus(rest));
        return rest;
    }

    private bool Fits(Polynomial value) => _intervals.Of(value) is { } range && Interval.Int32.Contains(range);

    private LinearForm Form(Polynomial value, int side)
    {
        var form = new LinearForm(0);
        foreach (var (key, coefficient, factors) in value.Monomials)
            form = factors.IsEmpty ? form.Plus(coefficient) : form.Plus(Column(key, factors, side), coefficient);
        return form;
    }

    /// <summary>The unknown of a product; a product of several terms is one of its own.</summary>
    private int Column(string key, EquatableArray<Term> factors, int side)
    {
        var varies = factors.Any(f => !f.Reads.All(_context.IsInvariant));
        if (varies && factors.Count == 1 && factors[0].Variable is { } index)
            return IndexColumn(index, side);
        IsLinear &= !varies;
        var columns = varies ? _own[side] : _shared;
        if (columns.TryGetValue(key, out var present))
            return present;
        var column = _system.NewVariable();
        columns.Add(key, column);
        var product = factors.Aggregate(Polynomial.Constant(1), (p, f) => p * Polynomial.Of(f));
        Limit(column, _intervals.Of(product));
        if (factors.Count == 1 && !varies && factors[0].Floor is var (dividend, divisor))
        {
            var rest = Form(dividend, side).Plus(column, -divisor);
            _system.AddNotNegative(rest);
            _system.AddNotNegative(new LinearForm(divisor - 1).Minus(rest));
        }

        return column;
    }

    private void Limit(int column, Interval? range)
    {
        if (range is null)
            return;
        _system.AddNotNegative(LinearForm.Of(column).Plus(checked(-range.Least)));
        _system.AddNotNegative(LinearForm.Of(column, -1).Plus(range.Greatest));
    }

    /// <summary>The index of the loop or of an inner one in one of the two iterations, with its bounds.</summary>
    private int IndexColumn(Variable index, int side)
    {
        if (_indices[side].TryGetValue(index, out var present))
            return present;
        var column = _system.NewVariable();
        _indices[side].Add(index, column);
        var loop = _context.Loop.Space!.Index == index ? _context.Loop : _context.InnerLoops.FirstOrDefault(l => l.Space?.Index == index);
        if (loop?.Space is not { } space)
            return column;
        var isOwn = loop == _context.Loop;
        var value = LinearForm.Of(column);
        Limit(column, _intervals.Of(index));
        if (_context.Polynomials.Build(space.Step)?.ConstantValue is not { } step || step == 0)
        {
            // The order of the iterations follows the sign of the step, which does not matter where both directions are asked for.
            if (isOwn)
                _position[side] = value;
            return column;
        }

        var isRising = step > 0;
        if (!isOwn && !StaysInType(space, step))
            return column;

        // The start of "while (i < n)" is what i is before the loop, not what it is in either iteration.
        var isOutside = space.Start.VariablesRead().Contains(index);
        var start = isOutside ? null : Bound(space.Start, side);
        if (start is null && isOwn)
            start = LinearForm.Of(SharedColumn("first"));
        if (start is not null)
        {
            var trip = LinearForm.Of(_system.NewVariable());
            _system.AddNotNegative(trip);
            _system.AddZero(value.Minus(start).Plus(trip, -step));
            if (isOwn)
                _position[side] = trip;
        }

        foreach (var part in BoundParts.Of(space.Start, !isRising, _context))
        {
            if (!isOutside && part != space.Start && Bound(part, side) is { } first)
                _system.AddNotNegative(isRising ? value.Minus(first) : first.Minus(value));
        }

        if (isRising != space.Comparison is LoopComparison.Less or LoopComparison.LessOrEqual || space.Comparison == LoopComparison.NotEqual)
            return column;
        foreach (var part in BoundParts.Of(space.End, isRising, _context))
        {
            if (Bound(part, side) is not { } end)
                continue;
            var distance = isRising ? end.Minus(value) : value.Minus(end);
            _system.AddNotNegative(space.Comparison is LoopComparison.Less or LoopComparison.Greater ? distance.Plus(-1) : distance);
        }

        return column;
    }

    /// <summary>A bound of a loop, if it is what the polynomial says.</summary>
    private LinearForm? Bound(IrExpression expression, int side)
    {
        if (_context.Polynomials.Build(expression) is null && Rest(expression, side) is { } rest)
            return rest;
        if (_context.Polynomials.Build(expression) is not { } value || _intervals.WrapAssumptions(expression, value) is not { } assumptions)
            return null;
        if (assumptions.Count > 0 && _trust != Trust.Bounds)
            return null;
        _assumptions.AddRange(assumptions);
        return Form(value, side);
    }

    /// <summary>Whether the index of an inner loop cannot step over the end of its type and start anew from the other side.</summary>
    private bool StaysInType(IterationSpace space, long step)
    {
        if (_intervals.StepAssumption(space, step) is not { } assumptions || (assumptions.Count > 0 && _trust != Trust.Bounds))
            return false;
        _assumptions.AddRange(assumptions);
        return true;
    }

    private int SharedColumn(string key)
    {
        if (!_shared.TryGetValue(key, out var column))
        {
            column = _system.NewVariable();
            _shared.Add(key, column);
        }

        return column;
    }
}
