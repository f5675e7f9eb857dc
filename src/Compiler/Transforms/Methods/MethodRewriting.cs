using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>Puts other statements in the place of a loop, so that analyses see the method as it will run.</summary>
public static class MethodRewriting
{
    /// <summary>The method with the loop replaced.</summary>
    public static Method Replace(this Method method, Loop loop, IReadOnlyList<Statement> statements) =>
        method with { Body = (Block)Replace(method.Body, loop, statements) };

    private static Statement Replace(Statement statement, Loop loop, IReadOnlyList<Statement> statements)
    {
        if (ReferenceEquals(statement, loop))
            return new Block(statements.ToEquatableArray(), "", loop.Source);
        return statement switch
        {
            Block block => block with { Statements = Replace(block.Statements, loop, statements) },
            If branch => branch with { Then = (Block)Replace(branch.Then, loop, statements), Else = (Block)Replace(branch.Else, loop, statements) },
            Loop outer => outer with { Body = (Block)Replace(outer.Body, loop, statements) },
            OpaqueStatement opaque => opaque with { Nested = Replace(opaque.Nested, loop, statements) },
            _ => statement,
        };
    }

    private static EquatableArray<Statement> Replace(EquatableArray<Statement> children, Loop loop, IReadOnlyList<Statement> statements) =>
        children.Select(c => Replace(c, loop, statements)).ToEquatableArray();
}
