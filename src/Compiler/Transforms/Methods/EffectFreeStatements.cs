using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>Leaves out statements whose value is not used and that do nothing else, such as the call of an empty helper; the user's text stays.</summary>
public static class EffectFreeStatements
{
    /// <summary>The method without them.</summary>
    public static Method Remove(Method method) => method with { Body = (Block)Remove(method.Body) };

    private static Statement Remove(Statement statement) => statement switch
    {
        Block block => block with { Statements = block.Statements.Where(s => !IsEffectFree(s)).Select(Remove).ToEquatableArray() },
        If branch => branch with { Then = (Block)Remove(branch.Then), Else = (Block)Remove(branch.Else) },
        Loop loop => loop with { Body = (Block)Remove(loop.Body) },
        _ => statement,
    };

    private static bool IsEffectFree(Statement statement) => statement is Evaluation evaluation && evaluation.Expression.SelfAndDescendants().All(e => e switch
    {
        Constant => true,
        OpaqueExpression opaque => opaque.Effects.Equals(Effects.None) && !opaque.IsFresh && opaque.Operands.All(o => o is Constant),
        _ => false,
    });
}
