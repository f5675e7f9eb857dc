using System.Globalization;

using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>The values that a region does not change, how it uses them, and the numbers that it compares them with.</summary>
internal sealed class RegionSymbols
{
    private readonly ConcurrentRegion _region;
    private readonly Dictionary<string, SymbolUse> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<long>> _thresholds = new(StringComparer.Ordinal);

    public RegionSymbols(ConcurrentRegion region)
    {
        _region = region;
        foreach (var bound in new[] { region.Start, region.End }.OfType<IrExpression>())
            Use(bound, SymbolUse.Size);
        foreach (var space in region.OuterLoops.Values.Concat(region.Blocks.SelectMany(b => b.SelfAndDescendants()).OfType<Loop>().Select(l => l.Space).OfType<IterationSpace>()))
        {
            Use(space.Start, SymbolUse.Size);
            Use(space.End, SymbolUse.Size);
        }

        foreach (var condition in region.Blocks.SelectMany(b => b.SelfAndDescendants()).OfType<If>().Select(i => i.Condition)
            .Concat(region.Blocks.SelectMany(b => b.AllExpressions()).OfType<Conditional>().Select(c => c.Condition)))
        {
            Use(condition, SymbolUse.Condition);
            foreach (var test in condition.SelfAndDescendants().OfType<Binary>())
                Compare(test);
        }

        foreach (var length in region.Blocks.SelectMany(b => b.AllExpressions()).Concat(region.Definitions.Values.SelectMany(d => d.SelfAndDescendants())).OfType<LengthOf>())
            Raise(length.ToString(), SymbolUse.Size);
        Greatest = region.Blocks.Max(GreatestIn);
    }

    /// <summary>
    /// The greatest of the numbers that the body computes with: sizes must be some way above it, so that what lies that far apart can meet.
    /// Bounds of loops do not count, as they are not chosen.
    /// </summary>
    public long Greatest { get; }

    /// <summary>How each is used.</summary>
    public IReadOnlyDictionary<string, SymbolUse> Uses => _uses;

    /// <summary>Numbers at which a condition on a symbol may change.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Thresholds => _thresholds;

    private void Use(IrExpression expression, SymbolUse use, int depth = 0)
    {
        foreach (var part in expression.SelfAndDescendants())
        {
            switch (part)
            {
                case VariableRead read:
                    Raise($"{read.Variable.Name}#{read.Variable.Id}", use);
                    if (depth < 8 && _region.Definitions.TryGetValue(read.Variable, out var definition))
                        Use(definition, use, depth + 1);
                    break;
                case LengthOf length:
                    Raise(length.ToString(), use);
                    break;
            }
        }
    }

    private static long GreatestIn(Statement statement)
    {
        var own = statement is Loop ? [] : statement.Expressions.Concat(statement is Store store ? store.Access.Subscripts : []);
        var numbers = own.SelectMany(e => e.SelfAndDescendants()).OfType<Constant>()
            .Select(c => c.Value is int or long or short or byte ? Math.Abs((double)Convert.ToInt64(c.Value, CultureInfo.InvariantCulture)) : 0);
        return (long)Math.Min(long.MaxValue / 4, Math.Max(numbers.DefaultIfEmpty().Max(), statement.Children.Select(c => (double)GreatestIn(c)).DefaultIfEmpty().Max()));
    }

    private void Raise(string symbol, SymbolUse use)
    {
        if (!_uses.TryGetValue(symbol, out var known) || known < use)
            _uses[symbol] = use;
    }

    private void Compare(Binary test)
    {
        var (symbol, constant) = (test.Left, test.Right) switch
        {
            (VariableRead read, Constant right) => ($"{read.Variable.Name}#{read.Variable.Id}", right.Value),
            (Constant left, VariableRead read) => ($"{read.Variable.Name}#{read.Variable.Id}", left.Value),
            (LengthOf length, Constant right) => (length.ToString(), right.Value),
            _ => (null, null),
        };
        if (symbol is null || constant is not (int or long or short or byte) || _thresholds.Count > 3)
            return;
        var number = Convert.ToInt64(constant, CultureInfo.InvariantCulture);
        _thresholds[symbol] = [number - 1, number, number + 1];
    }
}
