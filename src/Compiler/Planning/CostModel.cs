using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// Estimates what one iteration costs in nanoseconds of scalar code on a current core: the sum over its operations, inner loops
/// multiplied by their trip count. The runtime decides with it how many workers the work is worth, so a factor of two does not
/// matter and a factor of ten does.
/// </summary>
public sealed class CostModel
{
    /// <summary>The trip count assumed for a loop that nothing is known about.</summary>
    private const double UnknownTrip = 10;

    /// <summary>What it takes to begin a loop in lanes and to run one vector of functions of the vector mathematics, of which some lanes do nothing.</summary>
    public const double MaskedVector = 48;

    private readonly LoopContext _context;
    private readonly PolynomialBuilder _polynomials;
    private readonly Func<Variable, bool> _isKnown;

    /// <summary>Prepares estimates for one loop, in terms of what is known where it begins.</summary>
    public CostModel(LoopContext context)
        : this(context, context.Polynomials, context.IsInvariant)
    {
    }

    /// <summary>Prepares estimates for one loop in terms of other values.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="polynomials">Builds trip counts of inner loops.</param>
    /// <param name="isKnown">Whether the estimate may name a variable.</param>
    public CostModel(LoopContext context, PolynomialBuilder polynomials, Func<Variable, bool> isKnown)
    {
        _context = context;
        _polynomials = polynomials;
        _isKnown = isKnown;
    }

    /// <summary>The cost of one iteration as a C# expression of type <c>double</c>.</summary>
    /// <param name="speedup">By how much lanes divide it.</param>
    public string Iteration(double speedup)
    {
        var cost = Of(_context.Loop.Body);
        var text = Text(cost.Constant / speedup);
        foreach (var (factor, trips) in cost.Variable)
            text += $" + {Text(factor / speedup)} * {trips}";
        return text;
    }

    /// <summary>Whether an iteration costs so little, whatever its data, that overheads of nanoseconds show.</summary>
    public bool IsLight => _context.InnerLoops.Count == 0 && Of(_context.Loop.Body).Constant < 20;

    /// <summary>What a statement costs, but for loops inside it of lengths that only the run knows.</summary>
    public double Nanoseconds(Statement statement) => Of(statement).Constant;

    /// <summary>What an expression costs.</summary>
    public double Nanoseconds(IrExpression expression) => Of(expression).Constant;

    private static string Text(double value) => value.ToString("0.0###", CultureInfo.InvariantCulture) + "d";

    private Cost Of(Statement statement)
    {
        var own = new Cost(statement switch
        {
            Store => 0.6,
            If or Jump => 0.5,
            OpaqueStatement => 5,
            _ => 0.1,
        });
        if (statement is Loop loop)
            return own + (Sum(loop.Expressions.Select(Of)) + Of(loop.Body) + new Cost(0.3)).Times(Trip(loop));
        return own + Sum(statement.Expressions.Select(Of)) + Sum(statement.Children.Select(Of));
    }

    private Cost Of(IrExpression expression)
    {
        var own = expression switch
        {
            Constant or VariableRead or LengthOf => 0,
            Load load => load.Access.Root.Rank == 0 ? 0.2 : 0.5,
            Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Right: Constant } => 0.8,
            Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } => 4,
            MathCall call => Knowledge.OperationCosts.Nanoseconds(call.Function),
            OpaqueExpression { Effects.Hazards: { IsEmpty: false } hazards } when hazards.All(h => h is { Kind: HazardKind.UnknownWrite, Write: not null }) => 0.6,
            OpaqueExpression opaque => opaque.Effects.Equals(Effects.None) ? 3 : 20,
            _ => 0.3,
        };
        return new Cost(own) + Sum(expression.Operands.Select(Of));
    }

    private static Cost Sum(IEnumerable<Cost> costs) => costs.Aggregate(new Cost(0), (a, b) => a + b);

    private (double Number, string? Text) Trip(Loop loop)
    {
        if (loop.Space is not { } space)
            return (UnknownTrip, null);
        if (_polynomials.Build(space.Start) is not { } start || _polynomials.Build(space.End) is not { } end)
            return (UnknownTrip, null);
        var step = _polynomials.Build(space.Step)?.ConstantValue ?? 1;
        var distance = step < 0 ? start - end : end - start;
        var size = Math.Max(1, Math.Abs((double)step));
        if (distance.ConstantValue is { } constant)
            return (Math.Max(0, constant) / size, null);
        if (!distance.Terms.All(t => t.Reads.All(_isKnown)))
            return (UnknownTrip, null);
        var count = $"global::System.Math.Max(0d, (double)({distance.ToCSharp()}))";
        var requires = string.Join(" && ", distance.Terms.SelectMany(t => t.Requires).Distinct());
        return (1 / size, requires.Length == 0 ? count : $"({requires} ? {count} : 0d)");
    }

    /// <summary>A constant and products of trip counts known at run time.</summary>
    private sealed class Cost(double constant, IReadOnlyList<(double Factor, string Trips)>? variable = null)
    {
        public double Constant { get; } = constant;

        public IReadOnlyList<(double Factor, string Trips)> Variable { get; } = variable ?? [];

        public static Cost operator +(Cost left, Cost right) =>
            new(left.Constant + right.Constant, [.. left.Variable, .. right.Variable]);

        public Cost Times((double Number, string? Text) trip)
        {
            var scaled = Variable.Select(v => (v.Factor * trip.Number, trip.Text is null ? v.Trips : $"{v.Trips} * {trip.Text}"));
            return trip.Text is null
                ? new Cost(Constant * trip.Number, [.. scaled])
                : new Cost(0, [.. scaled, (Constant * trip.Number, trip.Text)]);
        }
    }
}
