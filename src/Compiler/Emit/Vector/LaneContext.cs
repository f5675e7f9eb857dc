using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>What all statements of one vector method share: names, hoisted values and memory.</summary>
internal sealed class LaneContext
{
    private const string Marshal = RuntimeNames.MarshalAlias;
    private const string Unsafe = RuntimeNames.UnsafeAlias;

    private readonly LoopPlan _plan;
    private readonly List<string> _prologue = [];
    private readonly Dictionary<string, string> _hoisted = new(StringComparer.Ordinal);
    private readonly Dictionary<MemoryAccess, AccessFact> _facts = [];

    /// <summary>What every copy of the body asks of an access.</summary>
    private readonly Dictionary<MemoryAccess, AccessPattern> _patterns = new(ReferenceComparer.Instance);
    private readonly Dictionary<MemoryAccess, string> _starts = new(ReferenceComparer.Instance);
    private readonly Dictionary<MemoryAccess, string> _strides = new(ReferenceComparer.Instance);
    private readonly Dictionary<string, Variable> _named = new(StringComparer.Ordinal);
    private readonly UniformityAnalysis _uniformity;
    private readonly UniformityAnalysis _inPlace;

    /// <summary>Prepares one method.</summary>
    /// <param name="plan">The loop.</param>
    /// <param name="loop">The facts of the loop as lanes run it, which its widths share.</param>
    /// <param name="width">Bits of a vector.</param>
    /// <param name="isStatic">Whether the method has what the loop uses as parameters, not as fields of the region.</param>
    public LaneContext(LoopPlan plan, LoopContext loop, int width, bool isStatic = false)
    {
        _plan = plan;
        FirstIndex = isStatic ? "__first" : "this.__first";
        Width = width;
        LaneBytes = plan.Vector!.LaneBytes;
        Lanes = width / 8 / LaneBytes;
        Loop = loop;
        _uniformity = new UniformityAnalysis(Loop);
        _inPlace = new UniformityAnalysis(Loop, Loop.UniformIndices);
        Accumulators = [.. plan.Analysis.Reductions.Select(r => r.Accumulator)];
        Step = Loop.Polynomials.Build(plan.Loop.Space!.Step)!.ConstantValue!.Value;
        foreach (var fact in plan.Lanes.Accesses)
            _facts[fact.Access] = fact;
        Faults = new LaneFaults(_inPlace, Pattern);
        Interleaved = new InterleavedLoads(this);
        Inductions = new LaneInductions(this);
        var fields = RegionTypeEmitter.Captured(plan).Where(v => !isStatic && v.Kind != VariableKind.Reference && (v.Kind != VariableKind.This || v.Type.IsReference));
        foreach (var variable in fields.OrderBy(v => v.Kind == VariableKind.This))
            _prologue.Add($"{variable.Type.Text} {variable.Name} = this.{variable.Name};");
        _prologue.Add($"long __first{plan.Loop.Id} = {FirstIndex};");
    }

    /// <summary>The accumulators of the loop's reductions, which live across passes.</summary>
    public HashSet<Variable> Accumulators { get; }

    /// <summary>The first index.</summary>
    public string FirstIndex { get; }

    /// <summary>Bits of a vector.</summary>
    public int Width { get; }

    /// <summary>Bytes of a lane.</summary>
    public int LaneBytes { get; }

    /// <summary>Lanes of a vector.</summary>
    public int Lanes { get; }

    /// <summary>The loop's facts.</summary>
    public LoopContext Loop { get; }

    /// <summary>The constant step of the index.</summary>
    public long Step { get; }

    /// <summary>The static class of vector operations.</summary>
    public string Vector => $"{RuntimeNames.VectorAlias}{Width}";

    /// <summary>The runtime's class that loads and stores narrow elements.</summary>
    public string Memory => $"{RuntimeNames.MemoryAlias}{Width}";

    /// <summary>The runtime's class that moves elements that are not neighbours.</summary>
    public string Gather => $"{RuntimeNames.GatherAlias}{Width}";

    /// <summary>The runtime's class that takes interleaved values apart.</summary>
    public string Interleave => $"{RuntimeNames.Services}.LaneInterleave{Width}";

    /// <summary>The label of the code that finishes in order what a pass has found that it must not go on with.</summary>
    public string Failure { get; } = "__inOrder";

    /// <summary>The operations that may throw.</summary>
    public LaneFaults Faults { get; }

    /// <summary>The variable that says in which lanes the loop is left; null for a loop that runs to its end.</summary>
    public Variable? Exit => _plan.Vector!.Exit;

    /// <summary>The values that lanes carry on in the order of the iterations.</summary>
    public IReadOnlyList<RunningValue> Running => _plan.Vector!.Running;

    /// <summary>Whether lanes only add up what the iterations contribute to those values.</summary>
    public bool AddsUp => _plan.Vector!.AddsUp;

    /// <summary>The mask of the iterations that are left at the end, fewer than lanes; null where all lanes have one.</summary>
    public string? Rest { get; set; }

    /// <summary>Whether what is written belongs to vectors that run iterations of their own choice, not neighbouring ones.</summary>
    public bool IsFlattened { get; set; }

    /// <summary>The first iteration of a vector of a flattened loop.</summary>
    public static string FlattenedIteration(int copy) => $"__k_{copy}";

    /// <summary>
    /// Whether a pass jumps to <see cref="Failure"/> where a class of characters is asked that ranges in ASCII do not tell, instead of calling what
    /// does: around a call no vector stays in a register.
    /// </summary>
    public bool LeavesAtOtherCharacters { get; init; }

    /// <summary>The values that follow the index.</summary>
    public LaneInductions Inductions { get; }

    /// <summary>The loads of several values that lie next to each other in each iteration.</summary>
    private InterleavedLoads Interleaved { get; }

    /// <summary>What is known of the accesses.</summary>
    public IEnumerable<AccessFact> Accesses => _facts.Values;

    /// <summary>What is known of an access.</summary>
    public AccessFact Fact(MemoryAccess access) => _facts[access];

    /// <summary>Whether some pass may jump to <see cref="Failure"/>.</summary>
    public bool CanFail { get; set; }

    /// <summary>What must be written before the loop.</summary>
    public IEnumerable<string> Prologue => _prologue;

    /// <summary>Whether the value is the same in all lanes and can be had before the loop.</summary>
    public bool IsUniform(IrExpression expression) => _uniformity.IsUniform(expression);

    /// <summary>Whether the value is the same in all lanes where it stands, inside loops that they run together.</summary>
    public bool IsUniformInPlace(IrExpression expression) => _inPlace.IsUniform(expression);

    /// <summary>Values that the copies of the statement being written share, by their text.</summary>
    public Dictionary<string, string> Shared { get; } = new(StringComparer.Ordinal);

    /// <summary>The lane type of a C# type.</summary>
    public LaneType LaneOf(IrType type) => LaneTypes.Of(type, LaneBytes) ?? throw new InvalidOperationException($"'{type}' in lanes of {LaneBytes} bytes");

    /// <summary>The vector type of a lane type.</summary>
    public string VectorType(LaneType type) => $"global::System.Runtime.Intrinsics.Vector{Width}<{type.Element(LaneBytes)}>";

    /// <summary>The name of one interleaved copy of a variable.</summary>
    public string Local(Variable variable, int copy)
    {
        // Vectors of a flattened loop end one after another, and what they add up is exact in any order.
        if (IsFlattened && Accumulators.Contains(variable))
            copy = 0;
        var name = variable.Name.TrimStart('@');
        if (!_named.TryGetValue(name, out var first))
            _named.Add(name, first = variable);
        return first == variable ? $"{name}_{copy}" : $"{name}_{variable.Id}_{copy}";
    }

    /// <summary>A value made once before the loop; equal texts share a name.</summary>
    public string Hoist(string prefix, string expression)
    {
        if (_hoisted.TryGetValue(expression, out var known))
            return known;
        var name = $"__{prefix}{_hoisted.Count}";
        _hoisted.Add(expression, name);
        _prologue.Add($"var {name} = {expression};");
        return name;
    }

    /// <summary>A vector of constants, made before the loop.</summary>
    public string Constants(IEnumerable<int> values, string suffix, string prefix = "") =>
        Hoist("vector", $"{Vector}.Create({string.Join(", ", values.Select(v => $"{prefix}{v.ToString(CultureInfo.InvariantCulture)}{suffix}"))})");

    /// <summary>Lanes of two vectors: numbers from the number of lanes on are those of the second.</summary>
    public string Pick(string first, string second, IEnumerable<int> from) => $"{Interleave}.Pick({first}, {second}, {Constants(from, LaneBytes == 4 ? "" : "L")})";

    /// <summary>A reference to a container's first element.</summary>
    public string Base(MemoryRoot root)
    {
        var element = root.Element.Text;
        var reference = root.Kind switch
        {
            MemoryKind.Array => $"ref {Marshal}.GetArrayDataReference({root.Text})",
            MemoryKind.MultiArray => $"ref {Unsafe}.As<byte, {element}>(ref {Marshal}.GetArrayDataReference((global::System.Array){root.Text}))",
            MemoryKind.List => $"ref {Marshal}.GetReference(global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({root.Text}))",
            MemoryKind.ImmutableArray => $"ref {Marshal}.GetReference({root.Text}.AsSpan())",
            MemoryKind.String => $"ref {Marshal}.GetReference(global::System.MemoryExtensions.AsSpan({root.Text}))",
            _ => $"ref {Marshal}.GetReference({root.Text})",
        };
        var key = $"base {reference}";
        if (_hoisted.TryGetValue(key, out var known))
            return known;
        var name = $"__base{_hoisted.Count}";
        _hoisted.Add(key, name);
        _prologue.Add($"ref {element} {name} = {reference};");
        return name;
    }

    /// <inheritdoc cref="VectorPlan.Holds"/>
    public bool Holds(Reduction reduction) => _plan.Vector!.Holds(reduction);

    /// <inheritdoc cref="VectorPlan.CombinesHeld"/>
    public bool CombinesHeld(Reduction reduction) => _plan.Vector!.CombinesHeld(reduction);

    /// <summary>How neighbouring lanes access memory.</summary>
    public AccessPattern Pattern(MemoryAccess access)
    {
        if (!_patterns.TryGetValue(access, out var pattern))
            _patterns.Add(access, pattern = AccessPatterns.Of(_facts[access], Loop));
        return pattern;
    }

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
                ?? $"{Gather}.Load<{Primitive(element)}, {LaneElement(element)}>({First(access)}, {StridedIndex(access, copy)}, (nint){Distance(access)})",
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
        return Truth(element, $"{Gather}.Load<{Primitive(element)}, {LaneElement(element)}>({Typed(element, Base(access.Root))}, {indices}{selected})");
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
                return $"{Pack}.Store<{Primitive(element)}, {LaneElement(element)}>({value}, {counts}, {Typed(element, reference)}, {place})";
            default:
                var selected = mask is null ? "" : $", {mask}";
                return $"{Gather}.Store({value}{selected}, {First(access)}, {StridedIndex(access, copy)}, (nint){Distance(access)})";
        }

        string Neighbours(string index) => mask is null
            ? StoreElements(element, value, reference, index)
            : $"{Memory}.StoreMasked({value}, {mask}, {ElementReference(element, reference, index)})";
    }

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
        return $"{Pack}.Load<{Primitive(access.Type)}, {LaneElement(access.Type)}>({Typed(access.Type, Base(access.Root))}, {place}, {counts})";
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
        IsPrimitiveSpelling(element) ? $"ref {reference}" : $"ref {Unsafe}.As<{element.Text}, {Primitive(element)}>(ref {reference})";

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
            ? $"ref {Unsafe}.As<{access.Root.Element.Text}, {Primitive(field.Type)}>(ref {reference})"
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

        var typed = IsPrimitiveSpelling(element) ? $"ref {reference}" : $"ref {Unsafe}.As<{element.Text}, {Primitive(element)}>(ref {reference})";
        return $"{Memory}.{NarrowLoad(element)}({typed}, {index})";
    }

    /// <summary>The method that loads elements narrower than a lane.</summary>
    private string NarrowLoad(IrType element) => $"Load{(LaneOf(element) is not LaneType.Mask and var lane ? lane.ToString() : $"Int{LaneBytes * 8}")}";

    /// <summary>Stores lanes to neighbouring elements of a memory type.</summary>
    public string StoreElements(IrType element, string value, string reference, string index)
    {
        var typed = IsPrimitiveSpelling(element) ? $"ref {reference}" : $"ref {Unsafe}.As<{element.Text}, {Primitive(element)}>(ref {reference})";
        return element.Size64 == LaneBytes ? $"{Vector}.StoreUnsafe({value}, {typed}, {index})" : $"{Memory}.Store({value}, {typed}, {index})";
    }

    /// <summary>A reference to the primitive element a store begins at, for masked stores.</summary>
    public string ElementReference(IrType element, string reference, string index)
    {
        var typed = IsPrimitiveSpelling(element) ? reference : $"{Unsafe}.As<{element.Text}, {Primitive(element)}>(ref {reference})";
        return $"ref {Unsafe}.Add(ref {typed}, {index})";
    }

    /// <summary>The keyword of an element type; that of the underlying type for enums.</summary>
    public static string Primitive(IrType type) => type.Kind switch
    {
        ScalarKind.Int8 => "sbyte",
        ScalarKind.UInt8 or ScalarKind.Bool => "byte",
        ScalarKind.Int16 => "short",
        ScalarKind.UInt16 => "ushort",
        ScalarKind.Char => "ushort",
        ScalarKind.Int32 => "int",
        ScalarKind.UInt32 => "uint",
        ScalarKind.Int64 or ScalarKind.IntPtr => "long",
        ScalarKind.UInt64 or ScalarKind.UIntPtr => "ulong",
        ScalarKind.Single => "float",
        _ => "double",
    };

    private static bool IsPrimitiveSpelling(IrType type) => type.Text == Primitive(type);
}
