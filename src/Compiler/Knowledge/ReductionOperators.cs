using System.Globalization;

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

    /// <summary>The operators of vectors of integers; the parameters are the class of the vectors' methods and both operands.</summary>
    private static readonly Dictionary<ReductionKind, string> _ofVectors = new()
    {
        [ReductionKind.Add] = "({1} + {2})",
        [ReductionKind.Multiply] = "({1} * {2})",
        [ReductionKind.And] = "({1} & {2})",
        [ReductionKind.Or] = "({1} | {2})",
        [ReductionKind.Xor] = "({1} ^ {2})",
        [ReductionKind.Minimum] = "{0}.Min({1}, {2})",
        [ReductionKind.Maximum] = "{0}.Max({1}, {2})",
        [ReductionKind.LessMinimum] = "{0}.Min({1}, {2})",
        [ReductionKind.GreaterMaximum] = "{0}.Max({1}, {2})",
    };

    /// <summary>Two vectors combined, lane by lane: of integers, or floating-point numbers to be added.</summary>
    public static string OfVectors(ReductionKind kind, string vector, string left, string right) =>
        string.Format(CultureInfo.InvariantCulture, _ofVectors[kind], vector, left, right);

    /// <summary>The operator type that combines partial results, such as <c>AddOperator&lt;float&gt;</c>.</summary>
    public static string TypeOf(Reduction reduction)
    {
        var name = _numeric[reduction.Operator];
        return reduction.Accumulator.Type.Kind == ScalarKind.Bool
            ? $"{Emit.RuntimeNames.Services}.Boolean{name}"
            : $"{Emit.RuntimeNames.Services}.{name}<{reduction.Accumulator.Type.Text}>";
    }
}
