using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Knowledge;

/// <summary>The runtime's operator type for each kind of reduction.</summary>
public static class ReductionOperators
{
    private static readonly Dictionary<ReductionKind, string> _numeric = new()
    {
        [ReductionKind.Add] = "AddOperator",
        [ReductionKind.Multiply] = "MultiplyOperator",
        [ReductionKind.And] = "AndOperator",
        [ReductionKind.Or] = "OrOperator",
        [ReductionKind.Xor] = "XorOperator",
        [ReductionKind.Minimum] = "MinOperator",
        [ReductionKind.Maximum] = "MaxOperator",
        [ReductionKind.LessMinimum] = "MinOperator",
        [ReductionKind.GreaterMaximum] = "MaxOperator",
    };

    /// <summary>The operator type that combines partial results, such as <c>AddOperator&lt;float&gt;</c>.</summary>
    public static string TypeOf(Reduction reduction)
    {
        var name = _numeric[reduction.Operator];
        return reduction.Accumulator.Type.Kind == ScalarKind.Bool
            ? $"{Emit.RuntimeNames.Services}.Boolean{name}"
            : $"{Emit.RuntimeNames.Services}.{name}<{reduction.Accumulator.Type.Text}>";
    }
}
