using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Decides whether two accesses can touch one element where at least one is to a row of an array of arrays that is another row from
/// iteration to iteration. With rows that are different arrays, <c>a[i][j]</c> is an element of a matrix, and the tests for two subscripts
/// decide; that the rows are different is asked of the runtime.
/// </summary>
/// <param name="context">The loop.</param>
/// <param name="test">The tests of subscripts.</param>
internal sealed class RowDependence(LoopContext context, DependenceTest test)
{
    private const string Helper = "global::AutoParallel.CompilerServices.RowAliasing";

    /// <summary>What it takes to look at one row, as measured on rows that lie in the order in which they were made.</summary>
    private const double Nanoseconds = 1.2;

    /// <summary>What is known of the two, or why nothing is.</summary>
    /// <param name="write">The one, a write.</param>
    /// <param name="other">The other; may be the same.</param>
    public (DependenceResult? Result, string? Unknown) Test(AccessFact write, AccessFact other)
    {
        var (root, otherRoot) = (context.Resolve(write.Access.Root), context.Resolve(other.Access.Root));

        // Different places inside two arrays are different elements, also where the two are one array.
        if (AliasAnalysis.Relate(root, otherRoot) == AliasKind.SameOrDisjoint && test.Test(write, other) is { Guards.Count: 0 } apart)
            return (apart, null);
        return (RowOf(root), RowOf(otherRoot)) switch
        {
            ({ } row, { } otherRow) => RowAndRow(write, row, other, otherRow),
            ({ } row, null) => RowAndContainer(row, root, otherRoot, other),
            (null, { } otherRow) => RowAndContainer(otherRow, otherRoot, root, write),
            _ => (null, $"'{(context.IsInvariant(root) ? other : write).Access.Display}' is in a container that the compiler cannot follow from one iteration to another"),
        };
    }

    private (DependenceResult? Result, string? Unknown) RowAndRow(AccessFact write, Row row, AccessFact other, Row otherRow)
    {
        if (row.Element != otherRow.Element)
            return (null, $"'{write.Access.Display}' and '{other.Access.Display}' may be elements of the same row");
        if (ContainerText.NotNull(row.Table) is not { } present)
            return (null, CannotBeSeen(row));
        if (ContainerText.NotNull(otherRow.Table) is not { } otherPresent)
            return (null, CannotBeSeen(otherRow));
        var first = AsMatrix(write, row);
        var result = test.Test(first, ReferenceEquals(write, other) ? first : AsMatrix(other, otherRow));
        var isOne = row.Table.Text == otherRow.Table.Text;
        if (result.Guards is null && isOne)
            return (result, null);
        var (table, otherTable) = (row.Table.Text, otherRow.Table.Text);
        var guard = result.Guards is null ? new Guard($"{Helper}.AreDisjoint({table}, {otherTable})", $"no row of '{table}' is a row of '{otherTable}'")
            : (isOne, CommonRange(row, otherRow)) switch
            {
                (true, { } range) => new Guard($"{Helper}.AreDistinct({table}, {range})", $"the rows of '{table}' are different arrays"),
                (true, null) => new Guard($"{Helper}.AreDistinct({table})", $"the rows of '{table}' are different arrays"),
                (false, { } range) => new Guard($"{Helper}.AreDistinct({table}, {otherTable}, {range})", $"no row of '{table}' is another row of '{otherTable}'"),
                (false, null) => new Guard($"{Helper}.AreDistinct({table}, {otherTable})", $"no row of '{table}' is another row of '{otherTable}'"),
            };
        guard = guard with { NanosecondsPerIteration = Nanoseconds };
        return (result.Guards is null
            ? new DependenceResult([.. present, .. otherPresent, guard])
            : result with { Guards = [.. present, .. otherPresent, .. result.Guards, guard] }, null);
    }

    private (DependenceResult? Result, string? Unknown) RowAndContainer(Row row, MemoryRoot rowRoot, MemoryRoot container, AccessFact access)
    {
        if (!context.IsInvariant(container))
            return (null, $"'{access.Access.Display}' is in a container that the compiler cannot follow from one iteration to another");
        if (ContainerText.NotNull(row.Table) is not { } present)
            return (null, CannotBeSeen(row));
        if (ContainerText.NotNull(container) is not { } otherPresent)
            return (null, $"whether '{container.Text}' is a row of '{row.Table.Text}' cannot be asked before the loop; store it in a local");
        var rows = RangeOf(row) is { } range ? $"{row.Table.Text}, {range}" : row.Table.Text;
        Guard guard;
        if (AliasAnalysis.Relate(rowRoot, container) == AliasKind.Overlap)
            guard = new Guard($"{Helper}.ExcludesMemory({rows}, {ContainerText.Span(container)})", $"'{container.Text}' is no part of a row of '{row.Table.Text}'");
        else if (container.Kind == MemoryKind.Array && container.Element == row.Element)
            guard = new Guard($"{Helper}.Excludes({rows}, {container.Text})", $"'{container.Text}' is no row of '{row.Table.Text}'");
        else
            return (null, $"'{access.Access.Display}' may be in a row of '{row.Table.Text}'");
        return (new DependenceResult([.. present, .. otherPresent, guard]), null);
    }

    /// <summary>The row that a container is; null where it is none, or the loop may replace rows.</summary>
    private Row? RowOf(MemoryRoot root)
    {
        if (root is not { Kind: MemoryKind.Array, Rank: 1, Parent: { Root: { Kind: MemoryKind.Array, Rank: 1 }, Subscripts.Count: 1, Path: "" } parent })
            return null;
        var table = context.Resolve(parent.Root);
        return context.IsInvariant(table) && context.KeepsContents(parent) ? new Row(table, parent.Subscripts[0], root.Element) : null;
    }

    private AffineSubscript SubscriptOf(Row row) =>
        context.Polynomials.Build(row.Subscript)?.SplitBy(context.Loop.Space!.Index) is { } split ? new AffineSubscript(split.Coefficient, split.Offset) : AffineSubscript.Unknown;

    /// <summary>The access with the row as its first subscript.</summary>
    private AccessFact AsMatrix(AccessFact fact, Row row)
    {
        var subscript = SubscriptOf(row);
        return fact with
        {
            Access = fact.Access with
            {
                Root = fact.Access.Root with { Rank = fact.Access.Root.Rank + 1 },
                Subscripts = fact.Access.Subscripts.Prepend(row.Subscript).ToEquatableArray(),
            },
            Affine = fact.Affine.Prepend(subscript).ToEquatableArray(),
            IsAffine = subscript.IsKnown && fact.IsAffine,
        };
    }

    private string? CommonRange(Row row, Row other) =>
        RangeOf(row) is { } range && RangeOf(other) == range ? range : null;

    /// <summary>The rows of all iterations as a start, a count and a step; null where iterations have several or that cannot be said before the loop.</summary>
    private string? RangeOf(Row row)
    {
        if (SubscriptOf(row) is not { IsKnown: true } split || split.Coefficient.ConstantValue is not (1 or -1) || !split.Offset.Terms.All(t => t.Reads.All(context.IsInvariant))
            || context.Polynomials.Build(context.Loop.Space!.Step) is not { } step || step.ConstantValue is null or 0)
        {
            return null;
        }

        var coefficient = split.Coefficient.ToCSharp();
        return $"__first{context.Loop.Id} * ({coefficient}) + ({split.Offset.ToCSharp()}), __trip{context.Loop.Id}, ({coefficient}) * ({step.ToCSharp()})";
    }

    private static string CannotBeSeen(Row row) => $"the rows of '{row.Table.Text}' cannot be looked at before the loop; store it in a local";

    /// <param name="Table">The array of arrays, the same in all iterations.</param>
    /// <param name="Subscript">Which of its arrays.</param>
    /// <param name="Element">The element type of the rows.</param>
    private sealed record Row(MemoryRoot Table, IrExpression Subscript, IrType Element);
}
