using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Planning;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Emit;

/// <summary>
/// Replaces planned loops inside the user's text by a guarded region: trip count, guards, the region, and the loop as the user
/// wrote it where a guard fails or the work is too small.
/// </summary>
public sealed partial class LoopEmitter
{
    /// <summary>The field with the expressions that report accesses.</summary>
    public const string RaceSites = "__sites";

    /// <summary>The trip count from which asking for the bounds of all iterations costs less than asking in each.</summary>
    internal const int UncheckedTrip = 4;

    private readonly Method _method;
    private readonly MethodPlan _plan;
    private readonly CompilationFacts _facts;
    private readonly Dictionary<int, Loop> _loops;
    private readonly Dictionary<int, OrderedLoopEmitter> _outlined = [];

    /// <summary>Prepares the loops of one method.</summary>
    public LoopEmitter(Method method, MethodPlan plan, CompilationFacts facts)
    {
        _method = method;
        _plan = plan;
        _facts = facts;
        _loops = plan.Replacements.Values.SelectMany(r => r.Statements).Prepend(method.Body).SelectMany(s => s.SelfAndDescendants()).OfType<Loop>()
            .GroupBy(l => l.Id).ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>The text with every loop put in: planned ones as regions, others as the user wrote them.</summary>
    public string Expand(string text) => LoopMarker.Expand(text, id =>
        _plan.Replacements.TryGetValue(id, out var replacement) ? Replaced(replacement)
        : _plan.Loops.TryGetValue(id, out var plan) ? Region(plan, false)
        : Expand(_loops[id].Text));

    /// <summary>The text with every loop as the user wrote it.</summary>
    public string Original(string text) => LoopMarker.Expand(text, id => InOrder(id, Original));

    /// <summary>A planned loop in its own order, with no region inside.</summary>
    public string InOrder(LoopPlan plan) => InOrder(plan.Loop.Id, Original);

    /// <summary>A loop in its own order.</summary>
    private string InOrder(int id, Func<string, string> expand) => _plan.Loops.TryGetValue(id, out var plan) && plan.InlinesMathematics
        ? StatementPrinter.PrintInFull([plan.Loop])
        : expand(_loops[id].Text);

    /// <summary>A directive that makes the next line the given one of the user's file.</summary>
    public string LineDirective(int zeroBasedLine) => $"#line {zeroBasedLine + 1} \"{_method.FilePath}\"";

    /// <summary>The texts of a loop that is watched for races instead of run in parallel; null for any other.</summary>
    public CheckedLoop? Checked(LoopPlan plan) =>
        _facts.IsChecked && plan.OnCores && (plan.IsAsserted || plan.IsAsked) && plan.Analysis.PrivateArrays.IsEmpty && plan.Analysis.Inspections.IsEmpty
            ? _method.RaceChecks?.Loops.FirstOrDefault(l => l.Id == plan.Loop.Id)
            : null;

    private string Region(LoopPlan plan, bool hasRange)
    {
        if (Checked(plan) is { } watched)
            return Watched(plan, watched, hasRange);
        var loop = plan.Loop;
        var space = loop.Space!;
        var id = loop.Id;
        var writer = new SourceWriter();
        writer.Line();
        writer.Line("#line hidden");
        writer.Open();
        if (!hasRange)
            EmitRange(writer, loop);
        var pays = plan.LeastWork > 0 ? $" && ({plan.NanosecondsPerIteration}) * __trip{id} >= {plan.LeastWork}d" : "";
        if (plan.CheckNanoseconds > 0)
            pays += $" && {RuntimeNames.Region}.MayRepay({plan.NanosecondsPerIteration}, {plan.CheckNanoseconds.ToString(System.Globalization.CultureInfo.InvariantCulture)}d)";
        var guards = pays + string.Concat(plan.Guards.Concat(plan.CopyGates).Select(g => $" && ({g})"));
        if (!plan.Analysis.Inspections.IsEmpty)
            guards += $" && {plan.InspectionGate} && {Inspect(plan)}";
        var mayRerun = plan.Analysis.Reductions.Any(r => NeedsRerun(plan, r));
        var narrow = plan.MinimumNarrowTrip > plan.MinimumTrip
            ? WhereNarrow(id, plan.MinimumNarrowTrip)
            : "";
        var condition = $"__trip{id} >= {plan.MinimumTrip}L{narrow}{guards}";
        var start = Start(plan);
        if (mayRerun)
            writer.Line($"bool __done{id} = false;");
        writer.Open($"if ({condition}{(plan.TellsWhetherDone ? $" && {start}" : "")})");
        if (plan.LeavesRest)
            EmitLeading(writer, plan, start);
        else if (plan.LongTrip > 0)
            EmitShortOrLong(writer, plan);
        else if (!plan.TellsWhetherDone)
            writer.Line($"{start};");
        if (!plan.LeavesRest)
            EmitResults(writer, plan, mayRerun);
        writer.Close();
        writer.Open(mayRerun ? $"if (!__done{id})" : "else");
        Count(writer, plan, "Sequential");
        if (!plan.OnCores && !plan.LeavesRest && UncheckedIterations.Of(plan, this) is { } iterations)
            EmitUnchecked(writer, plan, iterations);
        else
            EmitDeclined(writer, plan);
        writer.Close();
        writer.Close();
        writer.Line(LineDirective(loop.Source.EndLine));
        return writer.ToString();
    }

    /// <summary>A loop inside another that is too short for lanes, yet long enough to ask for its bounds once.</summary>
    private void EmitUnchecked(SourceWriter writer, LoopPlan plan, UncheckedIterations iterations)
    {
        var id = plan.Loop.Id;
        writer.Open($"if (__trip{id} >= {UncheckedTrip}L && {iterations.Condition})");
        writer.Line($"long {iterations.Index} = __first{id};");
        iterations.EmitShort(writer);
        writer.Close();
        writer.Open("else");
        EmitDeclined(writer, plan);
        writer.Close();
    }

    /// <summary>
    /// The first iterations as written, if any, then lanes up to where the loop is left or they are no longer filled, then as written from
    /// there. The index stands outside of both loops, to tell whether the first was left.
    /// </summary>
    private void EmitLeading(SourceWriter writer, LoopPlan plan, string start)
    {
        var loop = plan.Loop;
        var (id, space) = (loop.Id, loop.Space!);
        var (index, type) = (space.Index.Name, space.Index.Type.Text);
        var step = $"{index} += {CSharpPrinter.Print(space.Step)}";
        writer.Line($"{(space.IndexLivesOutside ? "" : type + " ")}{index} = ({type})__first{id};");
        if (plan.LeadingTrip > 0)
        {
            writer.Line($"{type} __stop{id} = ({type})(__first{id} + {plan.LeadingTrip}L * __step{id});");
            writer.Open($"for (; {index} != __stop{id}; {step})");
            EmitText(writer, loop.Body.Source, Original(loop.BodyText));
            writer.Close();
            writer.Open($"if ({index} == __stop{id})");
        }

        foreach (var value in RegionTypeEmitter.Running(plan))
            writer.Line($"{value.Carried.Type.Text} {Carried(plan, value)} = {(value.Start is { } element ? CSharpPrinter.Print(element) : value.Carried.Name)};");
        writer.Line($"long __done{id} = {start};");
        foreach (var value in RegionTypeEmitter.Running(plan).Where(v => v.Start is null))
            writer.Line($"{value.Carried.Name} = {Carried(plan, value)};");
        writer.Line($"{index} = ({type})(__first{id} + __done{id} * __step{id});");
        writer.Open($"for (; {index} {IrPrinter.Symbol(space.Comparison)} {CSharpPrinter.Print(space.End)}; {step})");
        EmitText(writer, loop.Body.Source, Original(loop.BodyText));
        writer.Close();
        if (plan.LeadingTrip > 0)
            writer.Close();
    }

    /// <summary>
    /// Where the guards hold, under which other builds run the loop in parallel: its iterations in their order, each access reported to
    /// a log.
    /// </summary>
    private string Watched(LoopPlan plan, CheckedLoop watched, bool hasRange)
    {
        var loop = plan.Loop;
        var id = loop.Id;
        var index = loop.Space!.Index;
        var writer = new SourceWriter();
        writer.Line();
        writer.Line("#line hidden");
        writer.Open();
        if (!hasRange)
            EmitRange(writer, loop);
        writer.Open($"if (__trip{id} > 0L{string.Concat(plan.Guards.Select(g => $" && ({g})"))})");
        Count(writer, plan, "Checked");
        writer.Line($"var {RaceChecks.Log} = new {RuntimeNames.RaceLog}({CSharpPrinter.Quote($"{_method.Display}, {loop.Display}")}, {RaceSites});");
        foreach (var array in RegionTypeEmitter.Captured(plan).Where(v => v.Type.Text.EndsWith("[]", StringComparison.Ordinal)))
            writer.Line($"{RaceChecks.Log}.Know({array.Name});");
        writer.Line($"var {RaceChecks.Spans} = {RaceChecks.NoSpans}{string.Concat(FoundSpans(plan).Select(s => $".And({s})"))};");
        writer.Open($"for (long __k{id} = 0L; __k{id} < __trip{id}; __k{id}++)");
        writer.Line($"{(loop.Space.IndexLivesOutside ? "" : index.Type.Text + " ")}{index.Name} = ({index.Type.Text})(__first{id} + __k{id} * __step{id});");
        writer.Line($"{RaceChecks.Log}.Iterate(__first{id} + __k{id} * __step{id});");
        EmitText(writer, loop.Body.Source, Reporting(watched.BodyText));
        writer.Close();
        if (loop.Space.IndexLivesOutside)
            writer.Line($"{index.Name} = ({index.Type.Text})(__first{id} + __trip{id} * __step{id});");
        writer.Close();
        writer.Open("else");
        Count(writer, plan, "Sequential");
        EmitDeclined(writer, plan);
        writer.Close();
        writer.Close();
        writer.Line(LineDirective(loop.Source.EndLine));
        return writer.ToString();
    }

    /// <summary>The spans whose elements the loop accesses and which it does not make itself.</summary>
    private static IEnumerable<string> FoundSpans(LoopPlan plan)
    {
        var captured = RegionTypeEmitter.Captured(plan).ToList();
        return plan.Analysis.Accesses.Select(a => a.Access.Root)
            .Where(r => r is { Kind: MemoryKind.Span or MemoryKind.ReadOnlySpan, Parent: null } && r.Reads.All(captured.Contains))
            .Select(r => r.Text).Distinct();
    }

    /// <summary>The text with every loop reporting what it accesses.</summary>
    private string Reporting(string text) => LoopMarker.Expand(text, id => Reporting(_method.RaceChecks!.Loops.First(l => l.Id == id).Text));

    /// <summary>The loop in its own order: with the regions of loops inside it where any of those can pay, else as the user wrote it.</summary>
    private void EmitDeclined(SourceWriter writer, LoopPlan plan)
    {
        var loop = plan.Loop;
        var gate = NestGate(plan);
        if (gate is not null and not EntryGate.Never)
        {
            writer.Open($"if (unchecked({gate}))");
            EmitText(writer, loop.Source, Expand(loop.Text));
            writer.Close();
            writer.Open("else");
        }

        if (gate is not null)
            CountInner(writer, plan);
        if (OrderedLoopEmitter.IsPossible(plan) && (gate is not null || (!PlannedInside(plan).Any() && !HasReplaced(plan))))
        {
            var outlined = new OrderedLoopEmitter(_method, plan, this);
            _outlined[loop.Id] = outlined;
            writer.Line(outlined.Call);
        }
        else
        {
            EmitText(writer, loop.Source, InOrder(loop.Id, gate is null ? Expand : Original));
        }

        if (gate is not null and not EntryGate.Never)
            writer.Close();
    }

    /// <summary>The methods that run loops in their order, which the texts emitted before this call.</summary>
    public void EmitOutlined(SourceWriter writer)
    {
        foreach (var outlined in _outlined.OrderBy(o => o.Key))
            outlined.Value.Emit(writer);
    }

    /// <summary>
    /// A condition without which none of the planned loops inside a planned loop pays, to be asked before that begins; null where it
    /// has none or that cannot be said.
    /// </summary>
    public string? NestGate(LoopPlan plan) =>
        HasReplaced(plan) ? null : EntryGate.Of(plan.Loop, _method, [.. PlannedInside(plan)]);

    private bool HasReplaced(LoopPlan plan) => plan.Loop.Body.SelfAndDescendants().OfType<Loop>().Any(l => _plan.Replacements.ContainsKey(l.Id));

    /// <summary>Counts every planned loop inside one as run in the order that the user wrote.</summary>
    public void CountInner(SourceWriter writer, LoopPlan plan)
    {
        foreach (var inner in PlannedInside(plan))
            Count(writer, inner, "Sequential");
    }

    private IEnumerable<LoopPlan> PlannedInside(LoopPlan plan) => plan.Loop.Body.SelfAndDescendants().OfType<Loop>()
        .Where(l => _plan.Loops.ContainsKey(l.Id)).Select(l => _plan.Loops[l.Id]);

    /// <summary>Text of the user's, at its place in the user's file.</summary>
    public void EmitText(SourceWriter writer, SourceSpan source, string text)
    {
        writer.Line(LineDirective(source.StartLine));
        writer.Verbatim(text);
        writer.Line("#line hidden");
    }

    /// <summary>What a transformation made of a loop, where its guards hold; else the loop as the user wrote it.</summary>
    private string Replaced(Replacement replacement)
    {
        var leastTrip = _facts.IgnoresCosts ? UngatedPlan.LeastTrip : replacement.LeastTrip;
        var loop = replacement.Original;
        var writer = new SourceWriter();
        writer.Line();
        writer.Line("#line hidden");
        writer.Open();
        EmitRange(writer, loop);
        writer.Verbatim(replacement.Prelude);
        var fallback = _plan.Loops.TryGetValue(loop.Id, out var plan) ? plan : null;
        var pays = fallback is not { OnCores: false } || replacement.LeastWorkers == 1 || _facts.IgnoresCosts
            ? ""
            : $" && {RuntimeNames.Region}.MayShare(({fallback.NanosecondsPerIteration}) * __trip{loop.Id}, {replacement.LeastWorkers})";
        if (replacement.LeastNarrowTrip > replacement.LeastTrip && !_facts.IgnoresCosts)
            pays += WhereNarrow(loop.Id, replacement.LeastNarrowTrip);
        writer.Open($"if (__trip{loop.Id} >= {leastTrip}L{pays}{string.Concat(replacement.Guards.Select(g => g.Condition).Distinct().Select(g => $" && ({g})"))})");
        writer.Verbatim(replacement.Before);
        writer.Verbatim(Expand(StatementPrinter.Print(replacement.Statements)));
        writer.Line("#line hidden");
        writer.Verbatim(replacement.After);
        writer.Close();
        writer.Open("else");
        EmitText(writer, loop.Source, fallback is not null ? Region(fallback, true) : Expand(loop.Text));
        writer.Close();
        writer.Close();
        writer.Line(LineDirective(loop.Source.EndLine));
        return writer.ToString();
    }

    /// <summary>The first index and the trip count.</summary>
    private void EmitRange(SourceWriter writer, Loop loop)
    {
        var space = loop.Space!;
        var id = loop.Id;
        writer.Line(LineDirective(loop.Keyword.StartLine));
        writer.Line($"long __first{id} = (long)({CSharpPrinter.Print(space.Start)});");
        if (space.IndexLivesOutside && !space.Start.VariablesRead().Contains(space.Index))
            writer.Line($"{space.Index.Name} = ({space.Index.Type.Text})__first{id};");
        writer.Line(LineDirective(loop.Keyword.StartLine));
        writer.Line($"long __end{id} = (long)({CSharpPrinter.Print(space.Bounds[0])});");
        foreach (var bound in space.Bounds.Skip(1))
        {
            var nearer = space.Comparison is LoopComparison.Less or LoopComparison.LessOrEqual ? "Min" : "Max";
            writer.Line($"if (__first{id} {IrPrinter.Symbol(space.Comparison)} __end{id}) __end{id} = global::System.Math.{nearer}(__end{id}, (long)({CSharpPrinter.Print(bound)}));");
        }

        writer.Line("#line hidden");
        writer.Line($"long __step{id} = (long)({CSharpPrinter.Print(space.Step)});");
        var type = space.Index.Type.Text;
        writer.Line($"long __trip{id} = {RuntimeNames.TripCount}.Of(__first{id}, __end{id}, __step{id}, {Comparison(loop)}, {type}.MinValue, {type}.MaxValue);");
    }

    /// <summary>A trip count that is asked where vectors have 128 bits.</summary>
    private static string WhereNarrow(int id, int trip) => $" && (__trip{id} >= {trip}L || {RuntimeNames.VectorAlias}256.IsHardwareAccelerated)";

    /// <summary>Few iterations without a region, more of them in one.</summary>
    private void EmitShortOrLong(SourceWriter writer, LoopPlan plan)
    {
        var id = plan.Loop.Id;
        var arguments = RegionTypeEmitter.Captured(plan).Select(Argument).Concat([$"__first{id}", $"__trip{id}"]);
        foreach (var reduction in plan.Analysis.Reductions)
            writer.Line($"{reduction.Accumulator.Type.Text} {Result(plan, reduction)};");
        writer.Line($"if (__trip{id} < {plan.LongTrip}L && {RuntimeNames.VectorAlias}256.IsHardwareAccelerated)");
        writer.Line($"    {Tuple([.. plan.Analysis.Reductions.Select(r => Result(plan, r))])} = {plan.TypeName}{_method.Signature.TypeParameterList}.{Vector.VectorLoopEmitter.Short}({string.Join(", ", arguments)});");
        writer.Line("else");
        writer.Line($"    {Start(plan, declares: false)};");
    }

    /// <summary>One thing as it is, several in brackets.</summary>
    public static string Tuple(IReadOnlyList<string> parts) => parts.Count == 1 ? parts[0] : $"({string.Join(", ", parts)})";

    /// <summary>Counts every planned loop as run in the order that the user wrote.</summary>
    public void CountAsWritten(SourceWriter writer)
    {
        foreach (var plan in _plan.Loops.Values.OrderBy(p => p.Loop.Id))
            Count(writer, plan, "Sequential");
    }

    /// <summary>Counts that a loop went one way, where tests ask for it.</summary>
    public void Count(SourceWriter writer, LoopPlan plan, string path)
    {
        if (_facts.CountExecutions)
            writer.Line($"{RuntimeNames.ExecutionCounters}.Enter(\"{_method.Display}#{plan.Loop.Id}\", {RuntimeNames.ExecutionPath}.{path});");
    }
}
