using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Takes <c>if (v > m) { m = v; p = i; }</c> apart: one loop finds the extremum, a second one the first iteration, or with <c>>=</c> the last,
/// whose value equals it, and then that iteration assigns once more. Legal where the loop writes no memory, so that values can be computed
/// again. Equality finds the right iteration: an extremum that entered could not have entered where an equal one had been before.
/// </summary>
public static class ExtremumLocation
{
    /// <summary>What runs instead of the loop; null where its carried variables are not an extremum and what goes with it.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        var space = loop.Loop.Space!;
        if (loop.Loop.IsInTry || loop.Bounds is not { } bounds || space.Index.Type.Kind != ScalarKind.Int32 || LoopContext.Stores(loop.Loop.Body).Any())
            return null;
        var body = loop.Loop.Body.Statements;
        var place = body.ToList().FindIndex(s => s is If);
        if (place < 0 || Find((If)body[place]) is not { } found || !StandsAlone(loop, body, place, found))
            return null;
        var (branch, variable, value) = (found.Branch, found.Variable, found.Value);
        var before = loop.MakeVariable($"before_{variable.Name}", variable.Type);
        var at = loop.MakeVariable($"at_{variable.Name}", IrType.Int32);
        var isFirst = found.IsStrict == (loop.Step > 0);
        var none = isFirst ? int.MaxValue : int.MinValue;
        var better = found.IsMaximum ? BinaryOperator.Greater : BinaryOperator.Less;
        var read = new VariableRead(variable);
        var update = new Assignment(variable, value, "", branch.Source);
        var search = new Assignment(
            at,
            new MathCall(isFirst ? "System.Math.Min" : "System.Math.Max", EquatableArray.Of<IrExpression>(new VariableRead(at), new VariableRead(space.Index)), IrType.Int32),
            "",
            branch.Source);
        var extremum = loop.MakeLoop(space, body.Select((s, i) => i == place ? When(Compare(better, value, read), update) : s));
        Statement location = loop.MakeLoop(space, body.Take(place).Where(s => s is Declaration).Append(When(Compare(BinaryOperator.Equal, value, read), search)));
        if (found.IsStrict)
            location = When(Compare(better, read, new VariableRead(before)), location);
        var again = new Declaration(space.Index, new VariableRead(at), "", default);
        var final = StatementPrinter.Print([again, .. body.Take(place).Where(s => s is Declaration), .. branch.Then.Statements]);
        return new Replacement(
            loop.Loop,
            bounds,
            [extremum, location],
            $"{variable.Type.Text} {before.Name} = {variable.Name};\nint {at.Name} = {CSharpPrinter.Print(Constant.Int32(none))};\n",
            $"if ({at.Name} != {CSharpPrinter.Print(Constant.Int32(none))})\n{{\n{final}}}\n",
            $"finding '{variable.Name}' first, and then where it is")
        {
            GoesOverAgain = true,
        };

        If When(IrExpression condition, Statement then) => new(condition, Of(then), Block.Empty, "", branch.Source);

        Block Of(Statement statement) => new(EquatableArray.Of(statement), "", statement.Source);
    }

    private static Binary Compare(BinaryOperator operation, IrExpression left, IrExpression right) => new(operation, left, right, IrType.Bool);

    /// <summary>The comparison with a variable that the branch then sets to the other side.</summary>
    private static (If Branch, Variable Variable, IrExpression Value, bool IsMaximum, bool IsStrict)? Find(If branch)
    {
        if (branch.Condition is not Binary test || !branch.Else.Statements.IsEmpty || !branch.Then.Statements.All(s => s is Assignment))
            return null;
        foreach (var assignment in branch.Then.Statements.Cast<Assignment>())
        {
            var (variable, value) = (assignment.Variable, assignment.Value);
            var isLeft = IsRead(test.Left, variable);
            if (!isLeft && !IsRead(test.Right, variable))
                continue;
            var other = isLeft ? test.Right : test.Left;
            if (CSharpPrinter.Print(other) != CSharpPrinter.Print(value) || other.Type.Kind != variable.Type.Kind || variable.Type.Kind == ScalarKind.Bool)
                continue;
            var relation = test.Operator;
            return relation is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual
                ? (branch, variable, value, relation is BinaryOperator.Less or BinaryOperator.LessOrEqual == isLeft, relation is BinaryOperator.Less or BinaryOperator.Greater)
                : null;
        }

        return null;
    }

    private static bool IsRead(IrExpression expression, Variable variable) => expression is VariableRead read && read.Variable == variable;

    /// <summary>Whether the branch alone carries anything, and what it assigns is computed from the index and what the loop leaves as it is.</summary>
    private static bool StandsAlone(ClosedLoop loop, EquatableArray<Statement> body, int place, (If Branch, Variable Variable, IrExpression Value, bool IsMaximum, bool IsStrict) found)
    {
        var assignments = found.Branch.Then.Statements.Cast<Assignment>().ToList();
        var targets = assignments.ConvertAll(a => a.Variable);
        var locals = body.Take(place).OfType<Declaration>().Where(d => d.Initializer is not null && loop.Context.Definitions.ContainsKey(d.Variable)).Select(d => d.Variable).ToList();
        var others = body.Where((_, i) => i != place).ToList();
        return targets.Distinct().Count() == targets.Count
            && assignments.Select(a => a.Value).Append(found.Value).Concat(body.Take(place).OfType<Declaration>().Select(d => d.Initializer).OfType<IrExpression>())
                .SelectMany(v => v.VariablesRead()).All(v => v == loop.Loop.Space!.Index || locals.Contains(v) || loop.Context.IsInvariant(v))
            && loop.Loop.Body.VariablesAssigned().Count(targets.Contains) == targets.Count
            && !others.SelectMany(s => s.VariablesRead().Concat(s.VariablesDeclared())).Any(targets.Contains)
            && loop.Analysis.Variables.All(v => v.Role != VariableRole.Carried || targets.Contains(v.Variable))
            && targets.TrueForAll(t => t.Kind is VariableKind.Local or VariableKind.Parameter && !t.IsCaptured);
    }
}
