using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Takes the bound of a loop apart: an index below <c>Math.Min(a, b)</c> is below both, as in tiled loops, whose last tiles are cut off.
/// </summary>
public static class BoundParts
{
    /// <summary>The values each of which bounds what the expression bounds.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="isUpper">Whether the index stays below it.</param>
    /// <param name="context">The loop whose locals may stand for a bound.</param>
    public static IReadOnlyList<IrExpression> Of(IrExpression bound, bool isUpper, LoopContext context)
    {
        if (bound is VariableRead read && context.Definitions.TryGetValue(read.Variable, out var definition) && definition is MathCall)
            bound = definition;
        return bound is MathCall { Arguments.Count: 2 } call && call.Type.IsInteger && call.Function == (isUpper ? "System.Math.Min" : "System.Math.Max")
            ? [.. call.Arguments.SelectMany(a => Of(a, isUpper, context))]
            : [bound];
    }
}
