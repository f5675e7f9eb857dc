using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>What to do about a variable that one iteration hands to the next.</summary>
internal static class ReductionAdvice
{
    private const string Recurrence =
        "each value is computed from the one before, in an order that no reduction keeps; put the loop over independent series outside and this one inside it, or keep it sequential";

    /// <summary>What to do instead of a sum of a type whose operations are methods.</summary>
    private static readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal)
    {
        ["System.TimeSpan"] = "a sum of times may overflow on its way, which depends on the order; add up their 'Ticks' in a 'long'",
        ["System.Int128"] = "sums of 'Int128' are calls, which the compiler does not regroup; add up in a 'long' where the result fits, else in one for each half",
        ["System.UInt128"] = "sums of 'UInt128' are calls, which the compiler does not regroup; add up in a 'ulong' where the result fits, else in one for each half",
        ["System.Numerics.BigInteger"] = "sums of 'BigInteger' are calls, which the compiler does not regroup; add up parts in a 'long' inside an inner loop, and those after it",
    };

    /// <summary>The remedy, and why an update that looks like a reduction is none; in the words of a message's second half.</summary>
    public static string Of(Variable variable, Block body)
    {
        var name = variable.Name;
        var values = body.SelfAndDescendants().OfType<Assignment>().Where(a => a.Variable == variable).Select(a => a.Value).ToList();
        if (values.Any(v => IsCheckedUpdate(v, variable)))
            return "its arithmetic is checked, and where a sum overflows depends on the order; use 'unchecked', or a type that cannot overflow";
        if (variable.Type.Kind == ScalarKind.Decimal && values.Any(v => Takes(v, variable) && v is MathCall or Conditional))
            return "which of equal decimals, such as 1.0 and 1.00, it keeps depends on the order; compare whole numbers, such as cents in a 'long', or keep the loop sequential";
        if (variable.Type.Kind == ScalarKind.Decimal && values.Any(v => Takes(v, variable)))
            return "how a sum of decimals is rounded depends on the order; add up whole numbers, such as cents in a 'long', or keep the loop sequential";
        if (variable.Type.Text is "string" && values.Any(v => Takes(v, variable)))
            return "the parts of a text have an order; store them in an array, and use 'string.Concat' after the loop";
        if (_parts.TryGetValue(variable.Type.Display, out var part) && values.Any(v => Takes(v, variable)))
            return part;
        if (variable.Type.Kind == ScalarKind.Other && values.OfType<OpaqueExpression>().Any(v => Takes(v, variable)))
            return $"that an operation of '{variable.Type.Display}' may be done in any order is not known; reduce its parts, each in a variable of its own";
        if (AlternativeExtrema.Of(variable, body) is var (first, second))
            return $"'{second.Name}' is compared only with values that do not change '{first.Name}', so what both end as depends on the order; if '{second.Name}' is meant to see every value, write its 'if' without the 'else' before it";
        var updates = values.Where(v => Takes(v, variable)).ToList();
        if (updates.Count > 0)
            return updates.TrueForAll(v => Combination(v, variable) is not null) ? OfCombinations(variable, updates, body) : Recurrence;
        return body.SelfAndDescendants().OfType<If>().Any(b => Takes(b.Condition, variable) && Assigns(b, variable))
            ? "whether it is assigned depends on what it was, so the iterations have an order; compare with a value from the data, such as the element before, or keep the loop sequential"
            : "declare it inside the loop, and where an iteration needs a value from the one before, compute that again from the data, as in 'x[i - 1]'";
    }

    /// <summary>All updates have the form of a reduction, and still it is none.</summary>
    private static string OfCombinations(Variable variable, List<IrExpression> updates, Block body)
    {
        var name = variable.Name;
        var signs = updates.Select(v => Combination(v, variable)!).Distinct().ToList();
        if (signs.Count > 1)
            return $"it is updated by {string.Join(" and ", signs.Select(s => $"'{s}'"))}, and the order of those shows in the result; use one variable for each";
        if (body.SelfAndDescendants().OfType<Assignment>().Any(a => a.Variable == variable && !Takes(a.Value, variable)))
            return "it is also set anew in some iterations, so that they have an order; declare it inside the loop around what it collects";
        var allowsFast = signs[0] == "+=" && variable.Type.IsFloatingPoint ? " (FloatMode.Fast carries such sums on in parallel)" : "";
        return $"the loop also reads '{name}' on the way, so that its order shows{allowsFast}; compute what an iteration needs from the data, or in a loop of its own, and leave '{name} {(signs[0].Contains('=') ? $"{signs[0]} value" : $"= {signs[0]}({name}, value)")}' alone";
    }

    /// <summary>How an update combines a variable with something else: <c>+=</c>, <c>Math.Min</c> and their like; null for anything else.</summary>
    private static string? Combination(IrExpression value, Variable variable)
    {
        while (value is Conversion conversion)
            value = conversion.Operand;
        switch (value)
        {
            case Binary binary:
                var (left, right) = (binary.Left.IsReadOf(variable), binary.Right.IsReadOf(variable));
                if (left == right || Takes(left ? binary.Right : binary.Left, variable))
                    return null;
                return binary.Operator switch
                {
                    BinaryOperator.Add => "+=",
                    BinaryOperator.Subtract when left => "+=",
                    BinaryOperator.Multiply => "*=",
                    BinaryOperator.And => "&=",
                    BinaryOperator.Or => "|=",
                    BinaryOperator.Xor => "^=",
                    _ => null,
                };
            case MathCall { Arguments: { Count: 2 } arguments } call when call.Function is "System.Math.Min" or "System.Math.Max" or "System.MathF.Min" or "System.MathF.Max":
                return arguments[0].IsReadOf(variable) != arguments[1].IsReadOf(variable) && !Takes(arguments[0].IsReadOf(variable) ? arguments[1] : arguments[0], variable)
                    ? call.Function.Substring("System.".Length)
                    : null;
            default:
                return null;
        }
    }

    private static bool Assigns(Statement statement, Variable variable) => statement.VariablesAssigned().Contains(variable);

    private static bool IsCheckedUpdate(IrExpression value, Variable variable) => value switch
    {
        Conversion conversion => IsCheckedUpdate(conversion.Operand, variable),
        Binary { IsChecked: true, Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary =>
            Takes(binary.Left, variable) || Takes(binary.Right, variable),
        _ => false,
    };

    private static bool Takes(IrExpression value, Variable variable) => value.VariablesRead().Contains(variable);
}
