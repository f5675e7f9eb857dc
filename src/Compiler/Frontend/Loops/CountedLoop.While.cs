using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <content>A <c>while</c>, whose body or test steps the index, and a <c>do</c>.</content>
internal sealed partial class CountedLoop
{
    private const string NotKnown = "its number of iterations is not known before it starts";

    /// <summary>Matches a <c>while</c> or a <c>do</c>; why it is not counted, or null.</summary>
    public string? Match(IWhileLoopOperation loop)
    {
        if (loop.ConditionIsUntil || loop.Body is not IBlockOperation)
            return NotKnown;
        string? reason = null;

        // Of two variables that step towards each other, the one that steps last counts both.
        foreach (var test in IndexTest.Of(loop.Condition).OrderBy(t => LastStep(loop.Body, t.Index) is null))
        {
            Name = test.Index.Name;
            if ((loop.ConditionIsTop ? Match(loop, test) : AtEnd(loop, test)) is not { } cause)
                return null;
            reason = reason is null or NotKnown ? cause : reason;
        }

        return reason ?? NotKnown;
    }

    private string? Match(IWhileLoopOperation loop, IndexTest test)
    {
        var (index, body) = (test.Index, loop.Body);
        if (test.Stepping is { } own)
            return SteppedInTest(loop, test, own);
        var operations = ((IBlockOperation)body).Operations;
        if (LastStep(body, index) is { } step && !test.IsLinear && _lowering.Usage.WritesIn(index, body.Syntax.Span) == 1)
        {
            if (LoopLowering.HasContinue(loop))
                return $"'continue' may jump over the step of '{index.Name}'";
            if (step.Value is { } amount && DependsOn(amount, body))
                return NotKnown;
            if (Check(test, step, default) is { } problem)
                return problem;
            var variable = _lowering.VariableOf(index);
            if (Other(test, step, operations) is { } other && _meeting.Count(index, test.Comparison, other) is { } pair)
            {
                (Space, IsCounter) = (pair, true);
                return null;
            }

            Space = Build(variable, new VariableRead(variable), test, step, true);
            LastSteps = true;
            return null;
        }

        var (steps, reason) = StepsOf(loop, index, NotKnown);
        if ((reason ?? Check(test, steps!, default) ?? CheckLinear(loop, test, steps!.Constant, body)) is { } cause)
            return cause;
        if (!IndexOperations.IsIntOrLong(index) || test.Factor != 1)
            return NotKnown;
        Count(test, steps!);
        return null;
    }

    /// <summary>The test steps the index: before it compares it, so that it is the index of the space, or after that.</summary>
    private string? SteppedInTest(IWhileLoopOperation loop, IndexTest test, IIncrementOrDecrementOperation own)
    {
        var step = IndexStep.Of(own, test.Index)!;
        if ((Check(test, step, loop.Body.Syntax.Span) ?? CheckStep(test, own)) is { } reason)
            return reason;
        var variable = _lowering.VariableOf(test.Index);
        if (!own.IsPostfix)
        {
            Space = Build(variable, Stepped(new VariableRead(variable), own), test, step, true);
            return null;
        }

        if (IsLeftEarly(loop) || _lowering.TryDepth > 0)
            return $"its condition steps '{variable.Name}' once more at the end, unless the loop is left early; step it in the body";
        Count(test with { Tested = own.Target }, step);
        Leading = own;
        return null;
    }

    /// <summary>A loop that tests after each iteration: the first iteration runs whatever the bound is, which therefore lies beyond it.</summary>
    private string? AtEnd(IWhileLoopOperation loop, IndexTest test)
    {
        var (index, body, own) = (test.Index, loop.Body, test.Stepping);
        if (_lowering.LoopStack.Count > 0 || test.IsLinear || test.Bounds.Count > 1 || own is { IsPostfix: true } || test.Comparison == LoopComparison.NotEqual
            || IndexOperations.TypeOf(index)?.SpecialType != SpecialType.System_Int32 || !IsNarrow(test.Bounds[0].Value))
        {
            return NotKnown;
        }

        var isLast = own is null && LastStep(body, index) is { Constant: not null } && _lowering.Usage.WritesIn(index, body.Syntax.Span) == 1;
        var (step, reason) = own is not null ? (IndexStep.Of(own, index), null) : StepsOf(loop, index, NotKnown);
        if ((reason ?? Check(test, step!, own is null ? default : body.Syntax.Span)) is { } cause)
            return cause;
        var variable = _lowering.VariableOf(index);
        var bound = test.End(_lowering);
        var ascends = test.Comparison is LoopComparison.Less or LoopComparison.LessOrEqual;
        var first = _meeting.Keep("__near", new VariableRead(variable), variable.Name);
        IrExpression near = new Conversion(first, IrType.Int64);
        if (test.Comparison is LoopComparison.Less or LoopComparison.Greater)
            near = new Binary(ascends ? BinaryOperator.Add : BinaryOperator.Subtract, near, new Constant(IrType.Int64, 1L), IrType.Int64);
        var end = new MathCall(
            ascends ? "System.Math.Max" : "System.Math.Min",
            EquatableArray.Of(bound is Constant { Value: int number } ? new Constant(IrType.Int64, (long)number) : bound.Type.Kind == ScalarKind.Int64 ? bound : new Conversion(bound, IrType.Int64), near),
            IrType.Int64);
        IsCounter = own is null && !isLast;
        LastSteps = isLast;
        var counter = IsCounter ? _lowering.Unique("__test", variable.Type) : variable;
        Space = new IterationSpace(counter, IsCounter ? first : new VariableRead(variable), test.Comparison, end, step!.Lower(_lowering), !IsCounter);
        return null;
    }

    private static bool IsNarrow(IOperation bound) => TypeNames.KindOf(IndexOperations.Peel(bound).Type!) is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt32
        or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.Int8 or ScalarKind.UInt8;

    /// <summary>Whether something in the body leaves the loop, or the method, without a test.</summary>
    private static bool IsLeftEarly(ILoopOperation loop) => loop.Body.Descendants().Any(o => o is IReturnOperation
        || o is IBranchOperation branch && (branch.BranchKind == BranchKind.GoTo || SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel)));

    /// <summary>Whether an expression mentions a variable that a body declares.</summary>
    private static bool DependsOn(IOperation value, IOperation body) => value.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
        .Any(l => l.Local.DeclaringSyntaxReferences.Any(r => body.Syntax.Span.Contains(r.Span)));
}
