using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit;

/// <summary>
/// Writes a method that runs one loop in its own order. Out of line it is compiled as it is where the user wrote it: beside a region, its
/// variables and the place of its code in memory would depend on what starts the region.
/// </summary>
public sealed class OrderedLoopEmitter
{
    private readonly Method _method;
    private readonly LoopPlan _plan;
    private readonly LoopEmitter _loops;
    private readonly UncheckedIterations? _unchecked;

    /// <summary>Prepares the method of one loop.</summary>
    public OrderedLoopEmitter(Method method, LoopPlan plan, LoopEmitter loops)
    {
        _method = method;
        _plan = plan;
        _loops = loops;
        _unchecked = UncheckedIterations.Of(plan, loops) is { HasRanged: true } iterations ? iterations : null;
    }

    /// <summary>
    /// Whether all that the loop leaves behind are sums and their kind, which can be handed back, its header names nothing but
    /// variables that stay as they are, and its text means the same elsewhere.
    /// </summary>
    public static bool IsPossible(LoopPlan plan) => plan is { OnCores: true, LeavesRest: false, Loop: { Mark: null, HasContext: false, Space: { IndexLivesOutside: false } } }
        && plan.Loop.Functions.IsEmpty && !RegionTypeEmitter.LastPrivates(plan).Any() && !RegionTypeEmitter.ConditionalLastPrivates(plan).Any()
        && plan.Loop.Expressions.All(e => e.SelfAndDescendants().All(part => part is not OpaqueExpression))
        && plan.Analysis.Variables.All(f => f.Role == VariableRole.Invariant || !HeaderReads(plan.Loop).Contains(f.Variable));

    /// <summary>The statement that runs the loop.</summary>
    public string Call
    {
        get
        {
            var accumulators = _plan.Analysis.Reductions.Select(r => r.Accumulator.Name).ToList();
            var arguments = Captured.Select(_loops.Argument).Concat(accumulators).Concat(Range);
            var results = accumulators.Count == 0 ? "" : $"{LoopEmitter.Tuple(accumulators)} = ";
            return $"{results}{Name}{_method.Signature.TypeParameterList}({string.Join(", ", arguments)});";
        }
    }

    private IEnumerable<Variable> Captured => RegionTypeEmitter.Captured(_plan).Concat(HeaderReads(_plan.Loop)).Distinct();

    /// <summary>The range of the iterations, where bounds are asked for all of them.</summary>
    private IEnumerable<string> Range => _unchecked is null ? [] : [$"__first{_plan.Loop.Id}", $"__trip{_plan.Loop.Id}"];

    private string Name => $"InOrder{_plan.Loop.Id}";

    /// <summary>Writes the method.</summary>
    public void Emit(SourceWriter writer)
    {
        var loop = _plan.Loop;
        var accumulators = _plan.Analysis.Reductions.Select(r => r.Accumulator).ToList();
        var parameters = Captured.Select(_loops.Declaration).Concat(accumulators.Select(a => $"{a.Type.Text} {a.Name}")).Concat(Range.Select(r => $"long {r}"));
        var returns = accumulators.Count == 0 ? "void" : LoopEmitter.Tuple([.. accumulators.Select(a => a.Type.Text)]);
        writer.Line();
        writer.Line(MethodAttributes.OutOfLine);
        writer.Open($"private static {(_method.Signature.IsUnsafe ? "unsafe " : "")}{returns} {Name}{_method.Signature.TypeParameterList}({string.Join(", ", parameters)}){_method.Signature.ConstraintList}");
        foreach (var fact in _plan.Analysis.Variables.Where(v => v.Role == VariableRole.Private))
            writer.Line($"{fact.Variable.Type.Text} {fact.Variable.Name} = default!;");
        new PrivateCopyEmitter(_plan).EmitLengths(writer);
        if (_unchecked is null)
            _loops.EmitText(writer, loop.Source, _loops.InOrder(_plan));
        else
            EmitUnchecked(writer, _unchecked);
        if (accumulators.Count > 0)
            writer.Line($"return {LoopEmitter.Tuple([.. accumulators.Select(a => a.Name)])};");
        writer.Close();
    }

    private void EmitUnchecked(SourceWriter writer, UncheckedIterations iterations)
    {
        writer.Open($"if (__trip{_plan.Loop.Id} >= {LoopEmitter.UncheckedTrip}L && {iterations.Condition})");
        writer.Line($"long {iterations.Index} = __first{_plan.Loop.Id};");
        iterations.EmitLong(writer, false);
        writer.Close();
        writer.Open("else");
        _loops.EmitText(writer, _plan.Loop.Source, _loops.InOrder(_plan));
        writer.Close();
    }

    private static IEnumerable<Variable> HeaderReads(Loop loop) => loop.Expressions.SelectMany(e => e.VariablesRead());
}
