namespace AutoParallel.Compiler.IR;

/// <summary>Checks the invariants that every stage relies on.</summary>
public static class IrVerifier
{
    /// <summary>What is wrong, in words; empty if nothing.</summary>
    public static IReadOnlyList<string> Verify(Method method)
    {
        var problems = new List<string>();
        var loops = method.Body.SelfAndDescendants().OfType<Loop>().ToList();
        foreach (var group in loops.GroupBy(l => l.Id).Where(g => g.Count() > 1))
            problems.Add($"loop number {group.Key} is used {group.Count()} times");
        var known = new HashSet<int>(loops.Select(l => l.Id));
        foreach (var text in loops.SelectMany(l => new[] { l.Text, l.BodyText }).Append(method.Body.Text))
        {
            LoopMarker.Expand(text, id =>
            {
                if (!known.Contains(id))
                    problems.Add($"a text names loop {id}, which does not exist");
                return "";
            });
        }

        foreach (var expression in method.Body.AllExpressions())
        {
            if (expression is Binary { Operator: >= BinaryOperator.Equal } test && test.Type.Kind != ScalarKind.Bool)
                problems.Add($"comparison {test} is not a bool");
            if (expression is Binary { Operator: <= BinaryOperator.Xor } arithmetic && arithmetic.Left.Type.Kind != arithmetic.Right.Type.Kind)
                problems.Add($"operands of {arithmetic} have different types");
            if (expression is Conditional conditional && conditional.WhenTrue.Type.Kind != conditional.WhenFalse.Type.Kind)
                problems.Add($"the two values of {conditional} have different types");
        }

        return problems;
    }
}
