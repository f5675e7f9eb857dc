using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// Integers of the lanes' size that follow the index in equal steps, <c>a + i * b</c> with a and b that stay as they are: induction variables
/// of vectors, which a pass steps instead of computing them from the index (Allen, Cocke and Kennedy, "Reduction of operator strength",
/// 1981). Arithmetic is modulo 2 to the number of bits, as it is in the lanes.
/// </summary>
internal sealed class LaneInductions(LaneContext context)
{
    private readonly List<Induction> _inductions = [];
    private readonly SortedSet<int> _flattened = [];

    /// <summary>The value in the lanes of one interleaved copy; null where it does not follow the index so.</summary>
    public string? Value(IrExpression expression, LaneType lane, int copy)
    {
        if (context.LaneBytes < 4 || lane is not (LaneType.Int32 or LaneType.UInt32 or LaneType.Int64 or LaneType.UInt64)
            || Of(expression, lane.Element(context.LaneBytes)) is not { Factor: { } factor } linear)
        {
            return null;
        }

        var known = _inductions.FindIndex(i => i.Lane == lane && i.Factor == factor && i.Offset == linear.Offset);
        if (known < 0)
        {
            known = _inductions.Count;
            _inductions.Add(new Induction(lane, factor, linear.Offset));
        }

        if (!context.IsFlattened)
            return Name(known, copy);
        _flattened.Add(known);
        return Flattened(known, copy);
    }

    /// <summary>Writes what the lanes begin with at iteration <c>__k</c>.</summary>
    public void EmitStart(SourceWriter writer)
    {
        for (var number = 0; number < _inductions.Count; number++)
        {
            var (lane, factor, _) = _inductions[number];
            var element = lane.Element(context.LaneBytes);
            writer.Line($"var {Name(number, 0)} = {Start(number, "__k")};");
            writer.Line($"var {Distance(number)} = {Step(element, factor, context.Lanes)};");
        }
    }

    /// <summary>Writes the values of the further interleaved copies of a pass.</summary>
    public void EmitCopies(SourceWriter writer, int copies)
    {
        for (var number = 0; number < _inductions.Count; number++)
        {
            for (var copy = 1; copy < copies; copy++)
                writer.Line($"var {Name(number, copy)} = {Name(number, copy - 1)} + {Distance(number)};");
        }
    }

    /// <summary>Writes the step to the next pass.</summary>
    public void EmitPass(SourceWriter writer, int copies)
    {
        for (var number = 0; number < _inductions.Count; number++)
            writer.Line($"{Name(number, 0)} = {Name(number, copies - 1)} + {Distance(number)};");
    }

    /// <summary>Declares the values of vectors that enter a flattened loop one by one.</summary>
    public void EmitFlattened(SourceWriter writer, int vectors)
    {
        foreach (var number in _flattened)
        {
            for (var vector = 0; vector < vectors; vector++)
                writer.Line($"{context.VectorType(_inductions[number].Lane)} {Flattened(number, vector)} = default;");
        }
    }

    /// <summary>Writes the values of a vector that enters it.</summary>
    public void EmitEnter(SourceWriter writer, int vector)
    {
        foreach (var number in _flattened)
            writer.Line($"{Flattened(number, vector)} = {Start(number, LaneContext.FlattenedIteration(vector))};");
    }

    private string Start(int number, string iteration)
    {
        var (lane, factor, offset) = _inductions[number];
        var element = lane.Element(context.LaneBytes);
        return $"{context.Vector}.Create(unchecked({offset} + {factor} * ({element})({context.FirstIndex} + {iteration} * ({context.Step}L)))) + ({context.VectorType(lane)}.Indices * {Step(element, factor, 1)})";
    }

    private static string Flattened(int number, int vector) => $"__index{number}_of{vector}";

    private static string Name(int number, int copy) => $"__index{number}_{copy}";

    private static string Distance(int number) => $"__ahead{number}";

    private string Step(string element, string factor, int iterations) =>
        $"{context.Vector}.Create(unchecked({factor} * ({element})({context.Step * iterations}L)))";

    /// <summary>The expression as a factor of the index and an offset, as C# of the lanes' type; null where it is none.</summary>
    private Linear? Of(IrExpression expression, string element)
    {
        if (context.IsUniform(expression))
            return expression.Type.IsInteger ? new Linear(null, $"unchecked(({element})({CSharpPrinter.Print(expression)}))") : null;
        switch (expression)
        {
            case VariableRead read when read.Variable == context.Loop.Loop.Space!.Index:
                return new Linear($"({element})1", $"({element})0");

            // The value of an index is the same in any type that is as wide.
            case Conversion { IsChecked: false, Operand: var operand } conversion when IsWide(conversion.Type) && (IsWide(operand.Type) || operand is VariableRead):
                return operand.Type.IsInteger ? Of(operand, element) : null;
            case Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum when IsWide(sum.Type):
                if (Of(sum.Left, element) is not { } left || Of(sum.Right, element) is not { } right)
                    return null;
                var sign = sum.Operator == BinaryOperator.Add ? "+" : "-";
                var factor = right.Factor is null ? left.Factor : $"({left.Factor ?? $"({element})0"} {sign} {right.Factor})";
                return new Linear(factor, $"({left.Offset} {sign} {right.Offset})");
            case Binary { IsChecked: false, Operator: BinaryOperator.Multiply } product when IsWide(product.Type):
                if (Of(product.Left, element) is not { } one || Of(product.Right, element) is not { } other || (one.Factor is not null && other.Factor is not null))
                    return null;
                var (linear, scale) = one.Factor is null ? (other, one.Offset) : (one, other.Offset);
                return new Linear(linear.Factor is null ? null : $"({linear.Factor} * {scale})", $"({linear.Offset} * {scale})");
            default:
                return null;
        }
    }

    private bool IsWide(IrType type) => type.IsInteger && type.Size64 == context.LaneBytes;

    /// <param name="Factor">What the index is multiplied by; null where the value does not depend on it.</param>
    /// <param name="Offset">What is added.</param>
    private readonly record struct Linear(string? Factor, string Offset);

    private readonly record struct Induction(LaneType Lane, string Factor, string Offset);
}
