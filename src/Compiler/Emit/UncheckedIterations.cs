using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit;

/// <summary>
/// Writes iterations in their own order without the bounds checks that are asked before them. What is left to be checked is, where it
/// stands in the user's file.
/// </summary>
internal sealed class UncheckedIterations
{
    private const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";
    private const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal";

    private readonly LoopPlan _plan;
    private readonly LoopEmitter _loops;
    private readonly UncheckedAccesses _accesses;
    private readonly List<string> _bases = [];

    private UncheckedIterations(LoopPlan plan, LoopEmitter loops, UncheckedAccesses accesses)
    {
        _plan = plan;
        _loops = loops;
        _accesses = accesses;
    }

    /// <summary>Prepares the iterations of a loop; null where they cannot be written from the IR, or nothing goes unchecked.</summary>
    public static UncheckedIterations? Of(LoopPlan plan, LoopEmitter loops)
    {
        if (plan.Unchecked is not { } accesses)
            return null;
        var iterations = new UncheckedIterations(plan, loops, accesses);
        return RecordingPrinter.Print(iterations.Body(0), []) is null ? null : iterations;
    }

    /// <summary>What must hold for the iterations from <c>__first</c>, <c>__trip</c> of them.</summary>
    public string Condition => Guard.All(_accesses.Guards);

    /// <summary>The user's index in the next iteration, as a <c>long</c>.</summary>
    public string Index => $"__at{_plan.Loop.Id}";

    /// <summary>Whether a container is reached at subscripts that only their values keep inside, of which no other compiler knows.</summary>
    public bool HasRanged => _accesses.Ranged.Count > 0;

    /// <summary>How many iterations a pass of a long loop has: as many as share what it costs to step the index, and stay short.</summary>
    private int Copies => _plan.Loop.Body.AllExpressions().Count() is var size && size <= 32 ? 4 : size <= 64 ? 2 : 1;

    /// <summary>Writes the iterations of a long loop.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="leavesRest">Whether those that do not fill a pass are left.</param>
    public void EmitLong(SourceWriter writer, bool leavesRest)
    {
        Emit(writer, Copies, $"__first{_plan.Loop.Id} + (__trip{_plan.Loop.Id} - __trip{_plan.Loop.Id} % {Copies}L) * ({_accesses.Step}L)", "");
        if (!leavesRest)
            Emit(writer, 1, $"__first{_plan.Loop.Id} + __trip{_plan.Loop.Id} * ({_accesses.Step}L)", "_rest");
    }

    /// <summary>Writes the iterations of a short loop.</summary>
    public void EmitShort(SourceWriter writer) => Emit(writer, 1, $"__first{_plan.Loop.Id} + __trip{_plan.Loop.Id} * ({_accesses.Step}L)", "");

    private void Emit(SourceWriter writer, int copies, string stop, string suffix)
    {
        var bodies = Enumerable.Range(0, copies).Select(c => RecordingPrinter.Print(Body(c), [])!).ToList();
        var name = $"__stop{_plan.Loop.Id}{suffix}";
        foreach (var line in suffix.Length > 0 ? [] : _bases)
            writer.Line(line);
        writer.Line($"long {name} = {stop};");
        writer.Open($"for (; {Index} != {name}; {Index} += {_accesses.Step * copies}L)");
        var index = _plan.Loop.Space!.Index;
        for (var copy = 0; copy < copies; copy++)
        {
            writer.Open();
            writer.Line($"{index.Type.Text} {index.Name} = unchecked(({index.Type.Text})({Index} + {copy * _accesses.Step}L));");
            _loops.EmitText(writer, _plan.Loop.Body.Source, bodies[copy]);
            writer.Close();
        }

        writer.Close();
    }

    /// <summary>The body of an iteration some way behind the index.</summary>
    private Block Body(int copy) => (Block)Stores(_plan.Loop.Body, copy);

    private Statement Stores(Statement statement, int copy) => statement switch
    {
        Block block => block with { Statements = block.Statements.Select(s => Stores(s, copy)).ToEquatableArray() },
        If branch => branch with { Condition = Value(branch.Condition, copy), Then = (Block)Stores(branch.Then, copy), Else = (Block)Stores(branch.Else, copy) },
        Store store => store with { Access = Access(store.Access, copy), Value = Value(store.Value, copy) },
        _ => statement.Replace(e => Replaced(e, copy)),
    };

    private IrExpression Value(IrExpression expression, int copy) => expression.Replace(e => Replaced(e, copy));

    private IrExpression? Replaced(IrExpression expression, int copy) => expression switch
    {
        Load load => load with { Access = Access(load.Access, copy) },
        _ => null,
    };

    private MemoryAccess Access(MemoryAccess access, int copy)
    {
        string subscript;
        if (_accesses.Following.TryGetValue(access, out var fact))
        {
            var index = Polynomial.Of(new Term("__at", Index, null, default, true)) + Polynomial.Constant(copy * _accesses.Step);
            subscript = ((fact.Affine[0].Coefficient * index) + fact.Affine[0].Offset).ToCSharp();
        }
        else if (_accesses.Ranged.Contains(access))
        {
            subscript = CSharpPrinter.Print(Value(access.Subscripts[0], copy));
        }
        else
        {
            return access with { Subscripts = access.Subscripts.Select(s => Value(s, copy)).ToEquatableArray() };
        }

        // A container without subscripts is printed as it is.
        return access with
        {
            Root = access.Root with { Text = $"{Unsafe}.Add(ref {Base(access.Root)}, (nint)({subscript}))" },
            Subscripts = default,
        };
    }

    private string Base(MemoryRoot root)
    {
        var name = $"__of{_plan.Loop.Id}_{root.Text.TrimStart('@')}";
        var reference = root.Kind == MemoryKind.Array ? "GetArrayDataReference" : "GetReference";
        var line = $"ref {root.Element.Text} {name} = ref {Marshal}.{reference}({root.Text});";
        if (!_bases.Contains(line))
            _bases.Add(line);
        return name;
    }
}
