using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// The iteration space of a loop whose two indices step towards each other, <c>for (int i = a, j = b; i &lt; j; i++, j--)</c>: its trip count
/// is the distance over two, rounded up. What the indices are before the loop is kept in variables, as the loop changes both.
/// </summary>
internal sealed class MeetingIndices(Lowering lowering)
{
    /// <summary>The declarations of the variables, to stand before the loop.</summary>
    public List<Declaration> Before { get; } = [];

    /// <summary>
    /// The other index: what the first one is compared with, where each iteration steps it by one in the opposite direction and nothing
    /// else assigns it; null where the bound is anything else.
    /// </summary>
    /// <param name="index">The index that is tested.</param>
    /// <param name="bound">What it is compared with.</param>
    /// <param name="comparison">How.</param>
    /// <param name="step">What the index is stepped by.</param>
    /// <param name="everyTime">The operations that every iteration runs, one after the other.</param>
    /// <param name="stepOf">What an operation steps a variable by, if it does just that.</param>
    public ISymbol? Other(
        ISymbol index,
        IOperation bound,
        LoopComparison comparison,
        long? step,
        IReadOnlyList<IOperation> everyTime,
        Func<IOperation, ISymbol, long?> stepOf)
    {
        ISymbol? other = bound switch
        {
            ILocalReferenceOperation { Local: { IsRef: false } local } => local,
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
            _ => null,
        };
        var direction = comparison switch
        {
            LoopComparison.Less or LoopComparison.LessOrEqual => 1,
            LoopComparison.Greater or LoopComparison.GreaterOrEqual => -1,
            _ => 0,
        };
        if (other is null || direction == 0 || step != direction || !IsInt32(index) || !IsInt32(other) || lowering.Usage.IsCapturedAndChanged(other)
            || everyTime.FirstOrDefault(o => stepOf(o, other) == -direction) is not { } stepping
            || everyTime.Any(o => o != stepping && lowering.Usage.IsWrittenIn(other, o.Syntax.Span)))
        {
            return null;
        }

        return other;
    }

    /// <summary>Whether no index can wrap around: where both end on the same number, the other one makes one step more, which must not leave its type.</summary>
    /// <param name="start">The first value of the index.</param>
    /// <param name="comparison">The test.</param>
    public static bool IsExact(IrExpression start, LoopComparison comparison) =>
        comparison is LoopComparison.Less or LoopComparison.Greater || start is Constant { Value: int and > int.MinValue and < int.MaxValue };

    /// <summary>The iteration space; null where an index could wrap around, or computing its first value twice would show.</summary>
    /// <param name="index">The index.</param>
    /// <param name="start">Its first value.</param>
    /// <param name="text">That as it is emitted.</param>
    /// <param name="comparison">The test.</param>
    /// <param name="other">The other index.</param>
    /// <param name="livesOutside">Whether the index is declared outside.</param>
    /// <param name="far">What the other index begins with, where a variable holds it.</param>
    public IterationSpace? Space(ISymbol index, IrExpression start, string text, LoopComparison comparison, ISymbol other, bool livesOutside, VariableRead? far = null)
    {
        var ascends = comparison is LoopComparison.Less or LoopComparison.LessOrEqual;
        var isStrict = comparison is LoopComparison.Less or LoopComparison.Greater;
        if (!IsExact(start, comparison))
            return null;
        var first = start is Constant or VariableRead { Variable.Kind: VariableKind.Synthetic } ? start : Keep("__near", start, text);
        var last = far ?? Keep("__far", new VariableRead(lowering.VariableOf(other)), Identifiers.Escape(other.Name));
        var distance = ascends ? Difference(last, first) : Difference(first, last);
        var trip = Long(BinaryOperator.Divide, Long(BinaryOperator.Add, distance, Number(isStrict ? 1 : 2)), Number(2));
        var end = Long(ascends ? BinaryOperator.Add : BinaryOperator.Subtract, Wide(first), trip);
        return new IterationSpace(
            lowering.VariableOf(index), start, ascends ? LoopComparison.Less : LoopComparison.Greater, end, Constant.Int32(ascends ? 1 : -1), livesOutside);
    }

    /// <summary>
    /// The iteration space of a <c>while</c> whose body steps both indices: a counter of its own, in which both are as any variables that each
    /// iteration steps. Null as above.
    /// </summary>
    /// <param name="index">The index that is tested.</param>
    /// <param name="comparison">The test.</param>
    /// <param name="other">The other index.</param>
    public IterationSpace? Count(ISymbol index, LoopComparison comparison, ISymbol other)
    {
        var variable = lowering.VariableOf(index);
        if (Space(index, new VariableRead(variable), variable.Name, comparison, other, true) is not { } space)
            return null;
        var ascends = comparison is LoopComparison.Less or LoopComparison.LessOrEqual;
        var (near, end) = (Wide(new VariableRead(Before[0].Variable)), space.End);
        var trip = ascends ? Long(BinaryOperator.Subtract, end, near) : Long(BinaryOperator.Subtract, near, end);
        return new IterationSpace(lowering.Unique("__pair", IrType.Int32), Constant.Int32(0), LoopComparison.Less, trip, Constant.Int32(1), false);
    }

    /// <summary>Declares a variable before the loop.</summary>
    public VariableRead Keep(string name, IrExpression value, string text)
    {
        var variable = lowering.Unique(name, IrType.Int32);
        Before.Add(new Declaration(variable, value, $"int {variable.Name} = {text};", default));
        return new VariableRead(variable);
    }

    private static Binary Difference(IrExpression left, IrExpression right) => Long(BinaryOperator.Subtract, Wide(left), Wide(right));

    private static Binary Long(BinaryOperator sign, IrExpression left, IrExpression right) => new(sign, left, right, IrType.Int64);

    private static Constant Number(long value) => new(IrType.Int64, value);

    private static IrExpression Wide(IrExpression value) => value is Constant { Value: int number } ? Number(number) : new Conversion(value, IrType.Int64);

    private static bool IsInt32(ISymbol symbol) =>
        (symbol as ILocalSymbol)?.Type.SpecialType == SpecialType.System_Int32 || (symbol as IParameterSymbol)?.Type.SpecialType == SpecialType.System_Int32;
}
