using System.Text;

namespace AutoParallel.Compiler.Emit;

/// <summary>Writes indented C#.</summary>
public sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line at the current depth; an empty one without trailing spaces.</summary>
    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes lines, one after another.</summary>
    public SourceWriter Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Line(line);
        return this;
    }

    /// <summary>Writes text of the user's as it is, from the first column, ended by a line break.</summary>
    public SourceWriter Verbatim(string text)
    {
        _text.Append(text);
        if (text.Length == 0 || text[text.Length - 1] != '\n')
            _text.Append('\n');
        return this;
    }

    /// <summary>Writes a line, an opening brace, and indents.</summary>
    public SourceWriter Open(string line)
    {
        Line(line);
        return Open();
    }

    /// <summary>Writes an opening brace and indents.</summary>
    public SourceWriter Open()
    {
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>Ends the innermost open brace.</summary>
    public SourceWriter Close(string suffix = "")
    {
        _depth--;
        return Line("}" + suffix);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
