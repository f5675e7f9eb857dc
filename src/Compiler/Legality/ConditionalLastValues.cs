using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Keeps what the last assignment leaves in a variable that only some iterations assign, as <c>lastprivate(conditional)</c> of OpenMP 5.0
/// does: each part of the iterations tells whether it has assigned the variable, and the last that has says what it holds after the loop.
/// </summary>
public static class ConditionalLastValues
{
    /// <summary>The facts of the loop with such variables; null where it has none, or cannot tell when it assigns them.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    public static LoopAnalysis? Apply(LoopContext context, LoopAnalysis analysis)
    {
        var loop = context.Loop;
        var variables = analysis.Variables.Where(v => v.Role == VariableRole.Carried && v.IsPrivate).Select(v => v.Variable).ToList();
        if (variables.Count == 0 || loop.InlinesMathematics || loop.HidesFunctions || RecordingPrinter.Print(loop.Body, variables) is not { } text)
            return null;
        return analysis with
        {
            Loop = loop with { BodyText = text },
            Variables = analysis.Variables.Select(v => variables.Contains(v.Variable) ? v with { Role = VariableRole.ConditionalLastPrivate } : v).ToEquatableArray(),
        };
    }
}
