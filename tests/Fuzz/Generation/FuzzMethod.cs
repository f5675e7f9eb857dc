using System.Text;

namespace AutoParallel.Fuzz.Generation;

/// <summary>A generated method.</summary>
/// <param name="Seed">What it was generated from.</param>
/// <param name="Attribute">The text of its attribute.</param>
/// <param name="ReturnType">Its return type.</param>
/// <param name="Parameters">Types and names.</param>
/// <param name="Body">Its statements.</param>
/// <param name="IgnoresCosts">Whether it is compiled so that generated code runs however short its loops are.</param>
/// <param name="NeedsExactData">Whether sums of floating-point numbers are only the same in every order if all of them are small whole numbers.</param>
internal sealed record FuzzMethod(
    ulong Seed,
    string Attribute,
    string ReturnType,
    IReadOnlyList<(string Type, string Name)> Parameters,
    IReadOnlyList<Node> Body,
    bool IgnoresCosts,
    bool NeedsExactData)
{
    /// <summary>Fields of the class that the method reads: types and names. With any, it is a method of an instance.</summary>
    public IReadOnlyList<(string Type, string Name)> Fields { get; init; } = [];

    /// <summary>Declarations of other members.</summary>
    public IReadOnlyList<string> Helpers { get; init; } = [];

    /// <summary>What a call takes: the fields, then the parameters.</summary>
    public IReadOnlyList<(string Type, string Name)> AllParameters => [.. Fields, .. Parameters];

    /// <summary>The name that every generated method has.</summary>
    public const string Name = "Kernel";

    /// <summary>The declaration.</summary>
    public string Source
    {
        get
        {
            var text = new StringBuilder();
            text.Append(Attribute).Append('\n');
            text.Append($"public {(Fields.Count == 0 ? "static " : "")}{ReturnType} {Name}({string.Join(", ", Parameters.Select(p => $"{p.Type} {p.Name}"))})\n{{\n");
            foreach (var node in Body)
                node.Write(text, 1);
            text.Append("}\n");
            foreach (var (type, name) in Fields)
                text.Append($"\npublic {type} {name};\n");
            foreach (var helper in Helpers)
                text.Append('\n').Append(helper).Append('\n');
            return text.ToString();
        }
    }

    /// <summary>All methods that are this one without a part of its body.</summary>
    public IEnumerable<FuzzMethod> Smaller() => Node.Cuts(Body).Select(body => this with { Body = body })
        .Concat(Helpers.Select(h => this with { Helpers = [.. Helpers.Where(other => other != h)] }));
}
