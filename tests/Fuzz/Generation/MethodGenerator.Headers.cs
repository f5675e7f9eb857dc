namespace AutoParallel.Fuzz.Generation;

/// <content>Loops whose header tests something else than the index against one bound, or that step the index elsewhere.</content>
internal sealed partial class MethodGenerator
{
    /// <summary>The header of a <c>for</c> that tests a linear function of the index, several bounds, or steps the index in its test.</summary>
    private string Header(string index, string type, string bound, bool isInner)
    {
        var start = Start(isInner);
        var other = isInner ? "m" : _random.Of("n", _arrays[0].Length);
        return _random.Below(11) switch
        {
            0 => $"for ({type} {index} = {start}; {index} + 1 < {bound}; {index} += {_random.Of(1, 2)})",
            1 => $"for ({type} {index} = {start}; {index} + 4 <= {bound}; {index} += {_random.Of(1, 4)})",
            2 => $"for ({type} {index} = {start}; {_random.Of(2, 3)} * {index} < {bound}; {index}{_random.Of("++", " += 2")})",
            3 => $"for ({type} {index} = {start}; {index} < {bound} && {index} < {other}; {index}++)",
            4 => $"for ({type} {index} = {start}; {index} <= {bound} - 2 && {other} > {index}; {index} += {_random.Of(1, 3)})",
            5 => $"for ({type} {index} = {bound} - 1; {index} >= 0 && {index} > {start}; {index}--)",
            6 => $"for ({type} {index} = {bound}; {index}-- > {start};)",
            7 => $"for ({type} {index} = {bound}; --{index} >= {start};)",
            8 => $"for ({type} {index} = {start} - 1; ++{index} < {bound};)",
            9 => $"for ({type} {index} = {start}; 2 + {index} - {_random.Of(1, 3)} < {bound}; {index}++)",
            _ => $"for ({type} {index} = {bound} - 1; {index} - {_random.Of(1, 2)} >= {start}; {index}--)",
        };
    }

    /// <summary>A loop at the end of its type, from which the subscripts are counted.</summary>
    private IEnumerable<Node> LoopAtTheEnd(Scope scope, string index, int depth)
    {
        var (far, add, less) = (Name("f"), _random.Of(0, 1, 2, 5), _random.Of(0, 1, 2, 5, 6));
        scope.Indices.Add(new LoopIndex(index, "int", depth > 0 ? "m" : "n"));
        scope.MayContinue = true;
        var bound = depth > 0 ? "m" : "n";
        var isFalling = _random.Chance(40);
        var header = isFalling
            ? $"for (int {far} = int.MinValue + {bound}; {far} - {add} {_random.Of(">", ">=")} int.MinValue + {less}; {far}{_random.Of("--", " -= 2")})"
            : $"for (int {far} = int.MaxValue - {bound}; {far} + {add} {_random.Of("<", "<=")} int.MaxValue - {less}; {far}{_random.Of("++", " += 2")})";
        var first = isFalling ? $"int {index} = int.MinValue + {bound} - {far};" : $"int {index} = {far} - (int.MaxValue - {bound});";
        return
        [
            new Node(header, [],
            [
                new Node(first, []) { IsFixed = true },
                new Node($"if ({index} > {bound} + 3 || {index} < 0) throw new InvalidOperationException(\"far\");", []) { IsFixed = true },
                .. Statements(scope, depth),
            ]),
        ];
    }

    /// <summary>A <c>while</c> or a <c>do</c> that steps its index in the test, in the middle of the body or at its end.</summary>
    private IEnumerable<Node> SteppedElsewhere(Scope scope, string index, int depth)
    {
        var bound = depth > 0 ? "m" : "n";
        scope.Indices.Add(new LoopIndex(index, "int", bound));
        scope.MayContinue = false;
        var start = Start(depth > 0);
        Node Step(string text) => new(text, []) { IsFixed = true };
        switch (_random.Below(7))
        {
            case 0:
                scope.MayContinue = true;
                yield return Step($"int {index} = {bound};");
                yield return new Node($"while ({index}-- > {start})", [], Statements(scope, depth));
                break;
            case 1:
                scope.MayContinue = true;
                yield return Step($"int {index} = {start} - 1;");
                yield return new Node($"while (++{index} < {bound})", [], Statements(scope, depth));
                break;
            case 2:
                yield return Step($"int {index} = {start};");
                yield return new Node(
                    $"while ({index} {_random.Of("", "+ 1 ", "+ 3 ")}< {bound})", [], [.. Statements(scope, depth), Step($"{index}{_random.Of("++", " += 2")};"), .. Statement(scope, depth)]);
                break;
            case 3:
                yield return Step($"int {index} = {start};");
                var sum = Name("v");
                scope.Values.Add(("int", sum));
                yield return new Node($"while ({index} < {bound})", [], [Step($"int {sum} = 1;"), Step($"{sum} += {index}++;"), .. Statements(scope, depth)]);
                break;
            case 4:
                yield return Step($"int {index} = {start};");
                yield return new Node($"for (; {index} + 2 <= {bound}; {index} += 2)", [], Statements(scope, depth));
                break;
            case 5:
                yield return new Node($"for (int {index} = {start}; {index} < {bound};)", [], [.. Statements(scope, depth), Step($"{index} += {_random.Of(1, 2)};")]);
                yield break;
            default:
                yield return Step($"int {index} = {start};");
                yield return new Node("do", [], [.. Statements(scope, depth), Step($"{index}++;")]) { After = $"while ({index} < {bound});" };
                break;
        }

        if (depth == 0)
            yield return Step($"o = {index} & 7;");
    }
}
