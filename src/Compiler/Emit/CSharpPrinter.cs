using System.Globalization;

using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit;

/// <summary>Prints an IR expression as C# with the same value, fully parenthesised, for scalar code.</summary>
public static class CSharpPrinter
{
    /// <summary>The C# text.</summary>
    public static string Print(IrExpression expression) => expression switch
    {
        Constant constant => Print(constant),
        VariableRead read => read.Variable.Name,
        LengthOf length => Print(length),
        Load load => Print(load.Access),
        Unary unary => Checked(unary.IsChecked, Narrow(unary, $"({IrPrinter.Symbol(unary.Operator)}({Operand(unary, unary.Operand)}))")),
        Binary binary => Checked(binary.IsChecked, Narrow(binary, $"({Operand(binary, binary.Left)} {IrPrinter.Symbol(binary.Operator)} {Divisor(binary)})")),
        Conditional conditional => $"({Print(conditional.Condition)} ? {Print(conditional.WhenTrue)} : {Print(conditional.WhenFalse)})",
        Conversion conversion => Checked(conversion.IsChecked, $"(({conversion.Type.Text})({Operand(conversion, conversion.Operand)}))", conversion.Type.IsInteger),
        MathCall call => $"global::{call.Function}({string.Join(", ", call.Arguments.Select(Print))})",
        OpaqueExpression opaque => $"({opaque.Text})",
        _ => throw new InvalidOperationException($"No C# for {expression.GetType().Name}"),
    };

    /// <summary>The element, field or reference itself.</summary>
    public static string Print(MemoryAccess access) => access.Subscripts.IsEmpty
        ? access.Root.Text + access.Path
        : $"{access.Root.Text}[{string.Join(", ", access.Subscripts.Select(Print))}]{access.Path}";

    private static string Print(LengthOf length)
    {
        if (length.Dimension >= 0)
            return $"{length.Root.Text}.GetLength({length.Dimension})";
        var member = length.Root.Kind == MemoryKind.List ? "Count" : length.Type.Kind == ScalarKind.Int64 ? "LongLength" : "Length";
        return $"{length.Root.Text}.{member}";
    }

    /// <summary>An operand of what the language would compute at compile time, and refuse where that throws: it is no constant to it.</summary>
    private static string Operand(IrExpression operation, IrExpression operand) =>
        operation is Unary { IsChecked: true } or Binary { IsChecked: true } or Conversion { IsChecked: true } or { Type.Kind: ScalarKind.Decimal } && operation.Operands.All(IsConstant)
            ? AtRunTime(operand)
            : Print(operand);

    /// <summary>The right operand; the language takes no divisor that it knows to be zero.</summary>
    private static string Divisor(Binary binary) =>
        binary is { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, HasSafeDivisor: false } && !binary.Type.IsFloatingPoint && IsConstant(binary.Right)
            ? AtRunTime(binary.Right)
            : Print(binary.Right);

    private static string AtRunTime(IrExpression constant) => NotConstant(Print(constant), constant.Type.Text);

    /// <summary>A value that the language does not know at compile time, while the runtime's compiler does.</summary>
    /// <param name="text">The value.</param>
    /// <param name="type">The spelling of its type, which holds no references.</param>
    public static string NotConstant(string text, string type) => $"global::System.Runtime.CompilerServices.Unsafe.BitCast<{type}, {type}>({text})";

    private static bool IsConstant(IrExpression expression) => expression switch
    {
        Constant { Value: not (null or string) } => true,
        Unary or Binary or Conversion or Conditional => expression.Operands.All(IsConstant),
        _ => false,
    };

    /// <summary>The IR computes in narrow types, too, where the language would widen.</summary>
    private static string Narrow(IrExpression operation, string text) => operation.Type is { IsInteger: true, Size: 1 or 2 } ? $"(({operation.Type.Text}){text})" : text;

    private static string Checked(bool isChecked, string text, bool canOverflow = true) =>
        !canOverflow ? text : isChecked ? $"checked{Parenthesized(text)}" : $"unchecked{Parenthesized(text)}";

    private static string Parenthesized(string text) => $"({text})";

    private static string Print(Constant constant)
    {
        var type = constant.Type.Text;
        return constant.Value switch
        {
            null => "null",
            bool value => value ? "true" : "false",
            float.NaN => "float.NaN",
            double.NaN => "double.NaN",
            float value when float.IsInfinity(value) => value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
            double value when double.IsInfinity(value) => value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
            float value => $"({value.ToString("R", CultureInfo.InvariantCulture)}f)",
            double value => $"({value.ToString("R", CultureInfo.InvariantCulture)}d)",
            decimal value => $"({value.ToString(CultureInfo.InvariantCulture)}m)",
            char value => $"((char){(int)value})",
            int value when constant.Type.Kind == ScalarKind.Int32 && type == "int" => value == int.MinValue ? "int.MinValue" : $"({value.ToString(CultureInfo.InvariantCulture)})",
            long value when type == "long" => value == long.MinValue ? "long.MinValue" : $"({value.ToString(CultureInfo.InvariantCulture)}L)",
            ulong value when type == "ulong" => $"{value.ToString(CultureInfo.InvariantCulture)}UL",
            uint value when type == "uint" => $"{value.ToString(CultureInfo.InvariantCulture)}U",
            string value => Quote(value),
            IFormattable value => $"(unchecked(({type})({value.ToString(null, CultureInfo.InvariantCulture)})))",
            _ => throw new InvalidOperationException($"No literal for {constant.Value.GetType().Name}"),
        };
    }

    /// <summary>A string literal.</summary>
    public static string Quote(string value) =>
        "\"" + string.Concat(value.Select(c => c is >= ' ' and < '\u007f' and not '"' and not '\\' ? c.ToString() : $"\\u{(int)c:x4}")) + "\"";
}
