using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Gives each assignment of a private variable a variable of its own (renaming: Cytron and Ferrante, "What's in a name?", ICPP 1987), so
/// that statements which only share a name can go to different loops. Legal because every read sees the assignment before it in the text.
/// </summary>
public static class ScalarRenaming
{
    /// <summary>What runs instead of the loop; null where no private variable is assigned twice.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        if (loop.Bounds is not { } bounds)
            return null;
        IReadOnlyList<Statement> body = loop.Loop.Body.Statements;
        var names = new List<string>();
        foreach (var variable in Candidates(loop))
        {
            var count = body.Count(s => s is Assignment a && a.Variable == variable);
            if (count < 2 || loop.Loop.Body.VariablesAssigned().Count(v => v == variable) != count)
                continue;
            body = Rename(loop, body, variable);
            names.Add($"'{variable.Name}'");
        }

        return names.Count == 0
            ? null
            : new Replacement(loop.Loop, bounds, [loop.MakeLoop(loop.Loop.Space!, body)], "", "", $"renaming {string.Join(" and ", names)}");
    }

    private static IEnumerable<Variable> Candidates(ClosedLoop loop) =>
        loop.Analysis.Variables.Where(v => v.Role == VariableRole.Private).Select(v => v.Variable)
            .Concat(loop.Loop.Body.Statements.OfType<Declaration>().Where(d => d.Initializer is null).Select(d => d.Variable));

    private static List<Statement> Rename(ClosedLoop loop, IReadOnlyList<Statement> body, Variable variable)
    {
        var result = new List<Statement>();
        var current = variable;
        foreach (var statement in body)
        {
            var read = new VariableRead(current);
            var renamed = statement.Replace(IrRewriting.Reads(variable, read));
            if (renamed is Assignment assignment && assignment.Variable == variable)
            {
                current = loop.MakeVariable(variable.Name, variable.Type);
                renamed = new Declaration(current, assignment.Value, "", assignment.Source);
            }

            if (renamed is not Declaration { Initializer: null } declaration || declaration.Variable != variable)
                result.Add(renamed);
        }

        return result;
    }
}
