using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>Collects the facts about a loop.</summary>
public static class LoopAnalyzer
{
    /// <summary>Analyses a loop of a method.</summary>
    public static LoopAnalysis Analyze(LoopContext context, Method method)
    {
        var loop = context.Loop;
        var inside = CountReads(loop.Body);
        var total = CountReads(method.Body);
        var (variables, reductions) = ScalarRoles.Classify(
            context,
            v => v.Kind == VariableKind.Reference || (total.TryGetValue(v, out var all) && all > (inside.TryGetValue(v, out var own) ? own : 0)));
        return new LoopAnalysis(loop, variables, reductions, Accesses(context));
    }

    private static Dictionary<Variable, int> CountReads(Block body)
    {
        var counts = new Dictionary<Variable, int>();
        foreach (var variable in body.VariablesRead())
            counts[variable] = counts.TryGetValue(variable, out var count) ? count + 1 : 1;
        return counts;
    }

    private static EquatableArray<AccessFact> Accesses(LoopContext context)
    {
        var facts = new List<AccessFact>();
        Collect(context.Loop.Body, false);
        return facts.ToEquatableArray();

        void Collect(Statement statement, bool isConditional)
        {
            switch (statement)
            {
                case If branch:
                    Expression(branch.Condition, isConditional);
                    Collect(branch.Then, true);
                    Collect(branch.Else, true);
                    return;
                case Loop loop:
                    foreach (var expression in loop.Expressions)
                        Expression(expression, isConditional);
                    Collect(loop.Body, true);
                    return;
            }

            foreach (var expression in statement.Expressions)
                Expression(expression, isConditional || statement is OpaqueStatement);
            if (statement is Store store)
                Add(store.Access, true, isConditional);
            if (statement is OpaqueStatement opaque)
            {
                foreach (var access in opaque.Effects.Stores)
                    Add(access, true, true);
            }

            foreach (var child in statement.Children)
                Collect(child, isConditional || statement is OpaqueStatement);
        }

        void Expression(IrExpression expression, bool isConditional)
        {
            var isBranch = expression is Conditional or OpaqueExpression or Binary { Operator: BinaryOperator.AndAlso or BinaryOperator.OrElse };
            var first = true;
            foreach (var operand in expression.Operands)
            {
                Expression(operand, isConditional || (isBranch && (!first || expression is OpaqueExpression)));
                first = false;
            }

            if (expression is Load load)
                Add(load.Access, false, isConditional);
            if (expression is OpaqueExpression opaque)
            {
                foreach (var access in opaque.Effects.Stores)
                    Add(access, true, true);
            }
        }

        void Add(MemoryAccess access, bool isWrite, bool isConditional)
        {
            if (access.Root.Parent is { } parent)
                Add(parent, false, isConditional);
            facts.Add(Describe(context, access, isWrite, isConditional));
        }
    }

    private static AccessFact Describe(LoopContext context, MemoryAccess access, bool isWrite, bool isConditional)
    {
        var affine = new List<AffineSubscript>();
        var index = context.Loop.Space?.Index;
        foreach (var subscript in access.Subscripts)
        {
            affine.Add(index is not null && context.Polynomials.Build(subscript)?.SplitBy(index) is { } split
                ? new AffineSubscript(split.Coefficient, split.Offset)
                : AffineSubscript.Unknown);
        }

        return new AccessFact(access, isWrite, affine.ToEquatableArray(), affine.All(a => a.IsKnown), isConditional);
    }
}
