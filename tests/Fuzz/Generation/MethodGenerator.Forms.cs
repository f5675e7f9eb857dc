namespace AutoParallel.Fuzz.Generation;

/// <content>The rarer forms of statements and loops.</content>
internal sealed partial class MethodGenerator
{
    private readonly List<string> _members = [];
    private string? _reference;

    /// <summary>Functions, tables and static fields that the method uses.</summary>
    private void DeclareHelpers(Scope scope)
    {
        if (_random.Chance(20))
        {
            var count = _random.Between(1, 2);
            for (var i = 0; i < count; i++)
                _style.Helpers.Add(_random.Chance(25) ? MakeGenericHelper() : MakeHelper());
        }

        if (_random.Chance(12))
        {
            _reference = Name("Bump");
            var type = _style.MainType;
            _members.Add($"private static void {_reference}(ref {type} x, {type} y) => x = ({type})(x {_random.Of("-", "+")} y);");
        }

        if (_random.Chance(8))
        {
            _members.Add($"private {_random.Of("static readonly", "static")} int {Name("Field")} = {_random.Between(1, 9)};");
            scope.Values.Add(("int", _members[^1].Split(' ')[^3]));
        }

        if (_random.Chance(6))
        {
            var table = Name("Table");
            _members.Add($"private static readonly int[] {table} = [3, 1, 4, 1, 5, 9, 2, 6];");
            scope.Values.Add(("int", $"{table}[o & 7]"));
        }

        if (_random.Chance(5))
        {
            var property = Name("Property");
            _members.Add($"private static int {property} => {_random.Of("7", "Environment.ProcessorCount > 0 ? 3 : 4", "Math.Max(2, 5)")};");
            scope.Values.Add(("int", property));
        }
    }

    private Helper MakeHelper()
    {
        var (name, type) = (Name("Helper"), _random.Chance(70) ? _style.MainType : _style.AnyType(_random));
        string[] parameters = [type, .. _random.Chance(60) ? new[] { _style.AnyType(_random) } : []];
        var list = string.Join(", ", parameters.Select((p, i) => $"{p} x{i}"));
        var expressions = new ExpressionGenerator(_random, [], _style);
        var inside = new Scope { Values = [.. parameters.Select((p, i) => (p, $"x{i}"))] };

        string Value(int depth) => expressions.Result(type, inside, depth).ToString();
        var (value, other, condition) = (Value(2), Value(1), expressions.Condition(inside, 1).ToString());
        var body = _random.Below(5) switch
        {
            0 or 1 => $"=> {value};",
            2 => $"{{ if ({condition}) return {value}; return {other}; }}",
            3 => $"{{ var y = {other}; for (int k = 0; k < {_random.Between(1, 6)}; k++) {{ if ({condition}) break; y = {value}; }} return y; }}",
            _ => $"{{ if ({condition}) {{ x0 = {value}; }} else if (x0 == {ElementTypes.Literal(type, 3)}) {{ return {other}; }} return x0; }}",
        };
        var text = $"private static {type} {name}({list}) {body}";

        // The scalars of the method are out of reach.
        text = System.Text.RegularExpressions.Regex.Replace(text, @"\bs\b", "x0");
        text = System.Text.RegularExpressions.Regex.Replace(text, @"\bo\b", "((int)x0)");
        return new Helper(name, type, parameters, text);
    }

    /// <summary>A class that hands out the elements of an array, at times after a look at the subscript; an object of it.</summary>
    private string DeclareCells(ArrayParameter cells, string array)
    {
        var (type, element) = (cells.Type, cells.Element);
        var check = _random.Chance(30) ? "if (i < 0 || i >= _cells.Length) throw new ArgumentException(); " : "";
        var declaration = $"public sealed class {type} {{ private readonly {element}[] _cells; public {type}({element}[] cells) => _cells = cells; "
            + $"public {element} this[int i] {{ get {{ {check}return _cells[i]; }} set {{ {check}_cells[i] = value; }} }} }}";
        if (!_members.Any(m => m.StartsWith($"public sealed class {type} ", StringComparison.Ordinal)))
            _members.Add(declaration);
        return $"new {type}({array})";
    }

    /// <summary>A loop over the elements of a container, with an index of its own.</summary>
    private IEnumerable<Node> ForEach(Scope outer)
    {
        if (_arrays.FirstOrDefault(a => a.Kind is ContainerKind.Array or ContainerKind.Span or ContainerKind.ReadOnlySpan or ContainerKind.List && a.Element != "bool") is not { } array)
            return Loop(outer, 0);
        var (index, element) = (Name("i"), Name("e"));
        var scope = outer.Inner();
        scope.Indices.Add(new LoopIndex(index, "int", "n"));
        scope.Values.Add((array.Element, element));
        scope.MayContinue = false;
        return
        [
            new Node($"int {index} = 0;", []),
            new Node($"foreach ({array.Element} {element} in {array.Name})", [], [.. Statements(scope, 0), new Node($"{index}++;", []) { IsFixed = true }]),
        ];
    }

    /// <summary>A loop that counts in its body.</summary>
    private IEnumerable<Node> WhileLoop(Scope scope, string index, int depth)
    {
        var bound = depth > 0 ? "m" : "n";
        scope.Indices.Add(new LoopIndex(index, "int", bound));
        scope.MayContinue = false;
        if (_random.Chance(40))
            return MeetingWhile(scope, index, bound, depth);
        var step = _random.Of($"{index}++;", $"++{index};", $"{index} += 1;", $"{index} += 2;");
        return
        [
            new Node($"int {index} = {Start(depth > 0)};", []),
            new Node($"while ({index} < {bound})", [], [.. Statements(scope, depth), new Node(step, []) { IsFixed = true }]),
        ];
    }

    /// <summary>A loop that steps two indices towards each other in its body.</summary>
    private IEnumerable<Node> MeetingWhile(Scope scope, string index, string bound, int depth)
    {
        var other = Name("j");
        scope.Indices.Add(new LoopIndex(other, "int", bound));
        var test = _random.Of($"{index} < {other}", $"{other} > {index}", $"{index} < {other}", $"{index} <= {other}");
        Node[] steps =
        [
            new Node(_random.Of($"{index}++;", $"{index} += 1;"), []) { IsFixed = true },
            new Node(_random.Of($"{other}--;", $"--{other};", $"{other} -= 1;"), []) { IsFixed = true },
        ];
        if (_random.Chance(50))
            Array.Reverse(steps);
        return
        [
            new Node($"int {index} = {Start(depth > 0)}, {other} = {bound} - {_random.Of(1, 1, 2)};", []),
            new Node($"while ({test})", [], [.. Statements(scope, depth), .. steps]),
        ];
    }

    private Node Switch(Scope scope, int depth)
    {
        var subject = _expressions.NotConstant("int", scope, 1);
        var sections = new List<Node>();
        var shared = _random.Chance(15) ? (Type: _style.AnyType(_random), Name: Name("v")) : default;
        foreach (var label in new[] { "case 0:", _random.Of("case 1:", "case 1 or 2:", "case > 2:"), "default:" })
        {
            if (label == "default:" && _random.Chance(30))
                continue;
            sections.Add(new Node(label, []));
            var inner = scope.Inner();
            inner.MayContinue = false;
            if (shared.Name is { } name)
            {
                sections.Add(new Node($"{(sections.Count == 1 ? shared.Type + " " : "")}{name} = {{0}};", [_expressions.Result(shared.Type, scope, 2)]) { IsFixed = true });
                inner.Values.Add(shared);
            }

            sections.Add(new Node("", [], Statements(inner, depth + 2)));
            sections.Add(new Node("break;", []));
        }

        return new Node("switch ({0}" + _random.Of(" & 3", " % 3", "") + ")", [subject], sections);
    }

    private IEnumerable<Node> TryCatch(Scope scope, int depth)
    {
        var inner = Statements(scope.Inner(), depth + 1);
        var second = _random.Of("finally", "catch (Exception)", "catch (IndexOutOfRangeException)", "catch (DivideByZeroException)");
        return [new Node("try", [], inner, [Store(scope.Inner())]) { Second = second }];
    }

    /// <summary>A structure in a local: copied from an array or made, changed, and at times stored.</summary>
    private IEnumerable<Node> StructureLocal(Scope scope)
    {
        var arrays = _arrays.Where(a => a.Kind == ContainerKind.Structures).ToList();
        if (arrays.Count == 0 || scope.Indices.Count == 0)
        {
            yield return Store(scope);
            yield break;
        }

        var (array, name) = (_random.Of(arrays), Name("z"));
        var (type, fields) = ElementTypes.Structure(array.Element)!.Value;
        var index = scope.Indices[_random.Chance(80) ? ^1 : 0].Name;
        var element = $"{array.Name}[{_random.Of(index, index, index, $"{index} + 1", $"p[{index} & 7]")}]";
        var made = $"new {type} {{{{ {string.Join(", ", fields.Select((f, k) => $"{f} = {{{k}}}"))} }}}}";
        Expression[] Values() => [.. fields.Select(_ => _expressions.Result(array.Element, scope, 2))];
        yield return _random.Below(6) switch
        {
            < 4 => new Node($"{type} {name} = {element};", []),
            4 => new Node($"{type} {name} = {made};", Values()),
            _ => new Node($"{type} {name} = default;", []),
        };
        foreach (var field in fields.Where(_ => _random.Chance(70)))
            scope.Values.Add((array.Element, $"{name}.{field}"));
        if (_random.Chance(60))
        {
            Node update = _random.Below(4) switch
            {
                0 => new Node($"{name} = {made};", Values()),
                1 => new Node($"{name} = {element};", []),
                _ => new Node($"{name}.{_random.Of(fields.ToCharArray())} = {{0}};", [_expressions.Result(array.Element, scope, 2)]),
            };
            yield return _random.Chance(40) ? new Node("if ({0})", [_expressions.Condition(scope, 1)], [update]) : update;
        }

        if ((!_style.IsTame || _style.Written.Contains(array.Name)) && _random.Chance(70))
            yield return _random.Chance(70) ? new Node($"{array.Name}[{index}] = {name};", []) : new Node($"{array.Name}[{index}] = {made};", Values());
    }

    /// <summary>A reference to an element, or a row of a jagged array, as a local.</summary>
    private IEnumerable<Node> OtherNameOfElement(Scope scope)
    {
        var rows = _arrays.Where(a => a.Kind == ContainerKind.Jagged && a.Element != "bool").ToList();
        if (scope.Indices.Count == 0)
            return [Declare(scope)];
        if (rows.Count > 0)
        {
            var (array, row) = (_random.Of(rows), Name("row"));
            scope.Values.Add((array.Element, $"{row}[1]"));
            if (_style.Written.Contains(array.Name) || !_style.IsTame)
                scope.Variables.Add((array.Element, $"{row}[{_random.Of("0", "1")}]"));
            return [new Node($"{array.Element}[] {row} = {array.Name}[{scope.Indices[0].Name}];", [])];
        }

        var targets = _arrays.Where(a => a.Kind is ContainerKind.Array or ContainerKind.Span or ContainerKind.Matrix && a.Element != "bool" && (!_style.IsTame || _style.Written.Contains(a.Name))).ToList();
        if (targets.Count == 0)
            return [Store(scope)];
        var (target, name) = (_random.Of(targets), Name("x"));
        scope.Values.Add((target.Element, name));
        scope.Variables.Add((target.Element, name));
        return
        [
            new Node($"ref {target.Element} {name} = ref {{0}};", [_expressions.Element(target, scope)]),
            new Node($"{name} = {{0}};", [_expressions.Result(target.Element, scope, 2)]),
        ];
    }

    private Node Leave(int depth) => _random.Below(3) switch
    {
        0 => new Node("throw new InvalidOperationException(\"stop\");", []),
        1 when depth == 0 => new Node("break;", []),
        _ => new Node("throw new ArgumentException($\"at {o}\");".Replace("{", "{{").Replace("}", "}}"), []),
    };

    /// <summary>A call that writes through a reference.</summary>
    private IEnumerable<Node> CallStatement(Scope scope)
    {
        var targets = _arrays.Where(a => a.Element == _style.MainType && a.Kind is ContainerKind.Array or ContainerKind.Span && (!_style.IsTame || _style.Written.Contains(a.Name))).ToList();
        if (_reference is null || targets.Count == 0 || scope.Indices.Count == 0 || ElementTypes.IsFloat(_style.MainType))
            return [Store(scope)];
        return [new Node($"{_reference}(ref {{0}}, {{1}});", [_expressions.Element(_random.Of(targets), scope), _expressions.Result(_style.MainType, scope, 1)])];
    }

    /// <summary>Two values at once: declared, assigned to variables, or stored in elements.</summary>
    private Node Deconstruct(Scope scope)
    {
        var targets = _arrays.Where(a => a.Kind is ContainerKind.Array or ContainerKind.Span && a.Element != "bool" && (!_style.IsTame || _style.Written.Contains(a.Name))).ToList();
        if (scope.Indices.Count > 0 && targets.Count > 0 && _random.Chance(30))
        {
            var (one, other) = (_random.Of(targets), _random.Of(targets));
            return new Node("({0}, {1}) = ({2}, {3});", [_expressions.Element(one, scope), _expressions.Element(other, scope), _expressions.Result(one.Element, scope, 2), _expressions.Result(other.Element, scope, 2)]);
        }

        if (scope.Variables.Count > 1 && _random.Chance(30))
        {
            var (one, other) = (scope.Variables[^1], scope.Variables[^2]);
            return new Node($"({one.Name}, {other.Name}) = ({{0}}, {{1}});", [NewValue(one, scope), NewValue(other, scope)]);
        }

        var declared = new[] { (Type: _style.AnyType(_random), Name: Name("v")), (Type: _style.AnyType(_random), Name: Name("v")) };
        Expression[] values = [.. declared.Select(d => _expressions.Result(d.Type, scope, 2))];
        var text = _random.Chance(50)
            ? $"var ({declared[0].Name}, {declared[1].Name}) = (({declared[0].Type})({{0}}), ({declared[1].Type})({{1}}));"
            : $"({declared[0].Type} {declared[0].Name}, {declared[1].Type} {declared[1].Name}) = ({{0}}, {{1}});";
        scope.Values.AddRange(declared);
        return new Node(text, values);
    }

    private IEnumerable<Node> DecimalLocal(Scope scope)
    {
        var (name, value) = (Name("d"), _expressions.NotConstant("int", scope, 1));
        scope.Values.Add(("int", $"(int){name}"));
        return [new Node($"decimal {name} = (decimal)({{0}} & 1023) / {_random.Of("7m", "3m", "0.5m")};", [value])];
    }
}
