namespace AutoParallel.Fuzz.Generation;

/// <summary>Elements that iterations write and later ones read again, some iterations on.</summary>
/// <param name="Element">The element's type.</param>
/// <param name="Name">The array: a local of its own, or one of the method's.</param>
/// <param name="IsOwn">Whether it is a local.</param>
internal sealed record Recurrence(string Element, string Name, bool IsOwn)
{
    /// <summary>The elements that lie in front of the first iteration's.</summary>
    private const int Lead = 5;

    /// <summary>A random one. What it computes does not stay small and whole, so exact programs keep it to itself; rounded sums have no order in the fast mode.</summary>
    public static Recurrence Make(Randomness random, Style style, IEnumerable<ArrayParameter> arrays, bool isFast, string name)
    {
        var given = arrays.FirstOrDefault(a => a.Kind is ContainerKind.Array or ContainerKind.Span && a.Element != "bool");
        if (given is not null && !style.IsExact && random.Chance(50))
            return new Recurrence(given.Element, given.Name, false);
        var element = isFast ? random.Of("int", "uint", "long", "short", "byte") : style.AnyType(random);
        return new Recurrence(element, name, true);
    }

    /// <summary>The statement that declares the array.</summary>
    public IEnumerable<Node> Declare(Randomness random) => IsOwn
        ? [new Node($"{Element}[] {Name} = new {Element}[Math.Max(0, n) + {(random.Chance(90) ? Lead + 1 : 2)}];", []), new Node($"{Name}[0] = {ElementTypes.Literal(Element, 3)};", [])]
        : [];

    /// <summary>The statements of one iteration.</summary>
    public IEnumerable<Node> Use(Randomness random, Style style, ExpressionGenerator expressions, Scope scope)
    {
        var (index, isLong) = (scope.Indices[0].Name, scope.Indices[0].Type == "long");
        string At(int back) => $"{Name}[{(isLong ? "(int)" : "")}({index} + {Lead - back})]";
        string Cast(string value) => $"({Element})({value})";
        var (first, second) = (At(random.Of(1, 1, 1, 2, 2, 3, 4, 5)), At(random.Of(0, 1, 1, 2, 3, 4)));
        var operation = ElementTypes.IsFloat(Element) ? random.Of("+", "-", "*") : random.Of("+", "-", "*", "^", "|");
        var value = expressions.Result(Element, scope, 2);
        var store = new Node($"{At(0)} = {Cast($"{first} {operation} {{0}}")};", [value]);
        var other = new Node($"{At(0)} = {Cast($"{second} {operation} {first}")};", []);
        if (!style.IsExact && random.Chance(25))
            scope.Values.Add((Element, random.Of(At(0), At(1), second)));
        return random.Below(8) switch
        {
            0 or 1 or 2 => [store],
            3 => [store, other],
            4 => [new Node("if ({0})", [expressions.Condition(scope, 2)], [store], random.Chance(50) ? [other] : null)],
            5 => [new Node($"{At(0)} = {{0}};", [value]), new Node("if ({0})", [expressions.Condition(scope, 1)], [other])],
            6 => [other, new Node($"{At(0)} = {{0}};", [value]), other],
            _ => [other],
        };
    }

    /// <summary>What makes one value of a local's contents, and the types and names of what is left.</summary>
    public (IEnumerable<Node> Nodes, (string Type, string Name) Result)? Fold(string name) => !IsOwn
        ? null
        : ([
            new Node($"long {name} = 0;", []),
            new Node($"for (int {name}k = 0; {name}k < {Name}.Length; {name}k++)", [], [new Node($"{name} = {name} * 31 + {Bits($"{Name}[{name}k]")};", [])]),
        ], ("long", name));

    private string Bits(string value) => Element switch
    {
        "float" => $"(float.IsNaN({value}) ? 1 : BitConverter.SingleToInt32Bits({value}))",
        "double" => $"(double.IsNaN({value}) ? 1 : BitConverter.DoubleToInt64Bits({value}))",
        "Half" => $"(Half.IsNaN({value}) ? 1 : BitConverter.HalfToInt16Bits({value}))",
        _ => $"(long){value}",
    };
}
