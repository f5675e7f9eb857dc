using System.Globalization;

namespace AutoParallel.Compiler.IR;

/// <summary>A value. Expressions have no side effects except where an <see cref="OpaqueExpression"/> says so.</summary>
/// <param name="Type">The type of the value, after C#'s promotions: <c>byte + byte</c> is an <c>int</c>.</param>
public abstract record IrExpression(IrType Type)
{
    /// <summary>The operands, left to right.</summary>
    public virtual EquatableArray<IrExpression> Operands => default;
}

/// <summary>A compile-time constant.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Value">A boxed primitive of exactly that type (the underlying one for enums); null for a null reference.</param>
public sealed record Constant(IrType Type, object? Value) : IrExpression(Type)
{
    /// <summary>An <c>int</c> constant.</summary>
    public static Constant Int32(int value) => new(IrType.Int32, value);

    /// <inheritdoc/>
    public override string ToString() => Convert.ToString(Value, CultureInfo.InvariantCulture) ?? "null";
}

/// <summary>The value of a variable; two reads of one variable are equal wherever they stand.</summary>
public sealed record VariableRead(Variable Variable) : IrExpression(Variable.Type)
{
    /// <summary>Where the user wrote it; nowhere for a read that the compiler made.</summary>
    public SourceSpan Source { get; init; }

    /// <inheritdoc/>
    public bool Equals(VariableRead? other) => other is not null && Variable == other.Variable;

    /// <inheritdoc/>
    public override int GetHashCode() => Variable.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Variable.Name;
}

/// <summary>The number of elements of a container, or of one dimension of it.</summary>
/// <param name="Root">The container.</param>
/// <param name="Dimension">The dimension of a <see cref="MemoryKind.MultiArray"/>; -1 for the total.</param>
/// <param name="Type"><c>int</c>, or <c>long</c> for <c>LongLength</c>.</param>
public sealed record LengthOf(MemoryRoot Root, int Dimension, IrType Type) : IrExpression(Type)
{
    /// <inheritdoc/>
    public override string ToString() => Dimension < 0 ? $"len({Root})" : $"len({Root}, {Dimension})";
}

/// <summary>Reads memory.</summary>
public sealed record Load(MemoryAccess Access, IrType Type) : IrExpression(Type)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Operands => Access.Subscripts;

    /// <inheritdoc/>
    public override string ToString() => Access.ToString();
}

/// <summary>An operator applied to one operand.</summary>
public sealed record Unary(UnaryOperator Operator, IrExpression Operand, IrType Type, bool IsChecked = false) : IrExpression(Type)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Operands => new([Operand]);

    /// <inheritdoc/>
    public override string ToString() => $"{IrPrinter.Symbol(Operator)}({Operand})";
}

/// <summary>An operator applied to two operands of the type C# promoted them to.</summary>
/// <param name="IsChecked">Whether overflow throws.</param>
public sealed record Binary(BinaryOperator Operator, IrExpression Left, IrExpression Right, IrType Type, bool IsChecked = false)
    : IrExpression(Type)
{
    /// <summary>Whether a division of integers by the right operand cannot throw: it is a constant, and neither 0 nor -1.</summary>
    public bool HasSafeDivisor => Right is Constant { Value: not (0 or 0L or 0U or 0UL or -1 or -1L) };

    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Operands => new([Left, Right]);

    /// <inheritdoc/>
    public override string ToString() => $"({Left} {IrPrinter.Symbol(Operator)} {Right})";
}

/// <summary><c>condition ? whenTrue : whenFalse</c>; just one of the two is evaluated.</summary>
public sealed record Conditional(IrExpression Condition, IrExpression WhenTrue, IrExpression WhenFalse, IrType Type)
    : IrExpression(Type)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Operands => new([Condition, WhenTrue, WhenFalse]);

    /// <inheritdoc/>
    public override string ToString() => $"({Condition} ? {WhenTrue} : {WhenFalse})";
}

/// <summary>A predefined numeric or enum conversion.</summary>
/// <param name="IsChecked">Whether a value out of range throws.</param>
public sealed record Conversion(IrExpression Operand, IrType Type, bool IsChecked = false) : IrExpression(Type)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Operands => new([Operand]);

    /// <inheritdoc/>
    public override string ToString() => $"{Type}({Operand})";
}

/// <summary>A call of a function of the knowledge base's math table.</summary>
/// <param name="Function">The table's key: containing type and name, such as <c>System.Math.Sqrt</c>.</param>
/// <param name="Arguments">The arguments, converted to the parameter types.</param>
public sealed record MathCall(string Function, EquatableArray<IrExpression> Arguments, IrType Type) : IrExpression(Type)
{
    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Operands => Arguments;

    /// <inheritdoc/>
    public override string ToString() => $"{Function}({string.Join(", ", Arguments)})";
}

/// <summary>What the IR has no node for: the user's own text, with all that is known of what it does.</summary>
/// <param name="Type">The type of the value; <c>void</c> where there is none.</param>
/// <param name="Text">The text, globally qualified, ready to be emitted where its variables are in scope.</param>
/// <param name="Children">Every subexpression that could be lowered; their reads are the node's reads.</param>
/// <param name="Effects">What it does besides evaluating <paramref name="Children"/>.</param>
/// <param name="Reason">Why vectors cannot hold it, in the user's words, such as "a call of <c>string.Concat</c>".</param>
/// <param name="Source">Where the user wrote it.</param>
/// <param name="IsFresh">Whether the value is an object that this evaluation makes and nothing else refers to, such as <c>new T[n]</c>.</param>
public sealed record OpaqueExpression(
    IrType Type,
    string Text,
    EquatableArray<IrExpression> Children,
    Effects Effects,
    string Reason,
    SourceSpan Source,
    bool IsFresh = false)
    : IrExpression(Type)
{
    /// <summary>What a call runs, where that can be put in its place; null for anything else.</summary>
    public FunctionBody? Function { get; init; }

    /// <summary>The number of elements of an array of one dimension that the evaluation makes, where it is a constant; null for anything else.</summary>
    public int? ConstantLength { get; init; }

    /// <summary>The container of which the evaluation assigns every element and reads none; null for anything else.</summary>
    public MemoryRoot? Overwrites { get; init; }

    /// <summary>Why a call of a method whose code is at hand must stay one, such as "which throws"; null for anything else.</summary>
    public string? Obstacle { get; init; }

    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Operands => Children;

    /// <inheritdoc/>
    public override string ToString() => $"opaque<{Type}>{{{Text}}}{Effects}";
}
