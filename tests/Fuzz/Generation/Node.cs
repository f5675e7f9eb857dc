using System.Text;

namespace AutoParallel.Fuzz.Generation;

/// <summary>A statement with statements inside, so that parts of a program can be taken out.</summary>
/// <param name="Format">The line before the braces, or the whole statement; <c>{0}</c>… stand for <paramref name="Operands"/>.</param>
/// <param name="Operands">Its expressions.</param>
/// <param name="Body">The statements in its braces; null for a statement without.</param>
/// <param name="Else">The statements of its <c>else</c>; null where there is none.</param>
internal sealed record Node(string Format, IReadOnlyList<Expression> Operands, IReadOnlyList<Node>? Body = null, IReadOnlyList<Node>? Else = null)
{
    /// <summary>What stands before the second braces.</summary>
    public string Second { get; init; } = "else";

    /// <summary>What stands behind the braces; null where nothing does.</summary>
    public string? After { get; init; }

    /// <summary>Whether it must stay for the loop around it to end.</summary>
    public bool IsFixed { get; init; }

    /// <summary>All programs that come from a list of statements by one cut: a statement less, a block in place of the loop or branch around it, or a smaller expression.</summary>
    public static IEnumerable<IReadOnlyList<Node>> Cuts(IReadOnlyList<Node> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var (before, after) = (nodes.Take(i), nodes.Skip(i + 1));
            if (!nodes[i].IsFixed)
                yield return [.. before, .. after];
            foreach (var smaller in nodes[i].Smaller())
                yield return [.. before, .. smaller, .. after];
        }
    }

    /// <summary>Writes the statement.</summary>
    public void Write(StringBuilder text, int depth)
    {
        Line(text, depth, string.Format(System.Globalization.CultureInfo.InvariantCulture, Format, [.. Operands]));
        if (Body is null)
            return;
        WriteBlock(text, depth, Body);
        if (After is not null)
            Line(text, depth, After);
        if (Else is null)
            return;
        Line(text, depth, Second);
        WriteBlock(text, depth, Else);
    }

    private static void WriteBlock(StringBuilder text, int depth, IReadOnlyList<Node> nodes)
    {
        Line(text, depth, "{");
        foreach (var node in nodes)
            node.Write(text, depth + 1);
        Line(text, depth, "}");
    }

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', depth * 4).Append(line).Append('\n');

    private IEnumerable<IReadOnlyList<Node>> Smaller()
    {
        if (Body is not null)
        {
            if (Else is not null)
            {
                yield return Else;
                yield return [this with { Else = null }];
            }

            yield return Body;
            foreach (var body in Cuts(Body))
                yield return [this with { Body = body }];
        }

        if (Else is not null)
        {
            foreach (var other in Cuts(Else))
                yield return [this with { Else = other }];
        }

        for (var i = 0; i < Operands.Count; i++)
        {
            foreach (var smaller in Operands[i].Smaller())
                yield return [this with { Operands = [.. Operands.Take(i), smaller, .. Operands.Skip(i + 1)] }];
        }
    }
}
