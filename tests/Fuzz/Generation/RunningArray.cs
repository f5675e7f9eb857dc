namespace AutoParallel.Fuzz.Generation;

/// <summary>
/// A local array, and a variable that iterations take on in their order: one that numbers the elements which some iterations write or read,
/// or a sum of which the elements hold what it was in between.
/// </summary>
/// <param name="Element">The element's type.</param>
/// <param name="Name">The array's name.</param>
/// <param name="Number">The variable's name.</param>
/// <param name="Type">The variable's type, an integer one.</param>
/// <param name="IsSum">Whether it is a sum, not a counter.</param>
internal sealed record RunningArray(string Element, string Name, string Number, string Type, bool IsSum)
{
    /// <summary>A random one.</summary>
    public static RunningArray Make(Randomness random, Style style, Func<string, string> name)
    {
        var isSum = random.Chance(45);
        var element = isSum ? random.Of("int", "uint", "long", "ulong", "int", "short", "byte") : style.AnyType(random);
        return new RunningArray(element, name("q"), name("k"), isSum ? random.Of("int", "int", "uint", "long", "ulong") : random.Of("int", "int", "int", "long", "uint"), isSum);
    }

    /// <summary>The statements that declare both, at times with too few elements.</summary>
    public IEnumerable<Node> Declare(Randomness random)
    {
        var length = random.Below(8) switch
        {
            0 => "Math.Max(0, n / 3)",
            1 => "Math.Max(0, n) + 9",
            2 => "17",
            _ => "Math.Max(0, n) + 1",
        };
        yield return new Node($"{Element}[] {Name} = new {Element}[{length}];", []);
        yield return new Node($"{Type} {Number} = {(Type.StartsWith('u') ? random.Of("0", "0", "1") : random.Of("0", "0", "0", "-1", "1", "2"))};", []);
        yield return new Node($"long {Number}t = 0;", []);
    }

    /// <summary>The statements of one iteration.</summary>
    public IEnumerable<Node> Use(Randomness random, ExpressionGenerator expressions, Scope scope)
    {
        if (IsSum)
            return Sum(random, expressions, scope);
        var value = expressions.Result(Element, scope, 2);
        var condition = expressions.Condition(scope, 2);
        var step = new Node(random.Of($"{Number}++;", $"{Number} += 1;", $"{Number} = {Number} + 1;"), []);
        Node[] inside = random.Below(7) switch
        {
            0 or 1 or 2 => [new Node($"{Name}[{Number}++] = {{0}};", [value])],
            3 => [new Node($"{Name}[{Number}] = {{0}};", [value]), step],
            4 => [step, new Node($"{Name}[{Number}] = {{0}};", [value])],
            5 => [new Node($"{Name}[{Number} + 1] = {{0}};", [value]), step],
            _ => [new Node("if ({0})", [expressions.Condition(scope, 1)], [new Node($"{Name}[{Number}++] = {{0}};", [value])])],
        };
        if (random.Chance(35))
            inside = [.. inside, new Node($"{Number}t {random.Of("+=", "+=", "-=")} {{0}};", [expressions.Result("long", scope, 1)])];
        else if (random.Chance(20))
            inside = [.. inside, new Node($"{Number}t = Math.{random.Of("Max", "Min")}({Number}t, {{0}});", [expressions.Result("long", scope, 1)])];
        var isElse = random.Chance(15);
        if (random.Chance(15))
            scope.Values.Add((Type, Number));
        return [isElse ? new Node("if ({0})", [condition], [new Node($"{Number} += 0;", [])], inside) : new Node("if ({0})", [condition], inside)];
    }

    /// <summary>What makes one value of the contents, and the types and names of what is left.</summary>
    public (IEnumerable<Node> Nodes, (string Type, string Name) Result) Fold(string name) =>
        ([
            new Node($"long {name} = (long){Number} ^ {Number}t;", []),
            new Node($"for (int {name}k = 0; {name}k < {Name}.Length; {name}k++)", [], [new Node($"{name} = {name} * 31 + (long){Name}[{name}k];", [])]),
        ], ("long", name));

    private IEnumerable<Node> Sum(Randomness random, ExpressionGenerator expressions, Scope scope)
    {
        var amount = expressions.Result(Type, scope, 2);
        var update = new Node($"{Number} {random.Of("+=", "+=", "-=")} {{0}};", [amount]);
        if (random.Chance(30))
            update = new Node("if ({0})", [expressions.Condition(scope, 1)], [update], random.Chance(30) ? [new Node($"{Number} += {{0}};", [expressions.Result(Type, scope, 1)])] : null);
        var keep = new Node($"{Name}[(int){scope.Indices[0].Name}] = ({Element}){Number};", []);
        if (random.Chance(30))
            scope.Values.Add((Type, Number));
        return random.Chance(50) ? [update, keep] : [keep, update];
    }
}
