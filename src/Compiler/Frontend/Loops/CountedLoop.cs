using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Recognises loops whose iteration space can be written down.</summary>
internal sealed class CountedLoop
{
    private const string NotKnown = "its number of iterations is not known before it starts";

    private readonly Lowering _lowering;
    private readonly MeetingIndices _meeting;

    public CountedLoop(Lowering lowering)
    {
        _lowering = lowering;
        _meeting = new MeetingIndices(lowering);
    }

    /// <summary>The iteration space, after a match.</summary>
    public IterationSpace? Space { get; private set; }

    /// <summary>Whether the space counts the iterations by an index of its own, so that the body keeps its steps.</summary>
    public bool IsCounter { get; private set; }

    /// <summary>The declarator of the index; null if it is declared outside.</summary>
    public IVariableDeclaratorOperation? Declarator { get; private set; }

    /// <summary>The other declarators of a <c>for</c>.</summary>
    public List<IVariableDeclaratorOperation> Others { get; } = [];

    /// <summary>Variables that the iteration space needs, to be declared before the loop and after <see cref="Others"/>.</summary>
    public IReadOnlyList<Declaration> Before => _meeting.Before;

    /// <summary>The declarations that each iteration begins with.</summary>
    public List<Declaration> InEachIteration { get; } = [];

    /// <summary>What the header declares in the text of a loop with <see cref="InEachIteration"/>.</summary>
    public string Header { get; private set; } = "";

    /// <summary>The other steps of a <c>for</c>, which run at the end of each iteration.</summary>
    public List<IOperation> Trailing { get; } = [];

    /// <summary>Matches a <c>for</c>; why it is not counted, or null.</summary>
    public string? Match(IForLoopOperation loop)
    {
        if (Test(loop.Condition) is not { } test)
            return loop.Condition is null ? "it has no condition" : "its condition is not a comparison of an index with a bound";
        foreach (var (index, comparison, bound) in test)
        {
            if (loop.AtLoopBottom.FirstOrDefault(s => Step(s, index) is not null) is not { } stepping)
                continue;
            var step = Step(stepping, index)!;
            if (Check(index, comparison, bound, step, loop.Body.Syntax.Span, loop.Syntax.Span) is { } reason)
                return reason;
            Trailing.AddRange(loop.AtLoopBottom.Where(s => s != stepping));
            if (Trailing.Any(s => _lowering.Usage.IsWrittenIn(index, s.Syntax.Span)))
                return $"'{index.Name}' is stepped more than once";
            IEnumerable<IOperation> body = LoopLowering.HasContinue(loop) ? [loop.Body] : Operations(loop.Body);
            var other = Other(index, comparison, bound, step, [.. loop.AtLoopBottom, .. body]);
            var secondary = SecondaryIndices.Find(_lowering, loop, index, step.Constant, stepping, other, (operation, symbol) => Step(operation, symbol)?.Constant);
            if (Trailing.Count > 0 && secondary is null && LoopLowering.HasContinue(loop))
                return "'continue' goes to a header with several steps";
            return Start(loop, index, comparison, bound, step, other, secondary);
        }

        return "its header does not step the index by a fixed amount";
    }

    /// <summary>Matches a <c>while</c> whose last statement steps the index; why it is not counted, or null.</summary>
    public string? Match(IWhileLoopOperation loop)
    {
        if (loop.ConditionIsUntil || Test(loop.Condition) is not { } test || loop.Body is not IBlockOperation { Operations: { IsEmpty: false } operations }
            || LoopLowering.HasContinue(loop))
        {
            return NotKnown;
        }

        var last = operations[operations.Length - 1];
        foreach (var (index, comparison, bound) in test)
        {
            if (Step(last, index) is not { } step)
                continue;
            if (step.Value is { } amount && DependsOn(amount, loop.Body))
                return NotKnown;
            var rest = TextSpan.FromBounds(loop.Body.Syntax.SpanStart, last.Syntax.SpanStart);
            if (Check(index, comparison, bound, step, rest, loop.Syntax.Span) is { } reason)
                return reason;
            var variable = _lowering.VariableOf(index);
            Space = Other(index, comparison, bound, step, operations) is { } other ? _meeting.Count(index, comparison, other) : null;
            IsCounter = Space is not null;
            Space ??= Build(variable, new VariableRead(variable), comparison, bound, step, true);
            return null;
        }

        return NotKnown;
    }

    private string? Start(IForLoopOperation loop, ISymbol index, LoopComparison comparison, IOperation bound, StepAmount step, ISymbol? other, SecondaryIndices? secondary)
    {
        var declarators = loop.Before.OfType<IVariableDeclarationGroupOperation>().SelectMany(g => g.Declarations).SelectMany(d => d.Declarators).ToList();
        Declarator = declarators.FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, index));
        Others.AddRange(declarators.Where(d => d != Declarator));
        if (Others.Any(d => d.Symbol.IsRef))
            return "its header declares a reference";
        var variable = _lowering.VariableOf(index);
        IrExpression start;
        var text = variable.Name;
        if (Declarator is not null)
        {
            if (Declarator.GetVariableInitializer()?.Value is not { } initial)
                return "its index has no initial value";
            start = _lowering.Expressions.Lower(initial);
            text = _lowering.ExpressionText(initial);
            if (Others.Count > 0 && (!IsPure(start) || Others.Any(d => d.GetVariableInitializer()?.Value is { } v && !IsPure(_lowering.Expressions.Lower(v)))))
                return "its header declares several variables with side effects";
            if (Others.Any(o => declarators.IndexOf(o) > declarators.IndexOf(Declarator) && o.Descendants().OfType<ILocalReferenceOperation>().Any(r => SymbolEqualityComparer.Default.Equals(r.Local, index))))
                return "a variable of its header depends on the index";
        }
        else if (declarators.Count > 0)
        {
            return "its header declares variables other than the index";
        }
        else if (loop.Before.IsEmpty)
        {
            start = new VariableRead(variable);
        }
        else if (loop.Before.Length == 1 && Statement(loop.Before[0]) is ISimpleAssignmentOperation { IsRef: false } assignment && IsReference(assignment.Target, index))
        {
            start = _lowering.Expressions.Lower(assignment.Value);
            text = _lowering.ExpressionText(assignment.Value);
        }
        else
        {
            return "its header does more than to set the index";
        }

        if (secondary is not null && (other is null || MeetingIndices.IsExact(start, comparison)))
        {
            secondary.Keep(_meeting.Keep);
            var first = start is Constant ? start : _meeting.Keep("__near", start, text);
            Space = Meet(index, first, text, comparison, other, false, secondary.FirstOf(other)) ?? Build(variable, first, comparison, bound, step, false);
            InEachIteration.AddRange(secondary.Declarations(variable, first));
            Header = secondary.Header(variable, first);
            Others.Clear();
            Trailing.Clear();
            return null;
        }

        if (Trailing.Count > 0 && LoopLowering.HasContinue(loop))
            return "'continue' goes to a header with several steps";
        Space = (IsPure(start) ? Meet(index, start, text, comparison, other, Declarator is null, null) : null) ?? Build(variable, start, comparison, bound, step, Declarator is null);
        return null;
    }

    private IterationSpace? Meet(ISymbol index, IrExpression start, string text, LoopComparison comparison, ISymbol? other, bool livesOutside, VariableRead? far) =>
        other is null ? null : _meeting.Space(index, start, text, comparison, other, livesOutside, far);

    private ISymbol? Other(ISymbol index, LoopComparison comparison, IOperation bound, StepAmount step, IReadOnlyList<IOperation> everyTime) =>
        _meeting.Other(index, bound, comparison, step.Constant, everyTime, (operation, variable) => Step(operation, variable)?.Constant);

    private static IEnumerable<IOperation> Operations(IOperation body) => body is IBlockOperation block ? block.Operations : [body];

    private IterationSpace Build(Variable index, IrExpression start, LoopComparison comparison, IOperation bound, StepAmount step, bool livesOutside) =>
        new(index, start, comparison, _lowering.Expressions.Lower(bound), step.Lower(_lowering), livesOutside);

    private string? Check(ISymbol index, LoopComparison comparison, IOperation bound, StepAmount step, TextSpan body, TextSpan loop)
    {
        var type = TypeOf(index)!;
        var kind = TypeNames.KindOf(type);
        if (_lowering.Usage.IsWrittenIn(index, body))
            return $"its body assigns the index '{index.Name}'";
        if (_lowering.Usage.IsCapturedAndChanged(index))
            return $"a lambda captures the index '{index.Name}'; copy it into a local inside the loop";
        if (index is IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { IsRef: true })
            return $"the index '{index.Name}' is a reference";
        if (Mentions(bound, index))
            return "its bound depends on the index";
        if (step.Constant is 0)
            return "its step is zero";
        var ascends = comparison is LoopComparison.Less or LoopComparison.LessOrEqual;
        if (step.Constant is { } amount && comparison != LoopComparison.NotEqual && amount > 0 != ascends)
            return "it steps away from its bound";
        if (kind is ScalarKind.Int32 or ScalarKind.Int64)
            return null;
        var boundKind = TypeNames.KindOf(Peel(bound).Type!);
        var isNarrow = kind is ScalarKind.Int8 or ScalarKind.UInt8 or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.UInt32 or ScalarKind.Char;
        if (!isNarrow)
            return $"its index is of type '{Names.Display(type)}'; use int or long";
        var fits = boundKind == kind || (Peel(bound).ConstantValue is { HasValue: true, Value: int or long or uint or short or byte or ushort or sbyte } constant && Fits(constant.Value!, kind));
        return comparison is LoopComparison.Less or LoopComparison.Greater && step.Constant is 1 or -1 && fits
            ? null
            : $"its index of type '{Names.Display(type)}' may wrap around; use int or long";
    }

    private static bool Fits(object value, ScalarKind kind)
    {
        var number = Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
        return kind switch
        {
            ScalarKind.Int8 => number is >= sbyte.MinValue and <= sbyte.MaxValue,
            ScalarKind.UInt8 => number is >= 0 and <= byte.MaxValue,
            ScalarKind.Int16 => number is >= short.MinValue and <= short.MaxValue,
            ScalarKind.UInt16 or ScalarKind.Char => number is >= 0 and <= ushort.MaxValue,
            ScalarKind.UInt32 => number is >= 0 and <= uint.MaxValue,
            _ => false,
        };
    }

    /// <summary>The ways to read a condition as a test of an index, which stands on either side.</summary>
    private static List<(ISymbol Index, LoopComparison Comparison, IOperation Bound)>? Test(IOperation? condition)
    {
        if (condition is not IBinaryOperation { OperatorMethod: null, IsLifted: false } test || Operators.Comparison(test.OperatorKind) is not { } comparison)
            return null;
        var readings = new List<(ISymbol, LoopComparison, IOperation)>();
        if (Variable(test.LeftOperand) is { } left)
            readings.Add((left, comparison, test.RightOperand));
        if (Variable(test.RightOperand) is { } right)
            readings.Add((right, Operators.Swap(comparison), test.LeftOperand));
        return readings.Count > 0 ? readings : null;
    }

    /// <summary>The integer variable behind widening conversions.</summary>
    private static ISymbol? Variable(IOperation operation)
    {
        operation = Peel(operation);
        ISymbol? symbol = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        return TypeOf(symbol) is { TypeKind: not TypeKind.Enum } type && TypeNames.KindOf(type) is >= ScalarKind.Char and <= ScalarKind.UIntPtr ? symbol : null;
    }

    private static IOperation Peel(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion && IsWidening(conversion))
            operation = conversion.Operand;
        return operation;
    }

    private static bool IsWidening(IConversionOperation conversion) => conversion.Type is { } to && conversion.Operand.Type is { } from
        && TypeNames.KindOf(to) is >= ScalarKind.Char and <= ScalarKind.UIntPtr && TypeNames.KindOf(from) is >= ScalarKind.Char and <= ScalarKind.UIntPtr;

    private static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static IOperation Statement(IOperation operation) => operation is IExpressionStatementOperation statement ? statement.Operation : operation;

    private static bool IsReference(IOperation operation, ISymbol symbol) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
        IConversionOperation { OperatorMethod: null } conversion when IsWidening(conversion) => IsReference(conversion.Operand, symbol),
        _ => false,
    };

    private static bool Mentions(IOperation operation, ISymbol symbol) => operation.DescendantsAndSelf().Any(d => d is ILocalReferenceOperation or IParameterReferenceOperation && IsReference(d, symbol));

    /// <summary>Whether an expression mentions a variable that a body declares.</summary>
    private static bool DependsOn(IOperation value, IOperation body) => value.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
        .Any(l => l.Local.DeclaringSyntaxReferences.Any(r => body.Syntax.Span.Contains(r.Span)));

    private static bool IsPure(IrExpression expression) => expression.SelfAndDescendants().OfType<OpaqueExpression>()
        .All(o => o.Effects is { ChangesNothing: true, ReadsHeap: false });

    /// <summary>The amount of a step of the index: <c>i++</c>, <c>i += c</c>, <c>i = i + c</c> and their like; null for anything else.</summary>
    private static StepAmount? Step(IOperation operation, ISymbol index)
    {
        switch (Statement(operation))
        {
            case IIncrementOrDecrementOperation { OperatorMethod: null, IsLifted: false } step when IsReference(step.Target, index):
                return new StepAmount(null, step.Kind == OperationKind.Increment ? 1 : -1, false);
            case ICompoundAssignmentOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } step
                when IsReference(step.Target, index):
                return Amount(step.Value, step.OperatorKind == BinaryOperatorKind.Subtract, index);
            case ISimpleAssignmentOperation { IsRef: false } step when IsReference(step.Target, index):
                var value = step.Value is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : step.Value;
                if (value is not IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum)
                    return null;
                if (IsReference(sum.LeftOperand, index))
                    return Amount(sum.RightOperand, sum.OperatorKind == BinaryOperatorKind.Subtract, index);
                return sum.OperatorKind == BinaryOperatorKind.Add && IsReference(sum.RightOperand, index) ? Amount(sum.LeftOperand, false, index) : null;
            default:
                return null;
        }
    }

    private static StepAmount? Amount(IOperation value, bool isNegative, ISymbol index)
    {
        if (Mentions(value, index) || value.Type is not { } type || TypeNames.KindOf(type) is not (ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt32))
            return null;
        long? constant = value.ConstantValue is { HasValue: true, Value: int or long or uint } known
            ? Convert.ToInt64(known.Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
        if (constant == long.MinValue)
            return null;
        return new StepAmount(value, isNegative ? -constant : constant, isNegative);
    }

    private sealed record StepAmount(IOperation? Value, long? Constant, bool IsNegative)
    {
        public IrExpression Lower(Lowering lowering)
        {
            if (Constant is { } constant)
                return constant is >= int.MinValue and <= int.MaxValue ? IR.Constant.Int32((int)constant) : new Constant(IrType.Int64, constant);
            var value = lowering.Expressions.Lower(Value!);
            return IsNegative ? new Unary(UnaryOperator.Negate, value, value.Type) : value;
        }
    }
}
