using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit;

/// <content>The calls of what runs a loop, and their arguments.</content>
public sealed partial class LoopEmitter
{
    /// <summary>The call that runs the region.</summary>
    /// <param name="plan">The loop.</param>
    /// <param name="declares">Whether the call declares the variables that take the results of reductions.</param>
    private string Start(LoopPlan plan, bool declares = true)
    {
        var id = plan.Loop.Id;
        var arguments = RegionTypeEmitter.Captured(plan).Select(Argument)
            .Concat([$"__first{id}", $"__step{id}", $"__trip{id}", plan.NanosecondsPerIteration, Schedule(plan.Loop)])
            .Concat(plan.Analysis.Reductions.Select(r => $"out {(declares ? r.Accumulator.Type.Text + " " : "")}{Result(plan, r)}"))
            .Concat(RegionTypeEmitter.LastPrivates(plan).Select(v => $"out {v.Type.Text} {Last(plan, v)}"))
            .Concat(RegionTypeEmitter.Running(plan).Select(v => $"ref {Carried(plan, v)}"))
            .Concat(RegionTypeEmitter.ConditionalLastPrivates(plan).Select(v => $"out {v.Type.Text} {Last(plan, v)}, out bool {IsSet(plan, v)}"));
        return $"{plan.TypeName}{_method.Signature.TypeParameterList}.Start({string.Join(", ", arguments)})";
    }

    /// <summary>What the method keeps of inspections: 1 where one has found that the iterations are independent, -1 where not.</summary>
    public string InspectionState => string.Concat(_plan.Loops.Values.Where(p => p.KeepsInspection).OrderBy(p => p.Loop.Id).Select(p => $"int {Inspected(p)} = 0; "));

    private static string Inspected(LoopPlan plan) => $"__inspected{plan.Loop.Id}";

    /// <summary>The call that looks at the accesses of the loop before it runs.</summary>
    private string Inspect(LoopPlan plan)
    {
        var id = plan.Loop.Id;
        var arguments = RegionTypeEmitter.Captured(plan).Select(Argument).Concat([$"__first{id}", $"__step{id}", $"__trip{id}"]);
        var call = $"{plan.TypeName}{_method.Signature.TypeParameterList}.Inspect({string.Join(", ", arguments)})";
        return plan.KeepsInspection ? $"({Inspected(plan)} != 0 ? {Inspected(plan)} : {Inspected(plan)} = {call} ? 1 : -1) > 0" : call;
    }

    /// <summary>The test of the loop; a range whose step is a variable runs either way.</summary>
    private static string Comparison(Loop loop)
    {
        var space = loop.Space!;
        return loop.Mark is not null && space.Step is not Constant
            ? $"__step{loop.Id} > 0L ? {RuntimeNames.LoopComparison}.Less : {RuntimeNames.LoopComparison}.Greater"
            : $"{RuntimeNames.LoopComparison}.{space.Comparison}";
    }

    /// <summary>Schedule, chunk size and workers: those of the mark, else those of the attribute.</summary>
    private string Schedule(Loop loop)
    {
        var options = _method.Options;
        var schedule = loop.Mark?.ScheduleText ?? options.ScheduleText;
        if (schedule.IndexOf('.') < 0 && loop.Mark?.ScheduleText is null)
            schedule = $"{RuntimeNames.Schedule}.{schedule}";
        return $"{schedule}, {loop.Mark?.ChunkSizeText ?? options.ChunkSize.ToString()}, {loop.Mark?.MaxWorkersText ?? options.MaxWorkers.ToString()}";
    }

    /// <summary>A variable as an argument of what runs a loop.</summary>
    public string Argument(Variable variable) => !IsByReference(variable) ? variable.Name : $"{(IsReadOnly(variable) ? "in" : "ref")} {variable.Name}";

    /// <summary>A variable as a parameter or field of what runs a loop.</summary>
    public string Declaration(Variable variable) =>
        $"{(!IsByReference(variable) ? "" : IsReadOnly(variable) ? "ref readonly " : "ref ")}{variable.Type.Text} {variable.Name}";

    /// <summary>
    /// Whether a region reaches a variable by reference: what the user names so, and the receiver of a struct. Of a <c>ref struct</c> it has a
    /// copy, as no iteration writes the variable itself.
    /// </summary>
    public bool IsByReference(Variable variable) => !variable.Type.IsRefLike && (variable.Kind == VariableKind.Reference
        || (variable.Kind == VariableKind.This && _method.Signature.Receiver is { Modifiers.Length: > 0 }));

    /// <summary>Whether the receiver or parameter may not be written through.</summary>
    public bool IsReadOnly(Variable variable)
    {
        var parameter = variable.Kind == VariableKind.This
            ? _method.Signature.Receiver
            : _method.Signature.Parameters.FirstOrDefault(p => p.Name == variable.Name);
        return parameter is not null && (parameter.Modifiers.Contains("in") || parameter.Modifiers.Contains("readonly"));
    }
}
