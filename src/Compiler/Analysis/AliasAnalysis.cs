using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>How two containers may share memory.</summary>
public enum AliasKind
{
    /// <summary>Never.</summary>
    None,

    /// <summary>They are one and the same, or disjoint.</summary>
    SameOrDisjoint,

    /// <summary>They may overlap at any offset.</summary>
    Overlap,
}

/// <summary>Decides from kinds and types how two differently named containers may share memory.</summary>
public static class AliasAnalysis
{
    /// <summary>The relation of two containers with different texts.</summary>
    public static AliasKind Relate(MemoryRoot left, MemoryRoot right)
    {
        if (left.Kind == MemoryKind.String || right.Kind == MemoryKind.String || IsField(left) || IsField(right))
            return AliasKind.None;

        // A 'ref struct' lies on the stack, where it shares memory with its like alone; a loop that writes one is refused for that.
        if (left.Element.IsRefLike || right.Element.IsRefLike)
            return AliasKind.None;
        if (IsView(left) || IsView(right))
            return MayShareBytes(left.Element, right.Element) ? AliasKind.Overlap : AliasKind.None;
        var sameShape = Shape(left) == Shape(right) && left.Rank == right.Rank;
        return sameShape && MayBeSameElement(left.Element, right.Element) ? AliasKind.SameOrDisjoint : AliasKind.None;
    }

    /// <summary>Whether two containers, which may be one and the same, may have memory in common.</summary>
    public static bool MayMeet(MemoryRoot left, MemoryRoot right) => left.Text == right.Text || Relate(left, right) != AliasKind.None;

    /// <summary>Whether the container is a view into memory that it does not own.</summary>
    public static bool IsView(MemoryRoot root) => root.Kind is MemoryKind.Span or MemoryKind.ReadOnlySpan or MemoryKind.Reference;

    /// <summary>An immutable array is an array that nobody should write, but may.</summary>
    private static MemoryKind Shape(MemoryRoot root) => root.Kind == MemoryKind.ImmutableArray ? MemoryKind.Array : root.Kind;

    private static bool IsField(MemoryRoot root) => root.Kind is MemoryKind.Field or MemoryKind.StaticField;

    /// <summary>Spans of any types without references can be cast into each other; references lie only among references.</summary>
    private static bool MayShareBytes(IrType left, IrType right) =>
        left.Kind == ScalarKind.Other || right.Kind == ScalarKind.Other || (left.Size >= 0 && right.Size >= 0);

    /// <summary>The runtime lets <c>int[]</c> be cast to <c>uint[]</c>, and enums to their underlying type; and arrays of references are covariant.</summary>
    private static bool MayBeSameElement(IrType left, IrType right) => (left.Kind, right.Kind) switch
    {
        (ScalarKind.Other, ScalarKind.Other) => left.Text == right.Text || left.IsReference == right.IsReference,
        (ScalarKind.Other, _) or (_, ScalarKind.Other) => false,
        _ => left.Kind == right.Kind || (left.Size == right.Size && !left.IsFloatingPoint && !right.IsFloatingPoint),
    };
}
