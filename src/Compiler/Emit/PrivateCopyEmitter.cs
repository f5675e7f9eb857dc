using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit;

/// <summary>
/// Writes what a region does with containers of which each part that runs by itself has a copy: the copy stands under the container's own
/// name in the text of the iterations.
/// </summary>
internal sealed class PrivateCopyEmitter
{
    private readonly LoopPlan _plan;

    /// <summary>Prepares the copies of one loop.</summary>
    public PrivateCopyEmitter(LoopPlan plan) => _plan = plan;

    /// <summary>Whether each block of a tree has a copy.</summary>
    public bool HasBlocks => Copies.Any(IsBlock);

    private IEnumerable<PrivateArray> Copies => _plan.Analysis.PrivateArrays;

    /// <summary>Whether the iterations see a copy under the name of a variable.</summary>
    public bool Replaces(Variable variable) => Copies.Any(c => c.Variable == variable);

    /// <summary>The fields of the region.</summary>
    public void EmitFields(SourceWriter writer)
    {
        foreach (var copy in Copies)
            writer.Line($"private {TypeOf(copy)} {Field(copy)};");
    }

    /// <summary>What happens before the region runs.</summary>
    public void EmitPreparation(SourceWriter writer, string blocks)
    {
        foreach (var copy in Copies)
            writer.Line($"__body.{Field(copy)} = {TypeOf(copy)}.Like({Whole(copy)}{(IsBlock(copy) ? $", {blocks}" : "")});");
    }

    /// <summary>What happens after it.</summary>
    public void EmitCombination(SourceWriter writer, string blocks)
    {
        if (!Copies.Any())
            return;
        var extrema = Copies.Where(c => c.IsFloatingExtremum).Select(c => $"{RuntimeNames.FloatingExtrema}.AreDetermined({Extremum(c)})").ToList();
        if (extrema.Count > 0)
            writer.Line($"__hasRun = __hasRun && {string.Join(" && ", extrema)};");
        if (_plan.TellsWhetherDone)
            writer.Open("if (__hasRun)");
        foreach (var copy in Copies)
        {
            writer.Line(copy.Combination is not { } combination ? $"__body.{Field(copy)}.Release();"
                : copy.IsFloatingExtremum ? $"{RuntimeNames.FloatingExtrema}.CombineInto({Extremum(copy)});"
                : IsBlock(copy) ? $"__body.{Field(copy)}.CombineBlocksInto<{ReductionOperators.TypeOf(combination)}>({Whole(copy)}, {blocks});"
                : $"__body.{Field(copy)}.CombineInto<{ReductionOperators.TypeOf(combination)}>({Whole(copy)});");
        }

        if (_plan.TellsWhetherDone)
            writer.Close();
    }

    /// <summary>The copies of one part of the iterations, which is a block where there is a tree.</summary>
    public void EmitLocals(SourceWriter writer)
    {
        foreach (var copy in Copies)
        {
            var type = copy.Variable.Type.Text;
            var cast = copy.Root.Kind == MemoryKind.Span ? $"{copy.Root.Element.Text}[]" : type;
            var taken = copy.Combination is not { } combination ? "Take()"
                : IsBlock(copy) ? $"Block<{ReductionOperators.TypeOf(combination)}>(__from / this.__shape.BlockSize)"
                : $"Take<{ReductionOperators.TypeOf(combination)}>()";
            writer.Line($"global::System.Array {Local(copy)} = {(KeepsOwn(copy) ? "__to == this.__trip ? null : " : "")}this.{Field(copy)}.{taken};");
            writer.Line($"{type} {copy.Variable.Name} = {(KeepsOwn(copy) ? $"{Local(copy)} is null ? this.{copy.Variable.Name} : " : "")}({cast}){Local(copy)};");
        }

        EmitLengths(writer);
    }

    /// <summary>
    /// What the compiler at run time knew of the lengths where the user wrote the loop, so that it leaves out the same bounds checks.
    /// </summary>
    public void EmitLengths(SourceWriter writer)
    {
        foreach (var copy in Copies.Where(c => c.ConstantLength is not null))
        {
            writer.Line($"if ({copy.Variable.Name}.Length != {copy.ConstantLength})");
            writer.Line("    throw new global::System.Diagnostics.UnreachableException();");
        }
    }

    /// <summary>Gives the copies of one part of the iterations back.</summary>
    public void EmitReturn(SourceWriter writer)
    {
        foreach (var copy in Copies.Where(c => !IsBlock(c)))
            writer.Line($"{(KeepsOwn(copy) ? $"if ({Local(copy)} is not null) " : "")}this.{Field(copy)}.Give({Local(copy)});");
    }

    /// <summary>Whether the last iterations work in the container itself, which keeps what they leave.</summary>
    private static bool KeepsOwn(PrivateArray copy) => copy is { Combination: null, IsLiveOut: true };

    private static bool IsBlock(PrivateArray copy) => !copy.IsExact;

    private static string Extremum(PrivateArray copy)
    {
        var kind = copy.Combination!.Operator;
        var isMinimum = kind is ReductionKind.Minimum or ReductionKind.LessMinimum ? "true" : "false";
        return $"__body.{Field(copy)}, {Whole(copy)}, {isMinimum}, {(kind is ReductionKind.LessMinimum or ReductionKind.GreaterMaximum ? "true" : "false")}";
    }

    /// <summary>The container as an argument; an array as one, since its type may be another than that of the variable.</summary>
    private static string Whole(PrivateArray copy) => copy.Root.Kind == MemoryKind.Span ? copy.Variable.Name : $"(global::System.Array){copy.Variable.Name}";

    private static string Plain(PrivateArray copy) => copy.Variable.Name.TrimStart('@');

    private static string Local(PrivateArray copy) => $"__copy_{Plain(copy)}";

    private static string Field(PrivateArray copy) => $"__copies_{Plain(copy)}";

    private static string TypeOf(PrivateArray copy) => $"{RuntimeNames.ArrayCopies}<{copy.Root.Element.Text}>";
}
