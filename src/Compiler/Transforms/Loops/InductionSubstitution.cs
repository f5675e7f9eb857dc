using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Replaces secondary induction variables, which every iteration changes by the same amount whatever way it takes, by their closed
/// forms in the loop's index (Wolfe, "Beyond induction variables", PLDI 1992). Legal because integers add modulo a power of two, in the
/// closed form as in the loop.
/// </summary>
public static class InductionSubstitution
{
    /// <summary>What runs instead of the loop; null where it has no such variable.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        var space = loop.Loop.Space!;
        if (loop.Loop.IsInTry || space.Index.Type.Kind != ScalarKind.Int32 || !loop.Analysis.Reductions.All(r => r.IsExact))
            return null;
        var first = loop.MakeVariable("first", IrType.Int32);
        IReadOnlyList<Statement> body = loop.Loop.Body.Statements;
        var (prelude, after, names) = ("", "", new List<string>());
        foreach (var fact in loop.Analysis.Variables)
        {
            var variable = fact.Variable;
            if (fact.Role != VariableRole.Carried || variable.Type.Kind != ScalarKind.Int32 || loop.Loop.Expressions.SelectMany(e => e.VariablesRead()).Contains(variable))
                continue;
            var rewriter = new Rewriter(loop, variable, first);
            if (rewriter.Run(body) is not var (rewritten, change))
                continue;
            body = rewritten;
            prelude += $"int {rewriter.Initial.Name} = {variable.Name};\n";
            after += $"{variable.Name} = unchecked((int)({rewriter.Initial.Name} + ({change.ToCSharp()}) * __trip{loop.Loop.Id}));\n";
            names.Add($"'{variable.Name}'");
        }

        if (names.Count == 0)
            return null;
        var result = loop.MakeLoop(space, body);
        return loop.BoundsOf(result, loop.Loop.Id) is not { } bounds
            ? null
            : new Replacement(loop.Loop, bounds, [result], "", after, $"{string.Join(" and ", names)} as a function of {(space.Index.Name.StartsWith("__", StringComparison.Ordinal) ? "the number of the iteration" : $"'{space.Index.Name}'")}")
            {
                Prelude = $"int {first.Name} = (int)__first{loop.Loop.Id};\n{prelude}",
            };
    }

    /// <summary>Follows one variable, and copies of it plus an amount that the loop does not change, through an iteration.</summary>
    private sealed class Rewriter(ClosedLoop loop, Variable variable, Variable first)
    {
        private Dictionary<Variable, Polynomial> _offsets = new() { [variable] = Polynomial.Zero };
        private IrExpression _entry = Constant.Int32(0);
        private bool _isKnown = true;

        /// <summary>The variable's value before the loop.</summary>
        public Variable Initial { get; } = loop.MakeVariable(variable.Name, IrType.Int32);

        /// <summary>The body without the variable, and what an iteration adds to it; null where that is not always the same.</summary>
        public (IReadOnlyList<Statement> Body, Polynomial Change)? Run(IReadOnlyList<Statement> body)
        {
            Rewrite(body);
            if (!_isKnown || !_offsets.TryGetValue(variable, out var change) || Factor(change) is not { } factor)
                return null;

            // In each iteration it starts from where the iterations before have brought it: the factor is exact, as the step divides the change.
            var passed = new Binary(BinaryOperator.Subtract, new VariableRead(loop.Loop.Space!.Index), new VariableRead(first), IrType.Int32);
            _entry = Sum(new VariableRead(Initial), new Binary(BinaryOperator.Multiply, passed, factor, IrType.Int32));
            _offsets = new() { [variable] = Polynomial.Zero };
            var rewritten = Rewrite(body);
            return !_isKnown || rewritten.Exists(s => s.VariablesAssigned().Contains(variable) || s.VariablesRead().Contains(variable)) ? null : (rewritten, change);
        }

        /// <summary>The change over the loop's step, where that is a whole number whatever the values are.</summary>
        private IrExpression? Factor(Polynomial change) =>
            change.Monomials.All(m => m.Coefficient % loop.Step == 0) && Math.Abs(loop.Step) <= int.MaxValue
                ? PolynomialIr.Int32(change.Monomials.Aggregate(Polynomial.Zero, (sum, m) => sum + m.Factors.Aggregate(Polynomial.Constant(m.Coefficient / loop.Step), (p, f) => p * Polynomial.Of(f))))
                : null;

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
            var before = new Dictionary<Variable, Polynomial>(_offsets);
            var then = branch.Then with { Statements = Rewrite(branch.Then.Statements).ToEquatableArray() };
            var afterThen = _offsets;
            _offsets = before;
            var otherwise = branch.Else with { Statements = Rewrite(branch.Else.Statements).ToEquatableArray() };
            foreach (var (tracked, offset) in _offsets.Select(p => (p.Key, p.Value)).ToList())
            {
                if (!afterThen.TryGetValue(tracked, out var other) || !other.Equals(offset))
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

        private Polynomial? Offset(IrExpression value)
        {
            switch (value)
            {
                case VariableRead read when _offsets.TryGetValue(read.Variable, out var offset):
                    return offset;
                case Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum when sum.Type.Kind == ScalarKind.Int32:
                    if (Offset(sum.Left) is { } left && Fixed(sum.Right) is { } right)
                        return sum.Operator == BinaryOperator.Add ? left + right : left - right;
                    return sum.Operator == BinaryOperator.Add && Fixed(sum.Left) is { } constant && Offset(sum.Right) is { } other ? other + constant : null;
                default:
                    return null;
            }
        }

        /// <summary>An amount that the loop does not change, as variables and numbers.</summary>
        private Polynomial? Fixed(IrExpression value) =>
            value.Type.Kind == ScalarKind.Int32 && loop.Context.IsInvariant(value) && loop.Context.Polynomials.Build(value) is { } amount
            && PolynomialIr.Int32(amount) is not null ? amount : null;

        private Statement Reads(Statement statement) => statement.Replace(Read);

        private IrExpression? Read(IrExpression expression)
        {
            if (expression is not VariableRead read)
                return null;
            if (_offsets.TryGetValue(read.Variable, out var offset))
                return offset.IsZero ? _entry : Sum(_entry, PolynomialIr.Int32(offset)!);
            _isKnown &= read.Variable != variable;
            return null;
        }

        private static Binary Sum(IrExpression left, IrExpression right) => new(BinaryOperator.Add, left, right, IrType.Int32);
    }
}
