using System.Text;

namespace AutoParallel.Fuzz.Generation;

/// <summary>A generated method.</summary>
/// <param name="Seed">What it was generated from.</param>
/// <param name="Attribute">The text of its attribute.</param>
/// <param name="ReturnType">Its return type.</param>
/// <param name="Parameters">Types and names.</param>
/// <param name="Body">Its statements.</param>
/// <param name="NeedsExactData">Whether sums of floating-point numbers are only the same in every order if all of them are small whole numbers.</param>
internal sealed record FuzzMethod(
    ulong Seed,
    string Attribute,
    string ReturnType,
    IReadOnlyList<(string Type, string Name)> Parameters,
    IReadOnlyList<Node> Body,
    bool NeedsExactData)
{
    /// <summary>The name that every generated method has.</summary>
    public const string Name = "Kernel";

    /// <summary>The declaration.</summary>
    public string Source
    {
        get
        {
            var text = new StringBuilder();
            text.Append(Attribute).Append('\n');
            text.Append($"public static {ReturnType} {Name}({string.Join(", ", Parameters.Select(p => $"{p.Type} {p.Name}"))})\n{{\n");
            foreach (var node in Body)
                node.Write(text, 1);
            return text.Append("}\n").ToString();
        }
    }

    /// <summary>All methods that are this one without a part of its body.</summary>
    public IEnumerable<FuzzMethod> Smaller() => Node.Cuts(Body).Select(body => this with { Body = body });
}
