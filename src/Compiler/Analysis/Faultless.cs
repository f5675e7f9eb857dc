using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>Loops that nothing can make throw but a subscript outside of its container, or a container that is not there.</summary>
internal static class Faultless
{
    /// <summary>Whether the loop is one.</summary>
    public static bool Is(LoopAnalysis analysis) =>
        analysis.Loop.Expressions.All(Is) && analysis.Loop.Body.Statements.All(Is) && analysis.Accesses.All(a => IsPlain(a.Access));

    private static bool IsPlain(MemoryAccess access) =>
        access.Root.Rank > 0 && access.Path.Length == 0 && access.Root.Kind != MemoryKind.ImmutableArray
        && access.Root.Element.Size > 0 && access.Root.Parent is null && access.Root.Reads.Count == 1 && access.Root.Text == access.Root.Reads[0].Name;

    private static bool Is(Statement statement) => statement switch
    {
        Block or Declaration or Assignment or Store or If => statement.Expressions.All(Is) && statement.Children.All(Is),
        _ => false,
    };

    private static bool Is(IrExpression expression) => expression.SelfAndDescendants().All(e => e switch
    {
        Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true } => false,
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division => division.Type.IsFloatingPoint
            || division.HasSafeDivisor,
        Constant or VariableRead or Load or Unary or Binary or Conditional or Conversion or MathCall => e.Type.Kind is not (ScalarKind.Other or ScalarKind.Decimal),
        LengthOf => true,
        _ => false,
    });
}
