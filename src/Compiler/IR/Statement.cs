using System.Globalization;

namespace AutoParallel.Compiler.IR;

/// <summary>A statement, as the analyses see it and as the user wrote it.</summary>
/// <param name="Text">
/// The user's text, globally qualified, line breaks kept; a loop nested in it stands as <see cref="LoopMarker"/>. Emitted as it
/// is where the statement runs as scalar code.
/// </param>
/// <param name="Source">Where the user wrote it.</param>
public abstract record Statement(string Text, SourceSpan Source)
{
    /// <summary>The statements directly inside.</summary>
    public virtual EquatableArray<Statement> Children => default;

    /// <summary>The expressions directly inside, in order of evaluation.</summary>
    public virtual EquatableArray<IrExpression> Expressions => default;
}

/// <summary>Statements in order.</summary>
public sealed record Block(EquatableArray<Statement> Statements, string Text, SourceSpan Source) : Statement(Text, Source)
{
    /// <summary>The block of no statements.</summary>
    public static readonly Block Empty = new(default, "", default);

    /// <inheritdoc/>
    public override EquatableArray<Statement> Children => Statements;
}

/// <summary>Declares a local; without an initial value it must be assigned before it is read, as C# demands.</summary>
public sealed record Declaration(Variable Variable, IrExpression? Initializer, string Text, SourceSpan Source) : Statement(Text, Source)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Expressions => Initializer is null ? default : new([Initializer]);
}

/// <summary>
/// Assigns a variable. Compound forms are expanded: <c>s += e</c> is <c>s = (T)(s + e)</c>, <c>i++</c> is <c>i = i + 1</c>.
/// </summary>
public sealed record Assignment(Variable Variable, IrExpression Value, string Text, SourceSpan Source) : Statement(Text, Source)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Expressions => new([Value]);

    /// <summary>By how much <c>v = v + c</c> or <c>v = v - c</c> steps an <c>int</c> or a <c>long</c>; null for any other assignment.</summary>
    public long? Step => Value is Binary { IsChecked: false, Left: VariableRead read, Right: Constant { Value: int or long } step } sum && read.Variable == Variable
        ? sum.Operator switch
        {
            BinaryOperator.Add => Convert.ToInt64(step.Value, CultureInfo.InvariantCulture),
            BinaryOperator.Subtract => unchecked(-Convert.ToInt64(step.Value, CultureInfo.InvariantCulture)),
            _ => null,
        }
        : null;
}

/// <summary>Writes memory. Compound forms are expanded, with a <see cref="Load"/> of an equal access in the value.</summary>
public sealed record Store(MemoryAccess Access, IrExpression Value, string Text, SourceSpan Source) : Statement(Text, Source)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Expressions => new([.. Access.Subscripts, Value]);
}

/// <summary>Runs one of two blocks.</summary>
public sealed record If(IrExpression Condition, Block Then, Block Else, string Text, SourceSpan Source) : Statement(Text, Source)
{
    /// <inheritdoc/>
    public override EquatableArray<Statement> Children => new([Then, Else]);

    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Expressions => new([Condition]);
}

/// <summary>Evaluates an expression for its effects.</summary>
public sealed record Evaluation(IrExpression Expression, string Text, SourceSpan Source) : Statement(Text, Source)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Expressions => new([Expression]);
}

/// <summary>What a <see cref="Jump"/> does.</summary>
public enum JumpKind
{
    Break,
    Continue,

    /// <summary>Ends the section of a <c>switch</c>; only until the section is lowered.</summary>
    LeaveSwitch,
    Return,
    Throw,
}

/// <summary>Leaves an iteration, the innermost loop or the method.</summary>
/// <param name="Value">What is returned or thrown, if anything.</param>
public sealed record Jump(JumpKind Kind, IrExpression? Value, string Text, SourceSpan Source) : Statement(Text, Source)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Expressions => Value is null ? default : new([Value]);
}

/// <summary>A statement that the IR has no node for (<c>switch</c>, <c>try</c>, <c>using</c>, <c>lock</c>, …), with all that is known of it.</summary>
/// <param name="Nested">Every statement inside that could be lowered, loops included.</param>
/// <param name="Operands">Every expression inside that is not in <paramref name="Nested"/>.</param>
/// <param name="Effects">What it does besides those.</param>
/// <param name="Reason">Why vectors cannot hold it, such as "a <c>try</c> statement".</param>
public sealed record OpaqueStatement(
    EquatableArray<Statement> Nested,
    EquatableArray<IrExpression> Operands,
    Effects Effects,
    string Reason,
    string Text,
    SourceSpan Source)
    : Statement(Text, Source)
{
    /// <summary>The reason of a declaration of a local function.</summary>
    public const string LocalFunction = "a local function";

    /// <inheritdoc/>
    public override EquatableArray<Statement> Children => Nested;

    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Expressions => Operands;
}
