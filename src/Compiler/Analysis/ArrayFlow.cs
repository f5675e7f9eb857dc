using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Follows one container through one iteration of a loop: the elements that every path has written, whether all that is read is among
/// them, and what may be written (array privatisation by regions that must have been written: Tu and Padua, "Automatic array
/// privatization", LCPC 1993). Regions are boxes of subscripts, with bounds in terms of the indices.
/// </summary>
public sealed class ArrayFlow
{
    /// <summary>More regions are not followed.</summary>
    private const int MostRegions = 32;

    /// <summary>What loops inside more loops write is not followed: each level goes through its body twice.</summary>
    private const int MostLevels = 4;

    private readonly LoopContext _context;
    private readonly IndexRanges _ranges;
    private readonly IndexIntervals _intervals;
    private readonly Variable _variable;
    private readonly MemoryRoot _root;
    private readonly List<ElementRegion> _mayWrite = [];
    private readonly List<Polynomial> _assumptions = [];
    private List<ElementRegion> _written = [];
    private bool _isRehearsal;
    private int _level;

    private ArrayFlow(LoopContext context, Variable variable, MemoryRoot root)
    {
        _context = context;
        _ranges = new IndexRanges(context);
        _intervals = context.Intervals;
        _variable = variable;
        _root = root;
    }

    /// <summary>The first read that may see what another iteration has written; null where there is none.</summary>
    public MemoryAccess? ExposedRead { get; private set; }

    /// <summary>What must not be negative for that to be so.</summary>
    public IReadOnlyList<Polynomial> Assumptions => [.. _assumptions.Distinct()];

    /// <summary>Follows the container that a variable holds.</summary>
    public static ArrayFlow Of(LoopContext context, Variable variable, MemoryRoot root)
    {
        var flow = new ArrayFlow(context, variable, root);
        flow.Visit(context.Loop.Body);
        return flow;
    }

    /// <summary>
    /// Whether every iteration writes the same elements and no others, so that the last one alone says what the loop leaves in the
    /// container; adds what that assumes.
    /// </summary>
    public bool LeavesWhatTheLastIterationWrites()
    {
        if (_context.Loop.Body.SelfAndDescendants().Any(s => s is Jump { Kind: JumpKind.Continue }))
            return false;
        var fixedRegions = _written.Where(r => r.Sides.All(s => IsInvariant(s.Low) && IsInvariant(s.High))).ToList();
        return _mayWrite.TrueForAll(w => IsCovered(w, fixedRegions));
    }

    private bool IsInvariant(Polynomial value) => value.Terms.All(t => t.Reads.All(_context.IsInvariant));

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Block block:
                foreach (var child in block.Statements)
                    Visit(child);
                break;
            case If branch:
                Read(branch.Condition);
                var before = _written;
                Visit(branch.Then);
                var afterThen = _written;
                _written = before;
                Visit(branch.Else);
                _written = Leaves(branch.Then) ? _written : Leaves(branch.Else) ? afterThen : [.. _written.Where(afterThen.Contains)];
                break;
            case Loop loop:
                VisitLoop(loop);
                break;
            case OpaqueStatement opaque:
                VisitOpaque(opaque);
                break;
            default:
                foreach (var expression in statement.Expressions)
                    Read(expression);
                if (statement is Store store && PrivateArray.IsDirect(store.Access.Root, _variable))
                    Write(store.Access);
                break;
        }
    }

    private static bool Leaves(Block block) => block.Statements.LastOrDefault() is Jump;

    private void VisitOpaque(OpaqueStatement opaque)
    {
        foreach (var operand in opaque.Operands)
            Read(operand);
        var before = _written;
        foreach (var child in opaque.Nested)
        {
            Visit(child);
            _written = before;
        }

        MayWrite(opaque.Effects);
    }

    private void VisitLoop(Loop loop)
    {
        foreach (var expression in loop.Expressions)
            Read(expression);
        var before = _written;
        if (_level >= MostLevels || loop.Space is not { } space || RangeOf(space) is not { } range || loop.Body.SelfAndDescendants().Any(s => s is Jump { Kind: not JumpKind.Throw }))
        {
            Visit(loop.Body);
            _written = before;
            return;
        }

        // What one iteration writes says what those before it have written when it begins.
        var wasRehearsal = _isRehearsal;
        _isRehearsal = true;
        _level++;
        Visit(loop.Body);
        _isRehearsal = wasRehearsal;
        var own = _written.Skip(before.Count).ToList();
        var index = Polynomial.Of(TermOf(space.Index));
        var (low, high) = range.IsRising ? (range.Low, index - Polynomial.Constant(1)) : (index + Polynomial.Constant(1), range.High);
        _written = before;
        foreach (var region in own)
            Add(region.Over(space.Index, low, high, range.Assumptions, false));
        Visit(loop.Body);
        _level--;
        _written = before;
        foreach (var region in own)
            Add(region.Over(space.Index, range.Low, range.High, range.Assumptions, true));
    }

    /// <summary>The values of an index that takes each of them; null where it may leave some out.</summary>
    private (Polynomial Low, Polynomial High, bool IsRising, IReadOnlyList<Polynomial> Assumptions)? RangeOf(IterationSpace space)
    {
        var step = _context.Polynomials.Build(space.Step)?.ConstantValue;
        if (space.IndexLivesOutside || step is not (1 or -1)
            || _context.Polynomials.Build(space.Start) is not { } start || _context.Polynomials.Build(space.End) is not { } end
            || _intervals.WrapAssumptions(space.Start, start) is not { } starts || _intervals.WrapAssumptions(space.End, end) is not { } ends)
        {
            return null;
        }

        var one = Polynomial.Constant(1);
        IReadOnlyList<Polynomial> assumptions = [.. starts, .. ends];
        return (step, space.Comparison) switch
        {
            (1, LoopComparison.Less) => (start, end - one, true, assumptions),
            (1, LoopComparison.LessOrEqual) => (start, end, true, assumptions),
            (-1, LoopComparison.Greater) => (end + one, start, false, assumptions),
            (-1, LoopComparison.GreaterOrEqual) => (end, start, false, assumptions),
            _ => null,
        };
    }

    private static Term TermOf(Variable index) =>
        new($"{index.Name}#{index.Id}", index.Name, index, EquatableArray.Of(index), index.Type.Size is > 0 and <= 4) { Range = Interval.Of(index.Type) };

    private void Read(IrExpression expression)
    {
        foreach (var part in expression.SelfAndDescendants())
        {
            if (part is Load load && PrivateArray.IsDirect(load.Access.Root, _variable))
                Read(load.Access);
            if (part is not OpaqueExpression opaque)
                continue;
            MayWrite(opaque.Effects);
            if (opaque.Overwrites is { } whole && PrivateArray.IsDirect(whole, _variable) && ReferenceEquals(part, expression) && Whole() is { } all)
                Add(all);
        }
    }

    private void Read(MemoryAccess access)
    {
        if (_isRehearsal || ExposedRead is not null)
            return;
        if ((RegionOf(access) ?? (_root.Rank == 1 ? Whole() : null)) is not { } region || !IsCovered(region, _written))
            ExposedRead = access;
    }

    private void MayWrite(Effects effects)
    {
        foreach (var store in effects.Stores.Where(s => PrivateArray.IsDirect(s.Root, _variable)))
            MayWrite(RegionOf(store));
    }

    private void MayWrite(ElementRegion? region)
    {
        if (!_isRehearsal && (region ?? Whole()) is { } some)
            _mayWrite.Add(some);
    }

    private void Write(MemoryAccess access)
    {
        var region = RegionOf(access);
        MayWrite(region);
        if (region is not null && access.Path.Length == 0)
            Add(region);
    }

    /// <summary>The one element of an access, in terms of the indices; null where its subscripts are not known.</summary>
    private ElementRegion? RegionOf(MemoryAccess access)
    {
        var sides = new List<ElementSide>();
        foreach (var subscript in access.Subscripts)
        {
            // All subscripts wrap around alike, as 32 bits do: so equal polynomials are equal elements.
            if (subscript.Type.Kind != ScalarKind.Int32 || _context.Polynomials.Build(subscript) is not { } value)
                return null;
            sides.Add(new ElementSide(value, value));
        }

        return sides.Count == _root.Rank ? new ElementRegion(sides.ToEquatableArray(), default) : null;
    }

    private ElementRegion? Whole()
    {
        var sides = new List<ElementSide>();
        for (var dimension = 0; dimension < _root.Rank; dimension++)
        {
            if (_context.Polynomials.Build(new LengthOf(_root, _root.Rank > 1 ? dimension : -1, IrType.Int32)) is not { } length)
                return null;
            sides.Add(new ElementSide(Polynomial.Zero, length - Polynomial.Constant(1)));
        }

        return new ElementRegion(sides.ToEquatableArray(), default);
    }

    private void Add(ElementRegion? region)
    {
        if (region is null || _written.Contains(region) || _written.Count >= MostRegions)
            return;
        List<ElementRegion> written = [.. _written, region];
        foreach (var other in _written)
        {
            if (written.Count < MostRegions && (other.Joined(region) ?? region.Joined(other)) is { } joined && !written.Contains(joined))
                written.Add(joined);
        }

        _written = written;
    }

    /// <summary>Whether one of the regions holds another for all values of the indices; adds what that assumes.</summary>
    private bool IsCovered(ElementRegion region, IReadOnlyList<ElementRegion> regions)
    {
        List<Polynomial>? best = null;
        foreach (var candidate in regions)
        {
            var assumptions = new List<Polynomial>();
            if (Holds(candidate, region, assumptions) && (best is null || assumptions.Count < best.Count))
                best = assumptions;
        }

        if (best is null)
            return false;
        _assumptions.AddRange(best);
        return true;
    }

    private bool Holds(ElementRegion outer, ElementRegion inner, List<Polynomial> assumptions) =>
        outer.Assumptions.All(a => IsNotNegative(a, assumptions))
        && outer.Sides.Zip(inner.Sides, (o, i) => IsNotNegative(i.Low - o.Low, assumptions) && IsNotNegative(o.High - i.High, assumptions)).All(h => h);

    private bool IsNotNegative(Polynomial value, List<Polynomial> assumptions)
    {
        if (value.ConstantValue is { } constant)
            return constant >= 0;
        if (_intervals.Of(value) is { Least: >= 0 })
            return true;
        if (_ranges.OverAll(value) is not { } range || range.Minimum.ConstantValue < 0 || _intervals.Of(range.Minimum) is { Greatest: < 0 })
            return false;
        assumptions.AddRange(range.Assumptions);
        if (range.Minimum.ConstantValue is null)
            assumptions.Add(range.Minimum);
        return true;
    }
}
