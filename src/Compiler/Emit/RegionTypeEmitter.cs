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
    private const string Optimized =
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    private readonly Method _method;
    private readonly LoopPlan _plan;
    private readonly LoopEmitter _loops;
    private readonly string _typeParameters;
    private readonly IReadOnlyList<Reduction> _reductions;

    /// <summary>Prepares the type of one loop.</summary>
    public RegionTypeEmitter(Method method, LoopPlan plan, LoopEmitter loops)
    {
        _method = method;
        _plan = plan;
        _loops = loops;
        _typeParameters = KernelEmitter.TypeParameters(method.Signature);
        _reductions = plan.Analysis.Reductions;
    }

    /// <summary>The variables whose value the region takes from the method.</summary>
    public static IEnumerable<Variable> Captured(LoopPlan plan) =>
        plan.Analysis.Variables.Where(v => v.Role == VariableRole.Invariant).Select(v => v.Variable);

    /// <summary>Writes the type.</summary>
    public void Emit(SourceWriter writer)
    {
        var loop = _plan.Loop;
        writer.Line($"/// <summary>{loop.Display} of line {loop.Keyword.StartLine + 1}.</summary>");
        writer.Open($"private ref struct Loop{loop.Id}{_typeParameters} : {RuntimeNames.RangeBody}{KernelEmitter.Constraints(_method.Signature)}");
        EmitFields(writer);
        if (_reductions.Count > 0)
        {
            EmitExecuteReduction(writer);
            EmitInvokeReduction(writer);
            EmitScalarLanes(writer);
        }
        else
        {
            EmitExecute(writer);
            EmitInvoke(writer);
            EmitScalar(writer);
        }

        if (_plan.Vector is not null)
        {
            writer.Line();
            VectorLoopEmitter.Emit(writer, _plan);
        }

        writer.Close();
    }

    private void EmitFields(SourceWriter writer)
    {
        foreach (var variable in Captured(_plan))
        {
            var reference = variable.Kind == VariableKind.Reference || _loops.IsReferenceReceiver(variable)
                ? _loops.IsReadOnly(variable) ? "ref readonly " : "ref "
                : "";
            writer.Line($"public {reference}{variable.Type.Text} {variable.Name};");
        }

        foreach (var fact in LastPrivates())
            writer.Line($"public {fact.Variable.Type.Text} {fact.Variable.Name};");
        writer.Line("public long __first;");
        writer.Line("public long __step;");
        writer.Line("public long __trip;");
        if (_reductions.Count == 0)
            return;
        writer.Line($"private {RuntimeNames.ReductionShape} __shape;");
        foreach (var reduction in _reductions)
        {
            writer.Line($"private global::System.Span<{TypeOf(reduction)}> __partials_{LoopEmitter.Plain(reduction)};");
            writer.Line($"public {TypeOf(reduction)} __result_{LoopEmitter.Plain(reduction)};");
        }
    }

    private void EmitExecute(SourceWriter writer)
    {
        writer.Line();
        writer.Open($"public static void Execute(scoped ref Loop{_plan.Loop.Id}{_typeParameters} __region, double __nanoseconds, {RuntimeNames.Schedule} __schedule, int __chunk, int __workers)");
        writer.Line(_plan.OnCores
            ? $"{RuntimeNames.Region}.Run(ref __region, __region.__trip, new {RuntimeNames.RegionOptions}({Options("__nanoseconds", Granule())}));"
            : "__region.Invoke(0L, __region.__trip);");
        writer.Close();
    }

    private void EmitInvoke(SourceWriter writer)
    {
        writer.Line();
        var target = _plan.Vector is null ? "Scalar" : "Vector";
        writer.Line($"public void Invoke(long __from, long __to) => {target}(__from, __to);");
    }

    private void EmitExecuteReduction(SourceWriter writer)
    {
        var type = $"Loop{_plan.Loop.Id}{_typeParameters}";
        writer.Line();
        writer.Open($"public static void Execute(scoped ref {type} __region, double __nanoseconds, {RuntimeNames.Schedule} __schedule, int __chunk, int __workers)");
        writer.Line($"scoped {type} __body = __region;");
        writer.Line($"__body.__shape = {RuntimeNames.ReductionShape}.Of(__region.__trip, {_plan.ReductionLanes}, {_plan.MinimumBlock}L);");
        writer.Line("int __blocks = (int)__body.__shape.BlockCount;");
        foreach (var reduction in _reductions)
            writer.Line($"__body.__partials_{LoopEmitter.Plain(reduction)} = stackalloc {TypeOf(reduction)}[__blocks];");
        writer.Line(_plan.OnCores
            ? $"{RuntimeNames.Region}.Run(ref __body, __blocks, new {RuntimeNames.RegionOptions}({Options("__nanoseconds * __body.__shape.BlockSize", "1")}));"
            : "__body.Invoke(0L, __blocks);");
        foreach (var reduction in _reductions)
        {
            var name = LoopEmitter.Plain(reduction);
            writer.Line($"__region.__result_{name} = {RuntimeNames.ReductionTree}.Combine<{TypeOf(reduction)}, {ReductionOperators.TypeOf(reduction)}>(__body.__partials_{name});");
        }

        foreach (var fact in LastPrivates())
            writer.Line($"__region.{fact.Variable.Name} = __body.{fact.Variable.Name};");
        writer.Close();
    }

    private void EmitInvokeReduction(SourceWriter writer)
    {
        writer.Line();
        writer.Line("/// <summary>Runs whole blocks of the reduction tree.</summary>");
        writer.Open("public void Invoke(long __from, long __to)");
        foreach (var reduction in _reductions)
            writer.Line($"scoped global::System.Span<{TypeOf(reduction)}> __lanes_{LoopEmitter.Plain(reduction)} = stackalloc {TypeOf(reduction)}[{_plan.ReductionLanes}];");
        writer.Open("for (long __block = __from; __block < __to; __block++)");
        writer.Line("long __start = __block * __shape.BlockSize;");
        writer.Line("long __stop = global::System.Math.Min(__start + __shape.BlockSize, __trip);");
        foreach (var reduction in _reductions)
            writer.Line($"__lanes_{LoopEmitter.Plain(reduction)}.Fill({ReductionOperators.TypeOf(reduction)}.Identity);");
        var lanes = string.Join(", ", _reductions.Select(r => $"__lanes_{LoopEmitter.Plain(r)}"));
        writer.Line(_plan.Vector is null ? $"ScalarLanes(__start, __stop, __start, {lanes});" : $"VectorBlock(__start, __stop, {lanes});");
        foreach (var reduction in _reductions)
        {
            var name = LoopEmitter.Plain(reduction);
            writer.Line($"__partials_{name}[(int)__block] = {RuntimeNames.ReductionTree}.Combine<{TypeOf(reduction)}, {ReductionOperators.TypeOf(reduction)}>(__lanes_{name});");
        }

        writer.Close();
        writer.Close();
    }

    private void EmitScalar(SourceWriter writer)
    {
        writer.Line();
        writer.Line("/// <summary>Runs iterations as the user wrote them.</summary>");
        if (IsTransparent())
            writer.Line(Optimized);
        writer.Open("private void Scalar(long __from, long __to)");
        EmitLocals(writer);
        var space = _plan.Loop.Space!;
        var index = space.Index;
        if (space.Step is Constant { Value: not null } constant && Convert.ToInt64(constant.Value) is var step && step != 0)
        {
            writer.Line($"{index.Type.Text} __stop = ({index.Type.Text})(this.__first + __to * ({step}L));");
            writer.Open($"for ({index.Type.Text} {index.Name} = ({index.Type.Text})(this.__first + __from * ({step}L)); {index.Name} {(step > 0 ? "<" : ">")} __stop; {index.Name} += {step})");
            EmitBody(writer);
            writer.Close();
        }
        else
        {
            writer.Open("for (long __k = __from; __k < __to; __k++)");
            writer.Line($"{index.Type.Text} {index.Name} = ({index.Type.Text})(this.__first + __k * this.__step);");
            EmitBody(writer);
            writer.Close();
        }

        EmitLastValues(writer);
        writer.Close();
    }

    private void EmitScalarLanes(SourceWriter writer)
    {
        var spans = string.Join(", ", _reductions.Select(r => $"scoped global::System.Span<{TypeOf(r)}> __lanes_{LoopEmitter.Plain(r)}"));
        var index = _plan.Loop.Space!.Index;
        var isSingle = _plan.ReductionLanes == 1;
        writer.Line();
        writer.Line("/// <summary>Runs iterations as the user wrote them, each accumulating in the lane that it has in every vector width.</summary>");
        if (IsTransparent())
            writer.Line(Optimized);
        writer.Open($"private void ScalarLanes(long __from, long __to, long __block, {spans})");
        EmitLocals(writer);
        if (isSingle)
            EmitLaneLoads(writer, "0");
        writer.Open("for (long __k = __from; __k < __to; __k++)");
        writer.Line($"{index.Type.Text} {index.Name} = ({index.Type.Text})(this.__first + __k * this.__step);");
        if (!isSingle)
        {
            writer.Line($"int __lane = (int)((__k - __block) & {_plan.ReductionLanes - 1}L);");
            EmitLaneLoads(writer, "__lane");
        }

        writer.Line("do");
        writer.Open();
        EmitBody(writer);
        writer.Close();
        writer.Line("while (false);");
        if (!isSingle)
            EmitLaneStores(writer, "__lane");
        writer.Close();
        if (isSingle)
            EmitLaneStores(writer, "0");
        EmitLastValues(writer);
        writer.Close();
    }

    private void EmitLaneLoads(SourceWriter writer, string lane)
    {
        foreach (var reduction in _reductions)
            writer.Line($"{TypeOf(reduction)} {reduction.Accumulator.Name} = __lanes_{LoopEmitter.Plain(reduction)}[{lane}];");
    }

    private void EmitLaneStores(SourceWriter writer, string lane)
    {
        foreach (var reduction in _reductions)
            writer.Line($"__lanes_{LoopEmitter.Plain(reduction)}[{lane}] = {reduction.Accumulator.Name};");
    }

    private void EmitLocals(SourceWriter writer)
    {
        foreach (var variable in Captured(_plan))
        {
            if (variable.Kind == VariableKind.Reference || _loops.IsReferenceReceiver(variable))
                writer.Line($"ref {(_loops.IsReadOnly(variable) ? "readonly " : "")}{variable.Type.Text} {variable.Name} = ref this.{variable.Name};");
            else
                writer.Line($"{variable.Type.Text} {variable.Name} = this.{variable.Name};");
        }

        foreach (var fact in _plan.Analysis.Variables.Where(v => v.Role is VariableRole.Private or VariableRole.LastPrivate))
            writer.Line($"{fact.Variable.Type.Text} {fact.Variable.Name} = default!;");
    }

    private void EmitBody(SourceWriter writer)
    {
        writer.Line(_loops.LineDirective(_plan.Loop.Body.Source.StartLine));
        writer.Verbatim(_loops.Expand(_plan.Loop.BodyText));
        writer.Line("#line hidden");
    }

    private void EmitLastValues(SourceWriter writer)
    {
        foreach (var fact in LastPrivates())
            writer.Line($"if (__to == this.__trip) this.{fact.Variable.Name} = {fact.Variable.Name};");
    }

    private IEnumerable<VariableFact> LastPrivates() => _plan.Analysis.Variables.Where(v => v.Role == VariableRole.LastPrivate);

    private static string Options(string nanoseconds, string granule) => $"__schedule, __chunk, __workers, {nanoseconds}, {granule}";

    private string Granule() => _plan.Vector is { } vector ? $"{64 / vector.LaneBytes * Math.Max(1, vector.Unroll)}" : "1";

    /// <summary>Whether nothing in the body profits from the profile that the runtime gathers for calls.</summary>
    private bool IsTransparent() =>
        !_plan.Loop.Body.AllExpressions().Any(e => e is OpaqueExpression) && !_plan.Loop.Body.SelfAndDescendants().Any(s => s is OpaqueStatement);

    private static string TypeOf(Reduction reduction) => reduction.Accumulator.Type.Text;
}
