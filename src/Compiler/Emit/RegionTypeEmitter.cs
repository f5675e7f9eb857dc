using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit.Vector;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit;

/// <summary>
/// Writes the type of a region: a ref struct that holds what the loop uses, runs any range of its iterations, and combines its
/// reductions. Every worker runs the same instance, which lives in the caller's frame.
/// </summary>
public sealed class RegionTypeEmitter
{
    private const string SpinLock = "global::System.Threading.SpinLock";

    private readonly Method _method;
    private readonly LoopPlan _plan;
    private readonly LoopEmitter _loops;
    private readonly string _typeParameters;
    private readonly IReadOnlyList<Reduction> _reductions;
    private readonly bool _hasTree;
    private readonly PrivateCopyEmitter _copies;
    private readonly string? _nestGate;
    private readonly TwoPassEmitter? _twoPasses;

    /// <summary>Prepares the type of one loop.</summary>
    public RegionTypeEmitter(Method method, LoopPlan plan, LoopEmitter loops)
    {
        _method = method;
        _plan = plan;
        _loops = loops;
        _typeParameters = method.Signature.TypeParameterList;
        _reductions = plan.Analysis.Reductions;
        _hasTree = plan.HasTree;
        _copies = new PrivateCopyEmitter(plan);
        _twoPasses = plan.Vector is { FirstPass: not null } ? new TwoPassEmitter(plan) : null;
        _nestGate = plan.Vector is null ? loops.NestGate(plan) : null;
    }

    /// <summary>The variables whose value the region takes from the method.</summary>
    public static IEnumerable<Variable> Captured(LoopPlan plan) =>
        plan.Analysis.Variables.Where(v => v.Role == VariableRole.Invariant).Select(v => v.Variable);

    /// <summary>The variables of an iteration whose value after the last one the method goes on with.</summary>
    public static IEnumerable<Variable> LastPrivates(LoopPlan plan) =>
        plan.Analysis.Variables.Where(v => v.Role == VariableRole.LastPrivate).Select(v => v.Variable);

    /// <summary>The variables that the region takes on in the order of the iterations, and hands back.</summary>
    public static IEnumerable<RunningValue> Running(LoopPlan plan) => plan.Vector?.Running ?? default;

    /// <summary>Those of which the method goes on with the value of the last iteration that assigned them.</summary>
    public static IEnumerable<Variable> ConditionalLastPrivates(LoopPlan plan) =>
        plan.Analysis.Variables.Where(v => v.Role == VariableRole.ConditionalLastPrivate).Select(v => v.Variable);

    /// <summary>Writes the type.</summary>
    public void Emit(SourceWriter writer)
    {
        var loop = _plan.Loop;
        writer.Line($"/// <summary>{loop.Display} of line {loop.Keyword.StartLine + 1}.</summary>");
        writer.Open($"private ref struct {_plan.TypeName}{_typeParameters}{(_plan.LeavesRest && _twoPasses is null ? "" : $" : {RuntimeNames.RangeBody}")}{_method.Signature.ConstraintList}");
        EmitFields(writer);
        EmitStart(writer);
        _twoPasses?.EmitInvoke(writer);
        EmitInspect(writer);
        if (_hasTree)
            EmitInvokeReduction(writer);
        else if (!_plan.LeavesRest)
            EmitInvoke(writer);
        if (!_plan.LeavesRest)
            new IterationsEmitter(_plan, _loops, _copies, _nestGate).Emit(writer);

        if (_plan.Vector is not null)
        {
            writer.Line();
            VectorLoopEmitter.Emit(writer, _plan);
        }

        if (_plan.LongTrip > 0)
            VectorLoopEmitter.EmitShort(writer, _plan, _loops);

        writer.Close();
    }

    private void EmitFields(SourceWriter writer)
    {
        foreach (var variable in Captured(_plan))
            writer.Line($"private {_loops.Declaration(variable)};");
        foreach (var variable in LastPrivates(_plan))
            writer.Line($"private {variable.Type.Text} {variable.Name};");
        if (ConditionalLastPrivates(_plan).Any())
            writer.Line($"private {SpinLock} __lastGate;");
        foreach (var variable in ConditionalLastPrivates(_plan))
        {
            writer.Line($"private {variable.Type.Text} {variable.Name};");
            writer.Line($"private long {IterationsEmitter.LastSet(variable)};");
        }

        writer.Line("private long __first;");
        writer.Line("private long __step;");
        writer.Line("private long __trip;");
        _copies.EmitFields(writer);
        _twoPasses?.EmitFields(writer);
        if (!_hasTree)
        {
            if (_reductions.Count > 0)
                writer.Line($"private {SpinLock} __gate;");
            foreach (var reduction in _reductions)
                writer.Line($"private {TypeOf(reduction)} {LoopEmitter.Result(_plan, reduction)};");
            return;
        }

        writer.Line($"private {RuntimeNames.ReductionShape} __shape;");
        foreach (var reduction in _reductions)
            writer.Line($"private global::System.Span<{TypeOf(reduction)}> __partials_{LoopEmitter.Plain(reduction)};");
    }

    /// <summary>Runs the whole region, out of line, so that the method around it keeps its variables in registers.</summary>
    private void EmitStart(SourceWriter writer)
    {
        var type = $"{_plan.TypeName}{_typeParameters}";
        var parameters = Captured(_plan).Select(_loops.Declaration)
            .Concat([$"long __first", "long __step", "long __trip", "double __nanoseconds", $"{RuntimeNames.Schedule} __schedule", "int __chunk", "int __workers"])
            .Concat(_reductions.Select(r => $"out {TypeOf(r)} {LoopEmitter.Result(_plan, r)}"))
            .Concat(LastPrivates(_plan).Select(v => $"out {v.Type.Text} {LoopEmitter.Last(_plan, v)}"))
            .Concat(Running(_plan).Select(v => $"scoped ref {v.Carried.Type.Text} {v.Carried.Name}"))
            .Concat(ConditionalLastPrivates(_plan).Select(v => $"out {v.Type.Text} {LoopEmitter.Last(_plan, v)}, out bool {LoopEmitter.IsSet(_plan, v)}"));
        writer.Line();
        writer.Line(MethodAttributes.OutOfLineOptimized);
        writer.Open($"public static {(_plan.LeavesRest ? "long" : _plan.TellsWhetherDone ? "bool" : "void")} Start({string.Join(", ", parameters)})");
        _loops.Count(writer, _plan, _plan.Vector is null ? "Scalar" : "Vector");
        writer.Line($"scoped {type} __body = default;");
        foreach (var variable in Captured(_plan))
            writer.Line($"__body.{variable.Name} = {(_loops.IsByReference(variable) ? "ref " : "")}{variable.Name};");
        foreach (var name in new[] { "__first", "__step", "__trip" })
            writer.Line($"__body.{name} = {name};");
        if (ConditionalLastPrivates(_plan).Any())
            writer.Line($"__body.__lastGate = new {SpinLock}(false);");
        foreach (var variable in ConditionalLastPrivates(_plan))
            writer.Line($"__body.{IterationsEmitter.LastSet(variable)} = -1L;");
        _twoPasses?.EmitRun(writer);
        if (_plan.LeavesRest)
            writer.Line($"return __body.Vector({_plan.LeadingTrip}L, __trip{string.Concat(Running(_plan).Select(v => $", ref {v.Carried.Name}"))});");
        else if (_hasTree)
            EmitRunTree(writer);
        else
            EmitRunIterations(writer);
        _copies.EmitCombination(writer, "__blocks");
        foreach (var variable in LastPrivates(_plan))
            writer.Line($"{LoopEmitter.Last(_plan, variable)} = __body.{variable.Name};");
        foreach (var variable in ConditionalLastPrivates(_plan))
        {
            writer.Line($"{LoopEmitter.Last(_plan, variable)} = __body.{variable.Name};");
            writer.Line($"{LoopEmitter.IsSet(_plan, variable)} = __body.{IterationsEmitter.LastSet(variable)} >= 0L;");
        }

        if (_plan.TellsWhetherDone)
            writer.Line("return __hasRun;");
        writer.Close();
    }

    /// <summary>
    /// Looks at the accesses to containers before the loop: whether no two iterations meet in an element that one of them writes. An access
    /// that would throw ends that: the loop then throws in its own order.
    /// </summary>
    private void EmitInspect(SourceWriter writer)
    {
        var inspections = _plan.Analysis.Inspections;
        if (inspections.IsEmpty)
            return;
        var index = _plan.Loop.Space!.Index;
        writer.Line();
        writer.Line(MethodAttributes.OutOfLineOptimized);
        writer.Open($"public static bool Inspect({string.Join(", ", Captured(_plan).Select(_loops.Declaration).Concat(["long __first", "long __step", "long __trip"]))})");
        for (var k = 0; k < inspections.Count; k++)
            writer.Line($"var __log{k} = new {RuntimeNames.SubscriptLog}({Legality.ContainerText.Length(inspections[k].Root, 0)}, __trip);");
        writer.Open("try");
        writer.Open("for (long __k = 0L; __k < __trip; __k++)");
        writer.Line($"{index.Type.Text} {index.Name} = ({index.Type.Text})(__first + __k * __step);");
        for (var k = 0; k < inspections.Count; k++)
        {
            foreach (var access in inspections[k].Accesses)
            {
                writer.Line($"if (!__log{k}.{(access.IsWrite ? "Write" : "Read")}(__k, {CSharpPrinter.Print(access.Subscript)}))");
                writer.Line("    return false;");
            }
        }

        writer.Close();
        writer.Line("return true;");
        writer.Close();
        writer.Open("catch (global::System.Exception)");
        writer.Line("return false;");
        writer.Close();
        writer.Open("finally");
        for (var k = 0; k < inspections.Count; k++)
            writer.Line($"__log{k}.Dispose();");
        writer.Close();
        writer.Close();
    }

    private void EmitRunIterations(SourceWriter writer)
    {
        _copies.EmitPreparation(writer, "0");
        if (_reductions.Count > 0)
            writer.Line($"__body.__gate = new {SpinLock}(false);");
        foreach (var reduction in _reductions)
            writer.Line($"__body.{LoopEmitter.Result(_plan, reduction)} = {ReductionOperators.TypeOf(reduction)}.Identity;");
        EmitRun(writer, "__trip", "__nanoseconds", Granule());
        foreach (var reduction in _reductions)
            writer.Line($"{LoopEmitter.Result(_plan, reduction)} = __body.{LoopEmitter.Result(_plan, reduction)};");
    }

    private void EmitRunTree(SourceWriter writer)
    {
        writer.Line($"__body.__shape = {RuntimeNames.ReductionShape}.Of(__trip, {_plan.ReductionLanes}, {_plan.MinimumBlock}L{(_copies.HasBlocks ? $", {RuntimeNames.CopyCosts}.MostBlocks" : "")});");
        writer.Line("int __blocks = (int)__body.__shape.BlockCount;");
        _copies.EmitPreparation(writer, "__blocks");
        foreach (var reduction in _reductions)
        {
            var (type, name) = (TypeOf(reduction), LoopEmitter.Plain(reduction));
            writer.Line($"{type} __one_{name} = {ReductionOperators.TypeOf(reduction)}.Identity;");
            writer.Line($"scoped global::System.Span<{type}> __all_{name} = __blocks == 1 ? new global::System.Span<{type}>(ref __one_{name}) : stackalloc {type}[__blocks];");
            writer.Line($"__body.__partials_{name} = __all_{name};");
        }

        EmitRun(writer, "__blocks", "__nanoseconds * __body.__shape.BlockSize", "1");
        foreach (var reduction in _reductions)
            writer.Line($"{LoopEmitter.Result(_plan, reduction)} = __blocks == 1 ? __one_{LoopEmitter.Plain(reduction)} : {RuntimeNames.ReductionTree}.Combine<{TypeOf(reduction)}, {ReductionOperators.TypeOf(reduction)}>(__all_{LoopEmitter.Plain(reduction)});");
    }

    private void EmitRun(SourceWriter writer, string count, string nanoseconds, string granule)
    {
        var options = $"new {RuntimeNames.RegionOptions}(__schedule, __chunk, __workers, {nanoseconds}, {granule})";
        var call = !_plan.OnCores ? $"__body.Invoke(0L, {count});"
            : _plan.MayDecline ? $"__hasRun = {RuntimeNames.Region}.TryRun(ref __body, {count}, {options});"
            : $"{RuntimeNames.Region}.Run(ref __body, {count}, {options});";
        if (!_plan.RunsAgain)
        {
            writer.Line(_plan.MayDecline ? $"bool {call}" : call);
            return;
        }

        // What copies hold is forgotten where an iteration throws: the loop itself then says what that leaves behind.
        writer.Line("bool __hasRun = true;");
        writer.Open("try");
        writer.Line(call);
        writer.Close();
        writer.Open("catch");
        writer.Line("__hasRun = false;");
        writer.Close();
    }

    private void EmitInvoke(SourceWriter writer)
    {
        writer.Line();
        writer.Open("public void Invoke(long __from, long __to)");
        EmitCall(writer, "", "__from, __to");
        writer.Close();
    }

    private void EmitInvokeReduction(SourceWriter writer)
    {
        writer.Line();
        writer.Line("/// <summary>Runs whole blocks of the reduction tree.</summary>");
        writer.Open("public void Invoke(long __from, long __to)");
        if (_plan.Vector is null)
            EmitLanes(writer, _reductions, _plan.ReductionLanes);
        writer.Open("for (long __block = __from; __block < __to; __block++)");
        writer.Line("long __start = __block * __shape.BlockSize;");
        writer.Line("long __stop = global::System.Math.Min(__start + __shape.BlockSize, __trip);");
        var lanes = string.Join(", ", _reductions.Select(r => $"__lanes_{LoopEmitter.Plain(r)}"));
        if (_plan.Vector is not null)
        {
            writer.Line($"VectorBlock(__start, __stop, {string.Join(", ", _reductions.Select(r => $"ref __partials_{LoopEmitter.Plain(r)}[(int)__block]"))});");
        }
        else
        {
            EmitFill(writer, _reductions);
            EmitCall(writer, "Lanes", $"__start, __stop, __start{(lanes.Length > 0 ? ", " : "")}{lanes}");
            EmitCombine(writer, _reductions, r => $"__partials_{LoopEmitter.Plain(r)}[(int)__block]");
        }

        writer.Close();
        writer.Close();
    }

    /// <summary>Declares the lanes of reductions in memory.</summary>
    internal static void EmitLanes(SourceWriter writer, IEnumerable<Reduction> reductions, int count)
    {
        foreach (var reduction in reductions)
            writer.Line($"scoped global::System.Span<{TypeOf(reduction)}> __lanes_{LoopEmitter.Plain(reduction)} = stackalloc {TypeOf(reduction)}[{count}];");
    }

    /// <summary>Sets the lanes of reductions in memory to what changes nothing.</summary>
    internal static void EmitFill(SourceWriter writer, IEnumerable<Reduction> reductions)
    {
        foreach (var reduction in reductions)
            writer.Line($"__lanes_{LoopEmitter.Plain(reduction)}.Fill({ReductionOperators.TypeOf(reduction)}.Identity);");
    }

    /// <summary>Combines the lanes of reductions in memory to the value of a block.</summary>
    internal static void EmitCombine(SourceWriter writer, IEnumerable<Reduction> reductions, Func<Reduction, string> target)
    {
        foreach (var reduction in reductions)
            writer.Line($"{target(reduction)} = {RuntimeNames.ReductionTree}.Combine<{TypeOf(reduction)}, {ReductionOperators.TypeOf(reduction)}>(__lanes_{LoopEmitter.Plain(reduction)});");
    }

    /// <summary>Calls the method of some iterations: which one may depend on whether the planned loops inside can pay.</summary>
    private void EmitCall(SourceWriter writer, string suffix, string arguments)
    {
        if (_nestGate is not null and not EntryGate.Never)
        {
            writer.Line($"if (unchecked({_nestGate}))");
            writer.Line($"    Scalar{suffix}({arguments});");
            writer.Line("else");
            writer.Line($"    AsWritten{suffix}({arguments});");
            return;
        }

        var method = _plan.Vector is not null ? "Vector" : _nestGate is null ? "Scalar" : "AsWritten";
        writer.Line($"{method}{suffix}({arguments});");
    }

    private string Granule()
    {
        if (_plan.Vector is not { } vector)
            return "1";
        var granule = 64 / vector.LaneBytes * Math.Max(1, vector.Unroll);
        return vector.IsNest ? $"(__trip >= {8 * granule}L ? {granule} : 1)" : $"{granule}";
    }

    /// <summary>The C# type of an accumulator.</summary>
    internal static string TypeOf(Reduction reduction) => reduction.Accumulator.Type.Text;
}
