using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Planning;

/// <content>What the user is told.</content>
public sealed partial class LoopPlanner
{
    private static readonly string[] _schedules = ["Auto", "Static", "Dynamic", "Guided"];

    private void Refuse(Loop loop, IReadOnlyList<Refusal> refusals, bool innerOnCores = false)
    {
        var reason = refusals[0].Message;
        var suffix = innerOnCores ? "; a loop inside it runs across the cores instead" : "";
        Add(RuleIds.StaysSequential, loop.Keyword, $"{loop.Display} stays sequential: {reason}{suffix}", default);
        foreach (var refusal in refusals.Where(r => r.RuleId is not null))
            Add(refusal.RuleId!, refusal.Source, refusal.Message, refusal.Related);
        if (_method.Options.Required && !innerOnCores)
            Add(RuleIds.RequiredButSequential, loop.Keyword, $"{loop.Display} must run in parallel (Required = true) but stays sequential: {reason}", default);
    }

    private void BlocksVectors(SourceSpan source, string reason) =>
        Add(RuleIds.BlocksVectors, source, $"not vectorised: {reason}", default);

    private void Report(LoopPlan plan)
    {
        var loop = plan.Loop;
        if (plan.OnCores)
        {
            var parts = new List<string> { $"schedule {Schedule(loop)}" };
            if (!plan.Analysis.Reductions.IsEmpty)
                parts.Add("reductions " + string.Join(", ", plan.Analysis.Reductions.Select(r => $"{r.Accumulator.Name} ({r.Operator})")));
            foreach (var last in plan.Analysis.Variables.Where(v => v.Role == VariableRole.ConditionalLastPrivate))
                parts.Add($"the last value of {last.Variable.Name}");
            if (plan.Vector is { FirstPass: not null, Running: var running })
                parts.Add($"in two passes, as {string.Join(" and ", running.Select(r => $"'{r.Start?.Display ?? r.Carried.Name}'"))} {(running.Count == 1 ? "is" : "are")} carried on in order");
            foreach (var copy in plan.Analysis.PrivateArrays)
                parts.Add(copy.Combination is { } combination ? $"reduction into the elements of {NameOf(copy, plan.Analysis)} ({combination.Operator})" : $"a copy of '{NameOf(copy, plan.Analysis)}' for each worker");
            var conditions = plan.GuardMeanings.Where(m => m.IndexOf("'__", StringComparison.Ordinal) < 0).ToEquatableArray();
            if (plan.IsAsserted)
                parts.Add("as the code asserts that its iterations are independent");
            if (!conditions.IsEmpty)
                parts.Add("if " + Several(conditions));
            Add(RuleIds.RunsOnCores, loop.Keyword, $"{loop.Display} runs across the cores: {string.Join("; ", parts)}", default);
        }

        if (plan.Vector is { } vector)
        {
            var remarks = vector.Remarks.IsEmpty ? "" : ": " + string.Join("; ", vector.Remarks);
            Add(
                RuleIds.Vectorized,
                loop.Keyword,
                $"{loop.Display} is vectorised, {64 / vector.LaneBytes}, {32 / vector.LaneBytes} or {16 / vector.LaneBytes} lanes of {vector.LaneBytes * 8} bits by the width of the processor{remarks}",
                default);
        }
    }

    /// <summary>The container as the user wrote it, also where a transformation keeps it in a local of its own.</summary>
    private static string NameOf(PrivateArray copy, LoopAnalysis analysis)
    {
        if (!copy.Variable.Name.StartsWith("__", StringComparison.Ordinal) || analysis.Accesses.FirstOrDefault(a => copy.Holds(a.Access.Root)) is not { Access.Display: var display })
            return copy.Variable.Name;
        return display.IndexOf('[') is > 0 and var bracket ? display.Substring(0, bracket) : display;
    }

    /// <summary>The first of a list; the generated code shows them all.</summary>
    private static string Several(EquatableArray<string> conditions)
    {
        const int Most = 4;
        var rest = conditions.Count - Most;
        return string.Join(", ", conditions.Take(Most)) + (rest > 0 ? $", and {rest} more {(rest == 1 ? "condition holds" : "conditions hold")}" : "");
    }

    private string Schedule(Loop loop)
    {
        var text = loop.Mark?.ScheduleText ?? _method.Options.ScheduleText;
        var value = new string([.. text.Where(char.IsDigit)]);
        return value.Length == 1 && value[0] - '0' < _schedules.Length ? _schedules[value[0] - '0'] : text.Substring(text.LastIndexOf('.') + 1);
    }

    private void Add(string rule, SourceSpan source, string message, EquatableArray<RelatedSpan> related) =>
        _verdicts.Add(new Verdict(rule, source, message, related));
}
