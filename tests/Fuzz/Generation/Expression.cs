namespace AutoParallel.Fuzz.Generation;

/// <summary>A typed expression as a tree, so that it can be made smaller.</summary>
/// <param name="Type">The C# type of its value.</param>
/// <param name="Format">The text, with <c>{0}</c>, <c>{1}</c>… for the operands.</param>
/// <param name="Operands">The operands.</param>
internal sealed record Expression(string Type, string Format, IReadOnlyList<Expression> Operands)
{
    /// <summary>An expression without operands.</summary>
    public Expression(string type, string text)
        : this(type, text.Replace("{", "{{").Replace("}", "}}"), [])
    {
    }

    /// <summary>Every expression that is this one with one part of it replaced by an operand of the same type, or by 1.</summary>
    public IEnumerable<Expression> Smaller()
    {
        foreach (var operand in Operands.Where(o => o.Type == Type))
            yield return operand;
        for (var i = 0; i < Operands.Count; i++)
        {
            foreach (var smaller in Operands[i].Smaller())
                yield return this with { Operands = [.. Operands.Take(i), smaller, .. Operands.Skip(i + 1)] };
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Format(System.Globalization.CultureInfo.InvariantCulture, Format, [.. Operands]);
}
