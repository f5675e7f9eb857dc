using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit;

/// <summary>
/// Writes the methods of a region that run iterations as the user wrote them, on variables of their own, and hand on what those leave
/// behind: what they accumulated, and the last values of variables.
/// </summary>
internal sealed class IterationsEmitter
{
    private readonly LoopPlan _plan;
    private readonly LoopEmitter _loops;
    private readonly PrivateCopyEmitter _copies;
    private readonly string? _nestGate;
    private readonly IReadOnlyList<Reduction> _reductions;

    /// <summary>Prepares the methods of one region.</summary>
    /// <param name="plan">The loop.</param>
    /// <param name="loops">The loops of the method.</param>
    /// <param name="copies">The containers that each worker has a copy of.</param>
    /// <param name="nestGate">What the loops inside need to pay; null where there is no such condition.</param>
    public IterationsEmitter(LoopPlan plan, LoopEmitter loops, PrivateCopyEmitter copies, string? nestGate)
    {
        _plan = plan;
        _loops = loops;
        _copies = copies;
        _nestGate = nestGate;
        _reductions = plan.Analysis.Reductions;
    }

    /// <summary>The methods of some iterations: with the regions of the loops inside, and without where those need not pay.</summary>
    public void Emit(SourceWriter writer)
    {
        if (_nestGate != EntryGate.Never)
            EmitIterations(writer, "Scalar", isAsWritten: false);
        if (_nestGate is not null)
            EmitIterations(writer, "AsWritten", isAsWritten: true);
    }

    private void EmitIterations(SourceWriter writer, string name, bool isAsWritten)
    {
        if (_plan.HasTree)
            EmitScalarLanes(writer, name, isAsWritten);
        else
            EmitScalar(writer, name, isAsWritten);
    }

    private void EmitScalar(SourceWriter writer, string name, bool isAsWritten)
    {
        var isApart = _reductions.Count > 0 && !RegionTypeEmitter.LastPrivates(_plan).Any() && !RegionTypeEmitter.ConditionalLastPrivates(_plan).Any() && _plan.Analysis.PrivateArrays.IsEmpty;
        if (isApart)
            EmitCombined(writer, name);
        writer.Line();
        writer.Line("/// <summary>Runs iterations as the user wrote them.</summary>");
        if (isApart)
        {
            writer.Line(IsTransparent() ? MethodAttributes.OutOfLineOptimized : MethodAttributes.OutOfLine);
            writer.Open($"private static {LoopEmitter.Tuple([.. _reductions.Select(RegionTypeEmitter.TypeOf)])} {name}({string.Join(", ", RegionTypeEmitter.Captured(_plan).Select(_loops.Declaration).Concat(["long __first", "long __step", "long __from", "long __to"]))})");
        }
        else
        {
            if (IsTransparent())
                writer.Line(MethodAttributes.Optimized);
            writer.Open($"private void {name}(long __from, long __to)");
            EmitCaptured(writer);
            writer.Line("long __first = this.__first;");
            writer.Line("long __step = this.__step;");
        }

        EmitPrivates(writer);
        foreach (var reduction in _reductions)
            writer.Line($"{RegionTypeEmitter.TypeOf(reduction)} {reduction.Accumulator.Name} = {ReductionOperators.TypeOf(reduction)}.Identity;");
        var space = _plan.Loop.Space!;
        var index = space.Index;
        if (space.Step is Constant { Value: not null } constant && Convert.ToInt64(constant.Value) is var step && step != 0)
        {
            var type = index.Type.Text;
            writer.Line($"{type} __stop = ({type})(__first + __to * ({step}L));");
            var start = $"{type} {index.Name} = ({type})(__first + __from * ({step}L))";
            if (_plan.Vector is null && UncheckedIterations.Of(_plan, _loops) is { } iterations)
                start = EmitUnchecked(writer, iterations);
            writer.Open($"for ({start}; {index.Name} {(step > 0 ? "<" : ">")} __stop; {index.Name} += {step})");
            EmitBody(writer, isAsWritten);
            writer.Close();
        }
        else
        {
            writer.Open("for (long __k = __from; __k < __to; __k++)");
            writer.Line($"{index.Type.Text} {index.Name} = ({index.Type.Text})(__first + __k * __step);");
            EmitBody(writer, isAsWritten);
            writer.Close();
        }

        if (isApart)
        {
            writer.Line($"return {LoopEmitter.Tuple([.. _reductions.Select(r => r.Accumulator.Name)])};");
        }
        else
        {
            EmitLastValues(writer);
            EmitCombine(writer, r => r.Accumulator.Name);
            _copies.EmitReturn(writer);
        }

        writer.Close();
    }

    /// <summary>Runs as many iterations without bounds checks as fill passes; returns the declaration of the index, at the first that is left.</summary>
    private string EmitUnchecked(SourceWriter writer, UncheckedIterations iterations)
    {
        var id = _plan.Loop.Id;
        var index = _plan.Loop.Space!.Index;
        writer.Line($"long __first{id} = __first + __from * __step;");
        writer.Line($"long __trip{id} = __to - __from;");
        writer.Line($"long {iterations.Index} = __first{id};");
        writer.Open($"if ({iterations.Condition})");
        iterations.EmitLong(writer, true);
        writer.Close();
        return $"{index.Type.Text} {index.Name} = ({index.Type.Text}){iterations.Index}";
    }

    /// <summary>
    /// Runs iterations and adds what they found. The iterations are a method of their own, as the region's address would take a register
    /// from their loop.
    /// </summary>
    private void EmitCombined(SourceWriter writer, string name)
    {
        var arguments = RegionTypeEmitter.Captured(_plan).Select(v => $"{(!_loops.IsByReference(v) ? "" : _loops.IsReadOnly(v) ? "in " : "ref ")}this.{v.Name}")
            .Concat(["this.__first", "this.__step", "__from", "__to"]);
        writer.Line();
        writer.Open($"private void {name}(long __from, long __to)");
        writer.Line($"{(_reductions.Count == 1 ? RegionTypeEmitter.TypeOf(_reductions[0]) + " " : "var ")}{LoopEmitter.Tuple([.. _reductions.Select(Found)])} = {name}({string.Join(", ", arguments)});");
        EmitCombine(writer, Found);
        writer.Close();

        static string Found(Reduction reduction) => $"__found_{LoopEmitter.Plain(reduction)}";
    }

    /// <summary>Adds what a chunk found to what the others found.</summary>
    private void EmitCombine(SourceWriter writer, Func<Reduction, string> found)
    {
        if (_reductions.Count == 0)
            return;
        writer.Line("bool __isTaken = false;");
        writer.Line("this.__gate.Enter(ref __isTaken);");
        foreach (var reduction in _reductions)
        {
            var result = $"this.{LoopEmitter.Result(_plan, reduction)}";
            writer.Line($"{result} = {ReductionOperators.TypeOf(reduction)}.Combine({result}, {found(reduction)});");
        }

        writer.Line("this.__gate.Exit();");
    }

    private void EmitScalarLanes(SourceWriter writer, string name, bool isAsWritten)
    {
        var spans = string.Join(", ", _reductions.Select(r => $"scoped global::System.Span<{RegionTypeEmitter.TypeOf(r)}> __lanes_{LoopEmitter.Plain(r)}"));
        var index = _plan.Loop.Space!.Index;
        var isSingle = _plan.ReductionLanes == 1;
        writer.Line();
        writer.Line("/// <summary>Runs iterations as the user wrote them, each accumulating in the lane that it has in every vector width.</summary>");
        if (IsTransparent())
            writer.Line(MethodAttributes.Optimized);
        writer.Open($"private void {name}Lanes(long __from, long __to, long __block{(spans.Length > 0 ? ", " : "")}{spans})");
        EmitCaptured(writer);
        EmitPrivates(writer);
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
        EmitBody(writer, isAsWritten);
        writer.Close();
        writer.Line("while (false);");
        if (!isSingle)
            EmitLaneStores(writer, "__lane");
        writer.Close();
        if (isSingle)
            EmitLaneStores(writer, "0");
        EmitLastValues(writer);
        _copies.EmitReturn(writer);
        writer.Close();
    }

    private void EmitLaneLoads(SourceWriter writer, string lane)
    {
        foreach (var reduction in _reductions)
            writer.Line($"{RegionTypeEmitter.TypeOf(reduction)} {reduction.Accumulator.Name} = __lanes_{LoopEmitter.Plain(reduction)}[{lane}];");
    }

    private void EmitLaneStores(SourceWriter writer, string lane)
    {
        foreach (var reduction in _reductions)
            writer.Line($"__lanes_{LoopEmitter.Plain(reduction)}[{lane}] = {reduction.Accumulator.Name};");
    }

    private void EmitCaptured(SourceWriter writer)
    {
        _copies.EmitLocals(writer);
        foreach (var variable in RegionTypeEmitter.Captured(_plan).Where(v => !_copies.Replaces(v)))
            writer.Line($"{_loops.Declaration(variable)} = {(_loops.IsByReference(variable) ? "ref " : "")}this.{variable.Name};");
    }

    private void EmitPrivates(SourceWriter writer)
    {
        foreach (var fact in _plan.Analysis.Variables.Where(v => v.Role is VariableRole.Private or VariableRole.LastPrivate or VariableRole.ConditionalLastPrivate))
            writer.Line($"{fact.Variable.Type.Text} {fact.Variable.Name} = default!;");
        foreach (var variable in RegionTypeEmitter.ConditionalLastPrivates(_plan))
            writer.Line($"bool {RecordingPrinter.Flag(variable)} = false;");
    }

    private void EmitBody(SourceWriter writer, bool isAsWritten)
    {
        if (isAsWritten)
            _loops.CountInner(writer, _plan);
        var text = _plan.InlinesMathematics ? StatementPrinter.PrintInFull(_plan.Loop.Body.Statements)
            : isAsWritten ? _loops.Original(_plan.Loop.BodyText) : _loops.Expand(_plan.Loop.BodyText);
        _loops.EmitText(writer, _plan.Loop.Body.Source, text);
        foreach (var function in _plan.Loop.Functions)
            _loops.EmitText(writer, function.Source, function.Text);
    }

    private void EmitLastValues(SourceWriter writer)
    {
        foreach (var variable in RegionTypeEmitter.LastPrivates(_plan))
            writer.Line($"if (__to == this.__trip) this.{variable.Name} = {variable.Name};");
        foreach (var variable in RegionTypeEmitter.ConditionalLastPrivates(_plan))
        {
            var taken = $"__isTaken_{variable.Name.TrimStart('@')}";
            writer.Open($"if ({RecordingPrinter.Flag(variable)})");
            writer.Line($"bool {taken} = false;");
            writer.Line($"this.__lastGate.Enter(ref {taken});");
            writer.Open($"if (__from > this.{LastSet(variable)})");
            writer.Line($"this.{LastSet(variable)} = __from;");
            writer.Line($"this.{variable.Name} = {variable.Name};");
            writer.Close();
            writer.Line("this.__lastGate.Exit();");
            writer.Close();
        }
    }

    /// <summary>The first iteration of the last part that has assigned a variable; negative before any has.</summary>
    internal static string LastSet(Variable variable) => $"__lastSet_{variable.Name.TrimStart('@')}";

    /// <summary>Whether nothing in the body profits from the profile that the runtime gathers for calls.</summary>
    private bool IsTransparent() =>
        !_plan.Loop.Body.AllExpressions().Any(e => e is OpaqueExpression) && !_plan.Loop.Body.SelfAndDescendants().Any(s => s is OpaqueStatement);
}
