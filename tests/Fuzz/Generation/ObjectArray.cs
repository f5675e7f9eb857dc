namespace AutoParallel.Fuzz.Generation;

/// <summary>A local array of objects, at times with one of them twice or with one missing, whose fields iterations write.</summary>
/// <param name="Element">The type of the fields.</param>
/// <param name="Name">The array's name.</param>
/// <param name="Type">The class.</param>
internal sealed record ObjectArray(string Element, string Name, string Type)
{
    /// <summary>The class.</summary>
    public string Declaration => $"public sealed class {Type} {{ private {Element} _y; public {Element} X; public {Element} Y => _y; public int Z {{ get; set; }} "
        + $"public void Move({Element} x) {{ _y = x; Z++; }} }}";

    /// <summary>A random one.</summary>
    public static ObjectArray Make(Style style, Randomness random, Func<string, string> name) => new(style.AnyType(random), name("objects"), name("Thing"));

    /// <summary>The statements that make the objects.</summary>
    public IEnumerable<Node> Declare(Randomness random)
    {
        yield return new Node($"{Type}[] {Name} = new {Type}[Math.Max(0, n) + 3];", []);
        yield return new Node($"for (int {Name}k = 0; {Name}k < {Name}.Length; {Name}k++) {Name}[{Name}k] = new {Type}();", []);
        if (random.Chance(30))
            yield return new Node($"if (n > 9 && (o & 1) == 1) {Name}[{random.Of("7", "n", "n - 1")}] = {Name}[{random.Of("3", "4", "0")}];", []);
        if (random.Chance(8))
            yield return new Node($"if (n > 9 && (o & 2) == 2) {Name}[n - 2] = null!;", []);
    }

    /// <summary>The statements of one iteration.</summary>
    public IEnumerable<Node> Use(Randomness random, ExpressionGenerator expressions, Scope scope)
    {
        var index = $"(int)({scope.Indices[0].Name})";
        var own = random.Chance(60) ? Name + "o" : $"{Name}[{index}]";
        if (own[^1] == 'o')
            yield return new Node($"var {own} = {Name}[{index}];", []);
        var count = random.Between(1, 2);
        for (var i = 0; i < count; i++)
        {
            yield return random.Below(7) switch
            {
                0 or 1 => new Node($"{own}.X = {{0}};", [expressions.Result(Element, scope, 2)]),
                2 => new Node($"{own}.Z += {{0}};", [expressions.Result("int", scope, 1)]),
                3 => new Node($"{own}.Move({{0}});", [expressions.Result(Element, scope, 2)]),
                4 => new Node("if ({0})", [expressions.Condition(scope, 1)], [new Node($"{own}.X = {own}.{random.Of("X", "Y")};", [])]),
                5 => new Node($"{own}.X = {Name}[{random.Of("0", "2", $"{index} + 1", index)}].{random.Of("X", "Y", "Y")};", []),
                _ => new Node($"{own}.Z = {own}.Z * 3 + {Name}[{random.Of("1", index)}].{random.Of("Z", "Z", "GetHashCode() * 0")};", []),
            };
        }
    }

    /// <summary>What makes one value of the contents, and the types and names of what is left.</summary>
    public (IEnumerable<Node> Nodes, (string Type, string Name) Result) Fold(string name)
    {
        return ([
            new Node($"long {name} = 0;", []),
            new Node(
                $"for (int {name}k = 0; {name}k < {Name}.Length; {name}k++)",
                [],
                [new Node($"if ({Name}[{name}k] != null) {name} = {name} * 31 + {Bits("X")} + 7 * {Bits("Y")} + {Name}[{name}k].Z;", [])]),
        ], ("long", name));

        // No operation says which of two operands that are no numbers gives the result its sign.
        string Bits(string property) => $"(double.IsNaN((double){Name}[{name}k].{property}) ? 5L : BitConverter.DoubleToInt64Bits((double){Name}[{name}k].{property}))";
    }
}
