using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <content>Loops whose iteration space is that of the tested value, from which the index follows, or which the body's own steps go along with.</content>
internal sealed partial class CountedLoop
{
    private const string NotStepped = "its header does not step the index by a fixed amount";

    /// <summary>A linear function of the index is tested: the index is what it is computed back from, or a variable that the body steps.</summary>
    private string? Linear(IForLoopOperation loop, IndexTest test, IndexStep step, IrExpression start)
    {
        var variable = _lowering.VariableOf(test.Index);
        if (test.Factor != 1)
            return Multiple(test, step, variable, start);
        if (Declarator is null)
            return Along(loop, test, step, start, loop.AtLoopBottom);
        if (!IsPure(start))
            return "its start has side effects";
        var first = _lowering.Expressions.Lower(test.Tested).Replace(e => e is VariableRead read && read.Variable == variable ? start : null);
        var tested = _lowering.Unique("__test", variable.Type);
        Space = Build(tested, Folded(first), test, step, false);
        Derive(test.Index, variable, Inverse(test.Tested, test.Index, new VariableRead(tested), tested.Name));
        return null;
    }

    /// <summary>
    /// A multiple of the index, plus a constant, is tested: from 0 on, the index stays below the bound over the factor, rounded up. Where the
    /// tested value could pass the end of its type, the index has no end, so that the loop is not counted.
    /// </summary>
    private string? Multiple(IndexTest test, IndexStep step, Variable variable, IrExpression start)
    {
        if (Offset(test.Tested, test.Index) is not { } offset || start is not Constant { Value: int and >= 0 } || variable.Type.Kind != ScalarKind.Int32 || step.Constant is not > 0
            || test.Comparison is not (LoopComparison.Less or LoopComparison.LessOrEqual) || test.Bounds.Count > 1 || _lowering.LoopStack.Count > 0 || IsChecked(test.Tested)
            || test.End(_lowering) is not { Type.Kind: ScalarKind.Int32 } bound)
        {
            return $"its condition tests '{Lowering.Display(test.Tested.Syntax)}'; compare the index itself with a bound";
        }

        var (factor, isStrict) = (test.Factor, test.Comparison == LoopComparison.Less);
        var most = int.MaxValue - (factor * step.Constant.Value) + (isStrict ? 1 : 0);
        var wide = bound is Constant { Value: int number } ? Long(number) : (IrExpression)new Conversion(bound, IrType.Int64);
        var rounded = new Binary(BinaryOperator.Add, wide, Long(factor - offset - (isStrict ? 1 : 0)), IrType.Int64);
        var end = new Binary(BinaryOperator.Divide, rounded, Long(factor), IrType.Int64);
        var hasEnd = new Binary(BinaryOperator.LessOrEqual, wide, Long(most), IrType.Bool);
        Space = new IterationSpace(variable, start, LoopComparison.Less, new Conditional(hasEnd, end, Long(long.MaxValue), IrType.Int64), step.Lower(_lowering), Declarator is null);
        return null;
    }

    /// <summary>The constant that a multiple of the index is tested with; null where it is anything else.</summary>
    private static long? Offset(IOperation tested, ISymbol index)
    {
        if (tested is not IBinaryOperation sum)
            return 0;
        var inLeft = IndexOperations.Mentions(sum.LeftOperand, index);
        var (own, other) = inLeft ? (sum.LeftOperand, sum.RightOperand) : (sum.RightOperand, sum.LeftOperand);
        if (Offset(own, index) is not { } inner || other.ConstantValue is not { HasValue: true, Value: int amount and > -(1 << 15) and < 1 << 15 })
            return null;
        long? offset = sum.OperatorKind switch
        {
            BinaryOperatorKind.Add => inner + amount,
            BinaryOperatorKind.Subtract => inner - amount,
            _ => inner * amount,
        };
        return offset is >= 0 and < 1 << 15 ? offset : null;
    }

    private static Constant Long(long value) => new(IrType.Int64, value);

    /// <summary>Why a linear function of the index does not tell how often the loop runs; null where it does.</summary>
    private string? CheckLinear(ILoopOperation loop, IndexTest test, long? step, IOperation stepping)
    {
        if (!test.IsLinear)
            return null;
        if (test.Offsets().Any(o => !IsFixed(o, loop.Syntax.Span)))
            return $"its condition tests '{Lowering.Display(test.Tested.Syntax)}', in which not only the index may change; store the rest in a local before the loop";
        if (step * test.Factor is not { } change ? test.Factor != 1 : Math.Abs(change) > int.MaxValue)
            return $"its condition tests '{Lowering.Display(test.Tested.Syntax)}', whose steps are not a constant";
        return (IsChecked(test.Tested) || IsChecked(stepping)) && !MovesAhead(test.Tested, test.Index, step)
            ? $"'{Lowering.Display(test.Tested.Syntax)}' and its index may overflow at different times; compare the index itself"
            : null;
    }

    /// <summary>
    /// Whether the tested value overflows before the index does: the index plus something in the direction of the step.
    /// </summary>
    private static bool MovesAhead(IOperation tested, ISymbol index, long? step)
    {
        if (tested is not IBinaryOperation sum)
            return true;
        var inLeft = IndexOperations.Mentions(sum.LeftOperand, index);
        var (own, other) = inLeft ? (sum.LeftOperand, sum.RightOperand) : (sum.RightOperand, sum.LeftOperand);
        if (!MovesAhead(own, index, step) || other.ConstantValue is not { HasValue: true, Value: int or long } constant)
            return false;
        var amount = Convert.ToInt64(constant.Value, System.Globalization.CultureInfo.InvariantCulture);
        return sum.OperatorKind == BinaryOperatorKind.Multiply || (step is { } s && amount >= 0 && s > 0 == (sum.OperatorKind == BinaryOperatorKind.Add));
    }

    /// <summary>The condition of a <c>for</c> steps the index.</summary>
    private string? SteppedInTest(IForLoopOperation loop, IndexTest test, IIncrementOrDecrementOperation own)
    {
        var step = IndexStep.Of(own, test.Index)!;
        if ((Check(test, step, loop.Body.Syntax.Span) ?? CheckStep(test, own)) is { } reason)
            return reason;
        if (loop.AtLoopBottom.Any(s => _lowering.Usage.IsWrittenIn(test.Index, s.Syntax.Span)))
            return $"'{test.Index.Name}' is stepped more than once";
        if (!loop.AtLoopBottom.IsEmpty && LoopLowering.HasContinue(loop))
            return "'continue' goes to a header with several steps";
        if (own.IsPostfix && !loop.Before.OfType<IVariableDeclarationGroupOperation>().Any())
            return $"its condition steps '{test.Index.Name}' after it has tested it, and '{test.Index.Name}' lives on after the loop; declare it in the header";
        var (start, _, cause) = First(loop, test.Index);
        if (start is null)
            return cause;
        Trailing.AddRange(loop.AtLoopBottom);
        var variable = _lowering.VariableOf(test.Index);
        if (!own.IsPostfix)
        {
            Space = Build(variable, Stepped(start, own), test, step, Declarator is null);
            return null;
        }

        var tested = _lowering.Unique("__test", variable.Type);
        Space = Build(tested, start, test, step, false);
        var ascends = own.Kind == OperationKind.Increment;
        IrExpression one = variable.Type.Kind == ScalarKind.Int64 ? new Constant(IrType.Int64, 1L) : Constant.Int32(1);
        Derive(test.Index, variable, (new Binary(ascends ? BinaryOperator.Add : BinaryOperator.Subtract, new VariableRead(tested), one, variable.Type), $"{tested.Name} {(ascends ? "+" : "-")} 1"));
        return null;
    }

    /// <summary>The body of a <c>for</c> steps the index.</summary>
    private string? SteppedInBody(IForLoopOperation loop, IndexTest test)
    {
        if (LastStep(loop.Body, test.Index) is { } last && !test.IsLinear && loop.AtLoopBottom.IsEmpty && !LoopLowering.HasContinue(loop)
            && _lowering.Usage.WritesIn(test.Index, loop.Body.Syntax.Span) == 1 && !(last.Value is { } amount && DependsOn(amount, loop.Body)))
        {
            if (Check(test, last, default) is { } problem)
                return problem;
            var (first, _, unclear) = First(loop, test.Index);
            if (first is null)
                return unclear;
            Space = Build(_lowering.VariableOf(test.Index), first, test, last, Declarator is null);
            LastSteps = true;
            return null;
        }

        if (loop.AtLoopBottom.Any(s => _lowering.Usage.IsWrittenIn(test.Index, s.Syntax.Span)))
            return NotStepped;
        var (steps, reason) = StepsOf(loop, test.Index, NotStepped);
        if ((reason ?? Check(test, steps!, default) ?? CheckLinear(loop, test, steps!.Constant, loop.Body)) is { } cause)
            return cause;
        var (start, _, why) = First(loop, test.Index);
        return start is null ? why : Along(loop, test, steps!, start, loop.AtLoopBottom);
    }

    /// <summary>The space of the tested value, beside which the body, with what runs at its end, steps the index.</summary>
    private string? Along(IForLoopOperation loop, IndexTest test, IndexStep step, IrExpression start, IEnumerable<IOperation> atEnd)
    {
        if (loop.AtLoopBottom.Length > 0 && LoopLowering.HasContinue(loop))
            return $"'continue' jumps over the step of '{test.Index.Name}'";
        if (!IndexOperations.IsIntOrLong(test.Index))
            return "its index may wrap around; use int or long";
        if (test.Factor != 1)
            return $"its condition tests '{Lowering.Display(test.Tested.Syntax)}'; compare the index itself with a bound";
        if (Declarator is not null)
        {
            Others.Insert(Math.Min(Others.Count, DeclaratorPosition(loop)), Declarator);
            Declarator = null;
        }
        else if (!loop.Before.IsEmpty)
        {
            if (!IsPure(start) || start.VariablesRead().Contains(_lowering.VariableOf(test.Index)))
                return "its start cannot be computed twice";
            Assigned = loop.Before[0];
        }

        Trailing.Clear();
        Trailing.AddRange(atEnd);
        Count(test, step);
        return null;
    }

    private void Count(IndexTest test, IndexStep step)
    {
        var index = _lowering.VariableOf(test.Index);
        IrExpression first = new VariableRead(index);
        if (index.Type.Kind == ScalarKind.Int32)
            first = _meeting.Keep("__near", first, index.Name);
        var start = _lowering.Expressions.Lower(test.Tested).Replace(e => e is VariableRead read && read.Variable == index ? first : null);
        Space = Build(_lowering.Unique("__test", index.Type), start, test, step.Lower(_lowering), false);
        IsCounter = true;
    }

    private int DeclaratorPosition(IForLoopOperation loop) =>
        loop.Before.OfType<IVariableDeclarationGroupOperation>().SelectMany(g => g.Declarations).SelectMany(d => d.Declarators).ToList().IndexOf(Declarator!);

    /// <summary>The steps of the index in a body, together, where each iteration makes all of them; else why that is not known.</summary>
    private (IndexStep? Steps, string? Reason) StepsOf(ILoopOperation loop, ISymbol index, string none)
    {
        var steps = loop.Body.Descendants().Where(o => o is not IExpressionStatementOperation && IndexStep.Of(o, index) is not null).ToList();
        var amounts = steps.ConvertAll(s => IndexStep.Of(s, index)!.Constant);
        if (steps.Count == 0 || amounts.Contains(null) || steps.Count != _lowering.Usage.WritesIn(index, loop.Body.Syntax.Span))
            return (null, none);
        if (!steps.TrueForAll(s => IsCertain(s, loop.Body)))
            return (null, $"not every iteration steps '{index.Name}'");
        return LoopLowering.HasContinue(loop)
            ? (null, $"'continue' may jump over the step of '{index.Name}'")
            : (new IndexStep(null, amounts.Sum(), false), null);
    }

    /// <summary>The step that a body ends with.</summary>
    private static IndexStep? LastStep(IOperation body, ISymbol index) =>
        body is IBlockOperation { Operations: { IsEmpty: false } operations } ? IndexStep.Of(operations[operations.Length - 1], index) : null;

    /// <summary>Whether the body evaluates an operation whatever the values are, once.</summary>
    private static bool IsCertain(IOperation operation, IOperation body)
    {
        for (var (inner, outer) = (operation, operation.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (ReferenceEquals(inner, body))
                return true;
            var isCertain = outer switch
            {
                IConditionalOperation branch => ReferenceEquals(branch.Condition, inner),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } pair => ReferenceEquals(pair.LeftOperand, inner),
                IForLoopOperation or IWhileLoopOperation or IForEachLoopOperation => ReferenceEquals(inner, body),
                IBlockOperation or IExpressionStatementOperation or IArrayElementReferenceOperation or IPropertyReferenceOperation or IArgumentOperation or IConversionOperation
                    or IUnaryOperation or IBinaryOperation or ISimpleAssignmentOperation or ICompoundAssignmentOperation or IInvocationOperation or IVariableInitializerOperation
                    or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IParenthesizedOperation => true,
                _ => false,
            };
            if (!isCertain)
                return false;
        }

        return false;
    }

    /// <summary>Whether a value is one of variables that a stretch of the text does not assign.</summary>
    private bool IsFixed(IOperation value, TextSpan span) => value.DescendantsAndSelf().All(o => o switch
    {
        ILocalReferenceOperation { Local: var local } => !local.IsRef && IsUnchanged(local, span),
        IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind == RefKind.None && IsUnchanged(parameter, span),
        IPropertyReferenceOperation { Property.Name: "Length", Instance: ILocalReferenceOperation { Type: IArrayTypeSymbol } or IParameterReferenceOperation { Type: IArrayTypeSymbol } } => true,
        ILiteralOperation or IConversionOperation { OperatorMethod: null } => true,
        IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } => true,
        _ => o.ConstantValue.HasValue,
    });

    private bool IsUnchanged(ISymbol symbol, TextSpan span) => !_lowering.Usage.IsWrittenIn(symbol, span) && !_lowering.Usage.IsCapturedAndChanged(symbol);

    /// <summary>Why a step that follows the test could be seen to overflow; null where it cannot.</summary>
    private static string? CheckStep(IndexTest test, IIncrementOrDecrementOperation own)
    {
        if (!IndexOperations.IsIntOrLong(test.Index))
            return "its index may wrap around; use int or long";
        return !own.IsPostfix || !own.IsChecked || test.Bounds.All(b => b.Value.ConstantValue is { HasValue: true, Value: int and > int.MinValue and < int.MaxValue })
            ? null
            : $"the last step of '{test.Index.Name}' may overflow";
    }

    private static Binary Stepped(IrExpression start, IIncrementOrDecrementOperation own)
    {
        IrExpression one = start.Type.Kind == ScalarKind.Int64 ? new Constant(IrType.Int64, 1L) : Constant.Int32(1);
        return new Binary(own.Kind == OperationKind.Increment ? BinaryOperator.Add : BinaryOperator.Subtract, start, one, start.Type, own.IsChecked);
    }

    /// <summary>What the index is, given what is tested.</summary>
    private (IrExpression Value, string Text) Inverse(IOperation tested, ISymbol index, IrExpression value, string text)
    {
        if (tested is not IBinaryOperation sum)
            return (value, text);
        var inLeft = IndexOperations.Mentions(sum.LeftOperand, index);
        var (own, other) = inLeft ? (sum.LeftOperand, sum.RightOperand) : (sum.RightOperand, sum.LeftOperand);
        var adds = sum.OperatorKind == BinaryOperatorKind.Subtract;
        var inner = new Binary(adds ? BinaryOperator.Add : BinaryOperator.Subtract, value, _lowering.Expressions.Lower(other), value.Type);
        return Inverse(own, index, inner, $"({text} {(adds ? "+" : "-")} ({_lowering.ExpressionText(other)}))");
    }

    private void Derive(ISymbol index, Variable variable, (IrExpression Value, string Text) value) =>
        InEachIteration.Add(new Declaration(variable, value.Value, $"{variable.Type.Text} {variable.Name} = unchecked({value.Text});", _lowering.Source(Declarator!.Syntax)));

    private static IrExpression Folded(IrExpression value) => value is Binary { Left: var left, Right: Constant { Value: int amount }, Type.Kind: ScalarKind.Int32 } sum && Folded(left) is Constant { Value: int number }
        ? sum.Operator switch
        {
            BinaryOperator.Add when (long)number + amount is >= int.MinValue and <= int.MaxValue => Constant.Int32(number + amount),
            BinaryOperator.Subtract when (long)number - amount is >= int.MinValue and <= int.MaxValue => Constant.Int32(number - amount),
            _ => value,
        }
        : value;

    private static bool IsChecked(IOperation operation) => operation.DescendantsAndSelf()
        .Any(o => o is IIncrementOrDecrementOperation { IsChecked: true } or ICompoundAssignmentOperation { IsChecked: true } or IBinaryOperation { IsChecked: true });
}
