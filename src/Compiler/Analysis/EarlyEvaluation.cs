using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Whether a container's expression may be evaluated before the loop, where the user's program might not have evaluated it yet or
/// at all: it must not throw, given conditions that are collected on the way.
/// </summary>
public static class EarlyEvaluation
{
    /// <summary>Whether naming the container cannot throw where <paramref name="requires"/> holds; adds what it needs.</summary>
    public static bool IsSafe(MemoryRoot root, List<string> requires)
    {
        switch (root.Kind)
        {
            case MemoryKind.StaticField or MemoryKind.Reference:
                return true;
            case MemoryKind.Field:
                return IsSafeField(root, requires);
        }

        if (root.Parent is not { } parent)
            return true;
        if (!IsSafe(parent.Root, requires))
            return false;
        return parent.Root.Rank == 0 || IsSafeRow(parent, requires);
    }

    /// <summary>A row of an array of arrays: the array must be there, and the row's number inside it.</summary>
    private static bool IsSafeRow(MemoryAccess row, List<string> requires)
    {
        if (row.Root.Kind != MemoryKind.Array || row.Path.Length > 0 || row.Subscripts.Count != 1 || !row.Subscripts[0].SelfAndDescendants().All(IsHarmless))
            return false;
        RequireNotNull(row.Root, requires);
        requires.Add($"(ulong)(long)({CSharpPrinter.Print(row.Subscripts[0])}) < (ulong){row.Root.Text}.Length");
        return true;
    }

    private static bool IsHarmless(IrExpression expression) => expression switch
    {
        Constant or VariableRead => expression.Type.IsInteger && expression.Type.Kind != ScalarKind.UInt64,
        Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } => true,
        Conversion { IsChecked: false } conversion => conversion.Type.IsInteger && conversion.Type.Kind != ScalarKind.UInt64,
        _ => false,
    };

    /// <summary>Adds that the container is there, where it can be missing.</summary>
    public static bool RequireNotNull(MemoryRoot root, List<string> requires)
    {
        switch (root.Kind)
        {
            case MemoryKind.Array or MemoryKind.MultiArray or MemoryKind.List or MemoryKind.String:
                requires.Add($"{root.Text} is not null");
                break;
            case MemoryKind.ImmutableArray:
                requires.Add($"!{root.Text}.IsDefault");
                break;
        }

        return true;
    }

    /// <summary>A field of the receiver, or of a variable; a longer chain could be broken by a null in its middle.</summary>
    private static bool IsSafeField(MemoryRoot root, List<string> requires)
    {
        if (root.Reads.IsEmpty)
            return true;
        var owner = root.Reads[0];
        if (root.Reads.Count != 1 || root.Text.IndexOf('.') != root.Text.LastIndexOf('.'))
            return false;
        if (owner.Kind != VariableKind.This && owner.Type.IsReference)
            requires.Add($"{owner.Name} is not null");
        return true;
    }
}
