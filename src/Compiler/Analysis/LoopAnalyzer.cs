using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>Collects the facts about a loop.</summary>
public static class LoopAnalyzer
{
    /// <summary>Analyses a loop of a method.</summary>
    public static LoopAnalysis Analyze(LoopContext context, Method method)
    {
        var loop = context.Loop;
        Dictionary<Variable, int>? inside = null, total = null;
        var (variables, reductions) = ScalarRoles.Classify(context, IsReadOutside);
        return new LoopAnalysis(loop, variables, reductions, AccessesOf(context, loop.Body));

        // Most loops assign no variable from outside, so that nobody asks.
        bool IsReadOutside(Variable variable)
        {
            if (variable.Kind == VariableKind.Reference)
                return true;
            inside ??= CountReads(loop.Body);
            total ??= CountReads(method.Body);
            return total.TryGetValue(variable, out var all) && all > (inside.TryGetValue(variable, out var own) ? own : 0);
        }
    }

    private static Dictionary<Variable, int> CountReads(Block body)
    {
        var counts = new Dictionary<Variable, int>();
        foreach (var variable in body.VariablesRead())
            counts[variable] = counts.TryGetValue(variable, out var count) ? count + 1 : 1;
        return counts;
    }

    /// <summary>The accesses of one statement of a loop, in order of evaluation.</summary>
    public static EquatableArray<AccessFact> AccessesOf(LoopContext context, Statement part)
    {
        var facts = new List<AccessFact>();
        Collect(part, false, AccessScope.Everywhere);
        return facts.ToEquatableArray();

        void Collect(Statement statement, bool isConditional, AccessScope scope)
        {
            switch (statement)
            {
                case If branch:
                    Expression(branch.Condition, isConditional, scope);
                    Collect(branch.Then, true, scope.Where(branch.Condition, true));
                    Collect(branch.Else, true, scope.Where(branch.Condition, false));
                    return;
                case Loop loop:
                    foreach (var expression in loop.Expressions)
                        Expression(expression, isConditional, scope);
                    Collect(loop.Body, true, scope.Inside(loop.Space));
                    return;
                case Block block:
                    foreach (var child in block.Statements)
                    {
                        Collect(child, isConditional, scope);
                        if (child is If { Else.Statements.IsEmpty: true } exit && exit.Then.Statements.LastOrDefault() is Jump)
                            scope = scope.Where(exit.Condition, false);
                    }

                    return;
            }

            foreach (var expression in statement.Expressions)
                Expression(expression, isConditional || statement is OpaqueStatement, scope);
            if (statement is Store store)
                Add(store.Access, true, isConditional, scope);
            if (statement is OpaqueStatement opaque)
            {
                foreach (var access in opaque.Effects.Stores)
                    Add(access, true, true, scope);
            }

            foreach (var child in statement.Children)
                Collect(child, isConditional || statement is OpaqueStatement, scope);
        }

        void Expression(IrExpression expression, bool isConditional, AccessScope scope)
        {
            var isBranch = expression is Conditional or OpaqueExpression or Binary { Operator: BinaryOperator.AndAlso or BinaryOperator.OrElse };
            var place = 0;
            foreach (var operand in expression.Operands)
            {
                var inner = (expression, place) switch
                {
                    (Conditional choice, 1 or 2) => scope.Where(choice.Condition, place == 1),
                    (Binary { Operator: BinaryOperator.AndAlso } both, 1) => scope.Where(both.Left, true),
                    (Binary { Operator: BinaryOperator.OrElse } either, 1) => scope.Where(either.Left, false),
                    _ => scope,
                };
                Expression(operand, isConditional || (isBranch && (place > 0 || expression is OpaqueExpression)), inner);
                place++;
            }

            if (expression is Load load)
                Add(load.Access, false, isConditional, scope);
            if (expression is OpaqueExpression opaque)
            {
                foreach (var access in opaque.Effects.Stores)
                    Add(access, true, true, scope);
            }
        }

        void Add(MemoryAccess access, bool isWrite, bool isConditional, AccessScope scope)
        {
            if (access.Root.Parent is { } parent)
                Add(parent, false, isConditional, scope);
            facts.Add(Describe(context, access, isWrite, isConditional) with { Scope = scope });
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
