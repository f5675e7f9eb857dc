namespace AutoParallel.Compiler.IR;

/// <summary>Operators of one operand.</summary>
public enum UnaryOperator
{
    Negate,
    BitwiseNot,
    LogicalNot,
}

/// <summary>Operators of two operands; comparisons yield <c>bool</c>.</summary>
public enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    And,
    Or,
    Xor,
    ShiftLeft,

    /// <summary>Arithmetic for signed, logical for unsigned left operands, as C# has it.</summary>
    ShiftRight,
    UnsignedShiftRight,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary><c>&amp;&amp;</c>: the right operand is evaluated only if the left one is true.</summary>
    AndAlso,

    /// <summary><c>||</c>: the right operand is evaluated only if the left one is false.</summary>
    OrElse,
}
