using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>
/// The values that the caller decides and that the index of a region is multiplied with, such as the stride of an image in
/// <c>pixels[(y * stride) + x]</c>, with the lengths of the containers that hold all the rows. How far one row reaches is between the
/// caller and the method, unless a loop of the region runs up to the stride.
/// </summary>
internal sealed class IndexStrides
{
    private const int MaximumDepth = 8;

    private readonly ConcurrentRegion _region;
    private readonly HashSet<Variable> _varying = [];
    private readonly HashSet<string> _strides = new(StringComparer.Ordinal);

    private IndexStrides(ConcurrentRegion region) => _region = region;

    /// <summary>The strides by the names of their symbols; none where every one bounds a loop.</summary>
    public static IReadOnlyCollection<string> Of(ConcurrentRegion region)
    {
        if (region.Index is not { } index)
            return [];
        var strides = new IndexStrides(region);
        strides._varying.Add(index);
        strides.Vary();
        foreach (var product in region.Blocks.SelectMany(b => b.AllExpressions()).OfType<Binary>().Where(b => b.Operator == BinaryOperator.Multiply))
        {
            if (strides.Varies(product.Left) != strides.Varies(product.Right))
                strides._strides.UnionWith(strides.Symbols(strides.Varies(product.Left) ? product.Right : product.Left));
        }

        var bounds = new HashSet<string>(strides.Bounds().SelectMany(b => strides.Symbols(b)), StringComparer.Ordinal);
        strides._strides.ExceptWith(bounds);
        if (strides._strides.Count == 0)
            return [];
        var lengths = region.Blocks.SelectMany(b => b.AllExpressions()).OfType<LengthOf>().Select(l => l.ToString()).Where(l => !bounds.Contains(l));
        return [.. strides._strides, .. lengths.Where(l => !strides._strides.Contains(l)).Distinct()];
    }

    /// <summary>Finds the variables whose value follows from the index.</summary>
    private void Vary()
    {
        for (var count = 0; count != _varying.Count;)
        {
            count = _varying.Count;
            foreach (var statement in _region.Blocks.SelectMany(b => b.SelfAndDescendants()))
            {
                var (variable, values) = statement switch
                {
                    Declaration { Initializer: { } initial } declaration => (declaration.Variable, [initial]),
                    Assignment assignment => (assignment.Variable, [assignment.Value]),
                    Loop { Space: { } space } => (space.Index, new[] { space.Start, space.End }),
                    _ => (null, Array.Empty<IrExpression>()),
                };
                if (variable is not null && values.Any(Varies))
                    _varying.Add(variable);
            }

            foreach (var function in _region.Functions)
                _varying.UnionWith(function.Parameters.Where((_, i) => Varies(function.Arguments[i])));
        }
    }

    private bool Varies(IrExpression expression) => expression.VariablesRead().Any(_varying.Contains);

    private IEnumerable<IrExpression> Bounds()
    {
        foreach (var space in _region.Blocks.SelectMany(b => b.SelfAndDescendants()).OfType<Loop>().Select(l => l.Space).OfType<IterationSpace>())
        {
            yield return space.Start;
            yield return space.End;
        }

        if (_region.Start is { } start)
            yield return start;
        if (_region.End is VariableRead or LengthOf)
            yield return _region.End;
    }

    private IEnumerable<string> Symbols(IrExpression expression, int depth = 0)
    {
        foreach (var part in expression.SelfAndDescendants())
        {
            switch (part)
            {
                case VariableRead { Variable: var variable } when _region.Definitions.TryGetValue(variable, out var definition):
                    foreach (var symbol in depth < MaximumDepth ? Symbols(definition, depth + 1) : [])
                        yield return symbol;
                    if (definition.SelfAndDescendants().Any(e => e is OpaqueExpression))
                        yield return $"{variable.Name}#{variable.Id}";
                    break;
                case VariableRead { Variable: { Type.IsInteger: true } variable }:
                    yield return $"{variable.Name}#{variable.Id}";
                    break;
                case LengthOf length:
                    yield return length.ToString();
                    break;
                case Load { Type.IsInteger: true, Access: { Subscripts.IsEmpty: true, Root: { Kind: MemoryKind.Field or MemoryKind.StaticField, Parent: null } root } }:
                    var field = root.Text.Substring(root.Text.LastIndexOf('.') + 1);
                    yield return root.Reads.Count == 0 ? root.Text : $"{root.Reads[0].Name}#{root.Reads[0].Id}:{field}";
                    break;
            }
        }
    }
}
