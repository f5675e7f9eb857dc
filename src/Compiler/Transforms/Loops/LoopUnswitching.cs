using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Takes a test that has the same outcome in all iterations out of a loop (loop unswitching: Allen and Cocke, "A catalogue of optimizing
/// transformations", 1971), where one of its branches is what keeps the loop sequential: the loop without that branch runs in parallel when
/// the test says so. Legal where the test reads nothing but variables that the loop leaves as they are, and cannot throw.
/// </summary>
public static class LoopUnswitching
{
    /// <summary>More tests in one loop are not looked at.</summary>
    private const int MostTests = 8;

    /// <summary>What runs instead of the loop; null where no such test makes a difference.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        if (ParallelLegality.Check(loop.Context, loop.Analysis, loop.Method.Options.FloatMode).IsLegal)
            return null;
        foreach (var test in loop.Loop.Body.SelfAndDescendants().OfType<If>().Where(b => IsFixed(b.Condition, loop.Context)).Take(MostTests))
        {
            foreach (var outcome in new[] { true, false })
            {
                var result = loop.MakeLoop(loop.Loop.Space!, loop.Loop.Body.Statements.Select(s => Decide(s, test.Condition, outcome)));
                if (loop.InPlace(result) is not { } decided || !ParallelLegality.Check(decided.Context, decided.Analysis, loop.Method.Options.FloatMode).IsLegal
                    || loop.BoundsOf(result, loop.Loop.Id) is not { } bounds)
                {
                    continue;
                }

                var condition = CSharpPrinter.Print(test.Condition);
                var guard = new Guard(outcome ? condition : $"!{condition}", $"the test in line {test.Source.StartLine + 1} {(outcome ? "holds" : "does not hold")}");
                return new Replacement(loop.Loop, [guard, .. bounds], [result], "", "", $"taking a test out of it that is {(outcome ? "true" : "false")} in all iterations");
            }
        }

        return null;
    }

    /// <summary>Whether a condition can be asked before the loop and then is what it is in each iteration.</summary>
    private static bool IsFixed(IrExpression condition, LoopContext context) => condition.SelfAndDescendants().All(e => e switch
    {
        VariableRead read => context.IsInvariant(read.Variable) && !context.Declared.Contains(read.Variable),
        Constant or Unary or Binary or Conditional or Conversion or MathCall => true,
        _ => false,
    });

    private static Statement Decide(Statement statement, IrExpression condition, bool outcome) => statement switch
    {
        If branch when branch.Condition.Equals(condition) => Decide(outcome ? branch.Then : branch.Else, condition, outcome),
        If branch => branch with { Then = (Block)Decide(branch.Then, condition, outcome), Else = (Block)Decide(branch.Else, condition, outcome) },
        Block block => block with { Statements = block.Statements.Select(s => Decide(s, condition, outcome)).ToEquatableArray() },
        _ => statement,
    };
}
