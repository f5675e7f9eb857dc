using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Recognises loops whose iteration space can be written down. Where the test is of a linear function of the index (<c>i + 4 &lt;= n</c>), of the
/// index before its step (<c>i-- &gt; 0</c>), or where the body steps the index, what runs through the iteration space is the tested value: it is
/// compared as the user compares it, so that where C#'s arithmetic wraps around the loop is not counted at run time.
/// </summary>
internal sealed partial class CountedLoop
{
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

    /// <summary>Whether the last statement of the body is the step of the space's index, which is not a part of an iteration.</summary>
    public bool LastSteps { get; private set; }

    /// <summary>The step in the test of a <c>while</c>, which each iteration begins with and which runs once more after the loop.</summary>
    public IIncrementOrDecrementOperation? Leading { get; private set; }

    /// <summary>The assignment of a header that must stand before the loop, whose space reads what it assigns.</summary>
    public IOperation? Assigned { get; private set; }

    /// <summary>How messages call the index.</summary>
    public string Name { get; private set; } = "";

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
        var tests = IndexTest.Of(loop.Condition);
        if (tests.Count == 0)
            return loop.Condition is null ? "it has no condition" : "its condition is not a comparison of an index with a bound";
        string? reason = null;
        foreach (var test in tests)
        {
            if (Match(loop, test) is not { } cause)
                return null;
            reason ??= cause;
            if (IsStepped(loop, test))
                return cause;
        }

        return reason;
    }

    private static bool IsStepped(IForLoopOperation loop, IndexTest test) => test.Stepping is not null || loop.AtLoopBottom.Any(s => IndexStep.Of(s, test.Index) is not null);

    private string? Match(IForLoopOperation loop, IndexTest test)
    {
        var index = test.Index;
        Name = index.Name;
        if (test.Stepping is { } own)
            return SteppedInTest(loop, test, own);
        if (loop.AtLoopBottom.FirstOrDefault(s => IndexStep.Of(s, index) is not null) is not { } stepping)
            return SteppedInBody(loop, test);
        var step = IndexStep.Of(stepping, index)!;
        if ((Check(test, step, loop.Body.Syntax.Span) ?? CheckLinear(loop, test, step.Constant, stepping)) is { } reason)
            return reason;
        Trailing.AddRange(loop.AtLoopBottom.Where(s => s != stepping));
        if (Trailing.Any(s => _lowering.Usage.IsWrittenIn(index, s.Syntax.Span)))
            return $"'{index.Name}' is stepped more than once";
        IEnumerable<IOperation> body = LoopLowering.HasContinue(loop) ? [loop.Body] : Operations(loop.Body);
        var other = test.IsLinear ? null : Other(test, step, [.. loop.AtLoopBottom, .. body]);
        var secondary = test.IsLinear ? null
            : SecondaryIndices.Find(_lowering, loop, index, step.Constant, stepping, other, (operation, symbol) => IndexStep.Of(operation, symbol)?.Constant);
        if (Trailing.Count > 0 && secondary is null && LoopLowering.HasContinue(loop))
            return "'continue' goes to a header with several steps";
        return Start(loop, test, step, other, secondary);
    }

    private string? Start(IForLoopOperation loop, IndexTest test, IndexStep step, ISymbol? other, SecondaryIndices? secondary)
    {
        var (index, comparison) = (test.Index, test.EndComparison);
        var (start, text, reason) = First(loop, index);
        if (start is null)
            return reason;
        var variable = _lowering.VariableOf(index);
        if (secondary is not null && (other is null || MeetingIndices.IsExact(start, comparison)))
        {
            secondary.Keep(_meeting.Keep);
            var first = start is Constant ? start : _meeting.Keep("__near", start, text);
            Space = Meet(index, first, text, comparison, other, false, secondary.FirstOf(other)) ?? Build(variable, first, test, step, false);
            InEachIteration.AddRange(secondary.Declarations(variable, first));
            Header = secondary.Header(variable, first);
            Others.Clear();
            Trailing.Clear();
            return null;
        }

        if (Trailing.Count > 0 && LoopLowering.HasContinue(loop))
            return "'continue' goes to a header with several steps";
        if (test.IsLinear)
            return Linear(loop, test, step, start);
        Space = (IsPure(start) ? Meet(index, start, text, comparison, other, Declarator is null, null) : null) ?? Build(variable, start, test, step, Declarator is null);
        return null;
    }

    private IterationSpace? Meet(ISymbol index, IrExpression start, string text, LoopComparison comparison, ISymbol? other, bool livesOutside, VariableRead? far) =>
        other is null ? null : _meeting.Space(index, start, text, comparison, other, livesOutside, far);

    /// <summary>What the index of a <c>for</c> begins with, in the IR and as text, with its declarators noted; why that is not known.</summary>
    private (IrExpression? Start, string Text, string Reason) First(IForLoopOperation loop, ISymbol index)
    {
        var declarators = loop.Before.OfType<IVariableDeclarationGroupOperation>().SelectMany(g => g.Declarations).SelectMany(d => d.Declarators).ToList();
        Declarator = declarators.FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, index));
        Others.AddRange(declarators.Where(d => d != Declarator));
        if (Others.Any(d => d.Symbol.IsRef))
            return (null, "", "its header declares a reference");
        var variable = _lowering.VariableOf(index);
        IrExpression start;
        var text = variable.Name;
        if (Declarator is not null)
        {
            if (Declarator.GetVariableInitializer()?.Value is not { } initial)
                return (null, "", "its index has no initial value");
            start = _lowering.Expressions.Lower(initial);
            text = _lowering.ExpressionText(initial);
            if (Others.Count > 0 && (!IsPure(start) || Others.Any(d => d.GetVariableInitializer()?.Value is { } v && !IsPure(_lowering.Expressions.Lower(v)))))
                return (null, "", "its header declares several variables with side effects");
            if (Others.Any(o => declarators.IndexOf(o) > declarators.IndexOf(Declarator) && o.Descendants().OfType<ILocalReferenceOperation>().Any(r => SymbolEqualityComparer.Default.Equals(r.Local, index))))
                return (null, "", "a variable of its header depends on the index");
        }
        else if (declarators.Count > 0)
        {
            return (null, "", "its header declares variables other than the index");
        }
        else if (loop.Before.IsEmpty)
        {
            start = new VariableRead(variable);
        }
        else if (loop.Before.Length == 1 && IndexOperations.Statement(loop.Before[0]) is ISimpleAssignmentOperation { IsRef: false } assignment && IndexOperations.IsReference(assignment.Target, index))
        {
            start = _lowering.Expressions.Lower(assignment.Value);
            text = _lowering.ExpressionText(assignment.Value);
        }
        else
        {
            return (null, "", "its header does more than to set the index");
        }

        return (start, text, "");
    }

    private ISymbol? Other(IndexTest test, IndexStep step, IReadOnlyList<IOperation> everyTime) => test.Bounds.Count > 1
        ? null
        : _meeting.Other(test.Index, test.Bounds[0].Value, test.Comparison, step.Constant, everyTime, (operation, variable) => IndexStep.Of(operation, variable)?.Constant);

    private static IEnumerable<IOperation> Operations(IOperation body) => body is IBlockOperation block ? block.Operations : [body];

    private IterationSpace Build(Variable index, IrExpression start, IndexTest test, IndexStep step, bool livesOutside) => Build(index, start, test, step.Lower(_lowering), livesOutside);

    private IterationSpace Build(Variable index, IrExpression start, IndexTest test, IrExpression step, bool livesOutside) =>
        new(index, start, test.EndComparison, test.End(_lowering), step, livesOutside) { BoundsInTurn = test.Bounds.Count };

    private string? Check(IndexTest test, IndexStep step, TextSpan body)
    {
        var (index, comparison, bound) = (test.Index, test.Comparison, test.Bounds[0].Value);
        var type = IndexOperations.TypeOf(index)!;
        var kind = TypeNames.KindOf(type);
        if (_lowering.Usage.IsWrittenIn(index, body))
            return $"its body assigns the index '{index.Name}'";
        if (_lowering.Usage.IsCapturedAndChanged(index))
            return $"a lambda captures the index '{index.Name}'; copy it into a local inside the loop";
        if (index is IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { IsRef: true })
            return $"the index '{index.Name}' is a reference";
        if (test.BoundMentions(index))
            return "its bound depends on the index";
        if (step.Constant is 0)
            return "its step is zero";
        var ascends = comparison is LoopComparison.Less or LoopComparison.LessOrEqual;
        if (step.Constant * test.Factor is { } amount && comparison != LoopComparison.NotEqual && amount > 0 != ascends)
            return "it steps away from its bound";
        if (kind is ScalarKind.Int32 or ScalarKind.Int64)
            return null;
        var boundKind = TypeNames.KindOf(IndexOperations.Peel(bound).Type!);
        var isNarrow = kind is ScalarKind.Int8 or ScalarKind.UInt8 or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.UInt32 or ScalarKind.Char;
        if (!isNarrow)
            return $"its index is of type '{Names.Display(type)}'; use int or long";
        var fits = boundKind == kind || (IndexOperations.Peel(bound).ConstantValue is { HasValue: true, Value: int or long or uint or short or byte or ushort or sbyte } constant && Fits(constant.Value!, kind));
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

    private static bool IsPure(IrExpression expression) => expression.SelfAndDescendants().OfType<OpaqueExpression>()
        .All(o => o.Effects is { ChangesNothing: true, ReadsHeap: false });
}
