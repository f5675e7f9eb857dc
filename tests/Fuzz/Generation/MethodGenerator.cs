namespace AutoParallel.Fuzz.Generation;

/// <summary>
/// Makes a method from a seed: one or two nests of loops over parameters of many kinds, with everything that makes a loop legal or
/// illegal to reorder.
/// </summary>
internal sealed partial class MethodGenerator
{
    private readonly Randomness _random;
    private readonly ulong _seed;
    private readonly List<ArrayParameter> _arrays = [];
    private readonly HashSet<string> _otherNames = [];
    private readonly List<(string Type, string Name)> _given = [];
    private readonly List<Accumulator> _accumulators = [];
    private readonly bool _isStrict;
    private readonly bool _isFast;
    private readonly Style _style;
    private readonly bool _hasSpans;
    private readonly ExpressionGenerator _expressions;
    private (string Type, string Name)? _lastValue;
    private bool _isLastConditional;
    private Accumulator? _located;
    private string? _floatSteps;
    private string? _step;
    private string? _induction;
    private (string Type, string Name)? _wrapAround;
    private CombinedArray? _combined;
    private ScratchArray? _scratch;
    private RunningArray? _running;
    private Recurrence? _recurrence;
    private ObjectArray? _objects;
    private StructArray? _structs;
    private int _names;

    private MethodGenerator(ulong seed)
    {
        _seed = seed;
        _random = new Randomness(seed);
        _isStrict = _random.Chance(20);
        _isFast = !_isStrict && _random.Chance(20);
        var isExact = _isFast || (!_isStrict && _random.Chance(40));
        _style = new Style(_random.Chance(70), isExact, _random.Of(ElementTypes.All)) { MayOverflow = _random.Chance(10) };
        _hasSpans = _random.Chance(35);
        var count = _random.Between(1, 4);
        for (var i = 0; i < count; i++)
        {
            var element = _random.Chance(5) ? "bool" : _random.Chance(75) ? _style.MainType : _style.AnyType(_random);
            var kind = Kind(i);
            if (kind == ContainerKind.Structures && ElementTypes.Structure(element) is null)
                kind = ContainerKind.Array;
            var array = new ArrayParameter(element, $"a{i}", kind);
            _arrays.Add(array);
            if (array.IsWritable && _random.Chance(i == 0 ? 85 : 25))
                _style.Written.Add(array.Name);
            if (array.Kind is ContainerKind.Array or ContainerKind.Span or ContainerKind.ReadOnlySpan or ContainerKind.List && _random.Chance(15))
                _style.Groups.Add(array.Name, _random.Of(2, 2, 3, 3, 4));
        }

        foreach (var array in _arrays.Where(a => _style.IsTame && _style.Written.Contains(a.Name) && a.Kind is not (ContainerKind.Matrix or ContainerKind.Jagged)))
        {
            if (_random.Chance(15))
                _style.Scattered.Add(array.Name);
        }

        _expressions = new ExpressionGenerator(_random, _arrays, _style);
    }

    /// <summary>The method of a seed.</summary>
    public static FuzzMethod Generate(ulong seed) => new MethodGenerator(seed).Method();

    private FuzzMethod Method()
    {
        var scope = new Scope { Values = [("int", "o"), ("double", "s")] };
        var body = new List<Node>();
        DeclareHelpers(scope);
        if (_random.Chance(6))
            body.Add(DeclareFunction(scope));
        var loops = _random.Chance(25) ? 2 : 1;
        for (var i = 0; i < loops; i++)
        {
            if (_random.Chance(30))
                body.Add(Declare(scope));
            DeclareAccumulators(body);
            var isAccumulating = _accumulators.Count > 0;
            if (_random.Chance(15))
                body.Add(DeclareLastValue());
            if (_random.Chance(12))
                body.Add(DeclareInduction());
            if (_random.Chance(12))
                body.Add(DeclareWrapAround());
            if (_random.Chance(10))
                body.AddRange(DeclareLocated());
            if (_random.Chance(5) && DeclareBest() is { } best)
                body.Add(best);
            if (_random.Chance(3))
                body.AddRange(TableLoop(scope));
            if (_random.Chance(5))
                body.AddRange(Neighbours(scope, 0));
            if (_random.Chance(8))
                body.Add(DeclareFloatSteps());
            if (_random.Chance(10))
                body.Add(DeclareStep());
            if (_random.Chance(10))
                DeclareOtherName(body);
            if (_random.Chance(12))
                DeclareCombined(body);
            if (_random.Chance(12))
                body.Add((_scratch = ScratchArray.Make(_random, _style, Name("c"))).Declaration);
            if (_random.Chance(15))
                body.AddRange((_running = RunningArray.Make(_random, _style, Name)).Declare(_random));
            if (_random.Chance(12))
                body.AddRange((_recurrence = Recurrence.Make(_random, _style, _arrays, _isFast, Name("q"))).Declare(_random));
            if (_random.Chance(8))
            {
                _objects = ObjectArray.Make(_style, _random, Name);
                _members.Add(_objects.Declaration);
                body.AddRange(_objects.Declare(_random));
            }

            if (_random.Chance(15))
            {
                _structs = StructArray.Make(_style, _random, _isStrict, Name);
                if (_structs.Declaration is { } declaration)
                    _members.Add(declaration);
                body.AddRange(_structs.Declare(_random));
            }

            body.AddRange(_random.Chance(6) ? ForEach(scope) : Loop(scope, 0));
            foreach (var (nodes, result) in new[] { _combined is { IsGiven: false } ? _combined.Fold(Name("q")) : null, _scratch?.Fold(_random, Name("q")), _running?.Fold(Name("q")), _recurrence?.Fold(Name("q")), _objects?.Fold(Name("q")), _structs?.Fold(Name("q")) }.OfType<(IEnumerable<Node>, (string, string))>())
            {
                body.AddRange(nodes);
                scope.Variables.Add(result);
            }

            (_combined, _scratch, _running, _recurrence, _objects, _structs) = (null, null, null, null, null, null);
            if (_located is { } located)
                scope.Variables.AddRange([(located.Type, located.Name), ("int", $"{located.Name}p")]);
            if (_best is { } place)
                scope.Variables.Add(("int", place.Name));
            _best = null;
            if (_floatSteps is { } steps)
                scope.Variables.Add(("float", steps));
            (_located, _floatSteps, _step) = (null, null, null);
            if (_lastValue is { } last)
                scope.Variables.Add(last);
            if (_induction is { } induction)
                scope.Variables.Add(("int", induction));
            if (_wrapAround is { } wrapAround)
                scope.Variables.Add(wrapAround);
            (_lastValue, _induction, _wrapAround) = (null, null, null);
            if (isAccumulating && loops > 1 && _random.Chance(30))
                scope.Values.AddRange(_accumulators.Where(a => !ElementTypes.IsFloat(a.Type)).Select(a => (a.Type, a.Name)));
        }

        var results = _accumulators.Select(a => (a.Type, a.Name)).Concat(scope.Variables).Take(7).ToList();
        body.Add(results.Count == 0 ? new Node("return 0;", []) : results.Count == 1
            ? new Node($"return {results[0].Name};", [])
            : new Node($"return ({string.Join(", ", results.Select(r => r.Name))});", []));
        var type = results.Count == 0 ? "int" : results.Count == 1 ? results[0].Type : $"({string.Join(", ", results.Select(r => r.Type))})";
        var parameters = _arrays.Where(a => !_otherNames.Contains(a.Name)).Select(a => (a.Type, a.Name)).Concat(_given).Concat([("int[]", "p"), ("int", "n"), ("int", "m"), ("int", "o"), ("double", "s")]);
        var fields = _random.Chance(10) ? _arrays.Where(a => !_otherNames.Contains(a.Name) && a.Kind is not (ContainerKind.Span or ContainerKind.ReadOnlySpan)).Select(a => (a.Type, a.Name)).Concat(_given).Append(("int", "m")).ToList() : [];
        return new FuzzMethod(_seed, Attribute(), type, [.. parameters.Except(fields)], body, _random.Chance(75), _style.IsExact)
        {
            Fields = fields,
            Helpers = [.. _members, .. _style.Helpers.Select(h => h.Declaration)],
        };
    }

    private void DeclareCombined(List<Node> body)
    {
        _combined = CombinedArray.Make(_random, _style, _isStrict, Name("h"));
        if (_combined.IsGiven)
            _given.Add(($"{_combined.Element}[]", _combined.Name));
        else
            body.Add(_combined.Declaration);
    }

    private string Attribute()
    {
        var options = new List<string>();
        if (_isStrict)
            options.Add("FloatMode = FloatMode.Strict");
        if (_isFast)
            options.Add("FloatMode = FloatMode.Fast");
        if (_random.Chance(10))
            options.Add($"Schedule = Schedule.{_random.Of("Static", "Dynamic", "Guided")}");
        if (_random.Chance(10))
            options.Add($"ChunkSize = {_random.Of(1, 3, 64)}");
        if (_random.Chance(8))
            options.Add("Vectorize = false");
        return options.Count == 0 ? "[Parallel]" : $"[Parallel({string.Join(", ", options)})]";
    }

    private ContainerKind Kind(int position) => _hasSpans
        ? position > 0 && _random.Chance(40) ? ContainerKind.ReadOnlySpan : ContainerKind.Span
        : AnyKind(position);

    private ContainerKind AnyKind(int position) => _random.Below(23) switch
    {
        < 9 => ContainerKind.Array,
        < 13 => ContainerKind.Span,
        < 15 when position > 0 => ContainerKind.ReadOnlySpan,
        15 => ContainerKind.List,
        16 or 17 => ContainerKind.Matrix,
        18 => ContainerKind.Jagged,
        19 or 20 or 21 => ContainerKind.Structures,
        _ => ContainerKind.Array,
    };

    private void DeclareAccumulators(List<Node> body)
    {
        if (_random.Chance(45))
            return;
        var count = _random.Chance(25) ? 2 : 1;
        for (var i = 0; i < count; i++)
        {
            var accumulator = NewAccumulator();
            _accumulators.Add(accumulator);
            body.Add(new Node($"{accumulator.Type} {accumulator.Name} = {Start(accumulator)};", []));
        }
    }

    /// <summary>A variable that every iteration sets and none reads; its last value is returned.</summary>
    private Node DeclareLastValue()
    {
        var (type, name) = (_style.AnyType(_random), Name("last"));
        _lastValue = (type, name);
        _isLastConditional = _random.Chance(50);
        return new Node($"{type} {name} = {ElementTypes.Literal(type, 1)};", []);
    }

    /// <summary>An extremum, and where it was found.</summary>
    private IEnumerable<Node> DeclareLocated()
    {
        _located = new Accumulator(_style.AnyType(_random) is var type && type == "char" ? "ushort" : type, Name("x"), _random.Of(AccumulatorKind.SmallestByIf, AccumulatorKind.LargestByTernary));
        var start = _random.Chance(70) ? Start(_located) : ElementTypes.Literal(_located.Type, 3);
        return [new Node($"{_located.Type} {_located.Name} = {start};", []), new Node($"int {_located.Name}p = -1;", [])];
    }

    private Node Locate(Accumulator located, Scope scope)
    {
        var relation = (located.Kind, _random.Chance(70)) switch
        {
            (AccumulatorKind.SmallestByIf, true) => "<",
            (AccumulatorKind.SmallestByIf, false) => "<=",
            (_, true) => ">",
            _ => ">=",
        };
        var value = _expressions.NotConstant(located.Type, scope, 1);
        Node[] found = [new Node($"{located.Name} = {{0}};", [value]), new Node($"{located.Name}p = (int){scope.Indices[0].Name};", [])];
        return new Node($"if ({{0}} {relation} {located.Name})", [value], _random.Chance(50) ? found : [found[1], found[0]]);
    }

    /// <summary>A floating-point variable that every iteration moves on, by a whole number or not.</summary>
    private Node DeclareFloatSteps()
    {
        _floatSteps = Name("f");
        return new Node($"float {_floatSteps} = {(_style.IsExact ? _random.Of("0", "3", "-2") : _random.Of("0", "-0f", "3", "-2", "16777000"))};", []);
    }

    /// <summary>A step that the compiler does not know.</summary>
    private Node DeclareStep()
    {
        _step = Name("t");
        return new Node($"int {_step} = (o & 3) + 1;", []);
    }

    /// <summary>Another name for an array, at times for one of two.</summary>
    private void DeclareOtherName(List<Node> body)
    {
        if (_arrays.FirstOrDefault(a => a.Kind == ContainerKind.Array) is not { } array)
            return;
        var isSlice = _random.Chance(35);
        var isObject = !isSlice && _random.Chance(40);
        var other = array with { Name = Name("b"), Kind = isSlice ? ContainerKind.Span : isObject ? ContainerKind.Object : array.Kind };
        var second = _arrays.LastOrDefault(a => a.Kind == ContainerKind.Array && a.Element == array.Element && !_otherNames.Contains(a.Name));
        var value = isSlice ? $"{array.Name}.AsSpan({_random.Of("o", "1", "0")})"
            : second is not null && second != array && _random.Chance(30) ? $"o > 1 ? {array.Name} : {second.Name}" : array.Name;
        if (isObject)
            value = DeclareCells(other, value);
        body.Add(new Node($"{other.Type} {other.Name} = {value};", []));
        _arrays.Add(other);
        _otherNames.Add(other.Name);
        if (_style.Written.Contains(array.Name))
            _style.Written.Add(other.Name);
        if (_style.Scattered.Contains(array.Name))
            _style.Scattered.Add(other.Name);
    }

    /// <summary>A variable that every iteration moves on by the same constant; it is used as an index.</summary>
    private Node DeclareInduction()
    {
        _induction = Name("k");
        return new Node($"int {_induction} = {_random.Of("0", "0", "1", "o", "-1", "n - 1")};", []);
    }

    /// <summary>A variable whose value one iteration leaves to the next.</summary>
    private Node DeclareWrapAround()
    {
        var type = _style.AnyType(_random);
        _wrapAround = (type, Name("w"));
        return new Node($"{type} {_wrapAround.Value.Name} = {ElementTypes.Literal(type, 2)};", []);
    }

    private Accumulator NewAccumulator()
    {
        var type = _style.AnyType(_random);
        if (type == "char")
            type = "ushort";
        var kind = _random.Of(Enum.GetValues<AccumulatorKind>());
        if (kind == AccumulatorKind.Count)
            type = _random.Of("int", "long");
        if (ElementTypes.IsFloat(type) && kind is AccumulatorKind.And or AccumulatorKind.Or or AccumulatorKind.Xor)
            kind = AccumulatorKind.Maximum;
        if (ElementTypes.IsFloat(type) && kind is AccumulatorKind.Sum or AccumulatorKind.Product && (!_style.IsExact || type == "Half") && !_isStrict)
            kind = AccumulatorKind.SmallestByIf;
        return new Accumulator(type, Name("r"), kind);
    }

    private static string Start(Accumulator accumulator) => accumulator.Kind switch
    {
        AccumulatorKind.Product => accumulator.Type == "Half" ? "(Half)1" : "1",
        AccumulatorKind.Minimum or AccumulatorKind.SmallestByIf => ElementTypes.IsFloat(accumulator.Type) ? $"{accumulator.Type}.PositiveInfinity" : $"{accumulator.Type}.MaxValue",
        AccumulatorKind.Maximum or AccumulatorKind.LargestByTernary => ElementTypes.IsFloat(accumulator.Type) ? $"{accumulator.Type}.NegativeInfinity" : $"{accumulator.Type}.MinValue",
        AccumulatorKind.And => $"{accumulator.Type}.MaxValue",
        _ => accumulator.Type == "Half" ? "(Half)0" : "0",
    };

    private IEnumerable<Node> Loop(Scope outer, int depth)
    {
        var scope = outer.Inner();
        var index = Name("i");
        var isInner = depth > 0;
        var bound = isInner ? "m" : "n";
        var type = _random.Chance(8) ? "long" : "int";
        var form = _random.Below(isInner ? 26 : 20);
        if (form == 19)
            return WhileLoop(scope, index, depth);
        if (type == "int" && _random.Chance(10))
            return _random.Chance(40) ? LoopAtTheEnd(scope, index, depth) : SteppedElsewhere(scope, index, depth);
        if (form is 22 or 25)
            bound = "n";
        scope.Indices.Add(new LoopIndex(index, type, bound));
        scope.MayContinue = true;
        if (!isInner && _induction is { } induction)
            scope.Indices.Add(new LoopIndex(induction, "int", "n"));
        if (!isInner && _wrapAround is { } wrapAround)
            scope.Values.Add(wrapAround);
        if (!isInner && _floatSteps is { } steps)
            scope.Values.Add(("float", steps));
        var header = type == "int" && _random.Chance(6) ? Meeting(scope, index, isInner)
            : type == "int" && _random.Chance(4) ? SecondIndex(scope, index, bound)
            : bound != "n" == isInner && _random.Chance(12) ? Header(index, type, bound, isInner)
            : !isInner && type == "int" && _step is { } step ? _random.Chance(70)
                ? $"for (int {index} = {Start(false)}; {index} < n; {index} += {step})"
                : $"for (int {index} = n - 1; {index} > 0; {index} -= {step})"
            : form switch
            {
                < 7 => $"for ({type} {index} = {Start(isInner)}; {index} < {bound}; {index}++)",
                7 => $"for ({type} {index} = {Start(isInner)}; {index} <= {bound} - 1; {index}++)",
                8 => $"for ({type} {index} = {bound} - 1; {index} >= {Start(isInner)}; {index}--)",
                9 => $"for ({type} {index} = {bound}; {index} > {Start(isInner)}; --{index})",
                10 => $"for ({type} {index} = {Start(isInner)}; {index} < {bound}; {index} += {_random.Of(2, 3, 5)})",
                11 => $"for ({type} {index} = {Start(isInner)}; {index} < {bound} - {_random.Between(1, 4)}; {index}++)",
                12 => $"for ({type} {index} = {bound} - 1; {index} >= {Start(isInner)}; {index} -= {_random.Of(2, 4)})",
                13 => $"foreach ({type} {index} in Loops.Prange({(type == "long" ? "(long)" : "")}{Start(isInner)}, {bound}{_random.Of("", "", ", 2", ", schedule: Schedule.Dynamic, chunkSize: 3", ", maxWorkers: 2")}))",
                14 when !isInner => $"for ({type} {index} = {Start(isInner)}; {index} < {_arrays[0].Length}; {index}++)",
                20 => $"for ({type} {index} = 0; {index} < Math.Min({outer.Indices[0].Name}, m); {index}++)",
                21 => $"for ({type} {index} = 0; {index} <= {outer.Indices[^1].Name} && {index} < m; {index}++)",
                22 => $"for ({type} {index} = ({type})({outer.Indices[0].Name}); {index} < {outer.Indices[0].Name} + m; {index}++)",
                23 => $"for ({type} {index} = 0; {index} < {_random.Of($"(int)(p[{outer.Indices[0].Name}] & 3)", $"Math.Min((int)(p[{outer.Indices[0].Name}] & 15), m)")}; {index}++)",
                24 => $"for ({type} {index} = m - 1; {index} >= ({outer.Indices[0].Name} & 1); {index}--)",
                25 => $"for ({type} {index} = ({type})({outer.Indices[0].Name}) + 1; {index} < n && {index} < {outer.Indices[0].Name} + 9; {index}++)",
                _ => $"for ({type} {index} = {Start(isInner)}; {index} < {bound}; {index} = {index} + 1)",
            };
        if (form == 23 && outer.Indices[0].Type == "long")
            header = header.Replace($"p[{outer.Indices[0].Name}]", $"p[(int){outer.Indices[0].Name}]", StringComparison.Ordinal);
        return [new Node(header, [], Statements(scope, depth))];
    }

    private string Start(bool isInner) => isInner ? _random.Of("0", "0", "0", "1") : _random.Of("0", "0", "0", "1", "4", "o");

    private List<Node> Statements(Scope scope, int depth)
    {
        var nodes = new List<Node>();
        if (depth == 0 && _random.Chance(8))
            nodes.Add(DeclareFunction(scope));
        var isCopiedLast = _random.Chance(50);
        if (!isCopiedLast)
            AddCopied(nodes, scope, depth);
        var isFirst = depth == 0 && _random.Chance(50);
        if (isFirst && _induction is { } first)
            nodes.Add(Advance(first, scope));
        var isLocatedFirst = _random.Chance(50);
        if (depth == 0 && isLocatedFirst && _located is { } located)
            nodes.Add(Locate(located, scope));
        var count = _random.Between(1, depth == 0 ? 4 : 3);
        for (var i = 0; i < count; i++)
            nodes.AddRange(Statement(scope, depth));
        if (depth == 0 && !nodes.Any(n => n.Format.Contains("[{", StringComparison.Ordinal)) && _random.Chance(60))
            nodes.Add(Store(scope));
        if (isCopiedLast)
            AddCopied(nodes, scope, depth);
        if (depth == 0 && _random.Chance(8))
            nodes.Insert(_random.Between(0, nodes.Count), Leave(scope));
        if (depth == 0 && _induction is { } induction && !isFirst)
            nodes.Add(Advance(induction, scope));
        if (depth == 0 && _wrapAround is { } wrapAround)
        {
            // One that reads itself is a sum, whose order is not the sequential one.
            var mayRead = !ElementTypes.IsFloat(wrapAround.Type) || _style.IsExact || _isStrict;
            nodes.Add(new Node($"{wrapAround.Name} = {{0}};", [mayRead ? _expressions.Result(wrapAround.Type, scope, 2) : _expressions.NotConstant(wrapAround.Type, scope, 1)]));
        }

        if (depth == 0 && _lastValue is { } last)
        {
            var assignment = new Node($"{last.Name} = {{0}};", [NewValue(last, scope)]);
            nodes.Add(_isLastConditional ? new Node("if ({0})", [_expressions.Condition(scope, 1)], [assignment]) : assignment);
        }

        if (depth == 0 && !isLocatedFirst && _located is { } late)
            nodes.Add(Locate(late, scope));
        if (depth == 0 && _best is { } best)
            nodes.AddRange(CompareWithBest(best, scope));
        if (depth == 0 && _floatSteps is { } floatSteps)
        {
            // Something reads it, so that it is no sum, whose order would not be the sequential one.
            nodes.Insert(0, new Node($"float {Name("g")} = {floatSteps};", []));
            nodes.Insert(_random.Between(0, nodes.Count), new Node($"{floatSteps} += {(_style.IsExact ? _random.Of("1", "2", "-3") : _random.Of("1", "2", "-3", "(float)s", "0.5f"))};", []));
        }

        return nodes;
    }

    /// <summary>What combines values into an array or uses one for what lasts an iteration.</summary>
    private void AddCopied(List<Node> nodes, Scope scope, int depth)
    {
        if (_combined is { } combined && (depth == 0 || _random.Chance(20)))
            nodes.Add(combined.Update(_random, _expressions, scope));
        if (depth == 0 && _scratch is { } scratch)
            nodes.AddRange(scratch.Use(_random, _expressions, scope, Name));
        if (depth == 0 && _running is { } running)
            nodes.AddRange(running.Use(_random, _expressions, scope));
        if (depth == 0 && _recurrence is { } recurrence)
            nodes.AddRange(recurrence.Use(_random, _style, _expressions, scope));
        if (depth == 0 && _objects is { } objects)
            nodes.AddRange(objects.Use(_random, _expressions, scope));
        if (depth == 0 && _structs is { } structs)
            nodes.AddRange(structs.Use(_random, _style, _expressions, scope));
    }

    /// <summary>A way out of the outermost loop, at times a late one.</summary>
    private Node Leave(Scope scope)
    {
        var outer = scope.Indices[0];
        var names = new Scope { Indices = [outer], Values = [("double", "s"), ("int", "o")] };
        return new Node($"if ({outer.Name} > {_random.Of("-1", "20", "270", "600", "1000")} && {{0}})", [_expressions.Condition(names, 1)], [new Node("break;", [])]);
    }

    /// <summary>The step of a secondary induction variable, at times on both ways through a branch.</summary>
    private Node Advance(string induction, Scope scope)
    {
        var step = new Node($"{induction} {_random.Of("+= 1", "+= 1", "+= 2", "-= 1", "= " + induction + " + 3")};", []);
        return _random.Chance(25) ? new Node("if ({0})", [_expressions.Condition(scope, 1)], [step, Store(scope.Inner())], [step]) : step;
    }

    private IEnumerable<Node> Statement(Scope scope, int depth)
    {
        switch (_random.Below(30))
        {
            case < 6:
                return [Store(scope)];
            case < 9:
                return [_random.Chance(20) ? Deconstruct(scope) : Declare(scope)];
            case < 11 when _accumulators.Count > 0:
                return [Accumulate(_random.Of(_accumulators), scope)];
            case < 13 when depth < 3:
                return [Branch(scope, depth)];
            case 13 when depth < 2 && scope.Indices.Count < 3:
                return Loop(scope, depth + 1);
            case 14 when depth < 2:
                return _random.Chance(70) ? While(scope, depth) : OwnRange(scope, depth);
            case 15 when scope.Variables.Count > 0:
                var variable = _random.Of(scope.Variables);
                return [new Node($"{variable.Name} = {{0}};", [NewValue(variable, scope)])];
            case 16 when scope.MayContinue && scope.Indices.Count > 0:
                return [new Node("if ({0})", [_expressions.Condition(scope, 1)], [new Node("continue;", [])])];
            case 18 when scope.Indices.Count > 0:
                return Together(scope);
            case 17 when depth < 2 && scope.Indices.Count < 3:
                return InnerReduction(scope, depth);
            case 20 when depth < 3:
                return [Switch(scope, depth)];
            case 21 when depth < 2 && _random.Chance(40):
                return TryCatch(scope, depth);
            case 22 or 23 or 28 when _arrays.Exists(a => a.Kind == ContainerKind.Structures) && _random.Chance(80):
                return StructureLocal(scope);
            case 22 or 23:
                return OtherNameOfElement(scope);
            case 24 when depth > 0 && scope.Indices.Count > 1 && scope.MayContinue:
                return [new Node("if ({0})", [_expressions.Condition(scope, 1)], [new Node("break;", [])])];
            case 25 when _random.Chance(25):
                return [new Node("if ({0})", [_expressions.Condition(scope, 2)], [Leave(depth)])];
            case 26 when _members.Count > 0:
                return CallStatement(scope);
            case 27 when _random.Chance(30):
                return DecimalLocal(scope);
            case 28 when _random.Chance(25) && _arrays.Skip(1).FirstOrDefault(a => a.Kind == ContainerKind.List && a.Element != "bool") is { } list:
                return [new Node($"{list.Name}.Add({{0}});", [_expressions.Result(list.Element, scope, 1)])];
            case 29 when depth < 2 && scope.Indices.Count < 3 && _random.Chance(60):
                return Neighbours(scope, depth);
            case 29 when depth < 3:
                return [Branch(scope, depth)];
            default:
                return [Store(scope)];
        }
    }

    /// <summary>A value for a variable from outside the loop: a rounded one that reads itself may be a sum, whose order is not the sequential one.</summary>
    private Expression NewValue((string Type, string Name) variable, Scope scope)
    {
        var others = scope.Inner();
        if (ElementTypes.IsFloat(variable.Type) && !_style.IsExact && !_isStrict)
            others.Values.RemoveAll(v => v.Name == variable.Name);
        return _expressions.Result(variable.Type, others, 2);
    }

    private Node Declare(Scope scope)
    {
        var type = _style.AnyType(_random);
        var name = Name("v");
        var node = new Node($"{type} {name} = {{0}};", [_expressions.Result(type, scope, 3)]);
        scope.Values.Add((type, name));
        if (!_style.IsTame || scope.Indices.Count > 0)
            scope.Variables.Add((type, name));
        return node;
    }

    private Node Store(Scope scope)
    {
        var writable = _arrays.Where(a => a.IsWritable && (!_style.IsTame || _style.Written.Contains(a.Name))).ToList();
        if (scope.Indices.Count == 0 || writable.Count == 0)
            return Declare(scope);
        var array = _random.Of(writable);
        if (scope.Indices.Count == 1 && _induction is null && array.Kind == ContainerKind.Array && ElementTypes.IsFloat(array.Element) is false && array.Element != "bool" && _random.Chance(6))
            return new Node($"{array.Name}[{_random.Of("0", "1", "o")}] {_random.Of("+=", "-=", "^=", "=")} {{0}};", [_expressions.Result(array.Element, scope, 2)]);
        if (_induction is { } induction && array.Kind is ContainerKind.Array or ContainerKind.Span && array.Element != "bool" && _random.Chance(25))
            return new Node($"{array.Name}[{_random.Of($"{induction}++", $"++{induction}", $"--{induction}")}] = {{0}};", [_expressions.Result(array.Element, scope, 2)]);
        var target = _expressions.Element(array, scope);
        if (array.Element == "bool")
            return new Node($"{{0}} {_random.Of("=", "=", "&=", "|=", "^=")} {{1}};", [target, _expressions.Condition(scope, 2)]);

        // A sum in one element is a reduction, whose order is not the sequential one.
        if (ElementTypes.IsFloat(array.Element) && !_style.IsExact && !_isStrict && !target.ToString().Contains(scope.Indices[^1].Name, StringComparison.Ordinal))
            return Declare(scope);
        var mayAccumulate = !ElementTypes.IsFloat(array.Element) || (!_style.IsExact && (_isStrict || IsOwnElement(target, scope)));
        var assignment = mayAccumulate && _random.Chance(_style.Scattered.Contains(array.Name) ? 5 : 25) ? _random.Of("+=", "-=", "*=") : "=";
        return new Node($"{{0}} {assignment} {{1}};", [target, _expressions.Result(array.Element, scope, 3)]);
    }

    /// <summary>Whether no other iteration of any loop around has the element: then a sum in it has one order.</summary>
    private static bool IsOwnElement(Expression target, Scope scope)
    {
        var text = target.ToString();
        var subscript = text[(text.IndexOf('[', StringComparison.Ordinal) + 1)..^1];
        return scope.Indices.Count == 1 && (subscript == scope.Indices[0].Name || subscript.Split(' ') is [var index, "+" or "-", var offset] && index == scope.Indices[0].Name && int.TryParse(offset, out _));
    }

    private Node Branch(Scope scope, int depth)
    {
        var condition = _expressions.Condition(scope, 2);
        var then = Statements(scope.Inner(), depth + 1);
        return new Node("if ({0})", [condition], then, _random.Chance(40) ? Statements(scope.Inner(), depth + 1) : null);
    }

    private Node Accumulate(Accumulator accumulator, Scope scope)
    {
        var (type, name) = (accumulator.Type, accumulator.Name);
        var value = _expressions.Result(type, scope, 2);
        var cast = ElementTypes.IsSmall(type) ? $"({type})" : "";
        var plain = _expressions.NotConstant(type, scope, 1);
        return accumulator.Kind switch
        {
            AccumulatorKind.Sum => new Node(
                _random.Of($"{name} += {{0}};", $"{name} -= {{0}};", $"{name} = {cast}({name} + {{0}});", $"{name} = {cast}({{0}} + {name});"), [value]),
            AccumulatorKind.Product => new Node(
                $"{name} *= {{0}};",
                [ElementTypes.IsFloat(type)
                    ? new Expression(type, $"({{0}} ? {ElementTypes.Literal(type, 1)} : {ElementTypes.Literal(type, -1)})", [_expressions.Condition(scope, 1)])
                    : value]),
            AccumulatorKind.Minimum => new Node(_random.Of($"{name} = {ElementTypes.Extremes(type)}.Min({name}, {{0}});", $"{name} = {ElementTypes.Extremes(type)}.Min({{0}}, {name});"), [plain]),
            AccumulatorKind.Maximum => new Node($"{name} = {ElementTypes.Extremes(type)}.Max({name}, {{0}});", [plain]),
            AccumulatorKind.SmallestByIf => new Node(
                "if ({0} " + (_random.Chance(80) ? "<" : "<=") + $" {name})", [plain], [new Node($"{name} = {{0}};", [plain])]),
            AccumulatorKind.LargestByTernary => new Node($"{name} = {{0}} > {name} ? {{0}} : {name};", [plain]),
            AccumulatorKind.And => new Node($"{name} &= {{0}};", [value]),
            AccumulatorKind.Or => new Node($"{name} |= {{0}};", [value]),
            AccumulatorKind.Xor => new Node($"{name} ^= {{0}};", [value]),
            _ => new Node("if ({0})", [_expressions.Condition(scope, 1)], [new Node($"{name}++;", [])]),
        };
    }

    private string Name(string prefix) => $"{prefix}{_names++}";
}
