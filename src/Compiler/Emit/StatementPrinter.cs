using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit;

/// <summary>Prints statements from the IR, where a transformation has made the user's own text obsolete.</summary>
public static class StatementPrinter
{
    /// <summary>The C# of statements in order, loops as markers.</summary>
    public static string Print(IEnumerable<Statement> statements) => string.Concat(statements.Select(s => Print(s) + "\n"));

    /// <summary>A counted loop with its header.</summary>
    public static string Header(IterationSpace space)
    {
        var index = space.Index;
        return $"for ({index.Type.Text} {index.Name} = {CSharpPrinter.Print(space.Start)}; {index.Name} {IrPrinter.Symbol(space.Comparison)} "
            + $"{CSharpPrinter.Print(space.End)}; {index.Name} += {CSharpPrinter.Print(space.Step)})";
    }

    private static string Print(Statement statement) => statement switch
    {
        Block block => $"{{\n{Print(block.Statements)}}}",
        Declaration { Initializer: { } initializer } declaration => $"{declaration.Variable.Type.Text} {declaration.Variable.Name} = {CSharpPrinter.Print(initializer)};",
        Declaration declaration => $"{declaration.Variable.Type.Text} {declaration.Variable.Name};",
        Assignment assignment => $"{assignment.Variable.Name} = {CSharpPrinter.Print(assignment.Value)};",
        Store store => $"{CSharpPrinter.Print(store.Access)} = {CSharpPrinter.Print(store.Value)};",
        If { Else.Statements.IsEmpty: true } branch => $"if ({CSharpPrinter.Print(branch.Condition)})\n{Print(branch.Then)}",
        If branch => $"if ({CSharpPrinter.Print(branch.Condition)})\n{Print(branch.Then)}\nelse\n{Print(branch.Else)}",
        Loop loop => LoopMarker.For(loop.Id),
        _ => throw new InvalidOperationException($"No C# for {statement.GetType().Name}"),
    };
}
