using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// Stores that follow each other and together write all of the neighbouring values that belong to an iteration, such as all fields of a
/// struct: the lanes are put into the order of memory, and stored as neighbours.
/// </summary>
internal sealed class InterleavedStores(LaneContext context)
{
    /// <summary>The stores from a statement on that are written together, in the order of memory; null where there are none.</summary>
    public IReadOnlyList<Store>? GroupAt(EquatableArray<Statement> statements, int first)
    {
        if (statements[first] is not Store { Access: var access } || context.Pattern(access) != AccessPattern.Strided
            || access.Type.Size64 != context.LaneBytes || InterleaveWindow.Of(context, access) is not { } window)
        {
            return null;
        }

        var count = window.Stride;
        if (count < 2 || count > context.Lanes / 2 || window.Width != count || first + count > statements.Count)
            return null;
        var group = new Store[count];
        for (var i = 0; i < count; i++)
        {
            if (statements[first + i] is not Store store || !IsSameRecord(store.Access, access) || InterleaveWindow.Of(context, store.Access) is not { } other
                || group[other.Position] is not null || group.Any(s => s is not null && MayRead(store.Value, s.Access, count)))
            {
                return null;
            }

            group[other.Position] = store;
        }

        return group;
    }

    /// <summary>The statements that store the lanes of one interleaved copy.</summary>
    /// <param name="group">The stores in the order of memory.</param>
    /// <param name="values">The lanes of each.</param>
    /// <param name="copy">The copy.</param>
    public IEnumerable<string> Write(IReadOnlyList<Store> group, IReadOnlyList<string> values, int copy)
    {
        var access = group[0].Access;
        var window = InterleaveWindow.Of(context, access)!;
        for (var vector = 0; vector < group.Count; vector++)
        {
            var places = Enumerable.Range(vector * context.Lanes, context.Lanes).ToList();
            var result = values[0];
            for (var source = 1; source < group.Count; source++)
            {
                var from = places.Select((place, lane) => place % group.Count == source ? context.Lanes + (place / group.Count)
                    : source == 1 && place % group.Count == 0 ? place / group.Count
                    : lane);
                result = context.Pick(result, values[source], from);
            }

            yield return $"{context.Vector}.StoreUnsafe({result}, {context.First(access)}, (nuint)({window.Index(context, copy)}{InterleaveWindow.Plus(vector * context.Lanes)}));";
        }
    }

    /// <summary>Whether two accesses of one container are to the values of the same iteration.</summary>
    private bool IsSameRecord(MemoryAccess access, MemoryAccess other)
    {
        if (access.Root.Text != other.Root.Text || access.Root.Kind != other.Root.Kind || access.Type != other.Type || (access.Number is null) != (other.Number is null)
            || context.Pattern(access) != AccessPattern.Strided || InterleaveWindow.Of(context, access) is not { } one || InterleaveWindow.Of(context, other) is not { } two)
        {
            return false;
        }

        var (left, right) = (context.Fact(one.First).Affine, context.Fact(two.First).Affine);
        if (one.Stride != two.Stride || left.Count != right.Count || !left.Zip(right, (a, b) => a.Coefficient.Equals(b.Coefficient)).All(same => same)
            || !left.Take(left.Count - 1).Zip(right, (a, b) => a.Offset.Equals(b.Offset)).All(same => same))
        {
            return false;
        }

        return left[left.Count - 1].Offset.Equals(right[right.Count - 1].Offset);
    }

    /// <summary>Whether a value may depend on an element that an earlier store of the group writes, in any lane.</summary>
    private bool MayRead(IrExpression value, MemoryAccess written, int stride) =>
        value.SelfAndDescendants().OfType<Load>().Any(l => MayMeet(l.Access, written, stride));

    private bool MayMeet(MemoryAccess read, MemoryAccess written, int stride)
    {
        if (read.Root.Kind is MemoryKind.String or MemoryKind.ImmutableArray)
            return false;
        if (read.Root.Text != written.Root.Text || read.Root.Kind != written.Root.Kind)
        {
            if (read.Root.Kind != MemoryKind.Array || written.Root.Kind != MemoryKind.Array)
                return true;
            if (read.Root.Element.Text != written.Root.Element.Text && !(read.Root.Element.IsInteger && written.Root.Element.IsInteger))
                return false;
        }

        if (read.Number is { } field && written.Number is { } other)
            return field.Offset < other.Offset + other.Type.Size64 && other.Offset < field.Offset + field.Type.Size64;
        if (read.Number is not null || written.Number is not null || context.Pattern(read) != AccessPattern.Strided)
            return true;
        var (left, right) = (context.Fact(read).Affine, context.Fact(written).Affine);
        return left.Count != 1 || right.Count != 1 || !left[0].Coefficient.Equals(right[0].Coefficient)
            || (left[0].Offset - right[0].Offset).ConstantValue is not { } distance || distance % stride == 0;
    }
}
