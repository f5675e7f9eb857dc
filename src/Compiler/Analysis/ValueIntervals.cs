using System.Globalization;

using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// The values that integer expressions of at most 32 bits can take in a loop, by the types of what they read, constants and the locals'
/// definitions (Harrison, "Compiler analysis of the value ranges for variables", 1977).
/// </summary>
public sealed class ValueIntervals(LoopContext context)
{
    private readonly Dictionary<Variable, Interval?> _variables = [];

    /// <summary>The values of an expression in C#'s arithmetic, which may wrap around; null for any other type.</summary>
    public Interval? Of(IrExpression expression)
    {
        if (Interval.Of(expression.Type) is not { } limits)
            return null;
        try
        {
            return WithoutWrapping(expression) is { } values && limits.Contains(values) ? values : limits;
        }
        catch (OverflowException)
        {
            return limits;
        }
    }

    /// <summary>The values that the arithmetic of integers would give; null where nothing is known but the type.</summary>
    private Interval? WithoutWrapping(IrExpression expression)
    {
        switch (expression)
        {
            case Constant { Value: { } value }:
                var number = value is char character ? character : Convert.ToInt64(value, CultureInfo.InvariantCulture);
                return new Interval(number, number);
            case VariableRead { Variable: var variable }:
                if (!_variables.TryGetValue(variable, out var known))
                {
                    // Until it is known, a definition that reads the variable itself tells nothing.
                    _variables[variable] = null;
                    _variables[variable] = known = context.DefinitionOf(variable) is { } definition ? Of(definition) : null;
                }

                return known;
            case Conversion conversion:
                return Of(conversion.Operand);
            case Conditional conditional:
                return Of(conditional.WhenTrue) is { } whenTrue && Of(conditional.WhenFalse) is { } whenFalse ? Union(whenTrue, whenFalse) : null;
            case Unary { Operator: UnaryOperator.Negate } unary:
                return Of(unary.Operand)?.Times(new Interval(-1, -1));
            case Unary { Operator: UnaryOperator.BitwiseNot, Type.IsUnsigned: false } unary:
                return Of(unary.Operand)?.Times(new Interval(-1, -1)).Plus(new Interval(-1, -1));
            case Binary binary when Of(binary.Left) is { } left && Of(binary.Right) is { } right:
                return Binary(binary.Operator, left, right);
            case MathCall call when call.Arguments.Select(Of).ToList() is var arguments && !arguments.Contains(null):
                return Call(call.Function, arguments!);
            default:
                return null;
        }
    }

    private static Interval? Binary(BinaryOperator operation, Interval left, Interval right)
    {
        var count = right.Least == right.Greatest ? (int)(right.Least & 31) : -1;
        switch (operation)
        {
            case BinaryOperator.Add:
                return left.Plus(right);
            case BinaryOperator.Subtract:
                return left.Plus(right.Times(new Interval(-1, -1)));
            case BinaryOperator.Multiply:
                return left.Times(right);
            case BinaryOperator.And when left.Least >= 0 || right.Least >= 0:
                return new Interval(0, left.Least < 0 ? right.Greatest : right.Least < 0 ? left.Greatest : Math.Min(left.Greatest, right.Greatest));
            case BinaryOperator.Or or BinaryOperator.Xor when left.Least >= 0 && right.Least >= 0:
                return new Interval(0, AllBits(Math.Max(left.Greatest, right.Greatest)));
            case BinaryOperator.ShiftLeft when count >= 0:
                return left.Times(new Interval(1L << count, 1L << count));
            case BinaryOperator.ShiftRight when count >= 0:
                return new Interval(left.Least >> count, left.Greatest >> count);
            case BinaryOperator.UnsignedShiftRight when count >= 0 && left.Least >= 0:
                return new Interval(left.Least >> count, left.Greatest >> count);
            case BinaryOperator.Divide when right.Least == right.Greatest && right.Least > 0:
                return new Interval(left.Least / right.Least, left.Greatest / right.Least);
            case BinaryOperator.Remainder when right.Least == right.Greatest && right.Least > 0:
                return new Interval(left.Least >= 0 ? 0 : 1 - right.Least, Math.Max(0, Math.Min(left.Greatest, right.Least - 1)));
            default:
                return null;
        }
    }

    private static Interval? Call(string function, IReadOnlyList<Interval> arguments) => function switch
    {
        "System.Math.Min" => Minimum(arguments[0], arguments[1]),
        "System.Math.Max" => Maximum(arguments[0], arguments[1]),
        "System.Math.Clamp" => Minimum(Maximum(arguments[0], arguments[1]), arguments[2]),
        "System.Math.Abs" => Maximum(arguments[0], arguments[0].Times(new Interval(-1, -1))),
        _ => null,
    };

    private static Interval Minimum(Interval a, Interval b) => new(Math.Min(a.Least, b.Least), Math.Min(a.Greatest, b.Greatest));

    private static Interval Maximum(Interval a, Interval b) => new(Math.Max(a.Least, b.Least), Math.Max(a.Greatest, b.Greatest));

    private static Interval Union(Interval a, Interval b) => new(Math.Min(a.Least, b.Least), Math.Max(a.Greatest, b.Greatest));

    /// <summary>The least number of ones in binary that is not below a number.</summary>
    private static long AllBits(long value)
    {
        var bits = 0L;
        while (bits < value)
            bits = (2 * bits) + 1;
        return bits;
    }
}
