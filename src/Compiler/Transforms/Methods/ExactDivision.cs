using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Writes the test whether a signed value is a multiple of a power of two, <c>n % 2 == 0</c>, as one of its lowest bits, and the quotient of
/// a variable that passed such a test, <c>n / 2</c>, as a shift. Other signed quotients and remainders have to be corrected for negative
/// dividends (Warren, "Hacker's Delight", 2nd edition, section 10-1).
/// </summary>
public static class ExactDivision
{
    /// <summary>The method with such tests and quotients rewritten; the user's text stays.</summary>
    public static Method Rewrite(Method method) => method with { Body = InBlock(method.Body, []) };

    private static Block InBlock(Block block, IReadOnlyList<Multiple> multiples)
    {
        var known = multiples;
        var statements = new List<Statement>();
        foreach (var statement in block.Statements)
        {
            statements.Add(InStatement(statement, known));
            known = Without(known, statement);
        }

        return block with { Statements = statements.ToEquatableArray() };
    }

    private static Statement InStatement(Statement statement, IReadOnlyList<Multiple> known)
    {
        switch (statement)
        {
            case Block block:
                return InBlock(block, known);
            case If branch:
                return branch with
                {
                    Condition = InExpression(branch.Condition, known),
                    Then = InBlock(branch.Then, [.. known, .. Where(branch.Condition, true)]),
                    Else = InBlock(branch.Else, [.. known, .. Where(branch.Condition, false)]),
                };
            case Loop loop:
                var inside = Without(known, loop);
                return loop with
                {
                    Condition = loop.Condition is { } condition ? InExpression(condition, inside) : null,
                    Body = InBlock(loop.Body, loop is { Condition: { } test, TestsAtEnd: false } ? [.. inside, .. Where(test, true)] : inside),
                };
            case Declaration or Assignment or Store:
                return statement.Replace(e => Replaced(e, known));
            default:
                return statement;
        }
    }

    private static IrExpression InExpression(IrExpression expression, IReadOnlyList<Multiple> known) => expression.Replace(e => Replaced(e, known));

    private static IrExpression? Replaced(IrExpression expression, IReadOnlyList<Multiple> known)
    {
        switch (expression)
        {
            case Conditional choice:
                return choice with
                {
                    Condition = InExpression(choice.Condition, known),
                    WhenTrue = InExpression(choice.WhenTrue, [.. known, .. Where(choice.Condition, true)]),
                    WhenFalse = InExpression(choice.WhenFalse, [.. known, .. Where(choice.Condition, false)]),
                };
            case Binary { Operator: BinaryOperator.Divide, Left: VariableRead dividend } division
                when division.Type is { IsInteger: true, IsUnsigned: false } && Exponent(division.Right) is > 0 and var exponent
                && known.Any(m => m.Variable == dividend.Variable && m.Exponent >= exponent):
                return new Binary(BinaryOperator.ShiftRight, dividend, Constant.Int32(exponent), division.Type);
            case Binary { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual, Left: Binary { Operator: BinaryOperator.Remainder } remainder } test
                when Integer(test.Right) is 0 && remainder.Type is { IsInteger: true, IsUnsigned: false } && Exponent(remainder.Right) is { } exponent:
                var mask = new Constant(remainder.Type, remainder.Right is Constant { Value: long } ? (1L << exponent) - 1 : (object)(int)((1L << exponent) - 1));
                return test with { Left = new Binary(BinaryOperator.And, InExpression(remainder.Left, known), mask, remainder.Type) };
            default:
                return null;
        }
    }

    /// <summary>What is known to be a multiple of a power of two after the condition has had the value.</summary>
    private static IEnumerable<Multiple> Where(IrExpression condition, bool value) =>
        condition.SelfAndDescendants().Any(e => e is OpaqueExpression) ? [] : Known(condition, value);

    private static IEnumerable<Multiple> Known(IrExpression condition, bool value) => condition switch
    {
        Unary { Operator: UnaryOperator.LogicalNot } not => Known(not.Operand, !value),
        Binary { Operator: BinaryOperator.AndAlso } both when value => Known(both.Left, true).Concat(Known(both.Right, true)),
        Binary { Operator: BinaryOperator.OrElse } either when !value => Known(either.Left, false).Concat(Known(either.Right, false)),
        Binary { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } test when (test.Operator == BinaryOperator.Equal) == value =>
            Integer(test.Right) is 0 ? Known(test.Left) : Integer(test.Left) is 0 ? Known(test.Right) : [],
        _ => [],
    };

    /// <summary>What is known where these lowest bits, or this remainder, are 0.</summary>
    private static IEnumerable<Multiple> Known(IrExpression zero)
    {
        var (read, exponent) = zero switch
        {
            Binary { Operator: BinaryOperator.And, Left: VariableRead value } and => (value, LowestOnes(Integer(and.Right))),
            Binary { Operator: BinaryOperator.And, Right: VariableRead value } and => (value, LowestOnes(Integer(and.Left))),
            Binary { Operator: BinaryOperator.Remainder, Left: VariableRead value } remainder => (value, Exponent(remainder.Right) ?? 0),
            _ => (null, 0),
        };
        if (exponent > 0 && read is { Variable: { IsCaptured: false, Kind: VariableKind.Local or VariableKind.Parameter } variable })
            yield return new Multiple(variable, exponent);
    }

    private static IReadOnlyList<Multiple> Without(IReadOnlyList<Multiple> known, Statement statement)
    {
        if (known.Count == 0)
            return known;
        var assigned = new HashSet<Variable>(statement.VariablesAssigned());
        return known.Where(m => !assigned.Contains(m.Variable)).ToList();
    }

    private static int? Exponent(IrExpression divisor) => divisor is Constant { Value: int or long } ? PowersOfTwo.ExponentOf(divisor) : null;

    private static long? Integer(IrExpression expression) =>
        expression is Constant { Value: int or long } constant ? Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture) : null;

    /// <summary>How many of the lowest bits of a mask are set.</summary>
    private static int LowestOnes(long? mask)
    {
        var count = 0;
        for (var rest = mask ?? 0; (rest & 1) != 0 && count < 62; rest >>= 1)
            count++;
        return count;
    }

    /// <summary>A variable that is a multiple of a power of two.</summary>
    private sealed record Multiple(Variable Variable, int Exponent);
}
