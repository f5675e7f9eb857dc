using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>Writes a loop for vectors of one width.</summary>
internal sealed class WidthEmitter
{
    private readonly LoopPlan _plan;
    private readonly int _width;
    private readonly int _lanes;
    private readonly int _unroll;

    /// <summary>Prepares one width.</summary>
    public WidthEmitter(LoopPlan plan, int width)
    {
        _plan = plan;
        _width = width;
        _lanes = width / 8 / plan.Vector!.LaneBytes;
        _unroll = plan.Vector.ReductionLanes > 0 ? plan.Vector.ReductionLanes / _lanes : plan.Vector.Unroll;
    }

    /// <summary>Writes the method.</summary>
    public void Emit(SourceWriter writer, string spans, string names)
    {
        var context = new LaneContext(_plan, _width);
        var isReduction = !_plan.Analysis.Reductions.IsEmpty;
        var main = Body(context, _unroll);
        var single = isReduction || _unroll == 1 ? null : Body(context, 1);
        writer.Line(MethodAttributes.Optimized);
        writer.Open($"private {(_plan.LeavesRest ? "long" : "void")} {VectorLoopEmitter.Lanes(_plan)}{_width}(long __from, long __to{spans})");
        foreach (var line in context.Prologue)
            writer.Line(line);
        var accumulators = _plan.Analysis.Reductions.SelectMany(r => Enumerable.Range(0, _unroll).Select(c => context.Local(r.Accumulator, c))).ToList();
        foreach (var reduction in _plan.Analysis.Reductions)
        {
            for (var copy = 0; copy < _unroll; copy++)
                writer.Line($"var {context.Local(reduction.Accumulator, copy)} = {context.LoadLanes(reduction, copy)};");
        }

        if (context.CanFail)
        {
            foreach (var accumulator in accumulators)
                writer.Line($"var __kept_{accumulator} = {accumulator};");
            main = [.. accumulators.Select(a => $"__kept_{a} = {a};"), .. main];
        }

        var running = _plan.Vector!.Running.Select(v => new RunningLanes(context, v)).ToList();
        foreach (var value in running)
            writer.Line(value.Begin);
        writer.Line("long __k = __from;");
        if (KeepsLast)
            writer.Line("long __end = global::System.Math.Min(__to, this.__trip - 1L);");
        WriteLoop(writer, main, _unroll);
        if (single is not null)
            WriteLoop(writer, single, 1);
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

        foreach (var reduction in _plan.Analysis.Reductions)
        {
            for (var copy = 0; copy < _unroll; copy++)
                writer.Line($"{context.StoreLanes(reduction, copy)};");
        }

        var narrower = HasRest ? $"Rest{_width}(__k, __to); " : _width > 128 && !isReduction ? $"if (__to - __k >= {_lanes / 2}L) Lanes{_width / 2}(__k, __to); else " : "";
        writer.Line(isReduction ? $"ScalarLanes(__k, __to, __from{names});" : $"if (__k < __to) {{ {narrower}{(HasRest ? "" : "Scalar(__k, __to); ")}}}");
        if (context.CanFail && !isReduction)
        {
            writer.Line("return;");
            writer.Line($"{context.Failure}:");
            writer.Line("Scalar(__k, __to);");
        }

        writer.Close();
        if (HasRest)
            EmitRest(writer);
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

    /// <summary>A method of its own, so that the calls of the vector mathematics in it count apart from those of the main loop.</summary>
    private void EmitRest(SourceWriter writer)
    {
        var mask = $"{LaneStatements.RestMask}_0";
        var context = new LaneContext(_plan, _width) { Rest = mask };
        var body = Body(context, 1);
        var element = LaneType.Mask.Element(_plan.Vector!.LaneBytes);
        writer.Line();
        writer.Line("/// <summary>Runs fewer iterations than there are lanes.</summary>");
        writer.Line(MethodAttributes.OutOfLineOptimized);
        writer.Open($"private void Rest{_width}(long __k, long __to)");
        foreach (var line in context.Prologue)
            writer.Line(line);
        writer.Line($"var {mask} = {context.Vector}.LessThan({context.VectorType(LaneType.Mask)}.Indices, {context.Vector}.Create(({element})(__to - __k)));");
        foreach (var line in body)
            writer.Line(line);
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

    private void WriteLoop(SourceWriter writer, IReadOnlyList<string> body, int copies)
    {
        var step = _lanes * copies;
        writer.Open($"for (; __k <= {(KeepsLast ? "__end" : "__to")} - {step}L; __k += {step}L)");
        foreach (var line in body)
            writer.Line(line);
        writer.Close();
    }

    private IReadOnlyList<string> Body(LaneContext context, int copies)
    {
        var statements = new LaneStatements(context, copies);
        return statements.Emit(_plan.Lanes.Loop.Body);
    }
}
