using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// Variables that hold the same value in every lane still inside a loop: they begin uniform and each pass steps them by a constant.
/// The exit test on such a variable is one scalar comparison instead of a vector one.
/// </summary>
internal static class UniformCounters
{
    /// <summary>The counters of a loop that all lanes enter together.</summary>
    public static IReadOnlyList<Variable> Find(Loop loop, Dictionary<Variable, IrExpression> uniformValues)
    {
        var counters = new List<Variable>();
        foreach (var assignment in loop.Body.Statements.OfType<Assignment>())
        {
            var variable = assignment.Variable;
            if (variable.Type.Kind is ScalarKind.Int32 or ScalarKind.Int64 && uniformValues.ContainsKey(variable)
                && loop.Body.VariablesAssigned().Count(v => v == variable) == 1 && assignment.Step is not null)
            {
                counters.Add(variable);
            }
        }

        return counters;
    }
}
