namespace AutoParallel.Fuzz.Generation;

/// <summary>Two local arrays of structs with operators, of which iterations write one, and a struct that is a sum of such.</summary>
/// <param name="Element">The type of the numbers in a struct.</param>
/// <param name="Name">The name of the array that is written.</param>
/// <param name="Type">The struct.</param>
/// <param name="Members">The names of its numbers.</param>
/// <param name="Form">How it is declared.</param>
/// <param name="Sums">Whether sums may be taken in any order.</param>
internal sealed record StructArray(string Element, string Name, string Type, IReadOnlyList<string> Members, int Form, bool Sums)
{
    private readonly List<string> _locals = [];

    private string Other => $"{Name}b";

    private string Sum => $"{Name}s";

    private bool IsOwn => Form < 4;

    /// <summary>The struct; null where it is one of the base class library.</summary>
    public string? Declaration
    {
        get
        {
            var (name, number) = Form == 3 ? (Type.Replace($"<{Element}>", "<T>", StringComparison.Ordinal), "T") : (Type, Element);
            var operators = $"public static {name} operator +({name} a, {name} b) => new(a.X + b.X, a.Y + b.Y); "
                + $"public static {name} operator -({name} a, {name} b) {{ var x = a.X - b.X; return new {name}(x, a.Y - b.Y); }} "
                + $"public static {name} operator *({name} a, in {name} b) => new(a.X * b.X - a.Y * b.Y, a.X * b.Y + a.Y * b.X); "
                + $"public static {name} operator *({name} a, {number} k) => new {name}(a.X * k, k * a.Y); "
                + $"public static {name} operator -({name} a) => new(-a.X, -a.Y); "
                + $"public {name} Turned => new(-Y, X); "
                + $"public static {name} Mix({name} a, {name} b) {{ var d = a - b; var c = d.Turned; return c + b; }}";
            return Form switch
            {
                0 => $"public struct {name} {{ public {number} X; public {number} Y; public {name}({number} x, {number} y) {{ X = x; Y = y; }} {operators} }}",
                1 => $"public readonly struct {name}({number} x, {number} y) {{ public readonly {number} X = x; public {number} Y {{ get; }} = y; {operators} }}",
                2 => $"public readonly record struct {name}({number} X, {number} Y) {{ {operators} }}",
                3 => $"public record struct {name}(T X, T Y) where T : System.Numerics.INumber<T> {{ {operators} }}",
                _ => null,
            };
        }
    }

    /// <summary>A random one.</summary>
    public static StructArray Make(Style style, Randomness random, bool isStrict, Func<string, string> name)
    {
        var element = style.MainType is "int" or "long" or "float" or "double" && random.Chance(80) ? style.MainType : random.Of("int", "long", "float", "double");
        var form = ElementTypes.IsFloat(element) ? random.Below(6) : random.Below(4);
        var own = name("Own");
        var (type, members) = (form, element) switch
        {
            (5, "float") => ("System.Numerics.Vector3", "X Y Z"),
            (4, "float") => ("System.Numerics.Vector2", "X Y"),
            (4 or 5, _) => ("System.Numerics.Complex", "Real Imaginary"),
            (3, _) => ($"{own}<{element}>", "X Y"),
            _ => (own, "X Y"),
        };
        return new StructArray(element, name("z"), type, members.Split(' '), form, !ElementTypes.IsFloat(element) || style.IsExact || isStrict);
    }

    /// <summary>The statements that make the arrays, at times too short or the same.</summary>
    public IEnumerable<Node> Declare(Randomness random)
    {
        var length = random.Chance(10) ? "Math.Max(0, n - 5)" : "Math.Max(0, n) + 3";
        yield return new Node($"{Type}[] {Name} = new {Type}[{length}];", []);
        yield return new Node($"{Type}[] {Other} = {(random.Chance(15) ? Name : $"new {Type}[Math.Max(0, n) + 3]")};", []);
        var values = string.Join(", ", Members.Select((_, k) => $"({Element})({Name}k % {random.Of("13", "7", "5")} - {k + 2})"));
        yield return new Node($"for (int {Name}k = 0; {Name}k < {Other}.Length; {Name}k++) {Other}[{Name}k] = new {Type}({values});", []);
        yield return new Node(random.Of($"{Type} {Sum} = default;", $"var {Sum} = new {Type}({string.Join(", ", Members.Select((_, k) => $"({Element}){k}"))});"), []);
    }

    /// <summary>The statements of one iteration.</summary>
    public IEnumerable<Node> Use(Randomness random, Style style, ExpressionGenerator expressions, Scope scope)
    {
        _locals.Clear();
        var index = $"(int)({scope.Indices[0].Name})";
        if (random.Chance(50))
        {
            yield return new Node($"var {Name}v = {{0}};", [Value(random, style, expressions, scope, index, 2)]);
            _locals.Add($"{Name}v");
            scope.Values.Add((Element, $"{Name}v.{Members[0]}"));
        }

        if (random.Chance(25))
        {
            var k = $"{Name}j";
            yield return new Node($"{Type} {Name}a = {(_locals.Count > 0 && random.Chance(30) ? _locals[0] : "default")};", []);
            var step = new Node($"{Name}a {random.Of("+=", "+=", "-=")} {{0}};", [new Expression(Type, $"({Other}[{k} & 3] * {{0}})", [Value(random, style, expressions, scope, index, 0)])]);
            yield return new Node(
                $"for (int {k} = 0; {k} < {random.Of("m", "3", $"Math.Min(m, {index} & 3)")} && {k} < 9; {k}++)",
                [],
                random.Chance(30) ? [new Node("if ({0})", [expressions.Condition(scope, 1)], [step])] : [step]);
            _locals.Add($"{Name}a");
        }

        var count = random.Between(1, 2);
        for (var i = 0; i < count; i++)
        {
            var value = Value(random, style, expressions, scope, index, 2);
            var statement = random.Below(6) switch
            {
                0 or 1 => new Node($"{Name}[{index}] = {{0}};", [value]),
                2 => new Node($"{Name}[{index}] {random.Of("+=", "-=", "*=")} {{0}};", [value]),
                3 when _locals.Count > 0 => new Node($"{_locals[^1]} {random.Of("=", "+=", "*=")} {{0}};", [value]),
                4 when Sums => new Node(random.Of($"{Sum} += {{0}};", $"{Sum} = {Sum} + {{0}};"), [Exact(expressions, scope)]),
                5 when random.Chance(20) => new Node($"{Sum} = {{0}};", [value]),
                _ => new Node($"{Name}[{index}] = {{0}};", [value]),
            };
            yield return random.Chance(25) ? new Node("if ({0})", [expressions.Condition(scope, 1)], [statement]) : statement;
        }
    }

    /// <summary>What makes one value of the contents, and the types and names of what is left.</summary>
    public (IEnumerable<Node> Nodes, (string Type, string Name) Result) Fold(string name)
    {
        string Bits(string value) => $"(double.IsNaN((double){value}) ? 5L : BitConverter.DoubleToInt64Bits((double){value}))";
        var parts = Members.Select((m, k) => $"{2 * k + 3} * {Bits($"{Name}[{name}k].{m}")}");
        var sums = Members.Select((m, k) => $"{2 * k + 3} * {Bits($"{Sum}.{m}")}");
        return ([
            new Node($"long {name} = {string.Join(" + ", sums)};", []),
            new Node($"for (int {name}k = 0; {name}k < {Name}.Length; {name}k++) {name} = {name} * 31 + {string.Join(" + ", parts)};", []),
        ], ("long", name));
    }

    /// <summary>A struct of values whose sum is exact where it must be.</summary>
    private Expression Exact(ExpressionGenerator expressions, Scope scope) => Made([.. Members.Select(_ => expressions.Result(Element, scope, 1))]);

    private Expression Made(IReadOnlyList<Expression> numbers) => new(Type, $"new {Type}({string.Join(", ", numbers.Select((_, k) => $"{{{k}}}"))})", numbers);

    private Expression Value(Randomness random, Style style, ExpressionGenerator expressions, Scope scope, string index, int depth)
    {
        Expression Inner() => Value(random, style, expressions, scope, index, depth - 1);
        var leaf = depth <= 0 || random.Chance(20);
        if (leaf)
        {
            return random.Below(5) switch
            {
                0 when _locals.Count > 0 => new Expression(Type, random.Of([.. _locals])),
                1 => new Expression(Type, $"{Name}[{(style.IsTame ? index : random.Of($"{index} + 1", "0", $"{index} - 1"))}]"),
                2 => new Expression(Type, $"{Other}[p[{scope.Indices[0].Name.Insert(0, "(int)")} & 7] & 7]"),
                _ => new Expression(Type, $"{Other}[{index}]"),
            };
        }

        return random.Below(9) switch
        {
            0 => Made([.. Members.Select(_ => expressions.Result(Element, scope, 1))]),
            1 or 2 => new Expression(Type, "({0} + {1})", [Inner(), Inner()]),
            3 => new Expression(Type, "({0} - {1})", [Inner(), Inner()]),
            4 => new Expression(Type, "({0} * {1})", [Inner(), Inner()]),
            5 => new Expression(Type, "({0} * {1})", [Inner(), expressions.Result(Element, scope, 1)]),
            6 => new Expression(Type, "(-{0})", [Inner()]),
            7 when IsOwn => new Expression(Type, $"{Type}.Mix({{0}}, {{1}})", [Inner(), Inner()]),
            8 when IsOwn => new Expression(Type, "({0}).Turned", [Inner()]),
            _ => new Expression(Type, "({0} ? {1} : {2})", [expressions.Condition(scope, 1), Inner(), Inner()]),
        };
    }
}
