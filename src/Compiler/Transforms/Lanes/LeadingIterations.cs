using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// A loop that one test in its body leaves, as lanes run it up to there: the test comes first, of a block of iterations at once, and where it
/// holds in none of them, the rest of the body follows. Legal where the test reads nothing that the body writes: then the iterations before
/// the first that leaves do what they do in the loop. That one, and those beside it in its block, are left to the loop as written.
/// </summary>
/// <param name="WithoutExit">The loop without the way out.</param>
/// <param name="Exit">The variable at the beginning of its body that holds the outcome of the test.</param>
public sealed record LeadingIterations(Loop WithoutExit, Variable Exit)
{
    /// <summary>The leading iterations of a loop; null where it is not left by one such test, or the test needs what comes before it.</summary>
    public static LeadingIterations? Of(Loop loop)
    {
        if (loop.Space is not { Step: Constant } || loop.Mark is not null || loop.IsInTry || loop.InlinesMathematics || loop.HasContext
            || loop.Body.SelfAndDescendants().Any(s => s is Loop or OpaqueStatement))
        {
            return null;
        }

        var statements = loop.Body.Statements.ToList();
        var at = statements.FindIndex(s => s is If { Else.Statements.IsEmpty: true } branch && Ends(branch.Then));
        if (at < 0 || statements.Where((_, i) => i != at).Any(s => s.SelfAndDescendants().Any(inner => inner is Jump)))
            return null;
        var exits = (If)statements[at];
        var index = loop.Space.Index;
        var context = new LoopContext(loop);
        var isKnown = true;
        var test = exits.Condition.Replace(Unfold);
        if (!isKnown)
            return null;
        var exit = new Variable(loop.Body.NextVariableId(), $"__exit{loop.Id}", IrType.Bool, VariableKind.Local);
        statements.RemoveAt(at);
        statements.Insert(0, new Declaration(exit, test, "", exits.Source));
        return new LeadingIterations(loop with { Body = loop.Body with { Statements = statements.ToEquatableArray() } }, exit);

        // Locals of the iteration stand in the test by what they hold.
        IrExpression? Unfold(IrExpression expression)
        {
            if (expression is not VariableRead read || read.Variable == index || context.IsInvariant(read.Variable))
                return null;
            if (context.Definitions.TryGetValue(read.Variable, out var definition))
                return definition.Replace(Unfold);
            isKnown = false;
            return expression;
        }
    }

    /// <summary>Whether the block leaves the loop at its end and nowhere else.</summary>
    private static bool Ends(Block block) =>
        block.Statements.LastOrDefault() is Jump { Kind: JumpKind.Break or JumpKind.Return } last && block.SelfAndDescendants().OfType<Jump>().All(j => ReferenceEquals(j, last));
}
