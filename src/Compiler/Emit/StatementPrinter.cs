using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit;

/// <summary>Prints statements from the IR, where a transformation has made the user's own text obsolete.</summary>
public static class StatementPrinter
{
    /// <summary>The C# of statements in order; the outermost loops in them as markers.</summary>
    public static string Print(IEnumerable<Statement> statements) => PrintAll(statements, loop => LoopMarker.For(loop.Id));

    /// <summary>The C# of statements in order, loops in full.</summary>
    public static string PrintInFull(IEnumerable<Statement> statements) => PrintAll(statements, InFull);

    /// <summary>A counted loop with its header.</summary>
    public static string Header(IterationSpace space)
    {
        var index = space.Index;
        var tests = space.Bounds.Select(b => $"{index.Name} {IrPrinter.Symbol(space.Comparison)} {CSharpPrinter.Print(b)}");
        return $"for ({(space.IndexLivesOutside ? "" : index.Type.Text + " ")}{index.Name} = {CSharpPrinter.Print(space.Start)}; {string.Join(" && ", tests)}; "
            + $"{index.Name} += {CSharpPrinter.Print(space.Step)})";
    }

    private static string PrintAll(IEnumerable<Statement> statements, Func<Loop, string> loops) => string.Concat(statements.Select(s => Print(s, loops) + "\n"));

    private static string InFull(Loop loop) => loop switch
    {
        { Space: { } space } => $"{Header(space)}\n{Print(loop.Body, InFull)}",
        { Condition: { } condition, TestsAtEnd: true } => $"do\n{Print(loop.Body, InFull)}\nwhile ({CSharpPrinter.Print(condition)});",
        { Condition: { } condition } => $"while ({CSharpPrinter.Print(condition)})\n{Print(loop.Body, InFull)}",
        _ => throw new InvalidOperationException("No C# for a loop without a condition"),
    };

    private static string Print(Statement statement, Func<Loop, string> loops) => statement switch
    {
        Block block => $"{{\n{PrintAll(block.Statements, loops)}}}",
        Declaration { Initializer: { } initializer } declaration => $"{declaration.Variable.Type.Text} {declaration.Variable.Name} = {CSharpPrinter.Print(initializer)};",
        Declaration declaration => $"{declaration.Variable.Type.Text} {declaration.Variable.Name};",
        Assignment assignment => $"{assignment.Variable.Name} = {CSharpPrinter.Print(assignment.Value)};",
        Store store => $"{CSharpPrinter.Print(store.Access)} = {CSharpPrinter.Print(store.Value)};",
        If { Else.Statements.IsEmpty: true } branch => $"if ({CSharpPrinter.Print(branch.Condition)})\n{Print(branch.Then, loops)}",
        If branch => $"if ({CSharpPrinter.Print(branch.Condition)})\n{Print(branch.Then, loops)}\nelse\n{Print(branch.Else, loops)}",
        Loop loop => loops(loop),
        Jump { Kind: JumpKind.Break } => "break;",
        Jump { Kind: JumpKind.Continue } => "continue;",
        _ => throw new InvalidOperationException($"No C# for {statement.GetType().Name}"),
    };
}
