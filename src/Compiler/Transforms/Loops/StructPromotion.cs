using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Keeps the numbers of a struct that a loop assigns in a local each while it runs (scalar replacement of aggregates: Muchnick, "Advanced Compiler
/// Design and Implementation", 1997, section 12.2), where they are reductions or private to each iteration. Always legal: nothing else has
/// the struct, and where an iteration throws, nobody reads it any more.
/// </summary>
public static class StructPromotion
{
    /// <summary>What runs instead of the loop; null where it assigns no such struct.</summary>
    /// <param name="method">The method around it.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="nextLoop">A number that no loop has, nor any greater one.</param>
    public static Replacement? Apply(Method method, Loop loop, int nextLoop)
    {
        if (loop.Accumulators.IsEmpty || !IsPossible(loop) || loop.Space is not { } space)
            return null;
        var nextVariable = method.Body.NextVariableId();
        var locals = new Dictionary<string, Variable>();
        var (ahead, behind) = (new List<Statement>(), new List<Statement>());
        foreach (var accumulator in loop.Accumulators)
        {
            var parts = new List<Variable>();
            foreach (var access in accumulator.Parts)
            {
                var local = new Variable(nextVariable, $"__{access.Root.Text.Replace(".", "_").Replace("@", "")}_{nextVariable++}", access.Root.Element, VariableKind.Local);
                locals.Add(access.Root.Text, local);
                parts.Add(local);
                ahead.Add(new Declaration(local, new Load(access, access.Root.Element), "", loop.Source));
            }

            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, accumulator.Creation, [.. parts.Select(p => p.Name)]);
            var whole = new OpaqueExpression(accumulator.Whole.Type, text, parts.Select(p => (IrExpression)new VariableRead(p)).ToEquatableArray(), Effects.None, "a struct", loop.Source);
            behind.Add(new Assignment(accumulator.Whole, whole, "", loop.Source));
        }

        var body = (Block)Promoted(loop.Body, locals);
        var printed = StatementPrinter.PrintInFull(body.Statements);
        var promoted = loop with
        {
            Id = Math.Max(method.Body.NextLoopId(), nextLoop),
            Body = body,
            BodyText = printed,
            Text = $"{StatementPrinter.Header(space)}\n{{\n{printed}}}",
            TextReads = default,
            Functions = default,
            Accumulators = default,
        };
        var names = string.Join(" and ", loop.Accumulators.Select(a => $"'{a.Whole.Name}'"));
        return new Replacement(loop, Legality.Guard.Always, [.. ahead, promoted, .. behind], "", "", $"keeping the parts of {names} in locals");
    }

    /// <summary>Whether the IR says all of what the loop does, so that it can be printed anew.</summary>
    public static bool IsPossible(Loop loop) => loop is { Space: { IndexLivesOutside: false }, Mark: null, IsInTry: false, Functions.IsEmpty: true, HidesFunctions: false, HasContext: false }
        && loop.Body.SelfAndDescendants().All(s => s is Block or Declaration or Assignment or If or Store { Access.Field: not { IsReadOnly: true } } or Jump { Kind: JumpKind.Continue or JumpKind.Break } || s is Loop { Space: not null } or Loop { Condition: not null })
        && loop.Body.AllExpressions().All(e => e is not OpaqueExpression);

    private static Statement Promoted(Statement statement, Dictionary<string, Variable> locals)
    {
        switch (statement)
        {
            case Store { Access: { Root: { Kind: MemoryKind.Field } root } access, Value: var value } when locals.TryGetValue(root.Text, out var local):
                return new Assignment(local, value.Replace(Read), "", access.Source);
            case Block block:
                return AsBlock(block);
            case If branch:
                return branch with { Condition = branch.Condition.Replace(Read), Then = AsBlock(branch.Then), Else = AsBlock(branch.Else) };
            case Loop inner:
                return inner with
                {
                    IsInlined = true,
                    Body = AsBlock(inner.Body),
                    Condition = inner.Condition?.Replace(Read),
                    Space = inner.Space is { } space ? space with { Start = space.Start.Replace(Read), End = space.End.Replace(Read), Step = space.Step.Replace(Read) } : null,
                };
            default:
                return statement.Replace(Read);
        }

        Block AsBlock(Block block) => block with { Statements = block.Statements.Select(s => Promoted(s, locals)).ToEquatableArray() };

        IrExpression? Read(IrExpression expression) =>
            expression is Load { Access: { Root: { Kind: MemoryKind.Field } root } } && locals.TryGetValue(root.Text, out var local) ? new VariableRead(local) : null;
    }
}
