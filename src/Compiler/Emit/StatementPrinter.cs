using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit;

/// <summary>Prints statements from the IR, where a transformation has made the user's own text obsolete.</summary>
public static class StatementPrinter
{
    /// <summary>The C# of statements in order; loops among them as markers, loops inside them in full.</summary>
    public static string Print(IEnumerable<Statement> statements) => PrintAll(statements, s => s is Loop loop ? LoopMarker.For(loop.Id) : Print(s));

    /// <summary>The C# of statements in order, loops in full.</summary>
    public static string PrintInFull(IEnumerable<Statement> statements) => PrintAll(statements, Print);

    /// <summary>A counted loop with its header.</summary>
    public static string Header(IterationSpace space)
    {
        var index = space.Index;
        return $"for ({(space.IndexLivesOutside ? "" : index.Type.Text + " ")}{index.Name} = {CSharpPrinter.Print(space.Start)}; {index.Name} {IrPrinter.Symbol(space.Comparison)} "
            + $"{CSharpPrinter.Print(space.End)}; {index.Name} += {CSharpPrinter.Print(space.Step)})";
    }

    private static string PrintAll(IEnumerable<Statement> statements, Func<Statement, string> print) => string.Concat(statements.Select(s => print(s) + "\n"));

    private static string Print(Statement statement) => statement switch
    {
        Block block => $"{{\n{PrintInFull(block.Statements)}}}",
        Declaration { Initializer: { } initializer } declaration => $"{declaration.Variable.Type.Text} {declaration.Variable.Name} = {CSharpPrinter.Print(initializer)};",
        Declaration declaration => $"{declaration.Variable.Type.Text} {declaration.Variable.Name};",
        Assignment assignment => $"{assignment.Variable.Name} = {CSharpPrinter.Print(assignment.Value)};",
        Store store => $"{CSharpPrinter.Print(store.Access)} = {CSharpPrinter.Print(store.Value)};",
        If { Else.Statements.IsEmpty: true } branch => $"if ({CSharpPrinter.Print(branch.Condition)})\n{Print(branch.Then)}",
        If branch => $"if ({CSharpPrinter.Print(branch.Condition)})\n{Print(branch.Then)}\nelse\n{Print(branch.Else)}",
        Loop { Space: { } space } loop => $"{Header(space)}\n{Print(loop.Body)}",
        Loop { Condition: { } condition, TestsAtEnd: true } loop => $"do\n{Print(loop.Body)}\nwhile ({CSharpPrinter.Print(condition)});",
        Loop { Condition: { } condition } loop => $"while ({CSharpPrinter.Print(condition)})\n{Print(loop.Body)}",
        Jump { Kind: JumpKind.Break } => "break;",
        Jump { Kind: JumpKind.Continue } => "continue;",
        _ => throw new InvalidOperationException($"No C# for {statement.GetType().Name}"),
    };
}
