using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Operations that throw for some operands, so that lanes look at the operands first and leave the iterations from there on to the
/// loop's own code, which throws what the sequential loop throws.
/// </summary>
public sealed class LaneFaults
{
    private readonly UniformityAnalysis _uniformity;
    private readonly Func<MemoryAccess, AccessPattern> _pattern;

    /// <summary>Prepares the answers for the lanes of a loop.</summary>
    public LaneFaults(UniformityAnalysis uniformity, Func<MemoryAccess, AccessPattern> pattern)
    {
        _uniformity = uniformity;
        _pattern = pattern;
    }

    /// <summary>Whether evaluating the expression in lanes includes such an operation.</summary>
    public bool Contains(IrExpression expression) =>
        !_uniformity.IsUniform(expression) && (Is(expression) || Evaluated(expression).Any(Contains));

    /// <summary>Whether the operation itself may throw, whatever its operands do.</summary>
    public bool Is(IrExpression expression) => expression switch
    {
        Load load => _pattern(load.Access) == AccessPattern.Indirect,
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division when division.Type.IsInteger =>
            !division.HasSafeDivisor,
        MathCall call => Knowledge.MathFunctions.MayThrow(call.Function, call.Arguments[0].Type),
        _ => false,
    };

    /// <summary>The operands that are computed in lanes; a subscript known before the loop is not.</summary>
    private IEnumerable<IrExpression> Evaluated(IrExpression expression) =>
        expression is Load load && _pattern(load.Access) != AccessPattern.Indirect ? [] : expression.Operands;
}
