using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <content>Elements in memory, and the lanes that hold them.</content>
internal sealed partial class LaneContext
{
    /// <summary>The elements that the lanes of one interleaved copy read at subscripts known before the loop; a truth value as a mask.</summary>
    /// <param name="access">The access.</param>
    /// <param name="copy">The number of the copy.</param>
    /// <param name="share">The name of a vector that other loads of the statement take lanes from too.</param>
    public string Load(MemoryAccess access, int copy, Func<string, string> share)
    {
        var element = access.Type;
        var reference = Base(access.Root);
        var value = Pattern(access) switch
        {
            AccessPattern.UnitStride when Rest is { } rest && element.Size64 < LaneBytes =>
                $"{RuntimeNames.Services}.MaskedLanes.{NarrowLoad(element)}({Typed(element, reference)}, {ElementIndex(access, copy)}, {ElementIndex(access, 0)}, {rest}_{copy})",
            AccessPattern.UnitStride when Rest is { } rest =>
                $"{RuntimeNames.Services}.MaskedLanes.Load({Typed(element, reference)}, {ElementIndex(access, copy)}{(copy > 0 ? $", {ElementIndex(access, 0)}" : "")}, {rest}_{copy})",
            AccessPattern.UnitStride => LoadElements(element, reference, ElementIndex(access, copy)),
            AccessPattern.Reversed => $"{Gather}.Reverse({LoadElements(element, reference, LastElementIndex(access, copy))})",
            AccessPattern.Packed => LoadPacked(access, copy),
            _ => Interleaved.Load(access, copy, share)
                ?? $"{Gather}.Load<{element.Primitive}, {LaneElement(element)}>({First(access)}, {StridedIndex(access, copy)}, (nint){Distance(access)})",
        };
        return Truth(element, value);
    }

    /// <summary>The elements at subscripts that each lane has computed and checked.</summary>
    /// <param name="access">The access.</param>
    /// <param name="indices">The subscripts, as signed integers of the lane's size.</param>
    /// <param name="mask">The lanes that read; null if all do.</param>
    public string LoadAt(MemoryAccess access, string indices, string? mask)
    {
        var element = access.Root.Element;
        var selected = mask is null ? "" : $", {mask}, {Length(access.Root)}";
        return Truth(element, $"{Gather}.Load<{element.Primitive}, {LaneElement(element)}>({Typed(element, Base(access.Root))}, {indices}{selected})");
    }

    /// <summary>The length of a container of one dimension.</summary>
    public string Length(MemoryRoot root) => Hoist("length", $"(int){Legality.ContainerText.Length(root, 0)}");

    /// <summary>The statement that stores the lanes of one interleaved copy.</summary>
    /// <param name="access">The access, at subscripts known before the loop.</param>
    /// <param name="value">The lanes.</param>
    /// <param name="mask">The lanes that write; null if all do.</param>
    /// <param name="copy">The copy.</param>
    public string Store(MemoryAccess access, string value, string? mask, int copy)
    {
        var element = access.Type;
        var reference = Base(access.Root);
        value = Bits(element, value);
        switch (Pattern(access))
        {
            case AccessPattern.UnitStride:
                return Neighbours(ElementIndex(access, copy));
            case AccessPattern.Reversed:
                value = $"{Gather}.Reverse({value})";
                mask = mask is null ? null : $"{Gather}.Reverse({mask})";
                return Neighbours(LastElementIndex(access, copy));
            case AccessPattern.Packed:
                var (place, counts) = Packed(access, copy);
                return $"{Pack}.Store<{element.Primitive}, {LaneElement(element)}>({value}, {counts}, {Typed(element, reference)}, {place})";
            default:
                if (InterleaveWindow.Of(this, access) is { Stride: 1 } window)
                    return StoreOnlyField(access, value, mask, $"(nuint)({window.Index(this, copy)})");
                var selected = mask is null ? "" : $", {mask}";
                return $"{Gather}.Store({value}{selected}, {First(access)}, {StridedIndex(access, copy)}, (nint){Distance(access)})";
        }

        string Neighbours(string index) => mask is null
            ? StoreElements(element, value, reference, index)
            : $"{Memory}.StoreMasked({value}, {mask}, {ElementReference(element, reference, index)})";
    }

    /// <summary>Stores the only field of neighbouring structs, which lies as an array of such numbers would.</summary>
    private string StoreOnlyField(MemoryAccess access, string value, string? mask, string index) => (mask, access.Type.Size64 == LaneBytes) switch
    {
        (not null, _) => $"{Memory}.StoreMasked({value}, {mask}, ref {Unsafe}.Add({First(access)}, {index}))",
        (_, true) => $"{Vector}.StoreUnsafe({value}, {First(access)}, {index})",
        _ => $"{Memory}.Store({value}, {First(access)}, {index})",
    };

    /// <summary>Loads neighbouring values narrower than a lane.</summary>
    public string LoadNarrow(MemoryAccess access, string index) => $"{Memory}.{NarrowLoad(access.Type)}({First(access)}, (nuint)({index}))";

    /// <summary>The statement that stores the lanes, in their order, at subscripts that each lane has computed and checked.</summary>
    /// <param name="access">The access.</param>
    /// <param name="value">The lanes.</param>
    /// <param name="indices">The subscripts, as signed integers of the lane's size.</param>
    /// <param name="mask">The lanes that write; null if all do.</param>
    public string StoreAt(MemoryAccess access, string value, string indices, string? mask)
    {
        var element = access.Root.Element;
        var selected = mask is null ? "" : $", {mask}";
        return $"{Gather}.Store({Bits(element, value)}, {Typed(element, Base(access.Root))}, {indices}{selected})";
    }

    private string Pack => $"{RuntimeNames.Services}.LanePack{Width}";

    private string LoadPacked(MemoryAccess access, int copy)
    {
        var (place, counts) = Packed(access, copy);
        return $"{Pack}.Load<{access.Type.Primitive}, {LaneElement(access.Type)}>({Typed(access.Type, Base(access.Root))}, {place}, {counts})";
    }

    /// <summary>
    /// Where the elements of a packed access begin, and the lanes that make it: those that were counted, as memory that another thread
    /// writes could have it that others make it now.
    /// </summary>
    private (string Place, string Counts) Packed(MemoryAccess access, int copy)
    {
        var value = Running.First(v => v.Current == access.Packed!.Counter);
        return (RunningLanes.Place(access.Packed!, value, copy), Local(value.Change, copy));
    }

    private string Truth(IrType element, string value) =>
        element.Kind == ScalarKind.Bool ? $"(~{Vector}.Equals({value}, {VectorType(LaneType.Mask)}.Zero))" : value;

    /// <summary>Lanes as they are stored: a truth value as 0 or 1.</summary>
    private string Bits(IrType element, string value) => element.Kind == ScalarKind.Bool ? $"({value} & {VectorType(LaneType.Mask)}.One)" : value;

    /// <summary>The C# type of the lanes that hold values of a type.</summary>
    public string LaneElement(IrType element) => LaneOf(element).Element(LaneBytes);

    private static string Typed(IrType element, string reference) =>
        IsPrimitiveSpelling(element) ? $"ref {reference}" : $"ref {Unsafe}.As<{element.Text}, {element.Primitive}>(ref {reference})";

    /// <summary>The first iteration of an interleaved copy.</summary>
    public string Iteration(int copy) => Pass(copy) + Ahead(copy);

    private string Pass(int copy) => IsFlattened ? FlattenedIteration(copy) : "__k";

    private string Ahead(int copy) => IsFlattened || copy == 0 ? "" : $" + {copy * Lanes}L";

    /// <summary>The element number in iteration <c>__k</c>, for one interleaved copy, of an access that follows the iterations.</summary>
    private string ElementIndex(MemoryAccess access, int copy) =>
        $"(nuint)({Pass(copy)} + {Start(access)}{Ahead(copy)})";

    /// <summary>The element number of the last lane of one interleaved copy, where the access runs against the iterations.</summary>
    private string LastElementIndex(MemoryAccess access, int copy) => $"(nuint)({Start(access)} - {Pass(copy)} - {((IsFlattened ? 1 : copy + 1) * Lanes) - 1}L)";

    private string StridedIndex(MemoryAccess access, int copy) => access.Number is { } field
        ? $"(nint)({RecordIndex(access, copy)} * {field.Stride}L + {field.Position}L)"
        : $"(nint)({RecordIndex(access, copy)})";

    /// <summary>The number of the element in iteration <c>__k</c>, for one interleaved copy, of an access with any stride.</summary>
    public string RecordIndex(MemoryAccess access, int copy) =>
        $"({Start(access)} + ({Iteration(copy)}) * {Stride(access)})";

    /// <summary>The number of values of the access's type from one iteration to the next.</summary>
    private string Distance(MemoryAccess access) => access.Number is { } field ? $"({Stride(access)} * {field.Stride}L)" : Stride(access);

    /// <summary>A reference to the first value of the access's type in its container.</summary>
    public string First(MemoryAccess access)
    {
        var reference = Base(access.Root);
        return access.Number is { } field
            ? $"ref {Unsafe}.As<{access.Root.Element.Text}, {field.Type.Primitive}>(ref {reference})"
            : Typed(access.Root.Element, reference);
    }

    /// <summary>The element number of the first iteration.</summary>
    private string Start(MemoryAccess access)
    {
        if (!_starts.TryGetValue(access, out var start))
            _starts.Add(access, start = FindStart(access));
        return start;
    }

    private string FindStart(MemoryAccess access)
    {
        var first = Polynomial.Of(new Term("__first", $"__first{_plan.Loop.Id}", null, default, true));
        var text = $"(long)({Linear(access, a => (a.Coefficient * first) + a.Offset)})";
        return _facts[access].Affine.All(a => a.Offset.Terms.All(t => t.Reads.All(Loop.IsInvariant))) ? Hoist("at", text) : text;
    }

    /// <summary>The number of elements from one iteration to the next.</summary>
    private string Stride(MemoryAccess access)
    {
        if (!_strides.TryGetValue(access, out var stride))
            _strides.Add(access, stride = Hoist("stride", $"(long)({Linear(access, a => a.Coefficient * Polynomial.Constant(Step))})"));
        return stride;
    }

    /// <summary>One number for the subscripts of all dimensions, the last of which are neighbours in memory.</summary>
    private string Linear(MemoryAccess access, Func<AffineSubscript, Polynomial> part)
    {
        var fact = _facts[access];
        var texts = new List<string>();
        for (var dimension = 0; dimension < fact.Affine.Count; dimension++)
        {
            var value = part(fact.Affine[dimension]);
            if (value.IsZero)
                continue;
            var text = $"({value.ToCSharp()})";
            for (var inner = dimension + 1; inner < fact.Affine.Count; inner++)
                text += $" * {access.Root.Text}.GetLength({inner})";
            texts.Add(text);
        }

        return texts.Count == 0 ? "0L" : string.Join(" + ", texts);
    }

    /// <summary>The lanes of a reduction that one interleaved copy accumulates.</summary>
    public string LoadLanes(Reduction reduction, int copy) =>
        LoadElements(reduction.Accumulator.Type, $"{Marshal}.GetReference(__lanes_{LoopEmitter.Plain(reduction)})", $"{copy * Lanes}");

    /// <summary>Puts an accumulator back into its lanes.</summary>
    public string StoreLanes(Reduction reduction, int copy) => StoreElements(
        reduction.Accumulator.Type,
        Local(reduction.Accumulator, copy),
        $"{Marshal}.GetReference(__lanes_{LoopEmitter.Plain(reduction)})",
        $"{copy * Lanes}");

    /// <summary>Loads neighbouring elements of a memory type into lanes.</summary>
    public string LoadElements(IrType element, string reference, string index)
    {
        var lane = LaneOf(element);
        if (element.Size64 == LaneBytes)
        {
            var load = $"{Vector}.LoadUnsafe(ref {reference}, {index})";
            return IsPrimitiveSpelling(element) ? load : $"{Vector}.LoadUnsafe(ref {Unsafe}.As<{element.Text}, {lane.Element(LaneBytes)}>(ref {reference}), {index})";
        }

        var typed = IsPrimitiveSpelling(element) ? $"ref {reference}" : $"ref {Unsafe}.As<{element.Text}, {element.Primitive}>(ref {reference})";
        return $"{Memory}.{NarrowLoad(element)}({typed}, {index})";
    }

    /// <summary>The method that loads elements narrower than a lane.</summary>
    private string NarrowLoad(IrType element) => $"Load{(LaneOf(element) is not LaneType.Mask and var lane ? lane.ToString() : $"Int{LaneBytes * 8}")}";

    /// <summary>Stores lanes to neighbouring elements of a memory type.</summary>
    public string StoreElements(IrType element, string value, string reference, string index)
    {
        var typed = IsPrimitiveSpelling(element) ? $"ref {reference}" : $"ref {Unsafe}.As<{element.Text}, {element.Primitive}>(ref {reference})";
        return element.Size64 == LaneBytes ? $"{Vector}.StoreUnsafe({value}, {typed}, {index})" : $"{Memory}.Store({value}, {typed}, {index})";
    }

    /// <summary>A reference to the primitive element a store begins at, for masked stores.</summary>
    public string ElementReference(IrType element, string reference, string index)
    {
        var typed = IsPrimitiveSpelling(element) ? reference : $"{Unsafe}.As<{element.Text}, {element.Primitive}>(ref {reference})";
        return $"ref {Unsafe}.Add(ref {typed}, {index})";
    }
}
