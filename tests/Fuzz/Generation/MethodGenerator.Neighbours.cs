namespace AutoParallel.Fuzz.Generation;

/// <content>Loops over texts and parts of arrays that leave integers, and compare each element with what the one before was.</content>
internal sealed partial class MethodGenerator
{
    private static readonly string[] _classes = ["IsLetter", "IsDigit", "IsWhiteSpace", "IsUpper", "IsLower", "IsLetterOrDigit", "IsAsciiLetter", "IsAsciiHexDigit", "IsSurrogate"];

    /// <summary>Such a loop, with what it needs before it.</summary>
    /// <param name="scope">What is in scope.</param>
    /// <param name="depth">The loops and branches around it.</param>
    private IEnumerable<Node> Neighbours(Scope scope, int depth)
    {
        var nodes = new List<Node>();
        var (index, element) = (Name("k"), Name("c"));
        var sources = _arrays.Where(a => a.Kind is ContainerKind.Array or ContainerKind.Span or ContainerKind.ReadOnlySpan && a.Element is not ("bool" or "Half")).ToList();
        var outer = scope.Indices.Count > 0 ? $"(int)({scope.Indices[0].Name})" : "o";
        var (type, header, value) = sources.Count == 0 || _random.Chance(40) ? OverText(nodes, index, element, outer) : OverPart(_random.Of(sources), index, outer);
        var (count, before, test) = (Name("r"), Name("w"), Name("e"));
        var countType = _random.Of("int", "int", "int", "long", "uint");
        nodes.Add(new Node($"{countType} {count} = {_random.Of("0", "3")};", []));
        var isTruth = _random.Chance(60);
        nodes.Add(isTruth ? new Node($"bool {before} = {_random.Of("false", "true")};", []) : new Node($"{type} {before} = {ElementTypes.Literal(type, 2)};", []));
        var body = new List<Node>();
        if (value is not null)
            body.Add(new Node($"{type} {element} = {value};", []));
        var other = $"if ({element} != {ElementTypes.Literal(type, 5)})";
        if (isTruth)
        {
            body.Add(new Node($"bool {test} = {Test(type, element)};", []));
            body.Add(_random.Below(4) switch
            {
                0 => new Node($"{count} += {test} && !{before} ? 1{(countType == "uint" ? "u" : "")} : 0;", []),
                1 => new Node($"if ({test} != {before})", [], [new Node($"{count} ^= {(ElementTypes.IsFloat(type) ? "7" : $"({countType}){element}")};", [])]),
                _ => new Node($"if ({test} && !{before})", [], [new Node($"{count}++;", [])]),
            });
            body.Add(new Node($"{before} = {_random.Of(test, test, test, "!" + test)};", []));
        }
        else
        {
            body.Add(_random.Below(5) switch
            {
                0 => new Node($"if ({element} {_random.Of("!=", ">", "<=")} {before})", [], [new Node($"{count}++;", [])]),
                1 when !ElementTypes.IsFloat(type) => new Node($"{count} += ({countType})({element} {_random.Of("^", "+", "-", "&")} {before});", []),
                2 when !ElementTypes.IsFloat(type) => new Node($"{count} = Math.Max({count}, ({countType})({element}));", []),
                3 => new Node($"{(ElementTypes.IsFloat(type) ? $"if ({element} > {before}) {count} += 3" : $"{count} += ({countType}){element}")};", []),
                _ => new Node(other, [], [new Node($"{count} {_random.Of("++", "--")};", [])]),
            });
            if (_random.Chance(70))
                body.Add(new Node($"{before} = {element};", []));
        }

        if (_random.Chance(8))
            body.Add(new Node($"if ({Test(type, element)})", [], [new Node(_random.Of("break;", "continue;"), [])]));
        nodes.Add(new Node(header, [], body));
        scope.Values.Add((countType, count));
        if (!isTruth && _random.Chance(50))
            scope.Values.Add((type, before));
        if (scope.Indices.Count == 0)
            scope.Variables.Add((countType, count));
        if (depth == 0 && scope.Indices.Count > 0)
            nodes.Add(Store(scope));
        return nodes;
    }

    /// <summary>Numbers and words, at times with characters beyond ASCII.</summary>
    private (string Type, string Header, string? Value) OverText(List<Node> nodes, string index, string element, string outer)
    {
        var (all, text) = (Name("t"), Name("t"));
        var words = _random.Of("\" \"", "\"ab \"", "\" Xé\"", "\"\"", "\"\\ud800Z\"");
        var line = string.Join($" + {words} + ", "o", "n", "m * 7919", "\"Zz\\t\"", "n * 31");
        nodes.Add(new Node($"string {all} = {words} + {string.Join(" + ", Enumerable.Repeat(line, _random.Of(1, 2, 6)))};", []));
        nodes.Add(new Node($"string {text} = {all}.Substring(Math.Min({all}.Length, ({outer}) & {_random.Of(0, 7, 127)}));", []));
        return _random.Chance(60)
            ? ("char", $"foreach (char {element} in {text})", null)
            : ("char", $"for (int {index} = {_random.Of("0", "0", "1")}; {index} < {text}.Length; {index}++)", $"{text}[{index}]");
    }

    /// <summary>Elements next to each other, from a place that the outer loop says.</summary>
    private (string Type, string Header, string? Value) OverPart(ArrayParameter array, string index, string outer)
    {
        var first = _random.Of("0", "0", outer, $"{outer} & 15");
        var end = _random.Of($"{array.Name}.Length", $"Math.Min({array.Name}.Length, {outer} + m)", $"Math.Min({array.Name}.Length, ({first}) + ({outer} & 63))");
        return (array.Element, $"for (int {index} = {first}; {index} < {end}; {index}++)", $"{array.Name}[{index}]");
    }

    private string Test(string type, string element) => type is "char" or "byte" or "ushort" && _random.Chance(75)
        ? $"char.{_random.Of(_classes)}((char){element})"
        : $"{element} {_random.Of(">", "<", "!=")} {ElementTypes.Literal(type, _random.Of(1, 3, 60, 100))}";
}
