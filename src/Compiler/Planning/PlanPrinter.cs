using System.Text;

namespace AutoParallel.Compiler.Planning;

/// <summary>Prints plans as text, for dumps and tests.</summary>
public static class PlanPrinter
{
    /// <summary>One line a loop, then the verdicts.</summary>
    public static string Print(MethodPlan plan)
    {
        var text = new StringBuilder();
        foreach (var loop in plan.Loops.Values.OrderBy(l => l.Loop.Id))
        {
            text.Append($"loop #{loop.Loop.Id}:");
            if (loop.OnCores)
                text.Append(" cores");
            if (loop.Vector is { } vector)
                text.Append($" lanes({vector.LaneBytes * 8} bits, unroll {vector.Unroll})");
            foreach (var reduction in loop.Analysis.Reductions)
                text.Append($" reduce({reduction.Accumulator}, {reduction.Operator}, {loop.ReductionLanes} lanes)");
            foreach (var copy in loop.Analysis.PrivateArrays)
                text.Append($" copies({copy.Variable}{(copy.Combination is { } combination ? $", {combination.Operator}" : "")})");
            foreach (var condition in loop.CopyGates)
                text.Append($" gate[{condition}]");
            foreach (var guard in loop.Guards)
                text.Append($" guard[{guard}]");
            text.Append($" cost({loop.NanosecondsPerIteration})\n");
        }

        foreach (var replacement in plan.Replacements.Where(r => !plan.Loops.ContainsKey(r.Key)).OrderBy(r => r.Key).Select(r => r.Value))
            text.Append($"loop #{replacement.Original.Id}: {replacement.Name}\n");
        if (plan.Gate is { } gate)
            text.Append($"gate[{gate}]\n");
        foreach (var verdict in plan.Verdicts)
            text.Append($"{verdict.RuleId} {verdict.Source} {verdict.Message}\n");
        return text.ToString();
    }
}
