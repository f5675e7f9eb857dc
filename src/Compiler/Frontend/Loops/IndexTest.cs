using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// How the condition of a loop tests its index: the index itself, the index as it is stepped in the test, or a linear function of it, against a
/// bound, or against several that all must hold.
/// </summary>
/// <param name="Index">The index, a local or a parameter.</param>
/// <param name="Tested">What is compared.</param>
/// <param name="Bounds">What it is compared with and how, in the order in which they are asked.</param>
internal sealed record IndexTest(ISymbol Index, IOperation Tested, IReadOnlyList<(LoopComparison Comparison, IOperation Value)> Bounds)
{
    private const string Minimum = "System.Math.Min";
    private const string Maximum = "System.Math.Max";

    /// <summary>How the first bound is compared.</summary>
    public LoopComparison Comparison => Bounds[0].Comparison;

    /// <summary>The step of the index in the test; null where the test does not step it.</summary>
    public IIncrementOrDecrementOperation? Stepping => Tested as IIncrementOrDecrementOperation;

    /// <summary>Whether a linear function of the index is tested.</summary>
    public bool IsLinear => Tested is IBinaryOperation;

    /// <summary>What the index is multiplied by in <see cref="Tested"/>.</summary>
    public long Factor => Linear(Tested, Index)!.Value;

    /// <summary>The ways to read a condition as a test of an index, which stands on either side; none where it is none.</summary>
    public static IReadOnlyList<IndexTest> Of(IOperation? condition)
    {
        if (condition is not IBinaryOperation { OperatorMethod: null, IsLifted: false } test)
            return [];
        if (test.OperatorKind == BinaryOperatorKind.ConditionalAnd)
        {
            return [.. from left in Of(test.LeftOperand)
                       from right in Of(test.RightOperand)
                       where left.MayJoin(right)
                       select left with { Bounds = [.. left.Bounds, .. right.Bounds] }];
        }

        if (Operators.Comparison(test.OperatorKind) is not { } comparison)
            return [];
        var readings = new List<IndexTest>();
        foreach (var index in Candidates(test.LeftOperand))
            readings.Add(new IndexTest(index, IndexOperations.Peel(test.LeftOperand), [(comparison, test.RightOperand)]));
        foreach (var index in Candidates(test.RightOperand))
            readings.Add(new IndexTest(index, IndexOperations.Peel(test.RightOperand), [(Operators.Swap(comparison), test.LeftOperand)]));
        return readings;
    }

    /// <summary>Whether it names the variable outside of what is tested.</summary>
    public bool BoundMentions(ISymbol symbol) => Bounds.Any(b => IndexOperations.Mentions(b.Value, symbol));

    /// <summary>The values besides the index that <see cref="Tested"/> is computed from.</summary>
    public IEnumerable<IOperation> Offsets() => OffsetsOf(Tested);

    /// <summary>What all bounds together come to, with <see cref="EndComparison"/>: the least or the greatest of them.</summary>
    public IrExpression End(Lowering lowering)
    {
        if (Bounds.Count == 1)
            return lowering.Expressions.Lower(Bounds[0].Value);
        var comparison = EndComparison;
        var ends = Bounds.Select(b => Aligned(lowering.Expressions.Lower(b.Value), b.Comparison, comparison)).ToList();
        var type = ends.TrueForAll(e => e.Type.Kind == ScalarKind.Int32) ? IrType.Int32 : IrType.Int64;
        var function = comparison is LoopComparison.Less or LoopComparison.LessOrEqual ? Minimum : Maximum;
        return ends.Select(e => As(e, type)).Aggregate((one, other) => new MathCall(function, EquatableArray.Of(one, other), type));
    }

    /// <summary>How <see cref="End"/> is compared.</summary>
    public LoopComparison EndComparison => Bounds.All(b => b.Comparison == Comparison) ? Comparison
        : Comparison is LoopComparison.Less or LoopComparison.LessOrEqual ? LoopComparison.Less : LoopComparison.Greater;

    /// <summary>The index that an operation is, steps, or is a linear function of.</summary>
    private static IEnumerable<ISymbol> Candidates(IOperation operation)
    {
        operation = IndexOperations.Peel(operation);
        if (IndexOperations.Variable(operation) is { } variable)
            return [variable];
        if (operation is IIncrementOrDecrementOperation { OperatorMethod: null, IsLifted: false } step)
            return IndexOperations.Variable(step.Target) is { } stepped && IndexOperations.IsIntOrLong(stepped) ? [stepped] : [];
        return operation is IBinaryOperation
            ? operation.Descendants().Select(d => d is ILocalReferenceOperation or IParameterReferenceOperation ? IndexOperations.Variable(d) : null).OfType<ISymbol>()
                .Distinct<ISymbol>(SymbolEqualityComparer.Default).Where(v => IndexOperations.IsIntOrLong(v) && Linear(operation, v) is not null and not 0)
            : [];
    }

    /// <summary>The factor of the index in an operation of its type; null where it is no linear function of it.</summary>
    private static long? Linear(IOperation operation, ISymbol index)
    {
        if (operation is ILocalReferenceOperation or IParameterReferenceOperation)
            return IndexOperations.IsReference(operation, index) ? 1 : null;
        if (operation is IIncrementOrDecrementOperation)
            return 1;
        if (operation is not IBinaryOperation { OperatorMethod: null, IsLifted: false } sum || !SymbolEqualityComparer.Default.Equals(sum.Type, IndexOperations.TypeOf(index)))
            return null;
        var (inLeft, inRight) = (IndexOperations.Mentions(sum.LeftOperand, index), IndexOperations.Mentions(sum.RightOperand, index));
        if (inLeft == inRight)
            return null;
        var (own, other) = inLeft ? (sum.LeftOperand, sum.RightOperand) : (sum.RightOperand, sum.LeftOperand);
        if (Linear(own, index) is not { } factor)
            return null;
        return sum.OperatorKind switch
        {
            BinaryOperatorKind.Add => factor,
            BinaryOperatorKind.Subtract when inLeft => factor,
            BinaryOperatorKind.Multiply when other.ConstantValue is { HasValue: true, Value: int amount and > 0 and < 1 << 15 } && factor < 1 << 15 => factor * amount,
            _ => null,
        };
    }

    private IEnumerable<IOperation> OffsetsOf(IOperation operation) => operation is IBinaryOperation sum
        ? IndexOperations.Mentions(sum.LeftOperand, Index) ? OffsetsOf(sum.LeftOperand).Append(sum.RightOperand) : OffsetsOf(sum.RightOperand).Append(sum.LeftOperand)
        : [];

    /// <summary>Whether another test can be asked together with this one: of the same index, towards the same side, and so that asking cannot fail.</summary>
    private bool MayJoin(IndexTest other) => !IsLinear && !other.IsLinear && Stepping is null && other.Stepping is null && IndexOperations.IsIntOrLong(Index)
        && SymbolEqualityComparer.Default.Equals(Index, other.Index) && Bounds.Concat(other.Bounds).All(b => IsShort(b.Value))
        && Side(Comparison) != 0 && Bounds.Concat(other.Bounds).All(b => Side(b.Comparison) == Side(Comparison)) && other.Bounds.All(b => IsAskedSafely(b.Value));

    private static int Side(LoopComparison comparison) => comparison switch
    {
        LoopComparison.Less or LoopComparison.LessOrEqual => 1,
        LoopComparison.Greater or LoopComparison.GreaterOrEqual => -1,
        _ => 0,
    };

    private static bool IsShort(IOperation value) => IndexOperations.Peel(value).Type is { } type
        && TypeNames.KindOf(type) is ScalarKind.Int8 or ScalarKind.UInt8 or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.Char or ScalarKind.Int32 or ScalarKind.UInt32;

    /// <summary>Whether a value can be asked for once instead of before each iteration: of variables, lengths and what is computed from them.</summary>
    private static bool IsAskedSafely(IOperation value) => value.DescendantsAndSelf().All(o => o is ILocalReferenceOperation { Local.IsRef: false }
        or IParameterReferenceOperation { Parameter.RefKind: RefKind.None } or ILiteralOperation or IConversionOperation { OperatorMethod: null, IsChecked: false }
        or IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: ILocalReferenceOperation or IParameterReferenceOperation }
        or IBinaryOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply });

    private static IrExpression Aligned(IrExpression end, LoopComparison from, LoopComparison to) => from == to
        ? end
        : new Binary(to == LoopComparison.Less ? BinaryOperator.Add : BinaryOperator.Subtract, As(end, IrType.Int64), new Constant(IrType.Int64, 1L), IrType.Int64);

    private static IrExpression As(IrExpression value, IrType type) => value switch
    {
        _ when value.Type.Kind == type.Kind => value,
        Constant { Value: int number } when type.Kind == ScalarKind.Int64 => new Constant(type, (long)number),
        _ => new Conversion(value, type),
    };
}
