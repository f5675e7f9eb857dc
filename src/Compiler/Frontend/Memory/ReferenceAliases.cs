using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Which array variables of a method may hold one array where an operation stands, because the method itself has assigned one to the
/// other: a forward analysis over its statements, loops until nothing changes. What a caller passes twice is not considered.
/// </summary>
internal sealed class ReferenceAliases
{
    private readonly IOperation _place;
    private HashSet<(ISymbol, ISymbol)>? _found;

    private ReferenceAliases(IOperation place) => _place = place;

    /// <summary>For each variable that some code mentions and that shares its array with another one that it mentions, the other.</summary>
    /// <param name="place">Where the variables have their values.</param>
    /// <param name="code">The code.</param>
    /// <param name="whole">The method.</param>
    public static Dictionary<ISymbol, ISymbol> At(IOperation place, IOperation code, IOperation whole)
    {
        var analysis = new ReferenceAliases(place);
        analysis.Visit(whole, new HashSet<(ISymbol, ISymbol)>(PairComparer.Instance));
        var mentioned = new HashSet<ISymbol>(code.Descendants().Select(VariableOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        var pairs = (analysis._found ?? []).Where(p => mentioned.Contains(p.Item1) && mentioned.Contains(p.Item2)).ToList();
        var representatives = new Dictionary<ISymbol, ISymbol>(SymbolEqualityComparer.Default);

        // What may be one array with either of two others on different paths stands for neither.
        foreach (var group in pairs.GroupBy(p => p.Item1, SymbolEqualityComparer.Default))
        {
            var same = group.Select(p => p.Item2).Append(group.Key!).ToList();
            var first = same.OrderBy(v => v.Locations[0].SourceSpan.Start).First();
            if (same.All(one => same.All(other => SymbolEqualityComparer.Default.Equals(one, other) || analysis._found!.Contains((one, other))))
                && !SymbolEqualityComparer.Default.Equals(first, group.Key))
            {
                representatives[group.Key!] = first;
            }
        }

        return representatives;
    }

    private void Visit(IOperation operation, HashSet<(ISymbol, ISymbol)> pairs)
    {
        if (operation == _place)
        {
            if (_found is null)
                _found = Copy(pairs);
            else
                _found.UnionWith(pairs);
            return;
        }

        switch (operation)
        {
            case ILoopOperation:
                var size = -1;
                while (size != pairs.Count)
                {
                    size = pairs.Count;
                    var once = Copy(pairs);
                    Children(operation, once);
                    pairs.UnionWith(once);
                }

                break;
            case IConditionalOperation { Type: null } branch:
                Visit(branch.Condition, pairs);
                var otherwise = Copy(pairs);
                Visit(branch.WhenTrue, pairs);
                if (branch.WhenFalse is { } whenFalse)
                    Visit(whenFalse, otherwise);
                pairs.UnionWith(otherwise);
                break;
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets } deconstruction when Tuple(deconstruction.Value) is { } values
                && values.Elements.Length == targets.Elements.Length:
                var before = Copy(pairs);
                var list = targets.Elements.Select(VariableOf).ToList();
                foreach (var target in list.OfType<ISymbol>())
                    Kill(target, pairs);
                for (var i = 0; i < list.Count; i++)
                {
                    for (var j = 0; j < i; j++)
                    {
                        if (list[i] is { } one && list[j] is { } two && VariableOf(values.Elements[i]) is { } left && VariableOf(values.Elements[j]) is { } right
                            && (SymbolEqualityComparer.Default.Equals(left, right) || before.Contains((left, right))))
                        {
                            Join(one, two, pairs);
                        }
                    }

                    if (list[i] is { } assigned && VariableOf(values.Elements[i]) is { } source && !list.Contains(source, SymbolEqualityComparer.Default))
                        Assign(assigned, source, before, pairs);
                }

                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment when VariableOf(assignment.Target) is { } target:
                Children(operation, pairs);
                Assign(target, VariableOf(assignment.Value), Copy(pairs), pairs, true);
                break;
            case IVariableDeclaratorOperation { Symbol: { IsRef: false, Type: IArrayTypeSymbol } local } declarator:
                Children(operation, pairs);
                Assign(local, declarator.GetVariableInitializer()?.Value is { } value ? VariableOf(value) : null, Copy(pairs), pairs, true);
                break;
            default:
                Children(operation, pairs);
                break;
        }
    }

    private void Children(IOperation operation, HashSet<(ISymbol, ISymbol)> pairs)
    {
        foreach (var child in operation.ChildOperations)
            Visit(child, pairs);
    }

    private static void Assign(ISymbol target, ISymbol? source, HashSet<(ISymbol, ISymbol)> before, HashSet<(ISymbol, ISymbol)> pairs, bool kills = false)
    {
        if (source is not null && SymbolEqualityComparer.Default.Equals(target, source))
            return;
        if (kills)
            Kill(target, pairs);
        if (source is null)
            return;
        Join(target, source, pairs);
        foreach (var (left, right) in before)
        {
            if (SymbolEqualityComparer.Default.Equals(left, source) && !SymbolEqualityComparer.Default.Equals(right, target))
                Join(target, right, pairs);
        }
    }

    private static void Join(ISymbol left, ISymbol right, HashSet<(ISymbol, ISymbol)> pairs)
    {
        pairs.Add((left, right));
        pairs.Add((right, left));
    }

    private static void Kill(ISymbol symbol, HashSet<(ISymbol, ISymbol)> pairs) => pairs.RemoveWhere(p =>
        SymbolEqualityComparer.Default.Equals(p.Item1, symbol) || SymbolEqualityComparer.Default.Equals(p.Item2, symbol));

    private static ITupleOperation? Tuple(IOperation value) => value switch
    {
        ITupleOperation tuple => tuple,
        IConversionOperation conversion => Tuple(conversion.Operand),
        _ => null,
    };

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Type: IArrayTypeSymbol } local => local.Local,
        IParameterReferenceOperation { Type: IArrayTypeSymbol } parameter => parameter.Parameter,
        IConversionOperation { Conversion.IsIdentity: true } conversion => VariableOf(conversion.Operand),
        _ => null,
    };

    private static HashSet<(ISymbol, ISymbol)> Copy(HashSet<(ISymbol, ISymbol)> pairs) => new(pairs, PairComparer.Instance);

    private sealed class PairComparer : IEqualityComparer<(ISymbol Left, ISymbol Right)>
    {
        public static readonly PairComparer Instance = new();

        public bool Equals((ISymbol Left, ISymbol Right) x, (ISymbol Left, ISymbol Right) y) =>
            SymbolEqualityComparer.Default.Equals(x.Left, y.Left) && SymbolEqualityComparer.Default.Equals(x.Right, y.Right);

        public int GetHashCode((ISymbol Left, ISymbol Right) pair) =>
            (SymbolEqualityComparer.Default.GetHashCode(pair.Left) * 31) + SymbolEqualityComparer.Default.GetHashCode(pair.Right);
    }
}
