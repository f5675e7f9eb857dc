using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// A variable that only some iterations assign, and none reads, keeps what the last of those has assigned: the loop finds the greatest such
/// index, a reduction, and the value is computed after it. Legal where that value depends on the index and on what the loop leaves as it is.
/// </summary>
public static class ConditionalLastValue
{
    /// <summary>What runs instead of the loop; null where it has no such variable.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        var space = loop.Loop.Space!;
        if (loop.Loop.IsInTry || loop.Bounds is not { } bounds || space.Index.Type.Kind != ScalarKind.Int32)
            return null;
        var body = loop.Loop.Body;
        var (before, after, names, guards) = ("", "", new List<string>(), bounds.ToList());
        var statements = body.Statements.ToList();
        foreach (var variable in loop.Analysis.Variables.Where(v => v.Role == VariableRole.Carried).Select(v => v.Variable))
        {
            var assignments = body.SelfAndDescendants().OfType<Assignment>().Where(a => a.Variable == variable).ToList();
            if (assignments.Count != 1 || body.VariablesAssigned().Count(v => v == variable) != 1 || body.VariablesRead().Contains(variable)
                || variable.IsCaptured || Value(loop, assignments[0].Value, guards) is not { } value)
            {
                continue;
            }

            var at = loop.MakeVariable($"at_{variable.Name}", IrType.Int32);
            var none = loop.Step > 0 ? "int.MinValue" : "int.MaxValue";
            var latest = new MathCall(
                loop.Step > 0 ? "System.Math.Max" : "System.Math.Min",
                EquatableArray.Of<IrExpression>(new VariableRead(at), new VariableRead(space.Index)),
                IrType.Int32);
            statements = statements.ConvertAll(s => Substitute(s, assignments[0], new Assignment(at, latest, "", assignments[0].Source)));
            before += $"int {at.Name} = {none};\n";
            after += $"if ({at.Name} != {none})\n{variable.Name} = {CSharpPrinter.Print(value.Replace(IrRewriting.Reads(space.Index, new VariableRead(at))))};\n";
            names.Add($"'{variable.Name}'");
        }

        return names.Count == 0
            ? null
            : new Replacement(loop.Loop, guards, [loop.MakeLoop(space, statements)], before, after, $"finding where {string.Join(" and ", names)} was assigned last");
    }

    /// <summary>The value in terms of the index; null where it needs more than that and what the loop leaves as it is.</summary>
    private static IrExpression? Value(ClosedLoop loop, IrExpression value, List<Guard> guards)
    {
        var written = loop.Analysis.Accesses.Where(a => a.IsWrite).Select(a => a.Access.Root).ToList();
        var isKnown = true;
        var result = value.Replace(Unfold);
        return isKnown ? result : null;

        IrExpression? Unfold(IrExpression expression)
        {
            switch (expression)
            {
                case VariableRead read when read.Variable == loop.Loop.Space!.Index || loop.Context.IsInvariant(read.Variable):
                    return read;
                case VariableRead read when loop.Context.Definitions.TryGetValue(read.Variable, out var definition):
                    return definition.Replace(Unfold);
                case VariableRead:
                    isKnown = false;
                    return expression;
                case Load load when written.Exists(w => loop.NameOf(w) == loop.NameOf(load.Access.Root)):
                    isKnown = false;
                    return expression;
                case Load load:
                    guards.AddRange(written.Where(w => AliasAnalysis.Relate(w, load.Access.Root) != AliasKind.None).Select(w => Guard.Disjoint(w, load.Access.Root)));
                    return null;
                default:
                    return null;
            }
        }
    }

    private static Statement Substitute(Statement statement, Assignment old, Assignment replacement) => statement switch
    {
        _ when ReferenceEquals(statement, old) => replacement,
        Block block => block with { Statements = block.Statements.Select(s => Substitute(s, old, replacement)).ToEquatableArray() },
        If branch => branch with { Then = (Block)Substitute(branch.Then, old, replacement), Else = (Block)Substitute(branch.Else, old, replacement) },
        _ => statement,
    };
}
