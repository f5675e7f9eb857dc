using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Decides whether accesses whose subscripts come from tables that nobody ever changes meet in different iterations, by enumeration: an
/// iteration that looks beyond the end of a table throws before its access, so no more of them count than a table has elements.
/// </summary>
public sealed class TabulatedSubscripts
{
    /// <summary>Longer tables are not enumerated.</summary>
    private const int LongestTable = 4096;

    private readonly LoopContext _context;
    private readonly Dictionary<MemoryAccess, IReadOnlyList<Place>?> _places = [];

    /// <summary>Prepares tests in one loop.</summary>
    public TabulatedSubscripts(LoopContext context) => _context = context;

    /// <summary>Whether the two never meet in different iterations; they may be one and the same access.</summary>
    public bool NeverMeet(AccessFact first, AccessFact second)
    {
        if (PlacesOf(first.Access) is not { } one || PlacesOf(second.Access) is not { } two || first.Access.Subscripts.Count != second.Access.Subscripts.Count)
            return false;
        if (one.Count == 0 || two.Count == 0)
            return true;

        // Arithmetic modulo 2^32 keeps numbers apart that are closer to each other than that.
        var origin = one[0].Subscripts;
        var known = Enumerable.Range(0, first.Access.Subscripts.Count)
            .Where(d => one.Concat(two).All(p => origin[d] is { } from && p.Subscripts[d] is { } to && (to - from).ConstantValue is > int.MinValue and <= int.MaxValue))
            .ToList();
        if (known.Count == 0)
            return false;
        var iterations = new Dictionary<EquatableArray<long>, long>();
        foreach (var place in one)
        {
            var offset = Offset(place);
            if (iterations.ContainsKey(offset))
                return false;
            iterations.Add(offset, place.Iteration);
        }

        return two.All(p => !iterations.TryGetValue(Offset(p), out var other) || other == p.Iteration);

        EquatableArray<long> Offset(Place place) => known.Select(d => (place.Subscripts[d]! - origin[d]!).ConstantValue!.Value).ToEquatableArray();
    }

    private IReadOnlyList<Place>? PlacesOf(MemoryAccess access)
    {
        if (!_places.TryGetValue(access, out var places))
            _places[access] = places = Enumerate(access);
        return places;
    }

    private IReadOnlyList<Place>? Enumerate(MemoryAccess access)
    {
        if (Iterations(access) is not var (first, count))
            return null;
        try
        {
            var places = new List<Place>();
            for (var iteration = first; iteration < first + count; iteration++)
            {
                var evaluation = new Evaluation(_context, iteration);
                var subscripts = access.Subscripts.Select(evaluation.Of).ToList();
                if (!evaluation.Throws)
                    places.Add(new Place(iteration, subscripts));
            }

            return places;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The indices that some table of an access allows; null where no table says so.</summary>
    private (long First, int Count)? Iterations(MemoryAccess access)
    {
        var index = _context.Loop.Space!.Index;
        foreach (var load in access.Subscripts.SelectMany(Loads))
        {
            if (load.Access is { Root.Table: { Elements.Count: <= LongestTable } table, Subscripts.Count: 1 }
                && _context.Polynomials.Build(load.Access.Subscripts[0]) is { } subscript && subscript.SplitBy(index) is var (coefficient, offset)
                && coefficient.ConstantValue == 1 && offset.ConstantValue is > -LongestTable and < LongestTable and var start)
            {
                return (-start, table.Elements.Count);
            }
        }

        return null;
    }

    /// <summary>The elements of tables that are read in any case to compute an expression.</summary>
    private IEnumerable<Load> Loads(IrExpression expression) => expression switch
    {
        VariableRead read when _context.Definitions.TryGetValue(read.Variable, out var definition) => Loads(definition),
        Load { Access.Root.Table: not null } load => load.Access.Subscripts.SelectMany(Loads).Prepend(load),
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } or Conversion => expression.Operands.SelectMany(Loads),
        _ => [],
    };

    /// <param name="Iteration">The value of the loop's index.</param>
    /// <param name="Subscripts">One a dimension; null where nothing is known.</param>
    private sealed record Place(long Iteration, IReadOnlyList<Polynomial?> Subscripts);

    /// <summary>Computes subscripts in one iteration.</summary>
    private sealed class Evaluation(LoopContext context, long iteration)
    {
        /// <summary>Whether a table has no such element, so that the iteration throws.</summary>
        public bool Throws { get; private set; }

        /// <summary>The value as a number and what the loop does not change; null where it is anything else.</summary>
        public Polynomial? Of(IrExpression expression)
        {
            switch (expression)
            {
                case VariableRead read when read.Variable == context.Loop.Space!.Index:
                    return Polynomial.Constant(iteration);
                case VariableRead read when context.Definitions.TryGetValue(read.Variable, out var definition):
                    return Of(definition);
                case Load { Access: { Root.Table: { } table, Subscripts.Count: 1 } access }:
                    if (Of(access.Subscripts[0])?.ConstantValue is not { } place)
                        return null;
                    Throws |= place < 0 || place >= table.Elements.Count;
                    return Throws ? Polynomial.Zero : Polynomial.Constant(table.Elements[(int)place]);
                case Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary when IsIndex(binary.Type):
                    if (Of(binary.Left) is not { } left || Of(binary.Right) is not { } right)
                        return null;
                    var result = binary.Operator switch
                    {
                        BinaryOperator.Add => left + right,
                        BinaryOperator.Subtract => left - right,
                        _ => left * right,
                    };
                    return result.ConstantValue is < int.MinValue or > int.MaxValue ? null : result;
                case Conversion conversion when IsIndex(conversion.Type) && conversion.Operand.Type.IsInteger && conversion.Operand.Type.Kind is not (ScalarKind.UInt64 or ScalarKind.UIntPtr):
                    return Of(conversion.Operand) is { } value && value.ConstantValue is null or (>= int.MinValue and <= int.MaxValue) ? value : null;
                default:
                    return expression.VariablesRead().All(context.IsInvariant) ? context.Polynomials.Build(expression) : null;
            }
        }

        private static bool IsIndex(IrType type) => type.Kind is ScalarKind.Int32 or ScalarKind.Int64;
    }
}
