using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// Writes the vector members of a region's type: one method a width, and the choice among them, which the JIT makes at compile time.
/// </summary>
public static class VectorLoopEmitter
{
    /// <summary>The name of the methods for few iterations, without the width.</summary>
    public const string Short = "Short";

    private static readonly int[] _widths = [512, 256, 128];

    /// <summary>Writes the members.</summary>
    public static void Emit(SourceWriter writer, LoopPlan plan)
    {
        var isReduction = !plan.Analysis.Reductions.IsEmpty;
        var lanes = string.Concat(plan.Analysis.Reductions.Select(r => $", __lanes_{LoopEmitter.Plain(r)}"));
        var parameters = string.Concat(plan.Analysis.Reductions.Select(r => $", scoped ref {r.Accumulator.Type.Text} {Partial(r)}"));
        var names = string.Concat(plan.Analysis.Reductions.Select(r => $", ref {Partial(r)}"));
        parameters += string.Concat(plan.Vector!.Running.Select(v => $", scoped ref {v.Carried.Type.Text} {v.Carried.Name}"));
        names += string.Concat(plan.Vector.Running.Select(v => $", ref {v.Carried.Name}"));
        var returns = plan.LeavesRest ? "return " : "";
        writer.Open($"private {(plan.LeavesRest ? "long" : "void")} {(plan.Vector.AddsUp ? "Contributions" : isReduction ? "VectorBlock" : "Vector")}(long __from, long __to{parameters})");
        var otherwise = "if";
        foreach (var width in _widths)
        {
            writer.Line($"{otherwise} ({IsThere(plan, width)})");
            writer.Line($"    {returns}{Lanes(plan)}{width}(__from, __to{names});");
            otherwise = "else if";
        }

        writer.Open("else");
        if (isReduction)
        {
            RegionTypeEmitter.EmitLanes(writer, plan.Analysis.Reductions, plan.ReductionLanes);
            RegionTypeEmitter.EmitFill(writer, plan.Analysis.Reductions);
        }

        writer.Line(plan.LeavesRest ? "return __from;" : isReduction ? $"ScalarLanes(__from, __to, __from{lanes});" : "Scalar(__from, __to);");
        if (isReduction)
            RegionTypeEmitter.EmitCombine(writer, plan.Analysis.Reductions, Partial);
        writer.Close();
        writer.Close();
        var loop = new LoopContext(plan.Lanes.Loop);
        foreach (var width in _widths)
        {
            writer.Line();
            new WidthEmitter(plan, loop, width).Emit(writer, parameters, lanes);
        }

        if (plan.Vector.FirstPass is not { } first)
            return;
        writer.Line();
        writer.Line($"private static bool FillsLanes => {string.Join(" || ", _widths.Select(w => $"({IsThere(plan, w)})"))};");
        writer.Line();
        Emit(writer, plan with { Vector = plan.Vector with { Form = first.Form, FirstPass = null, AddsUp = true } });
    }

    /// <summary>Writes the methods that run few iterations without a region, where vectors have 256 bits or more.</summary>
    public static void EmitShort(SourceWriter writer, LoopPlan plan, LoopEmitter loops)
    {
        var results = LoopEmitter.Tuple([.. plan.Analysis.Reductions.Select(r => r.Accumulator.Type.Text)]);
        var parameters = string.Join(", ", RegionTypeEmitter.Captured(plan).Select(loops.Declaration).Concat(["long __first", "long __to"]));
        var arguments = string.Join(", ", RegionTypeEmitter.Captured(plan).Select(loops.Argument).Concat(["__first", "__to"]));
        writer.Line();
        writer.Line("/// <summary>Runs few iterations.</summary>");
        writer.Line(MethodAttributes.Inlined);
        writer.Open($"public static {results} {Short}({parameters})");
        loops.Count(writer, plan, "Vector");
        writer.Line($"return {RuntimeNames.VectorAlias}512.IsHardwareAccelerated ? {Short}512({arguments}) : {Short}256({arguments});");
        writer.Close();
        var loop = new LoopContext(plan.Lanes.Loop);
        foreach (var width in _widths.Take(2))
            new WidthEmitter(plan, loop, width).EmitShort(writer, results, parameters, arguments);
    }

    /// <summary>The variable that takes the value of a block of a reduction.</summary>
    public static string Partial(Reduction reduction) => $"__part_{LoopEmitter.Plain(reduction)}";

    /// <summary>The name of the methods of one width each, without the width.</summary>
    public static string Lanes(LoopPlan plan) => plan.Vector!.AddsUp ? "Adding" : "Lanes";

    private static string IsThere(LoopPlan plan, int width)
    {
        var pays = width == 128 && plan.Vector!.IsTooNarrowAt128 && plan.Analysis.Reductions.IsEmpty ? " && !global::System.Runtime.Intrinsics.X86.X86Base.IsSupported" : "";
        return $"{RuntimeNames.VectorAlias}{width}.IsHardwareAccelerated{pays}";
    }
}
