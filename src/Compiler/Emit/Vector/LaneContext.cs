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
    private readonly UniformityAnalysis _uniformity;

    /// <summary>Prepares one method.</summary>
    public LaneContext(LoopPlan plan, int width)
    {
        _plan = plan;
        Width = width;
        LaneBytes = plan.Vector!.LaneBytes;
        Lanes = width / 8 / LaneBytes;
        Loop = new LoopContext(plan.Loop);
        _uniformity = new UniformityAnalysis(Loop);
        Step = Loop.Polynomials.Build(plan.Loop.Space!.Step)!.ConstantValue!.Value;
        foreach (var fact in plan.Analysis.Accesses)
            _facts[fact.Access] = fact;
        foreach (var variable in RegionTypeEmitter.Captured(plan).Where(v => v.Kind is not (VariableKind.Reference or VariableKind.This)))
            _prologue.Add($"{variable.Type.Text} {variable.Name} = this.{variable.Name};");
        if (RegionTypeEmitter.Captured(plan).FirstOrDefault(v => v.Kind == VariableKind.This) is { Type.IsReference: true } receiver)
            _prologue.Add($"{receiver.Type.Text} {receiver.Name} = this.{receiver.Name};");
        _prologue.Add($"long __first{plan.Loop.Id} = this.__first;");
    }

    /// <summary>The accumulators of the loop's reductions, which live across passes.</summary>
    public HashSet<Variable> Accumulators => [.. _plan.Analysis.Reductions.Select(r => r.Accumulator)];

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

    /// <summary>What must be written before the loop.</summary>
    public IEnumerable<string> Prologue => _prologue;

    /// <summary>Whether the value is the same in all lanes and can be had before the loop.</summary>
    public bool IsUniform(IrExpression expression) => _uniformity.IsUniform(expression);

    /// <summary>The lane type of a C# type.</summary>
    public LaneType LaneOf(IrType type) => LaneTypes.Of(type, LaneBytes) ?? throw new InvalidOperationException($"'{type}' in lanes of {LaneBytes} bytes");

    /// <summary>The vector type of a lane type.</summary>
    public string VectorType(LaneType type) => $"global::System.Runtime.Intrinsics.Vector{Width}<{type.Element(LaneBytes)}>";

    /// <summary>The name of one interleaved copy of a variable.</summary>
    public string Local(Variable variable, int copy) => $"{variable.Name.TrimStart('@')}_{copy}";

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

    /// <summary>The element number of a unit-stride access in iteration <c>__k</c>, for one interleaved copy.</summary>
    public string ElementIndex(MemoryAccess access, int copy)
    {
        var fact = _facts[access];
        var last = fact.Affine[fact.Affine.Count - 1];
        var first = Polynomial.Of(new Term("__first", $"__first{_plan.Loop.Id}", null, default, true));
        var offset = $"{((last.Coefficient * first) + last.Offset).ToCSharp()}";
        for (var dimension = 0; dimension < fact.Affine.Count - 1; dimension++)
        {
            var text = $"({fact.Affine[dimension].Offset.ToCSharp()})";
            for (var inner = dimension + 1; inner < fact.Affine.Count; inner++)
                text += $" * {access.Root.Text}.GetLength({inner})";
            offset = $"{text} + {offset}";
        }

        var start = Hoist("at", $"(long)({offset})");
        return copy == 0 ? $"(nuint)(__k + {start})" : $"(nuint)(__k + {start} + {copy * Lanes}L)";
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
        var lane = element.Kind == ScalarKind.Single && LaneBytes == 8 ? LaneType.Double : LaneOf(element);
        if (element.Size64 == LaneBytes)
        {
            var load = $"{Vector}.LoadUnsafe(ref {reference}, {index})";
            return IsPrimitiveSpelling(element) ? load : $"{Vector}.LoadUnsafe(ref {Unsafe}.As<{element.Text}, {lane.Element(LaneBytes)}>(ref {reference}), {index})";
        }

        var typed = IsPrimitiveSpelling(element) ? $"ref {reference}" : $"ref {Unsafe}.As<{element.Text}, {Primitive(element)}>(ref {reference})";
        return $"{Memory}.Load{lane}({typed}, {index})";
    }

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
        ScalarKind.UInt8 => "byte",
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
