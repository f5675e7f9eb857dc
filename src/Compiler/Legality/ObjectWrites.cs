using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Decides whether iterations that write a field of an object keep to an object each: the object is the element of an array, list or span at the
/// loop's own index, no other access to the field is to the object of another iteration, and the elements are different objects, which is
/// asked of the runtime before the loop.
/// </summary>
/// <param name="context">The loop.</param>
/// <param name="analysis">Its facts.</param>
internal sealed class ObjectWrites(LoopContext context, LoopAnalysis analysis)
{
    private const string Helper = "global::AutoParallel.CompilerServices.ObjectAliasing";

    /// <summary>What it takes to look at one reference, as measured on objects that mostly lie in the order in which they were made.</summary>
    private const double Nanoseconds = 1.2;

    /// <summary>What must hold at run time; null where that cannot be asked, with the access that stands in the way if it is one.</summary>
    public (IReadOnlyList<Guard>? Guards, MemoryAccess? Other) Check(MemoryAccess write)
    {
        if (write.Member is null || OwnerOf(write) is not { } owner || SubscriptOf(owner) is not { } subscript || RangeOf(subscript) is not { } range)
            return (null, null);
        var table = context.Resolve(owner.Root);
        if (!context.IsInvariant(table) || !context.KeepsContents(owner) || ContainerText.NotNull(table) is not { } present || ReadsObjects())
            return (null, null);
        var own = context.Polynomials.Build(owner.Subscripts[0]);
        foreach (var fact in analysis.Accesses.Where(a => MayBe(a.Access, write)))
        {
            var isOwn = OwnerOf(fact.Access) is { } other && context.Resolve(other.Root) is { } otherTable && otherTable.Text == table.Text && otherTable.Kind == table.Kind
                && context.Polynomials.Build(other.Subscripts[0]) is { } otherSubscript && otherSubscript.Equals(own);
            if (!isOwn)
                return (null, fact.Access);
        }

        var guard = new Guard($"{Helper}.AreDistinct({ContainerText.Span(table)}, {range})", $"the elements of '{table.Text}' are different objects") { NanosecondsPerIteration = Nanoseconds };
        return ([.. present, guard], null);
    }

    /// <summary>Whether something reads objects as wholes, as the equality of records does.</summary>
    private bool ReadsObjects() => context.Loop.Body.AllEffects().Any(e => e.ReadsHeap || e.ReadsObjects);

    /// <summary>Whether an access may be to the field, of whatever object; a reference may be to any field.</summary>
    private bool MayBe(MemoryAccess access, MemoryAccess write) => access.Root.Kind switch
    {
        MemoryKind.Reference => true,
        MemoryKind.Field when access.Root.Reads.Any(v => v is { Kind: VariableKind.This, Type.IsReference: false }) => true,
        MemoryKind.Field => (access.Member is null || access.Member == write.Member) && !context.IsFresh(access.Root),
        _ => false,
    };

    /// <summary>The element that is the object whose field is accessed; null where it is none.</summary>
    private MemoryAccess? OwnerOf(MemoryAccess access)
    {
        var root = access.Root;
        var holder = root.Kind != MemoryKind.Field ? null
            : root.Parent ?? (root.Reads.Count == 1 && root.Reads[0] is { IsCaptured: false, Type.IsReference: true } local && context.Definitions.TryGetValue(local, out var value) && value is Load element ? element.Access : null);
        return holder is { Subscripts.Count: 1, Path: "", Root: { Rank: 1, Element.IsReference: true, Kind: MemoryKind.Array or MemoryKind.List or MemoryKind.Span or MemoryKind.ReadOnlySpan } } ? holder : null;
    }

    private AffineSubscript? SubscriptOf(MemoryAccess owner) =>
        context.Polynomials.Build(owner.Subscripts[0])?.SplitBy(context.Loop.Space!.Index) is { } split && split.Coefficient.ConstantValue is 1 or -1
        && split.Offset.Terms.All(t => t.Reads.All(context.IsInvariant))
            ? new AffineSubscript(split.Coefficient, split.Offset)
            : null;

    /// <summary>The subscripts of all iterations as a start, a count and a step; null where that cannot be said before the loop.</summary>
    private string? RangeOf(AffineSubscript subscript)
    {
        if (context.Polynomials.Build(context.Loop.Space!.Step)?.ConstantValue is not { } step || step is 0 or int.MinValue)
            return null;
        var coefficient = subscript.Coefficient.ConstantValue!.Value;
        var id = context.Loop.Id;
        return $"({subscript.Offset.ToCSharp("long")}) + ({coefficient}L) * __first{id}, __trip{id}, {coefficient * step}L";
    }
}
