using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>The subscripts from one to another in one dimension, both included; none where they are in the wrong order.</summary>
public sealed record ElementSide(Polynomial Low, Polynomial High);

/// <summary>A box of elements that has been written wherever its assumptions hold.</summary>
/// <param name="Sides">One a dimension.</param>
/// <param name="Assumptions">What must not be negative for that.</param>
public sealed record ElementRegion(EquatableArray<ElementSide> Sides, EquatableArray<Polynomial> Assumptions)
{
    /// <summary>
    /// What all values of an index from one to another leave written: the box that the element at the index sweeps. Null where it is no
    /// box; where the index does not matter, only if it takes a value at all.
    /// </summary>
    public ElementRegion? Over(Variable index, Polynomial low, Polynomial high, IReadOnlyList<Polynomial> assumptions, bool mayBeElsewhere)
    {
        var sides = new List<ElementSide>();
        var swept = 0;
        foreach (var side in Sides)
        {
            if (!side.Low.Mentions(index) && !side.High.Mentions(index))
            {
                sides.Add(side);
                continue;
            }

            if (!side.Low.Equals(side.High) || side.Low.SplitBy(index) is not { } split || split.Coefficient.ConstantValue is not (1 or -1))
                return null;
            var (first, last) = split.Coefficient.ConstantValue == 1 ? (low, high) : (-high, -low);
            sides.Add(new ElementSide(first + split.Offset, last + split.Offset));
            swept++;
        }

        return swept > 1 || (swept == 0 && !(mayBeElsewhere && (high - low).ConstantValue >= 0))
            ? null
            : new ElementRegion(sides.ToEquatableArray(), Assumptions.Concat(assumptions).Distinct().ToEquatableArray());
    }

    /// <summary>
    /// The two as one box, where the other begins where this one ends. If one of them has no element, the box is a part of the other.
    /// </summary>
    public ElementRegion? Joined(ElementRegion other)
    {
        ElementSide? joined = null;
        var sides = new List<ElementSide>();
        foreach (var (mine, theirs) in Sides.Zip(other.Sides, (m, t) => (m, t)))
        {
            if (mine == theirs)
            {
                sides.Add(mine);
                continue;
            }

            if (joined is not null || !(mine.High + Polynomial.Constant(1)).Equals(theirs.Low))
                return null;
            joined = new ElementSide(mine.Low, theirs.High);
            sides.Add(joined);
        }

        return joined is null ? null : new ElementRegion(sides.ToEquatableArray(), Assumptions.Concat(other.Assumptions).Distinct().ToEquatableArray());
    }
}
