using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit;

/// <content>What a region has found, and what the method goes on with.</content>
public sealed partial class LoopEmitter
{
    private void EmitResults(SourceWriter writer, LoopPlan plan, bool mayRerun)
    {
        var id = plan.Loop.Id;
        var reductions = plan.Analysis.Reductions;
        if (mayRerun)
        {
            var ambiguous = reductions.Where(r => NeedsRerun(plan, r)).Select(r => $"({Ambiguous(r, Result(plan, r))})");
            writer.Open($"if (!({string.Join(" || ", ambiguous)}))");
            writer.Line($"__done{id} = true;");
        }

        foreach (var reduction in reductions)
            writer.Line(Combine(reduction, Result(plan, reduction)));
        foreach (var variable in RegionTypeEmitter.LastPrivates(plan))
            writer.Line($"{variable.Name} = {Last(plan, variable)};");
        foreach (var variable in RegionTypeEmitter.ConditionalLastPrivates(plan))
            writer.Line($"if ({IsSet(plan, variable)}) {variable.Name} = {Last(plan, variable)};");
        if (plan.Loop.Space is { IndexLivesOutside: true } space)
            writer.Line($"{space.Index.Name} = ({space.Index.Type.Text})(__first{id} + __trip{id} * __step{id});");
        if (mayRerun)
            writer.Close();
    }

    /// <summary>The identifier without the <c>@</c> of a keyword, as part of other names.</summary>
    public static string Plain(Reduction reduction) => reduction.Accumulator.Name.TrimStart('@');

    /// <summary>The copy of a running value that lanes take by reference, so that the method's own variable can stay in a register.</summary>
    private static string Carried(LoopPlan plan, RunningValue value) => $"__carried{plan.Loop.Id}_{value.Carried.Name.TrimStart('@')}";

    /// <summary>What the region found for a reduction.</summary>
    public static string Result(LoopPlan plan, Reduction reduction) => $"__result{plan.Loop.Id}_{Plain(reduction)}";

    /// <summary>The value that a private variable has after the last iteration.</summary>
    public static string Last(LoopPlan plan, Variable variable) => $"__last{plan.Loop.Id}_{variable.Name.TrimStart('@')}";

    /// <summary>Whether any iteration has assigned the variable.</summary>
    public static string IsSet(LoopPlan plan, Variable variable) => $"__isSet{plan.Loop.Id}_{variable.Name.TrimStart('@')}";

    /// <summary>
    /// Minimum and maximum give the same bits in any order but for which NaN, or which zero where the user compares: then the
    /// loop, which writes nothing else, is run again in its own order.
    /// </summary>
    private static bool NeedsRerun(LoopPlan plan, Reduction reduction) =>
        plan.CanRerun && reduction.Accumulator.Type.IsFloatingPoint && reduction.Operator >= ReductionKind.Minimum;

    private static string Ambiguous(Reduction reduction, string result) =>
        reduction.Operator is ReductionKind.Minimum or ReductionKind.Maximum
            ? $"{result} != {result}"
            : $"{result} == default({reduction.Accumulator.Type.Text}) && {Wins(reduction, result)}";

    private static string Wins(Reduction reduction, string result) =>
        reduction.Operator == ReductionKind.LessMinimum ? $"{result} < {reduction.Accumulator.Name}" : $"{result} > {reduction.Accumulator.Name}";

    private static string Combine(Reduction reduction, string result)
    {
        var name = reduction.Accumulator.Name;
        return reduction.Operator is ReductionKind.LessMinimum or ReductionKind.GreaterMaximum
            ? $"if ({Wins(reduction, result)}) {name} = {result};"
            : $"{name} = {ReductionOperators.TypeOf(reduction)}.Combine({name}, {result});";
    }
}
