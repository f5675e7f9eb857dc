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
        Unary unary => Checked(unary.IsChecked, $"({IrPrinter.Symbol(unary.Operator)}({Print(unary.Operand)}))"),
        Binary binary => Checked(binary.IsChecked, $"({Print(binary.Left)} {IrPrinter.Symbol(binary.Operator)} {Print(binary.Right)})"),
        Conditional conditional => $"({Print(conditional.Condition)} ? {Print(conditional.WhenTrue)} : {Print(conditional.WhenFalse)})",
        Conversion conversion => Checked(conversion.IsChecked, $"(({conversion.Type.Text})({Print(conversion.Operand)}))", conversion.Type.IsInteger),
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
