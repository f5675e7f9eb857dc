using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>What all statements of one vector method share: names, hoisted values and memory.</summary>
internal sealed partial class LaneContext
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

    private static bool IsPrimitiveSpelling(IrType type) => type.Text == type.Primitive;
}
