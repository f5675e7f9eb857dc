using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Two extrema of which the second is looked at only where the first stays, as in <c>if (v &lt; min) min = v; else if (v &gt; max) max = v;</c>.
/// </summary>
internal static class AlternativeExtrema
{
    /// <summary>The two variables, one of which is the given one; null where the body has no such pair.</summary>
    public static (Variable First, Variable Second)? Of(Variable variable, Block body)
    {
        foreach (var branch in body.SelfAndDescendants().OfType<If>())
        {
            if (branch.Else.Statements is { Count: 1 } rest && rest[0] is If { Else.Statements.IsEmpty: true } other && Extremum(branch) is { } first && Extremum(other) is { } second
                && first != second && (first == variable || second == variable))
            {
                return (first, second);
            }
        }

        return null;
    }

    /// <summary>The variable that is compared with a value, and then takes one.</summary>
    private static Variable? Extremum(If branch) => branch.Then.Statements is { Count: 1 } then && then[0] is Assignment assignment
        && branch.Condition is Binary { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } test
        && (test.Left.IsReadOf(assignment.Variable) ^ test.Right.IsReadOf(assignment.Variable)) && !assignment.Value.VariablesRead().Contains(assignment.Variable)
        ? assignment.Variable
        : null;
}
