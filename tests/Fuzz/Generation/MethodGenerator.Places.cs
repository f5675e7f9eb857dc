namespace AutoParallel.Fuzz.Generation;

/// <content>The best place so far, second indices of a header, and subscripts from tables.</content>
internal sealed partial class MethodGenerator
{
    private (string Name, ArrayParameter Keys)? _best;

    /// <summary>The place of the greatest or least element so far, which the loop looks up again; null where no array has an order.</summary>
    private Node? DeclareBest()
    {
        var keys = _arrays.Where(a => a.Kind is ContainerKind.Array or ContainerKind.Span or ContainerKind.ReadOnlySpan && a.Element is not ("bool" or "char")).ToList();
        if (keys.Count == 0)
            return null;
        _best = (Name("best"), _random.Of(keys));
        return new Node($"int {_best.Value.Name} = {_random.Of("0", "0", "o", "3", "n / 2")};", []);
    }

    /// <summary>A comparison with the best element so far, at times of one that the iteration has just stored.</summary>
    private IEnumerable<Node> CompareWithBest((string Name, ArrayParameter Keys) best, Scope scope)
    {
        var index = $"(int){scope.Indices[0].Name}";
        var place = _random.Of(index, index, index, $"2 * {index}", $"2 * {index} + 1", $"n - {index}");
        var (array, relation) = (best.Keys.Name, _random.Of("<", ">", ">", "<=", ">="));
        var test = _random.Chance(70) ? $"{array}[{place}] {relation} {array}[{best.Name}]" : $"{array}[{best.Name}] {relation} {array}[{place}]";
        if (best.Keys.IsWritable && (!_style.IsTame || _style.Written.Contains(array)) && _random.Chance(45))
            yield return new Node($"{array}[{place}] = {{0}};", [_expressions.Result(best.Keys.Element, scope, 2)]);
        yield return new Node($"if ({test})", [], [new Node($"{best.Name} = {place};", [])]);
    }

    /// <summary>A header with a second index, which is a function of the first.</summary>
    private string SecondIndex(Scope scope, string index, string bound)
    {
        var other = Name("j");
        var (step, second) = _random.Of((1, 1), (1, -1), (1, 3), (2, 4), (2, -2));
        scope.Values.Add(("int", other));
        if (second == step)
            scope.Indices.Add(new LoopIndex(other, "int", bound));
        var start = second > 0 ? _random.Of("0", "1") : _random.Of("n", "o", "int.MinValue + 9");
        string[] ends = [$"{index} += {step}", second > 0 ? $"{other} += {second}" : $"{other} -= {-second}"];
        if (_random.Chance(50))
            Array.Reverse(ends);
        return $"for (int {index} = {_random.Of("0", "1", "o")}, {other} = {start}; {index} < {bound}; {string.Join(", ", ends)})";
    }

    /// <summary>A loop over a table of places.</summary>
    private IEnumerable<Node> TableLoop(Scope outer)
    {
        var targets = _arrays.Where(a => a.Kind is ContainerKind.Array or ContainerKind.Span && a.Element != "bool" && (!_style.IsTame || _style.Written.Contains(a.Name))).ToList();
        if (targets.Count == 0)
            yield break;
        var (table, index, array, scope) = (Name("Places"), Name("i"), _random.Of(targets), outer.Inner());
        _members.Add($"private static readonly int[] {table} = [{_random.Of("3, 0, 4, 1, 2", "1, 3, 5, 7", "0, 2, 4, 2", "4, 4")}];");
        scope.Indices.Add(new LoopIndex(index, "int", "n"));
        var shift = _random.Of("", "", " + 1", " + 9", " + o");
        var isSum = !ElementTypes.IsFloat(array.Element) && _random.Chance(60);
        List<Node> body = [new Node($"{array.Name}[{table}[{index}]] {(isSum ? _random.Of("+=", "-=", "*=") : "=")} {{0}};", [_expressions.Result(array.Element, scope, 2)])];
        if (_random.Chance(50))
            body.Add(new Node($"{array.Name}[{table}[{index}]{shift}] = {{0}};", [_expressions.Result(array.Element, scope, 2)]));
        yield return new Node($"for (int {index} = 0; {index} < {_random.Of($"{table}.Length", $"{table}.Length", "n", "m")}; {index}++)", [], body);
    }
}
