namespace AutoParallel.Fuzz.Generation;

/// <summary>A short array into whose elements iterations combine values, as a histogram does.</summary>
/// <param name="Element">The element's type, an integer one where the order would show otherwise.</param>
/// <param name="Name">The local's name.</param>
/// <param name="Length">The number of elements, a power of two.</param>
/// <param name="Operator">The compound assignment, function or comparison; two where one of them makes it no reduction.</param>
/// <param name="IsGiven">Whether it is a parameter or a field, not a local.</param>
internal sealed record CombinedArray(string Element, string Name, int Length, IReadOnlyList<string> Operator, bool IsGiven)
{
    /// <summary>The statement that declares it.</summary>
    public Node Declaration => new($"{Element}[] {Name} = new {Element}[{Length}];", []);

    /// <summary>A random one.</summary>
    public static CombinedArray Make(Randomness random, Style style, bool isStrict, string name)
    {
        var element = style.AnyType(random);
        IReadOnlyList<string> operators = random.Chance(20) || (ElementTypes.IsFloat(element) && !isStrict) ? [random.Of("Min", "Max", "<", ">")]
            : ElementTypes.IsFloat(element) ? ["+="]
            : [random.Of("+=", "+=", "-=", "*=", "^=", "|=", "&=")];
        return new CombinedArray(element, name, random.Of(1, 4, 16, 64), random.Chance(15) ? [.. operators, "="] : operators, random.Chance(35));
    }

    /// <summary>A statement that takes an element on, at times at a subscript outside.</summary>
    public Node Update(Randomness random, ExpressionGenerator expressions, Scope scope)
    {
        var index = scope.Indices[^1].Name;
        var subscript = random.Below(8) switch
        {
            < 3 => $"(int)({index} * 7 & {Length - 1})",
            < 6 => $"p[(int)({index} & 15)] & {Length - 1}",
            6 => $"(int){index} % {Length}",
            _ => $"p[(int)({index} & 7)]",
        };
        var value = expressions.Result(Element, scope, 2);
        var target = $"{Name}[{subscript}]";
        var update = random.Of([.. Operator]) is not ("+=" or "-=" or "*=" or "^=" or "|=" or "&=" or "=") and var extremum
            ? extremum is "Min" or "Max"
                ? new Node($"{target} = {(Element == "char" ? "(char)" : "")}{ElementTypes.Extremes(Element)}.{extremum}({target}, {{0}});", [value])
                : new Node($"if ({{0}} {extremum} {target})", [value], [new Node($"{target} = {{0}};", [value])])
            : random.Chance(20) && Operator[0] is "+="
            ? new Node($"{target} = ({Element})({target} + {{0}});", [value])
            : new Node($"{target} {random.Of([.. Operator.Where(o => o[^1] == '=')])} {{0}};", [value]);
        return random.Chance(25) ? new Node("if ({0})", [expressions.Condition(scope, 1)], [update]) : update;
    }

    /// <summary>What makes one value of the contents, and its type and name.</summary>
    public (IEnumerable<Node> Nodes, (string Type, string Name) Result) Fold(string name) =>
        ([
            new Node($"long {name} = 0;", []),
            new Node($"for (int {name}k = 0; {name}k < {Name}.Length; {name}k++)", [], [new Node($"{name} = {name} * 31 + {Contents($"{Name}[{name}k]")};", [])]),
        ], ("long", name));

    /// <summary>An element as a number that tells zeros apart.</summary>
    private string Contents(string element) => ElementTypes.IsFloat(Element)
        ? $"({element} != {element} ? 7 : BitConverter.DoubleToInt64Bits((double){element}))"
        : $"(long){element}";
}
