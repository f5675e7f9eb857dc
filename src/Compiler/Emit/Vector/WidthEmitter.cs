using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>Writes a loop for vectors of one width.</summary>
internal sealed class WidthEmitter
{
    /// <summary>The name of the methods for few iterations over any characters, without the width.</summary>
    private const string AnyText = "ShortOfAny";

    private readonly LoopPlan _plan;
    private readonly LoopContext _loop;
    private readonly int _width;
    private readonly int _lanes;
    private readonly int _unroll;

    /// <summary>Prepares one width.</summary>
    /// <param name="plan">The loop's plan.</param>
    /// <param name="loop">The loop as lanes run it, the same for all widths.</param>
    /// <param name="width">The width in bits.</param>
    public WidthEmitter(LoopPlan plan, LoopContext loop, int width)
    {
        _plan = plan;
        _loop = loop;
        _width = width;
        _lanes = width / 8 / plan.Vector!.LaneBytes;
        _unroll = plan.Vector.ReductionLanes > 0 ? plan.Vector.ReductionLanes / _lanes : plan.Vector.Unroll;
    }

    /// <summary>Writes the method.</summary>
    public void Emit(SourceWriter writer, string parameters, string names)
    {
        var context = new LaneContext(_plan, _loop, _width);
        var isReduction = !_plan.Analysis.Reductions.IsEmpty;
        var flattened = _plan.Vector!.Flattening is { } flattening && flattening.Vectors(_width) is > 1 and var vectors ? new FlattenedLoop(context, flattening, vectors) : null;
        var main = flattened is null || isReduction ? Body(context, _unroll) : null;
        var accumulation = new Accumulation(context, _unroll);
        var isFilledInMemory = isReduction && (!HasRest || CallsLibrary || context.CanFail || !_plan.Analysis.Reductions.All(accumulation.IsInRegisters));
        var single = isReduction || (_unroll == 1 && main is not null) ? null : Body(context, 1);
        var rest = HasRest && !CallsLibrary && !isFilledInMemory ? RestBody(context, RestCopies) : null;
        writer.Line(MethodAttributes.Optimized);
        writer.Open($"private {(_plan.LeavesRest ? "long" : "void")} {VectorLoopEmitter.Lanes(_plan)}{_width}(long __from, long __to{parameters})");
        writer.Lines(context.Prologue);
        var accumulators = _plan.Analysis.Reductions.SelectMany(r => Enumerable.Range(0, _unroll).Select(c => context.Local(r.Accumulator, c))).ToList();
        var inMemory = _plan.Analysis.Reductions.Where(r => !accumulation.IsInRegisters(r)).ToList();
        RegionTypeEmitter.EmitLanes(writer, inMemory, _plan.ReductionLanes);
        RegionTypeEmitter.EmitFill(writer, inMemory);
        foreach (var reduction in _plan.Analysis.Reductions)
        {
            for (var copy = 0; copy < _unroll; copy++)
                writer.Line($"var {context.Local(reduction.Accumulator, copy)} = {accumulation.Identity(reduction, copy)};");
        }

        if (context.CanFail)
        {
            foreach (var accumulator in accumulators)
                writer.Line($"var __kept_{accumulator} = {accumulator};");
            main = [.. accumulators.Select(a => $"__kept_{a} = {a};"), .. main!];
        }

        var running = _plan.Vector!.Running.Select(v => new RunningLanes(context, v)).ToList();
        foreach (var value in running)
            writer.Line(value.Begin);
        writer.Line("long __k = __from;");
        if (KeepsLast)
            writer.Line("long __end = global::System.Math.Min(__to, this.__trip - 1L);");
        flattened?.Emit(writer, End);
        context.Inductions.EmitStart(writer);
        if (main is not null)
            WriteLoop(writer, context, main, _unroll);
        if (single is not null)
            WriteLoop(writer, context, single, 1);
        if (_plan.LeavesRest)
        {
            EmitFound(writer, context, running);
            return;
        }

        if (context.CanFail && isReduction)
        {
            writer.Line("goto __passed;");
            writer.Line($"{context.Failure}:");
            foreach (var accumulator in accumulators)
                writer.Line($"{accumulator} = __kept_{accumulator};");
            writer.Line("__passed:");
        }

        if (isFilledInMemory)
        {
            EmitCombinationInMemory(writer, accumulation, names);
            writer.Close();
            return;
        }

        writer.Open("if (__k < __to)");
        if (rest is not null)
            EmitRest(writer, context, rest, RestCopies);
        else if (HasRest)
            writer.Line($"Rest{_width}(__k, __to);");
        else
            writer.Line($"{(_width > 128 ? $"if (__to - __k >= {_lanes / 2}L) Lanes{_width / 2}(__k, __to); else " : "")}Scalar(__k, __to);");
        writer.Close();
        if (isReduction)
        {
            EmitCombination(writer, accumulation);
        }
        else if (context.CanFail)
        {
            writer.Line("return;");
            writer.Line($"{context.Failure}:");
            writer.Line("Scalar(__k, __to);");
        }

        writer.Close();
        if (HasRest && !isReduction && rest is null)
            EmitRestMethod(writer);
    }

    /// <summary>
    /// Writes the method for few iterations: one vector at a time, as setting up more takes longer than they do. Where it asks for classes of
    /// characters, it begins anew as another method at the first vector with a character that is not ASCII.
    /// </summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="results">The type of what the reductions come to.</param>
    /// <param name="parameters">What the loop uses, the first index and the trip count.</param>
    /// <param name="arguments">The same as arguments.</param>
    public void EmitShort(SourceWriter writer, string results, string parameters, string arguments)
    {
        var body = _plan.Lanes.Loop.Body;
        if (LoopContext.Stores(body).Any() || !body.AllExpressions().Any(e => e is MathCall call && VectorFunctions.Of(call) is { Form: VectorForm.Character }))
        {
            EmitShort(writer, $"{results} {VectorLoopEmitter.Short}{_width}({parameters})", null);
            return;
        }

        EmitShort(writer, $"{results} {VectorLoopEmitter.Short}{_width}({parameters})", $"{AnyText}{_width}({arguments})");
        EmitShort(writer, $"{results} {AnyText}{_width}({parameters})", null);
    }

    private void EmitShort(SourceWriter writer, string signature, string? otherwise)
    {
        var context = new LaneContext(_plan, _loop, _width, isStatic: true) { LeavesAtOtherCharacters = otherwise is not null };
        var accumulation = new Accumulation(context, 1);
        var main = Body(context, 1);
        var rest = RestBody(context, 1);
        writer.Line();
        writer.Line(MethodAttributes.OutOfLineOptimized);
        writer.Open($"private static {signature}");
        writer.Lines(context.Prologue);
        foreach (var reduction in _plan.Analysis.Reductions)
            writer.Line($"var {context.Local(reduction.Accumulator, 0)} = {accumulation.Identity(reduction, 0)};");
        writer.Line("long __k = 0L;");
        context.Inductions.EmitStart(writer);
        WriteLoop(writer, context, main, 1);
        writer.Open("if (__k < __to)");
        EmitRest(writer, context, rest, 1);
        writer.Close();
        writer.Line($"return {LoopEmitter.Tuple([.. _plan.Analysis.Reductions.Select(r => accumulation.Value(r)!)])};");
        if (context.CanFail)
        {
            writer.Line($"{context.Failure}:");
            writer.Line($"return {otherwise};");
        }

        writer.Close();
    }

    /// <summary>The value of a block all of whose iterations have run in lanes.</summary>
    private void EmitCombination(SourceWriter writer, Accumulation accumulation)
    {
        foreach (var reduction in _plan.Analysis.Reductions.Where(r => !EmitInRegisters(writer, accumulation, r)))
        {
            RegionTypeEmitter.EmitLanes(writer, [reduction], _plan.ReductionLanes);
            accumulation.EmitStores(writer, reduction);
            RegionTypeEmitter.EmitCombine(writer, [reduction], VectorLoopEmitter.Partial);
        }
    }

    /// <summary>The value of a block some of whose iterations fill no pass: those run in the lanes in memory, unless there are none.</summary>
    private void EmitCombinationInMemory(SourceWriter writer, Accumulation accumulation, string names)
    {
        var reductions = _plan.Analysis.Reductions;
        if (reductions.All(r => accumulation.Value(r) is not null))
        {
            writer.Open("if (__k == __to)");
            foreach (var reduction in reductions)
                EmitInRegisters(writer, accumulation, reduction);
            writer.Line("return;");
            writer.Close();
        }

        RegionTypeEmitter.EmitLanes(writer, reductions.Where(accumulation.IsInRegisters), _plan.ReductionLanes);
        foreach (var reduction in reductions)
            accumulation.EmitStores(writer, reduction);
        writer.Line($"if (__k < __to) ScalarLanes(__k, __to, __from{names});");
        RegionTypeEmitter.EmitCombine(writer, reductions, VectorLoopEmitter.Partial);
    }

    /// <summary>Combines lanes where they are; false where they must pass through memory.</summary>
    private static bool EmitInRegisters(SourceWriter writer, Accumulation accumulation, Reduction reduction)
    {
        if (accumulation.Value(reduction) is not { } value)
            return false;
        writer.Line($"{VectorLoopEmitter.Partial(reduction)} = {value};");
        return true;
    }

    /// <summary>How many iterations have run: all before the block that the loop is left in, or that does not fill the lanes.</summary>
    private static void EmitFound(SourceWriter writer, LaneContext context, IEnumerable<RunningLanes> running)
    {
        if (context.CanFail)
            writer.Line($"{context.Failure}:");
        foreach (var value in running)
            writer.Line(value.End);
        writer.Line("return __k;");
        writer.Close();
    }

    /// <summary>Whether the iterations that fill no vector run as one of which some lanes do nothing.</summary>
    private bool HasRest => _width > 128 && _plan.Vector!.MasksRest && !KeepsLast;

    /// <summary>Whether an iteration calls the vector mathematics, of which the JIT inlines only so much in one method.</summary>
    private bool CallsLibrary => _plan.Lanes.Loop.Body.AllExpressions().Any(RuntimeFunctions.IsCall);

    /// <summary>
    /// The vectors that take the iterations after the main loop: those of a reduction run in the lanes in which a whole pass would run them, as
    /// the order of its operations is a part of its result.
    /// </summary>
    private int RestCopies => _plan.Analysis.Reductions.IsEmpty ? 1 : _unroll;

    private IReadOnlyList<string> RestBody(LaneContext context, int copies)
    {
        context.Rest = LaneStatements.RestMask;
        var body = Body(context, copies);
        context.Rest = null;
        return body;
    }

    private void EmitRest(SourceWriter writer, LaneContext context, IReadOnlyList<string> body, int copies)
    {
        var element = LaneType.Mask.Element(_plan.Vector!.LaneBytes);
        for (var copy = 0; copy < copies; copy++)
        {
            var left = copy == 0 ? "__to - __k" : $"__to - __k - {copy * _lanes}L";
            writer.Line($"var {LaneStatements.RestMask}_{copy} = {context.Vector}.LessThan({context.VectorType(LaneType.Mask)}.Indices, {context.Vector}.Create(({element})({left})));");
        }

        context.Inductions.EmitCopies(writer, copies);
        writer.Lines(body);
    }

    /// <summary>A method of its own, so that the calls of the vector mathematics in it count apart from those of the main loop.</summary>
    private void EmitRestMethod(SourceWriter writer)
    {
        var context = new LaneContext(_plan, _loop, _width);
        var body = RestBody(context, 1);
        writer.Line();
        writer.Line("/// <summary>Runs fewer iterations than there are lanes.</summary>");
        writer.Line(MethodAttributes.OutOfLineOptimized);
        writer.Open($"private void Rest{_width}(long __k, long __to)");
        writer.Lines(context.Prologue);
        context.Inductions.EmitStart(writer);
        EmitRest(writer, context, body, 1);
        if (context.CanFail)
        {
            writer.Line("return;");
            writer.Line($"{context.Failure}:");
            writer.Line("Scalar(__k, __to);");
        }

        writer.Close();
    }

    /// <summary>Whether the last iteration of the loop runs as scalar code, which knows what its variables end with.</summary>
    private bool KeepsLast => RegionTypeEmitter.LastPrivates(_plan).Any();

    /// <summary>The end of the iterations that run in lanes.</summary>
    private string End => KeepsLast ? "__end" : "__to";

    private void WriteLoop(SourceWriter writer, LaneContext context, IReadOnlyList<string> body, int copies)
    {
        var step = _lanes * copies;
        writer.Open($"for (; __k <= {End} - {step}L; __k += {step}L)");
        context.Inductions.EmitCopies(writer, copies);
        writer.Lines(body);
        context.Inductions.EmitPass(writer, copies);
        writer.Close();
    }

    private IReadOnlyList<string> Body(LaneContext context, int copies)
    {
        var statements = new LaneStatements(context, copies);
        return statements.Emit(_plan.Lanes.Loop.Body);
    }
}
