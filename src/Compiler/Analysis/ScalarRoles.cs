using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Decides for each variable from outside the loop what it is to the iterations: invariant, private, a reduction, or carried from
/// one to another (privatisation after Tu and Padua, "Automatic array privatization", LCPC 1993, for scalars: a variable is private
/// if no read of it in an iteration is reached by a value from before the iteration).
/// </summary>
public static class ScalarRoles
{
    /// <summary>The roles of all variables declared outside the loop that its body mentions.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="readOutside">Whether the method reads the variable anywhere but in this loop.</param>
    public static (EquatableArray<VariableFact> Variables, EquatableArray<Reduction> Reductions) Classify(
        LoopContext context,
        Func<Variable, bool> readOutside)
    {
        var body = context.Loop.Body;
        var facts = new List<VariableFact>();
        var reductions = new List<Reduction>();
        var own = body.VariablesRead().Concat(body.VariablesAssigned()).Concat(context.Loop.TextReads).Distinct().ToList();
        var mentioned = own.Concat(context.ReadsOfFixedLocals(own)).Distinct()
            .Where(v => !context.Declared.Contains(v) && v != context.Loop.Space?.Index);
        foreach (var variable in mentioned)
        {
            if (context.IsInvariant(variable))
            {
                facts.Add(new VariableFact(variable, VariableRole.Invariant, default, default));
                continue;
            }

            if (variable.Kind is VariableKind.Parameter or VariableKind.Local && !variable.IsCaptured
                && ReductionAnalysis.Find(variable, body) is { } reduction)
            {
                reductions.Add(reduction);
                facts.Add(new VariableFact(variable, VariableRole.Reduction, reduction.Source, reduction.Source));
                continue;
            }

            facts.Add(Flow(variable, body, readOutside(variable)));
        }

        return (facts.ToEquatableArray(), reductions.ToEquatableArray());
    }

    private static VariableFact Flow(Variable variable, Block body, bool isLiveOut)
    {
        var flow = new ScalarFlow(variable);
        flow.Visit(body);
        var isAssignedAtEnd = flow.IsAssigned && !body.SelfAndDescendants().Any(s => s is Jump { Kind: JumpKind.Continue });
        var isMemory = variable.Kind is VariableKind.Reference or VariableKind.This || variable.IsCaptured;
        var isPrivate = flow.ExposedRead is null && !isMemory && !flow.HasUnknownWrite;
        var role = !isPrivate || (isLiveOut && !isAssignedAtEnd) ? VariableRole.Carried : isLiveOut ? VariableRole.LastPrivate : VariableRole.Private;
        return new VariableFact(variable, role, flow.ExposedRead ?? flow.FirstWrite ?? body.Source, flow.FirstWrite ?? body.Source) { IsPrivate = isPrivate };
    }

    /// <summary>Follows one variable through one iteration.</summary>
    private sealed class ScalarFlow(Variable variable)
    {
        /// <summary>Whether every path to this point assigns the variable.</summary>
        public bool IsAssigned { get; private set; }

        /// <summary>The first read that a value from before the iteration may reach.</summary>
        public SourceSpan? ExposedRead { get; private set; }

        /// <summary>The first write.</summary>
        public SourceSpan? FirstWrite { get; private set; }

        /// <summary>Whether an opaque node writes it, at a point and under conditions that are not known.</summary>
        public bool HasUnknownWrite { get; private set; }

        public void Visit(Statement statement)
        {
            switch (statement)
            {
                case Block block:
                    foreach (var child in block.Statements)
                        Visit(child);
                    break;
                case Assignment assignment:
                    Read(assignment.Value, statement.Source);
                    if (assignment.Variable == variable)
                        Write(statement.Source);
                    break;
                case If branch:
                    Read(branch.Condition, statement.Source);
                    var before = IsAssigned;
                    Visit(branch.Then);
                    var afterThen = IsAssigned || Leaves(branch.Then);
                    IsAssigned = before;
                    Visit(branch.Else);
                    IsAssigned = (IsAssigned || Leaves(branch.Else)) && afterThen;
                    break;
                case Loop loop:
                    VisitLoop(loop);
                    break;
                case OpaqueStatement:
                    VisitOpaque(statement);
                    break;
                default:
                    foreach (var expression in statement.Expressions)
                        Read(expression, statement.Source);
                    if (statement is Store store && store.Access.Root.Reads.Contains(variable))
                        Exposed(statement.Source);
                    break;
            }
        }

        /// <summary>A block that throws does not reach what follows it; one that leaves the iteration by <c>continue</c> reaches its end.</summary>
        private static bool Leaves(Block block) =>
            !block.Statements.IsEmpty && block.Statements[block.Statements.Count - 1] is Jump { Kind: JumpKind.Throw };

        private void VisitLoop(Loop loop)
        {
            foreach (var expression in loop.Space is { } s ? [s.Start] : loop.Expressions)
                Read(expression, loop.Source);
            if (loop.Space is { } space)
            {
                if (space.Index == variable)
                    Write(loop.Source);
                Read(space.End, loop.Source);
                Read(space.Step, loop.Source);
            }

            var before = IsAssigned;
            Visit(loop.Body);
            if (loop.Space is null && loop.TestsAtEnd)
            {
                if (loop.Condition is { } condition)
                    Read(condition, loop.Source);
                return;
            }

            IsAssigned = before;
        }

        /// <summary>The order of what is inside is not known: any read may come first, any write may not happen.</summary>
        private void VisitOpaque(Statement statement)
        {
            var before = IsAssigned;
            if (!before && statement.VariablesRead().Contains(variable))
                Exposed(statement.Source);
            if (statement.VariablesAssigned().Contains(variable))
            {
                FirstWrite ??= statement.Source;
                HasUnknownWrite |= !before;
            }

            IsAssigned = before;
        }

        private void Read(IrExpression expression, SourceSpan source)
        {
            if (expression.VariablesRead().Contains(variable))
                Exposed(PlaceOf(expression) ?? source);
            foreach (var opaque in expression.SelfAndDescendants().OfType<OpaqueExpression>())
            {
                if (!opaque.Effects.Writes.Contains(variable))
                    continue;
                FirstWrite ??= opaque.Source;
                HasUnknownWrite |= !IsAssigned;
            }
        }

        private SourceSpan? PlaceOf(IrExpression expression)
        {
            foreach (var read in expression.SelfAndDescendants().OfType<VariableRead>())
            {
                if (read.Variable == variable && read.Source != default)
                    return read.Source;
            }

            return null;
        }

        private void Exposed(SourceSpan source)
        {
            if (!IsAssigned)
                ExposedRead ??= source;
        }

        private void Write(SourceSpan source)
        {
            FirstWrite ??= source;
            IsAssigned = true;
        }
    }
}
