namespace AutoParallel.Fuzz.Generation;

/// <content>Neighbouring elements that belong to one iteration.</content>
internal sealed partial class MethodGenerator
{
    /// <summary>Stores to all of the neighbouring elements that belong to an iteration, or to all fields of a struct, in any order.</summary>
    private IEnumerable<Node> Together(Scope scope)
    {
        var writable = _arrays.Where(a => a.IsWritable && a.Element != "bool" && (_style.Groups.ContainsKey(a.Name) || a.Kind == ContainerKind.Structures)
            && (!_style.IsTame || _style.Written.Contains(a.Name))).ToList();
        if (writable.Count == 0)
            return [Store(scope)];
        var array = _random.Of(writable);
        var count = _style.Groups.TryGetValue(array.Name, out var neighbours) ? neighbours : ElementTypes.Structure(array.Element)!.Value.Fields.Length;
        return Shuffled([.. Enumerable.Range(0, count)])
            .Select(place => new Node("{0} = {1};", [_expressions.Element(array, scope, place), _expressions.Result(array.Element, scope, 2)]));
    }

    private List<T> Shuffled<T>(List<T> items)
    {
        for (var i = items.Count - 1; i > 0 && _random.Chance(60); i--)
        {
            var other = _random.Between(0, i);
            (items[i], items[other]) = (items[other], items[i]);
        }

        return items;
    }
}
