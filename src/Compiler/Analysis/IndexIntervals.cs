using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// The values that polynomials can take by the types of their terms and the constant bounds of the loops, and whether C#'s arithmetic
/// can have wrapped around on the way to a value.
/// </summary>
public sealed class IndexIntervals
{
    private readonly LoopContext _context;
    private readonly Dictionary<Variable, Interval?> _indices = [];

    /// <summary>Prepares the answers for a loop and those inside it.</summary>
    public IndexIntervals(LoopContext context)
    {
        _context = context;
        foreach (var loop in context.InnerLoops.Prepend(context.Loop))
        {
            if (loop.Space is { } space)
                _indices[space.Index] = IntervalOf(space, loop == context.Loop);
        }
    }

    /// <summary>The values of a polynomial; null where a term has no known range or they leave 64 bits.</summary>
    public Interval? Of(Polynomial value)
    {
        try
        {
            var sum = new Interval(0, 0);
            foreach (var (coefficient, factors) in value.Monomials)
            {
                var product = new Interval(coefficient, coefficient);
                foreach (var factor in factors)
                {
                    if (Of(factor) is not { } range)
                        return null;
                    product = product.Times(range);
                }

                sum = sum.Plus(product);
            }

            return sum;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>
    /// What must not be negative for the polynomial to be the value that C# computes for the expression: nothing where it fits its type
    /// anyway; null where that cannot be said.
    /// </summary>
    public IReadOnlyList<Polynomial>? WrapAssumptions(IrExpression expression, Polynomial value)
    {
        if (expression.Type.Kind != ScalarKind.Int32 && HasNarrowArithmetic(expression))
            return null;
        var limits = Interval.Of(expression.Type) ?? Interval.Int32;
        if (IsComputedAsIs(expression) || (Of(value) is { } range && limits.Contains(range)))
            return [];
        return [value - Polynomial.Constant(limits.Least), Polynomial.Constant(limits.Greatest) - value];
    }

    /// <summary>
    /// What must not be negative for the index of an inner loop with a constant step not to step over the end of its type, where it
    /// would start anew from the other side; null where that cannot be said.
    /// </summary>
    public IReadOnlyList<Polynomial>? StepAssumption(IterationSpace space, long step)
    {
        var isRising = step > 0;
        if (space.Comparison == LoopComparison.NotEqual || isRising != space.Comparison is LoopComparison.Less or LoopComparison.LessOrEqual)
            return null;
        if (Math.Abs(step) == 1 && space.Comparison is LoopComparison.Less or LoopComparison.Greater)
            return [];
        if (Simplest(space.End, isRising) is not var (end, exact))
            return null;
        var limits = Interval.Of(space.Index.Type) ?? Interval.Int32;
        var excluded = space.Comparison is LoopComparison.Less or LoopComparison.Greater ? 1 : 0;
        var last = end - Polynomial.Constant(isRising ? excluded : -excluded) + Polynomial.Constant(step);
        var room = isRising ? Polynomial.Constant(limits.Greatest) - last : last - Polynomial.Constant(limits.Least);
        return Of(room) is { Least: >= 0 } ? exact : [.. exact, room];
    }

    /// <summary>Whether the value is known by itself, without arithmetic that could wrap around.</summary>
    private bool IsComputedAsIs(IrExpression expression) => expression switch
    {
        Conversion conversion => conversion.Type.Size >= conversion.Operand.Type.Size && !conversion.Type.IsUnsigned && IsComputedAsIs(conversion.Operand),
        VariableRead read => _context.DefinitionOf(read.Variable) is not { } definition || IsComputedAsIs(definition),
        Constant or LengthOf or Load => true,
        _ => false,
    };

    /// <summary>Whether arithmetic of 32 bits is widened, so that it may have lost what the wider value should have had.</summary>
    private bool HasNarrowArithmetic(IrExpression expression) => expression.SelfAndDescendants().Any(e => e switch
    {
        Conversion conversion => !IsComputedAsIs(conversion),
        VariableRead read => _context.DefinitionOf(read.Variable) is { } definition && HasNarrowArithmetic(definition),
        _ => false,
    });

    private Interval? Of(Term term)
    {
        return term.Variable is { } variable ? Of(variable) : term.Range;
    }

    /// <summary>The values of a variable; null where they are not known.</summary>
    public Interval? Of(Variable variable) => _indices.TryGetValue(variable, out var index) ? index : Interval.Of(variable.Type);

    /// <summary>By the type, the constant bounds, and that an index below its end is below the greatest value.</summary>
    private Interval? IntervalOf(IterationSpace space, bool isOwn)
    {
        if (Interval.Of(space.Index.Type) is not { } range || _context.Polynomials.Build(space.Step)?.ConstantValue is not { } step || step == 0)
            return Interval.Of(space.Index.Type);

        // The step of an inner loop could jump over the end of the type; that of the loop itself is known not to.
        if (!isOwn && (Math.Abs(step) != 1 || space.Comparison is not (LoopComparison.Less or LoopComparison.Greater)))
            return range;
        var isRising = step > 0;
        if (space.Comparison is LoopComparison.NotEqual || isRising != space.Comparison is LoopComparison.Less or LoopComparison.LessOrEqual)
            return range;
        var start = Exact(space.Start, !isRising);
        var end = Exact(space.End, isRising);
        var excluded = space.Comparison is LoopComparison.Less or LoopComparison.Greater || isOwn ? 1 : 0;
        var beyond = space.Comparison is LoopComparison.Less or LoopComparison.Greater ? 1 : 0;
        return isRising
            ? new Interval(Math.Max(range.Least, start?.Least ?? range.Least), Math.Min(range.Greatest - excluded, end?.Greatest - beyond ?? long.MaxValue))
            : new Interval(Math.Max(range.Least + excluded, end?.Least + beyond ?? long.MinValue), Math.Min(range.Greatest, start?.Greatest ?? range.Greatest));
    }

    /// <summary>
    /// A polynomial that bounds what an expression bounds, of several the one with the fewest indices, and what must not be negative
    /// for it to be what C# computes; null if there is none.
    /// </summary>
    /// <param name="bound">The bound.</param>
    /// <param name="isUpper">Whether values stay below it.</param>
    /// <param name="isMoving">Whether one that moves with the loop's own index is preferred.</param>
    public (Polynomial Value, IReadOnlyList<Polynomial> Assumptions)? Simplest(IrExpression bound, bool isUpper, bool isMoving = false)
    {
        (Polynomial Value, IReadOnlyList<Polynomial> Assumptions)? best = null;
        foreach (var part in BoundParts.Of(bound, isUpper, _context))
        {
            var value = _context.Polynomials.Build(part);
            if (value is null && Residue.Of(part, _context, this) is { } residue)
                best ??= (Polynomial.Constant(isUpper ? residue.Range.Greatest : residue.Range.Least), []);
            if (value is not null && WrapAssumptions(part, value) is { } assumptions
                && (best is not { } known || (isMoving ? Moves(value) && !Moves(known.Value) : Indices(value) < Indices(known.Value))))
            {
                best = (value, assumptions);
            }
        }

        return best;
    }

    private bool Moves(Polynomial value) => value.Terms.Any(t => t.Variable == _context.Loop.Space?.Index);

    private int Indices(Polynomial value) => value.Terms.Sum(t => t.Reads.Count(v => !_context.IsInvariant(v)) * (t.Variable == _context.Loop.Space?.Index ? 1 : 4));

    /// <summary>The values of a bound that cannot wrap around.</summary>
    private Interval? Exact(IrExpression bound, bool isUpper)
    {
        Interval? all = null;
        foreach (var part in BoundParts.Of(bound, isUpper, _context))
        {
            if (_context.Polynomials.Build(part) is not { } value || WrapAssumptions(part, value) is not { Count: 0 } || Of(value) is not { } range)
                continue;
            all = all is null ? range
                : isUpper ? new Interval(Math.Min(all.Least, range.Least), Math.Min(all.Greatest, range.Greatest))
                : new Interval(Math.Max(all.Least, range.Least), Math.Max(all.Greatest, range.Greatest));
        }

        return all;
    }
}
