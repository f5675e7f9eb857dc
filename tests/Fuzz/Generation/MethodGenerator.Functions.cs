namespace AutoParallel.Fuzz.Generation;

/// <content>Local functions, and loops with two indices.</content>
internal sealed partial class MethodGenerator
{
    private readonly List<(string Type, string Text)> _calls = [];

    /// <summary>A local function of what is in scope, others among it, and a call of it as a value.</summary>
    private Node DeclareFunction(Scope scope)
    {
        var (name, type) = (Name("Local"), _style.AnyType(_random));

        // Spans and references cannot be captured.
        var expressions = new ExpressionGenerator(_random, [.. _arrays.Where(a => a.Kind is not (ContainerKind.Span or ContainerKind.ReadOnlySpan))], _style);
        var inside = new Scope
        {
            Values = [.. scope.Indices.Count == 0 ? scope.Values : [("int", "o"), ("double", "s"), .. _calls], (type, "x0")],
            Indices = [.. scope.Indices],
        };
        var value = expressions.Result(type, inside, 2);
        (string, string) call = (type, $"{name}({(type == "int" ? "o" : $"({type})s")})");
        scope.Values.Add(call);
        if (scope.Indices.Count == 0)
            _calls.Add(call);
        return _random.Chance(70)
            ? new Node($"{type} {name}({type} x0) => {{0}};", [value])
            : new Node($"{type} {name}({type} x0) {{{{ if ({{0}}) return {{1}}; return x0; }}}}", [expressions.Condition(inside, 1), value]);
    }

    /// <summary>The header of a loop whose two indices step towards each other.</summary>
    private string Meeting(Scope scope, string index, bool isInner)
    {
        var other = Name("j");
        var bound = isInner ? "m" : "n";
        scope.Indices.Add(new LoopIndex(other, "int", bound));
        scope.MayContinue &= _random.Chance(50);
        var (start, end) = (Start(isInner), $"{bound} - {_random.Of(1, 1, 2)}");
        return _random.Below(4) switch
        {
            0 => $"for (int {index} = {start}, {other} = {end}; {index} <= {other}; {index}++, {other}--)",
            1 => $"for (int {index} = {start}, {other} = {end}; {other} > {index}; {other}--, {index}++)",
            _ => $"for (int {index} = {start}, {other} = {end}; {index} < {other}; {index}++, {other}--)",
        };
    }
}
