using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>What an iteration adds to a variable, on all ways through its body, as one value that is known where the iteration first mentions it.</summary>
internal sealed class Contributions
{
    private readonly Variable _variable;
    private readonly LoopContext _context;
    private readonly List<(IrExpression? When, IrExpression Amount)> _updates = [];
    private readonly HashSet<Variable> _assigned = [];
    private readonly List<MemoryRoot> _stored = [];
    private readonly List<(MemoryRoot Stored, MemoryRoot Read)> _passed = [];
    private bool _isKnown = true;

    private Contributions(Variable variable, LoopContext context)
    {
        _variable = variable;
        _context = context;
    }

    /// <summary>Whether just one statement, which some iterations skip, adds 1.</summary>
    public bool Counts => _updates.Count == 1 && _updates[0] is { When: not null, Amount: Constant { Value: 1 or 1L or 1U or 1UL } };

    /// <summary>The number of statements that add something.</summary>
    public int Updates => _updates.Count;

    /// <summary>What is added; whether 1 is, where that is all.</summary>
    public IrExpression Sum
    {
        get
        {
            if (Counts)
                return _updates[0].When!;
            return _updates.Select(u => u.When is null ? u.Amount : new Conditional(u.When, u.Amount, Zero(_variable.Type), _variable.Type))
                .Aggregate((sum, next) => new Binary(BinaryOperator.Add, sum, next, _variable.Type));
        }
    }

    /// <summary>Stores that the sum is now computed ahead of, and what it reads.</summary>
    public IReadOnlyList<(MemoryRoot Stored, MemoryRoot Read)> Passed => _passed;

    private static Constant Zero(IrType type) => new(type, type.Kind switch
    {
        ScalarKind.Int32 => 0,
        ScalarKind.UInt32 => 0U,
        ScalarKind.Int64 => 0L,
        _ => 0UL,
    });

    /// <summary>What statements add to a variable; null where they do something else with it, or it cannot be known before they run.</summary>
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

    /// <summary>What an assignment adds to its variable; null where it does something else.</summary>
    public static IrExpression? Amount(Assignment assignment)
    {
        var variable = assignment.Variable;
        return assignment.Value.Type == variable.Type ? Of(assignment.Value) : null;

        IrExpression? Of(IrExpression value)
        {
            if (value is not Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, IsChecked: false } sum || sum.Type != variable.Type)
                return null;
            if (IsVariable(sum.Left))
                return sum.Operator == BinaryOperator.Add ? sum.Right : new Binary(BinaryOperator.Subtract, Zero(sum.Type), sum.Right, sum.Type);
            if (sum.Operator == BinaryOperator.Add && IsVariable(sum.Right))
                return sum.Left;
            return Of(sum.Left) is { } inner ? new Binary(sum.Operator, inner, sum.Right, sum.Type) : null;
        }

        bool IsVariable(IrExpression expression) => expression is VariableRead read && read.Variable == variable;
    }

    private void Visit(Statement statement, IrExpression? when)
    {
        switch (statement)
        {
            case Block block:
                foreach (var child in block.Statements)
                    Visit(child, when);
                break;
            case Assignment assignment when assignment.Variable == _variable:
                if (Amount(assignment) is { } amount && !amount.VariablesRead().Contains(_variable))
                    _updates.Add((when, Ahead(amount)));
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
