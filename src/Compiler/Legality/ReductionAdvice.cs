using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>What to do about a variable that one iteration hands to the next.</summary>
internal static class ReductionAdvice
{
    /// <summary>The remedy, and why an update that looks like a reduction is none; in the words of a message's second half.</summary>
    public static string Of(Variable variable, Block body)
    {
        var name = variable.Name;
        var values = body.SelfAndDescendants().OfType<Assignment>().Where(a => a.Variable == variable).Select(a => a.Value).ToList();
        if (values.Any(v => IsCheckedUpdate(v, variable)))
            return "its arithmetic is checked, and where a sum overflows depends on the order; use 'unchecked', or a type that cannot overflow";
        if (variable.Type.Kind == ScalarKind.Decimal && values.Any(v => Takes(v, variable)))
            return "how a sum of decimals is rounded depends on the order; add up whole numbers, such as cents in a 'long', or keep the loop sequential";
        if (variable.Type.Text is "string" && values.Any(v => Takes(v, variable)))
            return "the parts of a text have an order; store them in an array, and use 'string.Concat' after the loop";
        if (variable.Type.Kind == ScalarKind.Other && values.OfType<OpaqueExpression>().Any(v => Takes(v, variable)))
            return $"that an operation of '{variable.Type.Display}' may be done in any order is not known; reduce its parts, each in a variable of its own";
        return $"declare it inside the loop, or make it a reduction such as '{name} += value'";
    }

    private static bool IsCheckedUpdate(IrExpression value, Variable variable) => value switch
    {
        Conversion conversion => IsCheckedUpdate(conversion.Operand, variable),
        Binary { IsChecked: true, Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary =>
            Takes(binary.Left, variable) || Takes(binary.Right, variable),
        _ => false,
    };

    private static bool Takes(IrExpression value, Variable variable) => value.VariablesRead().Contains(variable);
}
