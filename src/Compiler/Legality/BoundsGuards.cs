using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Hoists the bounds checks of a loop to its entry, so that vectors can be loaded without any: the first and the last value of
/// every subscript must lie inside its container (Gupta, "Optimizing array bound checks using flow analysis", LOPLAS 2, 1993).
/// </summary>
public static class BoundsGuards
{
    /// <summary>The guards of a loop, or why the checks cannot be hoisted.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="isCheckedPerLane">Accesses whose subscripts are checked where they are computed.</param>
    /// <param name="mayCheckTooMuch">Whether an access that iterations may skip is checked as if none did.</param>
    public static (IReadOnlyList<Guard>? Guards, Refusal? Refusal) Hoist(
        LoopContext context,
        LoopAnalysis analysis,
        EquatableArray<MemoryAccess> isCheckedPerLane = default,
        bool mayCheckTooMuch = false)
    {
        var ranges = new IndexRanges(context);
        var index = context.Loop.Space!.Index;
        var term = Polynomial.Of(new Term($"{index.Name}#{index.Id}", index.Name, index, EquatableArray.Of(index), index.Type.Size is > 0 and <= 4) { Range = Interval.Of(index.Type) });
        var containers = new List<Guard>();
        var bounds = new List<Guard>();
        foreach (var fact in analysis.Accesses)
        {
            var access = fact.Access;
            if (access.Root.Rank == 0)
                continue;
            if (!context.IsInvariant(access.Root))
                return Refuse(access, $"'{access.Root.Text}' is another container in each iteration");
            var requires = new List<string>();
            if (!EarlyEvaluation.IsSafe(access.Root, requires))
                return Refuse(access, $"'{access.Root.Text}' cannot be looked at before the loop without risking an exception");
            EarlyEvaluation.RequireNotNull(access.Root, requires);
            containers.AddRange(requires.Select(r => new Guard(r, $"'{access.Root.Text}' is there")));
            if (isCheckedPerLane.Contains(access))
                continue;
            for (var dimension = 0; dimension < access.Subscripts.Count; dimension++)
            {
                var affine = fact.Affine[dimension];
                if (!affine.IsKnown || ranges.OverAll((affine.Coefficient * term) + affine.Offset) is not { } range)
                    return Refuse(access, $"the range of the subscripts of '{access.Display}' is not known before the loop");
                if (!mayCheckTooMuch && fact.IsConditional && IsDoubtful(context, access, dimension, affine))
                    return Refuse(access, $"'{access.Display}' is reached only under a condition and may lie outside its container otherwise");
                if (access.Root.Kind == MemoryKind.MultiArray)
                    containers.Add(new Guard($"{access.Root.Text}.GetLowerBound({dimension}) == 0", $"'{access.Root.Text}' starts at 0"));
                var length = Polynomial.Of(LengthTerm(access.Root, dimension));
                var meaning = $"'{access.Display}' stays inside '{access.Root.Text}'";
                var guards = range.Assumptions.Aggregate<Polynomial, IReadOnlyList<Guard>?>(
                    Guard.Always,
                    (all, a) => Guard.Both(all, Guard.AtLeast(a, Polynomial.Zero, meaning)));
                guards = Guard.Both(guards, Guard.AtLeast(range.Minimum, Polynomial.Zero, meaning));
                guards = Guard.Both(guards, Guard.AtLeast(length, range.Maximum + Polynomial.Constant(1), meaning));
                if (guards is null)
                    return Refuse(access, $"'{access.Display}' leaves its container");
                bounds.AddRange(guards);
            }
        }

        return ([.. containers.Distinct(), .. bounds.Distinct()], null);
    }

    /// <summary>
    /// Whether the subscript seems to leave the container in the first or the last iteration, which the condition then prevents: a
    /// guard for all iterations would fail in each call.
    /// </summary>
    private static bool IsDoubtful(LoopContext context, MemoryAccess access, int dimension, AffineSubscript affine)
    {
        if (affine.Offset.ConstantPart == 0)
            return false;
        var space = context.Loop.Space!;
        if (affine.Coefficient.ConstantValue is not { } coefficient || context.Polynomials.Build(space.Start) is not { } start
            || context.Polynomials.Build(space.End) is not { } end)
        {
            return true;
        }

        var atStart = (Polynomial.Constant(coefficient) * start) + affine.Offset;
        var beyond = (Polynomial.Constant(coefficient) * end) + affine.Offset - Polynomial.Of(LengthTerm(access.Root, dimension));
        return atStart.ConstantValue < 0 || beyond.ConstantValue > 0;
    }

    private static (IReadOnlyList<Guard>?, Refusal?) Refuse(MemoryAccess access, string reason) =>
        (null, new Refusal(RuleIds.BlocksVectors, access.Source, reason, default));

    private static Term LengthTerm(MemoryRoot root, int dimension)
    {
        var text = ContainerText.Length(root, dimension);
        return new Term($"{{{text}}}{string.Join(",", root.Reads.Select(r => r.Id))}", text, null, root.Reads, true) { Range = new Interval(0, int.MaxValue) };
    }
}
