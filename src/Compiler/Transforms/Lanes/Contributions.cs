using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// What an iteration contributes to a variable, on all ways through its body, as one value that is known where the iteration first mentions
/// it: amounts that are added, or one value of which the variable keeps the lesser or the greater.
/// </summary>
internal sealed class Contributions
{
    private readonly Variable _variable;
    private readonly LoopContext _context;
    private readonly List<(IrExpression? When, IrExpression Amount)> _updates = [];
    private readonly HashSet<Variable> _assigned = [];
    private readonly List<MemoryRoot> _stored = [];
    private readonly List<(MemoryRoot Stored, MemoryRoot Read)> _passed = [];
    private ReductionKind? _operator;
    private bool _isKnown = true;

    private Contributions(Variable variable, LoopContext context)
    {
        _variable = variable;
        _context = context;
    }

    /// <summary>How the variable takes it.</summary>
    public ReductionKind Operator => _operator!.Value;

    /// <summary>Whether just one statement, which some iterations skip, adds 1.</summary>
    public bool Counts => _updates.Count == 1 && _operator == ReductionKind.Add && !_variable.Type.IsFloatingPoint && _updates[0] is { When: not null, Amount: Constant { Value: 1 or 1L or 1U or 1UL } };

    /// <summary>The number of statements that contribute.</summary>
    public int Updates => _updates.Count;

    /// <summary>What is contributed; whether 1 is, where that is all.</summary>
    public IrExpression Sum
    {
        get
        {
            if (Counts)
                return _updates[0].When!;
            return _updates.Select(u => u.When is null ? u.Amount : new Conditional(u.When, u.Amount, Identity(_variable.Type, Operator), _variable.Type))
                .Aggregate((sum, next) => new Binary(BinaryOperator.Add, sum, next, _variable.Type));
        }
    }

    /// <summary>Stores that the sum is now computed ahead of, and what it reads.</summary>
    public IReadOnlyList<(MemoryRoot Stored, MemoryRoot Read)> Passed => _passed;

    /// <summary>The value that changes nothing.</summary>
    public static Constant Identity(IrType type, ReductionKind kind) => new(type, (type.Kind, kind) switch
    {
        (ScalarKind.Int32, ReductionKind.Add) => (object)0,
        (ScalarKind.Int32, ReductionKind.Minimum) => int.MaxValue,
        (ScalarKind.Int32, _) => int.MinValue,
        (ScalarKind.UInt32, ReductionKind.Minimum) => uint.MaxValue,
        (ScalarKind.UInt32, _) => 0U,
        (ScalarKind.Int64, ReductionKind.Add) => 0L,
        (ScalarKind.Int64, ReductionKind.Minimum) => long.MaxValue,
        (ScalarKind.Int64, _) => long.MinValue,
        (ScalarKind.UInt64, ReductionKind.Minimum) => ulong.MaxValue,
        (ScalarKind.UInt64, _) => 0UL,
        (ScalarKind.Single, _) => 0f,
        _ => 0d,
    });

    /// <summary>What statements contribute to a variable; null where they do something else with it, or it cannot be known before they run.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="statements">The body from its first mention on.</param>
    /// <param name="context">The loop.</param>
    public static Contributions? Of(Variable variable, IEnumerable<Statement> statements, LoopContext context)
    {
        var result = new Contributions(variable, context);
        foreach (var statement in statements)
            result.Visit(statement, null);
        return result._isKnown && result._updates.Count > 0 ? result : null;
    }

    /// <summary>The statement as one that keeps the lesser or the greater of the variable and a value; null where it does something else.</summary>
    public static (ReductionKind Kind, IrExpression Value)? Extremum(Statement statement, Variable variable)
    {
        if (!variable.Type.IsInteger || ReductionAnalysis.Update(statement, variable) is not { } kind || kind < ReductionKind.Minimum)
            return null;
        var value = statement switch
        {
            If branch => ((Assignment)branch.Then.Statements[0]).Value,
            Assignment { Value: Conditional conditional } => conditional.WhenTrue,
            Assignment { Value: MathCall { Arguments: var both } } => both[0] is VariableRead read && read.Variable == variable ? both[1] : both[0],
            _ => null,
        };
        return value is null || value.Type != variable.Type ? null
            : (kind is ReductionKind.Minimum or ReductionKind.LessMinimum ? ReductionKind.Minimum : ReductionKind.Maximum, value);
    }

    /// <summary>What an assignment adds to its variable; null where it does something else.</summary>
    private static IrExpression? Amount(Assignment assignment)
    {
        var variable = assignment.Variable;
        return assignment.Value.Type == variable.Type ? Of(assignment.Value) : null;

        IrExpression? Of(IrExpression value)
        {
            if (value is not Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, IsChecked: false } sum || sum.Type != variable.Type)
                return null;
            if (IsVariable(sum.Left))
                return sum.Operator == BinaryOperator.Add ? sum.Right : new Binary(BinaryOperator.Subtract, Identity(sum.Type, ReductionKind.Add), sum.Right, sum.Type);
            if (sum.Operator == BinaryOperator.Add && IsVariable(sum.Right))
                return sum.Left;
            return Of(sum.Left) is { } inner ? new Binary(sum.Operator, inner, sum.Right, sum.Type) : null;
        }

        bool IsVariable(IrExpression expression) => expression is VariableRead read && read.Variable == variable;
    }

    private void Update(ReductionKind kind, IrExpression? when, IrExpression amount)
    {
        // Amounts can be added up; of several extrema one would have to say in which order they come.
        _isKnown &= _operator is null || (_operator == kind && kind == ReductionKind.Add);
        _operator = kind;
        _updates.Add((when, Ahead(amount)));
    }

    private void Visit(Statement statement, IrExpression? when)
    {
        switch (statement)
        {
            case Block block:
                foreach (var child in block.Statements)
                    Visit(child, when);
                break;
            case If or Assignment when Extremum(statement, _variable) is var (kind, value):
                Update(kind, when, value);
                break;
            case Assignment assignment when assignment.Variable == _variable:
                if (Amount(assignment) is { } amount)
                    Update(ReductionKind.Add, when, amount);
                else
                    _isKnown = false;
                break;
            case If branch when branch.VariablesAssigned().Contains(_variable):
                var condition = Ahead(branch.Condition);
                Visit(branch.Then, Both(when, condition));
                Visit(branch.Else, Both(when, new Unary(UnaryOperator.LogicalNot, condition, IrType.Bool)));
                break;
            case If or Declaration or Assignment or Store or Evaluation:
                _isKnown &= !statement.VariablesAssigned().Contains(_variable);
                _assigned.UnionWith(statement.VariablesAssigned());
                _assigned.UnionWith(statement.VariablesDeclared());
                _stored.AddRange(LoopContext.Stores(statement).Select(s => s.Root));
                break;
            default:
                _isKnown = false;
                break;
        }
    }

    private static IrExpression Both(IrExpression? first, IrExpression second) =>
        first is null ? second : new Binary(BinaryOperator.AndAlso, first, second, IrType.Bool);

    /// <summary>The value of an expression where the statements begin; locals that they set stand for what they hold.</summary>
    private IrExpression Ahead(IrExpression expression)
    {
        var result = expression.Replace(Unfold);
        foreach (var load in result.SelfAndDescendants().OfType<Load>())
        {
            foreach (var stored in _stored)
            {
                if (stored.Text == load.Access.Root.Text)
                    _isKnown = false;
                else if (AliasAnalysis.Relate(stored, load.Access.Root) != AliasKind.None)
                    _passed.Add((stored, load.Access.Root));
            }
        }

        return result;
    }

    private IrExpression? Unfold(IrExpression expression)
    {
        if (expression is not VariableRead read || (read.Variable != _variable && !_assigned.Contains(read.Variable)))
            return null;
        if (read.Variable != _variable && _context.Definitions.TryGetValue(read.Variable, out var definition))
            return definition.Replace(Unfold);
        _isKnown = false;
        return expression;
    }
}
