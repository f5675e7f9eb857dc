namespace AutoParallel.Fuzz.Generation;

/// <summary>A local array that each iteration fills before it reads it, or almost so.</summary>
/// <param name="Element">The element's type.</param>
/// <param name="Name">The local's name.</param>
internal sealed record ScratchArray(string Element, string Name)
{
    /// <summary>The statement that declares it.</summary>
    public Node Declaration => new($"{Element}[] {Name} = new {Element}[m + 2];", []);

    /// <summary>A random one.</summary>
    public static ScratchArray Make(Randomness random, Style style, string name) => new(style.AnyType(random), name);

    /// <summary>The statements that fill it and read it.</summary>
    public IEnumerable<Node> Use(Randomness random, ExpressionGenerator expressions, Scope scope, Func<string, string> newName)
    {
        var (filling, reading, taken) = (newName("k"), newName("k"), newName("v"));
        var inner = scope.Inner();
        inner.Indices.Add(new LoopIndex(filling, "int", "m"));
        var header = random.Below(8) switch
        {
            < 4 => $"for (int {filling} = 0; {filling} < m; {filling}++)",
            4 => $"for (int {filling} = m - 1; {filling} >= 0; {filling}--)",
            5 => $"for (int {filling} = 0; {filling} <= m; {filling}++)",
            6 => $"for (int {filling} = 1; {filling} < m; {filling}++)",
            _ => $"for (int {filling} = 0; {filling} < m; {filling} += 2)",
        };
        var value = expressions.Result(Element, inner, 2);
        var fill = random.Below(10) switch
        {
            < 7 => new Node($"{Name}[{filling}] = {{0}};", [value]),
            7 => new Node($"{Name}[{filling} + 1] = {{0}};", [value]),
            8 => new Node("if ({0})", [expressions.Condition(inner, 1)], [new Node($"{Name}[{filling}] = {{0}};", [value])]),
            _ => new Node($"{Name}[{filling} + 1] = ({Element})({Name}[{filling}] + {ElementTypes.Literal(Element, 1)});", []),
        };
        if (random.Chance(40))
            yield return new Node(random.Of($"{Name}[0] = {{0}};", $"{Name}[m] = {{0}};", $"Array.Clear({Name}); {Name}[0] = {{0}};"), [expressions.Result(Element, scope, 1)]);
        yield return new Node(header, [], [fill]);
        yield return new Node($"{Element} {taken} = {ElementTypes.Literal(Element, 0)};", []);
        yield return new Node(
            $"for (int {reading} = {random.Of("0", "0", "1")}; {reading} < m; {reading}++)",
            [],
            [new Node($"{taken} = ({Element})({taken} * {ElementTypes.Literal(Element, 3)} + {Name}[{random.Of(reading, reading, $"m - 1 - {reading}", $"{reading} + 1", $"p[{reading} & 7] & 1")}]);", [])]);
        scope.Values.Add((Element, taken));
    }

    /// <summary>What makes one value of the contents, and its type and name; null where nobody looks at them again.</summary>
    public (IEnumerable<Node> Nodes, (string Type, string Name) Result)? Fold(Randomness random, string name) => random.Chance(60)
        ? null
        : ([new Node($"{Element} {name} = {Name}[{random.Of("0", "m", "m / 2")}];", [])], (Element, name));
}
