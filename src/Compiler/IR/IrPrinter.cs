using System.Text;

namespace AutoParallel.Compiler.IR;

/// <summary>Prints IR as indented text, for dumps and tests.</summary>
public static class IrPrinter
{
    /// <summary>The C# symbol of an operator.</summary>
    public static string Symbol(UnaryOperator value) => value switch
    {
        UnaryOperator.Negate => "-",
        UnaryOperator.BitwiseNot => "~",
        _ => "!",
    };

    /// <summary>The C# symbol of an operator.</summary>
    public static string Symbol(BinaryOperator value) => value switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        BinaryOperator.And => "&",
        BinaryOperator.Or => "|",
        BinaryOperator.Xor => "^",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.UnsignedShiftRight => ">>>",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.AndAlso => "&&",
        _ => "||",
    };

    /// <summary>The C# symbol of a loop test.</summary>
    public static string Symbol(LoopComparison value) => value switch
    {
        LoopComparison.Less => "<",
        LoopComparison.LessOrEqual => "<=",
        LoopComparison.Greater => ">",
        LoopComparison.GreaterOrEqual => ">=",
        _ => "!=",
    };

    /// <summary>The whole method.</summary>
    public static string Print(Method method)
    {
        var text = new StringBuilder();
        text.Append("method ").Append(method.Display).Append('\n');
        if (method.NotRerouted is { } reason)
            text.Append("  not rerouted: ").Append(reason).Append('\n');
        Print(method.Body, 1, text);
        return text.ToString();
    }

    /// <summary>One statement with what is inside it.</summary>
    public static string Print(Statement statement)
    {
        var text = new StringBuilder();
        Print(statement, 0, text);
        return text.ToString();
    }

    private static void Print(Statement statement, int depth, StringBuilder text)
    {
        if (statement is Block block)
        {
            foreach (var child in block.Statements)
                Print(child, depth, text);
            return;
        }

        text.Append(' ', depth * 2).Append(Headline(statement)).Append('\n');
        switch (statement)
        {
            case If branch:
                Print(branch.Then, depth + 1, text);
                if (!branch.Else.Statements.IsEmpty)
                {
                    text.Append(' ', depth * 2).Append("else\n");
                    Print(branch.Else, depth + 1, text);
                }

                break;
            default:
                foreach (var child in statement.Children)
                    Print(child, depth + 1, text);
                break;
        }
    }

    private static string Headline(Statement statement) => statement switch
    {
        Declaration d => d.Initializer is null ? $"let {d.Variable}: {d.Variable.Type}" : $"let {d.Variable}: {d.Variable.Type} = {d.Initializer}",
        Assignment a => $"{a.Variable} = {a.Value}",
        Store s => $"{s.Access} = {s.Value}",
        If i => $"if {i.Condition}",
        Evaluation e => $"eval {e.Expression}",
        Jump j => j.Value is null ? j.Kind.ToString().ToLowerInvariant() : $"{j.Kind.ToString().ToLowerInvariant()} {j.Value}",
        Loop { Space: { } space } l => $"loop #{l.Id} {space}{(l.Mark is null ? "" : " prange")}",
        Loop { Condition: { } condition } l => l.TestsAtEnd ? $"loop #{l.Id} until not {condition}" : $"loop #{l.Id} while {condition}",
        Loop l => $"loop #{l.Id} not counted: {l.NotCounted}",
        OpaqueStatement o => $"opaque {o.Reason} ({string.Join(", ", o.Operands)}){o.Effects}",
        _ => statement.GetType().Name,
    };
}
