using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Recognises recurrences <c>s = s ⊕ e</c> with an associative and commutative operator, where nothing else in the loop mentions
/// <c>s</c> (Pottenger and Eigenmann, "Idiom recognition in the Polaris parallelizing compiler", ICS 1995).
/// </summary>
public static class ReductionAnalysis
{
    /// <summary>The reduction that a variable is in a loop body, or null.</summary>
    public static Reduction? Find(Variable variable, Block body)
    {
        ReductionKind? kind = null;
        SourceSpan source = default;
        var updates = new HashSet<Statement>(ReferenceComparer.Instance);
        foreach (var statement in body.SelfAndDescendants())
        {
            if (updates.Contains(statement))
                continue;
            if (Update(statement, variable) is { } update)
            {
                if (kind is { } known && known != update)
                    return null;
                kind = update;
                source = statement.Source;
                foreach (var inner in statement.SelfAndDescendants())
                    updates.Add(inner);
                continue;
            }

            if (MentionsItself(statement, variable))
                return null;
        }

        if (kind is not { } found || !IsSupported(variable.Type, found))
            return null;
        var isExact = variable.Type.IsInteger || variable.Type.Kind == ScalarKind.Bool || found >= ReductionKind.Minimum;
        return new Reduction(variable, found, isExact, source);
    }

    /// <summary>Whether the runtime has the operator for values of the type.</summary>
    public static bool IsSupported(IrType type, ReductionKind kind) => type.Kind switch
    {
        ScalarKind.Bool => kind is ReductionKind.And or ReductionKind.Or or ReductionKind.Xor,
        ScalarKind.Half or ScalarKind.Single or ScalarKind.Double => kind is not (ReductionKind.And or ReductionKind.Or or ReductionKind.Xor),
        ScalarKind.Char => kind >= ReductionKind.Minimum && type.Text == "char",
        ScalarKind.Decimal or ScalarKind.Other => false,
        _ => IsPrimitiveName(type.Text),
    };

    /// <summary>Enums have the arithmetic of their underlying type but no generic operators at run time.</summary>
    private static bool IsPrimitiveName(string text) => text is "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong"
        or "nint" or "nuint";

    /// <summary>Whether the statement, leaving aside those inside it, reads or writes the variable.</summary>
    private static bool MentionsItself(Statement statement, Variable variable)
    {
        if (statement.Expressions.SelectMany(e => e.VariablesRead()).Contains(variable))
            return true;
        if (statement.Expressions.SelectMany(e => e.SelfAndDescendants()).OfType<OpaqueExpression>().Any(o => o.Effects.Writes.Contains(variable)))
            return true;
        return statement switch
        {
            Assignment assignment => assignment.Variable == variable,
            Declaration declaration => declaration.Variable == variable,
            Store store => store.Access.Root.Reads.Contains(variable),
            OpaqueStatement opaque => opaque.Effects.Writes.Contains(variable) || opaque.Effects.Stores.Any(s => s.Root.Reads.Contains(variable)),
            Loop { Space: { } space } => space.Index == variable,
            _ => false,
        };
    }

    /// <summary>The operator by which a statement takes a variable on, if it does that.</summary>
    public static ReductionKind? Update(Statement statement, Variable variable) => statement switch
    {
        Assignment assignment when assignment.Variable == variable => Combine(assignment.Value, variable),
        If branch when SingleAssignment(branch) is { } assignment && assignment.Variable == variable =>
            Select(branch.Condition, assignment.Value, variable),
        _ => null,
    };

    private static Assignment? SingleAssignment(If branch) =>
        branch.Else.Statements.IsEmpty && branch.Then.Statements.Count == 1 ? branch.Then.Statements[0] as Assignment : null;

    private static ReductionKind? Combine(IrExpression value, Variable variable)
    {
        switch (value)
        {
            case Conversion { IsChecked: false } conversion when KeepsModulus(conversion):
                return Combine(conversion.Operand, variable) is { } inner && (inner <= ReductionKind.Xor || (!variable.Type.IsFloatingPoint && KeepsExtremum(conversion.Operand, variable)))
                    ? inner
                    : null;
            case Binary { IsChecked: false } binary:
                var kind = Operator(binary.Operator);
                if (kind is null)
                    return null;
                if (IsAccumulator(binary.Left, variable) && !Mentions(binary.Right, variable))
                    return kind;

                // A chain such as s + x + y, where each operator takes the accumulator on.
                if (binary.Left is Binary && Combine(binary.Left, variable) == kind && !Mentions(binary.Right, variable))
                    return kind;
                return binary.Operator != BinaryOperator.Subtract && IsAccumulator(binary.Right, variable) && !Mentions(binary.Left, variable)
                    ? kind
                    : null;
            case MathCall { Arguments.Count: 2 } call when MinMax(call.Function) is { } extremum:
                var (first, second) = (call.Arguments[0], call.Arguments[1]);
                return (IsAccumulator(first, variable) && !Mentions(second, variable))
                    || (IsAccumulator(second, variable) && !Mentions(first, variable))
                    ? extremum
                    : null;
            case Conditional conditional:
                if (IsAccumulator(conditional.WhenFalse, variable))
                    return Select(conditional.Condition, conditional.WhenTrue, variable);
                return variable.Type.IsInteger && IsAccumulator(conditional.WhenTrue, variable) && Negated(conditional.Condition) is { } otherwise
                    ? Select(otherwise, conditional.WhenFalse, variable)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The opposite of a comparison of integers; null for anything else.</summary>
    private static Binary? Negated(IrExpression condition) => condition is Binary { Left.Type.IsInteger: true } test
        ? test.Operator switch
        {
            BinaryOperator.Less => test with { Operator = BinaryOperator.GreaterOrEqual },
            BinaryOperator.LessOrEqual => test with { Operator = BinaryOperator.Greater },
            BinaryOperator.Greater => test with { Operator = BinaryOperator.LessOrEqual },
            BinaryOperator.GreaterOrEqual => test with { Operator = BinaryOperator.Less },
            _ => null,
        }
        : null;

    /// <summary>Whether what an extremum is chosen from, in a wider type, is among the values of the accumulator's own, so that none changes on its way back.</summary>
    private static bool KeepsExtremum(IrExpression value, Variable variable)
    {
        return value switch
        {
            Conversion conversion => KeepsExtremum(conversion.Operand, variable),
            MathCall call => call.Arguments.All(Fits),
            Conditional conditional => Fits(conditional.WhenTrue) && Fits(conditional.WhenFalse),
            _ => false,
        };

        bool Fits(IrExpression operand)
        {
            if (IsAccumulator(operand, variable))
                return true;
            var (type, own) = (Narrow(operand).Type, variable.Type);
            return type.Kind == own.Kind || (type.IsInteger && type.Size64 == own.Size64 && type.IsUnsigned == own.IsUnsigned) || (type.IsInteger && type.Size64 < own.Size64 && (type.IsUnsigned || !own.IsUnsigned));
        }
    }

    /// <summary><c>if (value &lt; m) m = value</c>: strict, so that the first of equal values stays, which matters for ±0.</summary>
    private static ReductionKind? Select(IrExpression condition, IrExpression value, Variable variable)
    {
        if (Mentions(value, variable) || condition is not Binary test)
            return null;
        var less = (IsSame(test.Left, value) && IsAccumulator(test.Right, variable), IsSame(test.Right, value) && IsAccumulator(test.Left, variable));
        var isInteger = variable.Type.IsInteger;
        return (test.Operator, less) switch
        {
            (BinaryOperator.Less, (true, _)) or (BinaryOperator.Greater, (_, true)) => ReductionKind.LessMinimum,
            (BinaryOperator.Greater, (true, _)) or (BinaryOperator.Less, (_, true)) => ReductionKind.GreaterMaximum,
            (BinaryOperator.LessOrEqual, (true, _)) or (BinaryOperator.GreaterOrEqual, (_, true)) when isInteger => ReductionKind.LessMinimum,
            (BinaryOperator.GreaterOrEqual, (true, _)) or (BinaryOperator.LessOrEqual, (_, true)) when isInteger => ReductionKind.GreaterMaximum,
            _ => null,
        };
    }

    /// <summary>Whether both compute the same value; where in the text they stand does not matter, nor that a comparison widens it.</summary>
    private static bool IsSame(IrExpression left, IrExpression right) => CSharpPrinter.Print(Narrow(left)) == CSharpPrinter.Print(Narrow(right));

    private static IrExpression Narrow(IrExpression expression) =>
        expression is Conversion { IsChecked: false } conversion && conversion.Type.IsInteger && conversion.Operand.Type.IsInteger
            && conversion.Type.Size > conversion.Operand.Type.Size && (!conversion.Type.IsUnsigned || conversion.Operand.Type.IsUnsigned)
            ? Narrow(conversion.Operand)
            : expression;

    private static ReductionKind? Operator(BinaryOperator value) => value switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract => ReductionKind.Add,
        BinaryOperator.Multiply => ReductionKind.Multiply,
        BinaryOperator.And => ReductionKind.And,
        BinaryOperator.Or => ReductionKind.Or,
        BinaryOperator.Xor => ReductionKind.Xor,
        _ => null,
    };

    private static ReductionKind? MinMax(string function) => function switch
    {
        "System.Math.Min" or "System.MathF.Min" or "System.Half.Min" or "float.Min" or "double.Min" or "System.Single.Min" or "System.Double.Min" => ReductionKind.Minimum,
        "System.Math.Max" or "System.MathF.Max" or "System.Half.Max" or "float.Max" or "double.Max" or "System.Single.Max" or "System.Double.Max" => ReductionKind.Maximum,
        _ => null,
    };

    /// <summary>
    /// The accumulator behind conversions that lose nothing the result keeps: widening of an integer, or float to double.
    /// </summary>
    private static bool IsAccumulator(IrExpression expression, Variable variable) => expression switch
    {
        VariableRead read => read.Variable == variable,
        Conversion { IsChecked: false } conversion => conversion.Type.IsFloatingPoint == variable.Type.IsFloatingPoint
            && conversion.Type.Kind != ScalarKind.Decimal && conversion.Type.Size >= variable.Type.Size && IsAccumulator(conversion.Operand, variable),
        _ => false,
    };

    /// <summary>Truncation of an integer sum or product gives the same bits wherever it happens; so does rounding to the accumulator's type.</summary>
    private static bool KeepsModulus(Conversion conversion) =>
        conversion.Type.IsInteger == conversion.Operand.Type.IsInteger
        && conversion.Type.IsFloatingPoint == conversion.Operand.Type.IsFloatingPoint
        && conversion.Type.Size <= conversion.Operand.Type.Size;

    private static bool Mentions(IrExpression expression, Variable variable) => expression.VariablesRead().Contains(variable)
        || expression.SelfAndDescendants().OfType<OpaqueExpression>().Any(o => o.Effects.Writes.Contains(variable));
}
