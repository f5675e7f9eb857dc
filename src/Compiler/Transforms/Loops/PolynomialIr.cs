using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>Writes a polynomial as an expression in 32 bits, which wraps around as C#'s own arithmetic does.</summary>
public static class PolynomialIr
{
    /// <summary>The expression; null where a term is not a variable of type <c>int</c> or a coefficient does not fit.</summary>
    public static IrExpression? Int32(Polynomial value)
    {
        IrExpression? sum = null;
        foreach (var (coefficient, factors) in value.Monomials)
        {
            if (coefficient is < int.MinValue or > int.MaxValue || !factors.All(f => f.Variable is { Type.Kind: ScalarKind.Int32 }))
                return null;
            var isNegative = sum is not null && coefficient < 0 && coefficient != int.MinValue;
            var size = Constant.Int32((int)(isNegative ? -coefficient : coefficient));
            var product = factors.Select(f => (IrExpression)new VariableRead(f.Variable!)).Aggregate<IrExpression, IrExpression?>(
                factors.IsEmpty || size.Value is not 1 ? size : null,
                (all, factor) => all is null ? factor : Of(BinaryOperator.Multiply, all, factor))!;
            sum = sum is null ? product : Of(isNegative ? BinaryOperator.Subtract : BinaryOperator.Add, sum, product);
        }

        return sum ?? Constant.Int32(0);
    }

    private static Binary Of(BinaryOperator operation, IrExpression left, IrExpression right) => new(operation, left, right, IrType.Int32);
}
