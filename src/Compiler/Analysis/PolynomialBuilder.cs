using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Reads integer expressions as polynomials (symbolic analysis after Haghighat and Polychronopoulos, "Symbolic analysis for
/// parallelizing compilers", TOPLAS 18, 1996). Values that are not sums and products become symbolic terms if the loop cannot
/// change them.
/// </summary>
public sealed class PolynomialBuilder
{
    private readonly Func<Variable, bool> _isSymbol;
    private readonly Func<IrExpression, bool> _isInvariant;
    private readonly IReadOnlyDictionary<Variable, IrExpression> _definitions;

    /// <summary>What was read before: a loop's subscripts and bounds are asked for again with every pair of accesses.</summary>
    private readonly Dictionary<IrExpression, Polynomial?> _known = new(ReferenceComparer.Instance);

    /// <param name="isSymbol">Whether a variable may stand for itself: an index of a loop, or unchanged by the loop in question.</param>
    /// <param name="isInvariant">Whether any other expression keeps its value while the loop runs.</param>
    /// <param name="definitions">Variables that each iteration assigns exactly once, at their declaration, with that value.</param>
    public PolynomialBuilder(
        Func<Variable, bool> isSymbol,
        Func<IrExpression, bool> isInvariant,
        IReadOnlyDictionary<Variable, IrExpression> definitions)
    {
        _isSymbol = isSymbol;
        _isInvariant = isInvariant;
        _definitions = definitions;
    }

    /// <summary>The polynomial, or null where the value is not one over allowed terms.</summary>
    public Polynomial? Build(IrExpression expression)
    {
        if (_known.TryGetValue(expression, out var known))
            return known;
        Polynomial? value;
        try
        {
            value = BuildCore(expression);
        }
        catch (OverflowException)
        {
            value = null;
        }

        _known.Add(expression, value);
        return value;
    }

    private Polynomial? BuildCore(IrExpression expression)
    {
        switch (expression)
        {
            case Constant { Value: not null } constant when constant.Type.IsInteger:
                return ConstantOf(constant.Value);
            case LengthOf { Root.Table: { } table }:
                return Polynomial.Constant(table.Elements.Count);
            case VariableRead { Variable: var variable } when variable.Type.IsInteger && _isSymbol(variable):
                return Polynomial.Of(new Term(NameOf(variable), variable.Name, variable, EquatableArray.Of(variable), variable.Type.Size is > 0 and <= 4) { Range = Interval.Of(variable.Type) });
            case VariableRead { Variable: var variable } when _definitions.TryGetValue(variable, out var definition):
                return BuildCore(definition);
            case Unary { Operator: UnaryOperator.Negate } unary when IsWide(unary.Type):
                return BuildCore(unary.Operand) is { } operand ? -operand : null;
            case Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary when IsWide(binary.Type):
                if (BuildCore(binary.Left) is not { } left || BuildCore(binary.Right) is not { } right)
                    break;
                return binary.Operator switch
                {
                    BinaryOperator.Add => left + right,
                    BinaryOperator.Subtract => left - right,
                    _ => left * right,
                };
            case Binary { Operator: BinaryOperator.ShiftLeft, Right: Constant { Value: int count } } shift when IsWide(shift.Type) && count is >= 0 and < 31:
                return BuildCore(shift.Left) is { } shifted ? shifted * Polynomial.Constant(1L << count) : null;
            case Conversion conversion when IsWide(conversion.Type) && conversion.Operand.Type.IsInteger && conversion.Operand.Type.Kind != ScalarKind.UInt64:
                return BuildCore(conversion.Operand);
        }

        if (expression is Binary { Operator: BinaryOperator.ShiftRight, Left: VariableRead dividend, Right: Constant { Value: int places and > 0 and < 31 } } quotient
            && quotient.Type.Kind == ScalarKind.Int32 && _isInvariant(expression) && BuildCore(dividend) is { } value && TermOf(expression) is { } half)
        {
            var range = new Interval(int.MinValue >> places, int.MaxValue >> places);
            return Polynomial.Of(half with { Range = range, Floor = (value, 1L << places) });
        }

        return expression.Type.IsInteger && expression.Type.Size is > 0 and <= 8 && expression.Type.Kind != ScalarKind.UInt64
            && _isInvariant(expression) && TermOf(expression) is { } term
            ? Polynomial.Of(term)
            : null;
    }

    /// <summary>The types that indices are computed in; narrower ones wrap at places a polynomial does not see.</summary>
    private static bool IsWide(IrType type) => type.Kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.IntPtr;

    private static string NameOf(Variable variable) => $"{variable.Name}#{variable.Id}";

    private static Polynomial? ConstantOf(object value) => value switch
    {
        ulong large => large <= long.MaxValue ? Polynomial.Constant((long)large) : null,
        char character => Polynomial.Constant(character),
        IConvertible number => Polynomial.Constant(number.ToInt64(null)),
        _ => null,
    };

    /// <summary>The value as one symbol; null where computing it ahead of the loop could throw what the loop would not.</summary>
    private static Term? TermOf(IrExpression expression)
    {
        var requires = new List<string>();
        if (!expression.SelfAndDescendants().All(e => IsSafe(e, requires)))
            return null;
        var text = CSharpPrinter.Print(expression);
        var reads = expression.VariablesRead().Distinct().ToEquatableArray();
        return new Term(
            $"{{{text}}}{string.Join(",", reads.Select(r => r.Id))}",
            $"({text})",
            null,
            reads,
            expression.Type.Size is > 0 and <= 4,
            requires.Distinct().ToEquatableArray())
        {
            Range = expression is LengthOf { Type.Kind: ScalarKind.Int32 } ? new Interval(0, int.MaxValue) : Interval.Of(expression.Type),
        };
    }

    private static bool IsSafe(IrExpression expression, List<string> requires)
    {
        switch (expression)
        {
            case Load load:
                return load.Access.Subscripts.IsEmpty && EarlyEvaluation.IsSafe(load.Access.Root, requires);
            case LengthOf length:
                return EarlyEvaluation.IsSafe(length.Root, requires) && EarlyEvaluation.RequireNotNull(length.Root, requires);
            case Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division:
                return division.Right is Constant { Value: not (0 or 0L or -1 or -1L) };
            case Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true }:
                return false;
            case OpaqueExpression opaque:
                return opaque.Effects.Equals(Effects.None);
            default:
                return true;
        }
    }
}
