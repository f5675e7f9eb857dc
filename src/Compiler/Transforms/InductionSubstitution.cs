using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Replaces a secondary induction variable, which every iteration changes by the same constant whatever way it takes, by its closed
/// form in the loop's index (Wolfe, "Beyond induction variables", PLDI 1992). Legal because integers add modulo a power of two, in the
/// closed form as in the loop.
/// </summary>
public static class InductionSubstitution
{
    /// <summary>What runs instead of the loop; null where it has no such variable.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        var index = loop.Loop.Space!.Index;
        if (loop.Loop.IsInTry || index.Type.Kind != ScalarKind.Int32 || !loop.Analysis.Reductions.All(r => r.IsExact))
            return null;
        foreach (var fact in loop.Analysis.Variables)
        {
            var variable = fact.Variable;
            if (fact.Role != VariableRole.Carried || variable.Type.Kind != ScalarKind.Int32 || loop.Loop.Expressions.SelectMany(e => e.VariablesRead()).Contains(variable))
                continue;
            if (new Rewriter(loop, variable).Run() is { } replacement)
                return replacement;
        }

        return null;
    }

    /// <summary>Follows one variable, and copies of it plus a constant, through an iteration.</summary>
    private sealed class Rewriter(ClosedLoop loop, Variable variable)
    {
        private readonly Variable _initial = loop.MakeVariable(variable.Name, IrType.Int32);
        private readonly Variable _first = loop.MakeVariable("first", IrType.Int32);
        private Dictionary<Variable, long> _offsets = new() { [variable] = 0 };
        private IrExpression _entry = Constant.Int32(0);
        private bool _isKnown = true;

        public Replacement? Run()
        {
            var body = loop.Loop.Body.Statements;
            Rewrite(body);
            if (!_isKnown || !_offsets.TryGetValue(variable, out var change) || change is > int.MaxValue or < int.MinValue || change % loop.Step != 0)
                return null;

            // In each iteration it starts from where the iterations before have brought it: the factor is exact, as the step divides the change.
            var factor = Constant.Int32((int)(change / loop.Step));
            var passed = new Binary(BinaryOperator.Subtract, new VariableRead(loop.Loop.Space!.Index), new VariableRead(_first), IrType.Int32);
            _entry = Sum(new VariableRead(_initial), new Binary(BinaryOperator.Multiply, passed, factor, IrType.Int32));
            _offsets = new() { [variable] = 0 };
            var rewritten = loop.MakeLoop(loop.Loop.Space, Rewrite(body));
            if (!_isKnown || rewritten.Body.VariablesAssigned().Contains(variable) || rewritten.Body.VariablesRead().Contains(variable)
                || loop.BoundsOf(rewritten, loop.Loop.Id) is not { } bounds)
            {
                return null;
            }

            return new Replacement(
                loop.Loop,
                bounds,
                [rewritten],
                "",
                $"{variable.Name} = unchecked((int)({_initial.Name} + {change}L * __trip{loop.Loop.Id}));\n",
                $"'{variable.Name}' as a function of '{loop.Loop.Space.Index.Name}'")
            {
                Prelude = $"int {_initial.Name} = {variable.Name};\nint {_first.Name} = (int)__first{loop.Loop.Id};\n",
            };
        }

        private List<Statement> Rewrite(IEnumerable<Statement> statements)
        {
            var result = new List<Statement>();
            foreach (var statement in statements)
            {
                switch (statement)
                {
                    case Assignment assignment when Follow(assignment.Variable, assignment.Value):
                        break;
                    case Declaration { Initializer: { } initializer } declaration when Follow(declaration.Variable, initializer):
                        break;
                    case Assignment or Declaration:
                        var assigned = statement is Assignment a ? a.Variable : ((Declaration)statement).Variable;
                        result.Add(Reads(statement));
                        _isKnown &= assigned != variable;
                        _offsets.Remove(assigned);
                        break;
                    case If branch:
                        result.Add(Rewrite(branch));
                        break;
                    case Block block:
                        result.Add(block with { Statements = Rewrite(block.Statements).ToEquatableArray() });
                        break;
                    default:
                        result.Add(Reads(statement));
                        break;
                }
            }

            return result;
        }

        /// <summary>Both ways through a branch must come out with the same; what differs is no longer known.</summary>
        private If Rewrite(If branch)
        {
            var condition = branch.Condition.Replace(Read);
            var before = new Dictionary<Variable, long>(_offsets);
            var then = branch.Then with { Statements = Rewrite(branch.Then.Statements).ToEquatableArray() };
            var afterThen = _offsets;
            _offsets = before;
            var otherwise = branch.Else with { Statements = Rewrite(branch.Else.Statements).ToEquatableArray() };
            foreach (var (tracked, offset) in _offsets.Select(p => (p.Key, p.Value)).ToList())
            {
                if (!afterThen.TryGetValue(tracked, out var other) || other != offset)
                    _offsets.Remove(tracked);
            }

            _isKnown &= _offsets.ContainsKey(variable);
            return branch with { Condition = condition, Then = then, Else = otherwise };
        }

        /// <summary>Whether the value is a variable that is followed plus a constant, and nobody else will miss the assignment.</summary>
        private bool Follow(Variable target, IrExpression value)
        {
            if (target.Type.Kind != ScalarKind.Int32 || Offset(value) is not { } offset)
                return false;
            var isPrivate = loop.Analysis.Variables.All(v => v.Variable != target) || loop.Analysis.Variables.Any(v => v.Variable == target && v.Role == VariableRole.Private);
            if (target != variable && (!isPrivate || target.IsCaptured || loop.Loop.Body.VariablesAssigned().Count(v => v == target) != 1))
                return false;
            _offsets[target] = offset;
            return true;
        }

        private long? Offset(IrExpression value)
        {
            switch (value)
            {
                case VariableRead read when _offsets.TryGetValue(read.Variable, out var offset):
                    return offset;
                case Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum when sum.Type.Kind == ScalarKind.Int32:
                    if (Offset(sum.Left) is { } left && sum.Right is Constant { Value: int right })
                        return sum.Operator == BinaryOperator.Add ? left + right : left - right;
                    return sum.Operator == BinaryOperator.Add && sum.Left is Constant { Value: int constant } && Offset(sum.Right) is { } other ? other + constant : null;
                default:
                    return null;
            }
        }

        private Statement Reads(Statement statement) => statement.Replace(Read);

        private IrExpression? Read(IrExpression expression)
        {
            if (expression is not VariableRead read)
                return null;
            if (_offsets.TryGetValue(read.Variable, out var offset))
                return offset == 0 ? _entry : Sum(_entry, Constant.Int32(unchecked((int)offset)));
            _isKnown &= read.Variable != variable;
            return null;
        }

        private static Binary Sum(IrExpression left, IrExpression right) => new(BinaryOperator.Add, left, right, IrType.Int32);
    }
}
