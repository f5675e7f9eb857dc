namespace AutoParallel.Fuzz.Generation;

/// <content>Loops inside an iteration that carry a value of their own.</content>
internal sealed partial class MethodGenerator
{
    /// <summary>A loop that ends at another time for every element, and at the latest after some rounds.</summary>
    private IEnumerable<Node> While(Scope scope, int depth)
    {
        var (rounds, type, value) = (Name("g"), _style.IsTame ? _style.MainType : _random.Of("int", "float", "double", "uint", "long"), Name("w"));
        var inner = scope.Inner();
        inner.MayContinue = false;
        inner.Values.Add((type, value));
        var update = !ElementTypes.IsFloat(type) && !ElementTypes.IsSmall(type) && _random.Chance(40) ? Halving(value, inner, type) : new Node($"{value} = {{0}};", [_expressions.Result(type, inner, 2)]);
        var condition = _expressions.Condition(inner, 1);
        var start = _expressions.Result(type, scope, 1);
        scope.Values.Add((type, value));
        scope.Values.Add(("int", rounds));
        return
        [
            new Node($"int {rounds} = 0;", []),
            new Node($"{type} {value} = {{0}};", [start]),
            new Node(
                $"while ({rounds} < {_random.Between(1, 12)} && {{0}})",
                [condition],
                [update, .. _random.Chance(30) ? Statements(inner.Inner(), depth + 2) : [], new Node($"{rounds}++;", []) { IsFixed = true }]),
        ];
    }

    /// <summary>A quotient by a power of two where a test says that nothing remains, or about that: some tests say less.</summary>
    private Node Halving(string value, Scope scope, string type)
    {
        var (mask, divisor) = (_random.Of(1, 1, 3, 6, 7), _random.Of(2, 2, 4, 8));
        var test = _random.Of($"({value} & {mask}) == 0", $"({value} & {mask}) != 0", $"{value} % {mask + 1} == 0", $"0 != ({mask} & {value})");
        return _random.Chance(50)
            ? new Node($"{value} = {test} ? {value} / {divisor} : {{0}};", [_expressions.Result(type, scope, 2)])
            : new Node($"if ({test})", [], [new Node($"{value} = {value} / {divisor};", [])], [new Node($"{value} = {{0}};", [_expressions.Result(type, scope, 2)])]);
    }

    /// <summary>A sum or extremum of an inner loop that the outer iteration uses.</summary>
    private IEnumerable<Node> InnerReduction(Scope scope, int depth)
    {
        var accumulator = NewAccumulator();
        var inner = scope.Inner();
        var index = Name("k");
        inner.Indices.Add(new LoopIndex(index, "int", "m"));
        var body = Accumulate(accumulator, inner);
        scope.Values.Add((accumulator.Type, accumulator.Name));
        return
        [
            new Node($"{accumulator.Type} {accumulator.Name} = {Start(accumulator)};", []),
            new Node($"for (int {index} = 0; {index} < m; {index}++)", [], [body]),
            .. depth == 0 ? new[] { Store(scope) } : [],
        ];
    }

    /// <summary>A counted loop over a range of each element's own.</summary>
    private IEnumerable<Node> OwnRange(Scope scope, int depth)
    {
        var (index, count, type, value) = (Name("k"), Name("r"), _style.IsTame ? _style.MainType : _random.Of("int", "float", "double", "uint", "long"), Name("w"));
        var inner = scope.Inner();
        inner.Values.Add((type, value));
        inner.Values.Add(("int", index));
        var update = new Node($"{value} = {{0}};", [_expressions.Result(type, inner, 2)]);
        var header = _random.Of(
            $"for (int {index} = {count}; {index} > 0; {index} -= {_random.Between(1, 3)})",
            $"for (int {index} = {count}; {index} != 0; {index}--)",
            $"for (int {index} = 0; {index} < {count}; {index}++)",
            $"for (int {index} = {_random.Between(0, 4)}; {index} <= {count}; {index} += {_random.Between(1, 2)})");
        var nodes = new List<Node>
        {
            new($"int {count} = {{0}} & {_random.Of(3, 7, 15)};", [_expressions.Result("int", scope, 1)]),
            new($"{type} {value} = {{0}};", [_expressions.Result(type, scope, 1)]),
            new(header, [], [update, .. _random.Chance(30) ? Statements(inner.Inner(), depth + 2) : []]),
        };
        scope.Values.Add((type, value));
        return nodes;
    }
}
