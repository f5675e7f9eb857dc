using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Keeps the key of the best place so far in a variable, where a loop looks it up again in each iteration: <c>if (key(i) > key(best)) best = i;</c>
/// becomes <c>if (key(i) > m) { m = key(i); best = i; }</c>, which is an extremum with its place. Legal where nothing that the key is computed from
/// changes in the loop. Where the iteration itself stores the key, in elements that differ from iteration to iteration and none of which is the
/// best place from before the loop, all of that comes first, and looking for the best place is a second loop: what the second one reads has
/// been written by then, and is not written again.
/// </summary>
public static class ExtremumKey
{
    /// <summary>What runs instead of the loop; null where it does not look up the key of the best place.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        var body = loop.Loop.Body.Statements;
        var place = body.ToList().FindIndex(s => s is If);
        if (loop.Loop.IsInTry || place < 0 || Find(loop, (If)body[place]) is not { } found || !StandsAlone(loop, body, place, found))
            return null;
        var key = loop.MakeVariable($"key_{found.Best.Name}", found.Own.Type);
        var (own, stored) = (found.Own, default(Stored));
        if (LoopContext.Stores(loop.Loop.Body).Any())
        {
            if (StoredKey(loop, body, place, found) is not { } result)
                return null;
            (own, stored) = (new Load(result.Access, result.Access.Root.Element), result);
        }

        var test = found.Branch;
        var comparison = (Binary)test.Condition;
        var read = new VariableRead(key);
        var update = new Assignment(key, own, "", test.Source);
        var better = test with
        {
            Condition = found.IsLeft ? comparison with { Left = own, Right = read } : comparison with { Left = read, Right = own },
            Then = test.Then with { Statements = test.Then.Statements.Prepend(update).ToEquatableArray() },
        };
        var space = loop.Loop.Space!;
        var needed = stored is null ? [] : Needed(body.Take(place), better);
        if (stored is not null && !IsComputedAgain(loop, needed, better, key, found))
            return null;
        var search = loop.MakeLoop(space, stored is null ? body.Select((s, i) => i == place ? better : s) : needed.Append(better));
        IReadOnlyList<Loop> loops = stored is null ? [search] : [loop.MakeLoop(space, body.Where((_, i) => i != place)), search];
        var bounds = loops.Aggregate<Loop, IReadOnlyList<Guard>?>(InBounds(found.Other, loop), (all, l) => Guard.Both(all, loop.BoundsOf(l, loop.Loop.Id)));
        if (bounds is null || (stored is not null && !IsParallel(loop, loops)))
            return null;
        return new Replacement(
            loop.Loop,
            [.. bounds, .. stored?.Guards ?? Guard.Always],
            loops,
            $"{key.Type.Text} {key.Name} = {CSharpPrinter.Print(found.Other)};\n",
            "",
            $"keeping {(found.Other is Load load ? $"'{load.Access.Display}'" : "what it compares with")} in a variable");
    }

    /// <summary>Whether the first of the loops that replace one may run in parallel.</summary>
    private static bool IsParallel(ClosedLoop loop, IReadOnlyList<Loop> loops)
    {
        var context = new LoopContext(loops[0], loop.Context.Budget);
        return ParallelLegality.Check(context, LoopAnalyzer.Analyze(context, loop.Method.Replace(loop.Loop, loops)), loop.Method.Options.FloatMode).IsLegal;
    }

    /// <summary>The comparison of two values that differ only in the place that they are computed from, of which the branch assigns the one to the other.</summary>
    private static Found? Find(ClosedLoop loop, If branch)
    {
        if (branch.Condition is not Binary { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } test
            || !branch.Else.Statements.IsEmpty || !branch.Then.Statements.All(s => s is Assignment))
        {
            return null;
        }

        foreach (var assignment in branch.Then.Statements.Cast<Assignment>())
        {
            var (best, place) = (assignment.Variable, assignment.Value);
            if (!best.Type.IsInteger || best.IsCaptured || best.Kind is not (VariableKind.Local or VariableKind.Parameter))
                continue;
            var isRight = test.Right.VariablesRead().Contains(best);
            if (isRight == test.Left.VariablesRead().Contains(best))
                continue;
            var (own, other) = isRight ? (test.Left, test.Right) : (test.Right, test.Left);
            if (other.SelfAndDescendants().OfType<Load>().Any() && other.Type.Kind is not (ScalarKind.Bool or ScalarKind.Other) && own.Type.Kind == other.Type.Kind)
                return new Found(branch, best, place, own, other, isRight, IsSame(loop, own, other, best, place));
        }

        return null;
    }

    /// <summary>Whether a value is what another would be at a place.</summary>
    private static bool IsSame(ClosedLoop loop, IrExpression own, IrExpression other, Variable best, IrExpression place)
    {
        var there = other.Replace(e => e is VariableRead read && read.Variable == best ? place : null);
        return CSharpPrinter.Print(Unfolded(loop, own)) == CSharpPrinter.Print(Unfolded(loop, there));
    }

    private static IrExpression Unfolded(ClosedLoop loop, IrExpression expression) => expression.Replace(e =>
        e is VariableRead read && loop.Context.Definitions.TryGetValue(read.Variable, out var definition) ? Unfolded(loop, definition) : null);

    /// <summary>Whether the branch alone has to do with the best place, and what it compares with is computed from that and from what the loop leaves as it is.</summary>
    private static bool StandsAlone(ClosedLoop loop, EquatableArray<Statement> body, int place, Found found)
    {
        var targets = found.Branch.Then.Statements.Cast<Assignment>().Select(a => a.Variable).ToList();
        return targets.Distinct().Count() == targets.Count
            && !body.Where((_, i) => i != place).SelectMany(s => s.VariablesRead().Concat(s.VariablesDeclared()).Concat(s.VariablesAssigned())).Any(targets.Contains)
            && !found.Branch.Then.Statements.Cast<Assignment>().SelectMany(a => a.Value.VariablesRead()).Any(targets.Contains)
            && found.Other.VariablesRead().All(v => v == found.Best || loop.Context.IsInvariant(v))
            && (found.IsSame || LoopContext.Stores(loop.Loop.Body).Any());
    }

    /// <summary>That the store before the branch is of the key, in the place that becomes the best one; null where it is not.</summary>
    private static Stored? StoredKey(ClosedLoop loop, EquatableArray<Statement> body, int place, Found found)
    {
        var stores = LoopContext.Stores(loop.Loop.Body).ToList();
        if (stores.Count != 1 || body.Take(place).OfType<Store>().FirstOrDefault() is not { } store
            || found.Other is not Load { Access: { Subscripts.Count: 1 } access } || access.Subscripts[0] is not VariableRead || loop.NameOf(access.Root) != loop.NameOf(store.Access.Root)
            || access.Root.Kind is not (MemoryKind.Array or MemoryKind.Span) || !loop.Context.IsInvariant(access.Root)
            || store.Value.Type.Kind != access.Root.Element.Kind || !HoldsStoredValue(loop, body.Take(place), store, found.Own)
            || CSharpPrinter.Print(Unfolded(loop, store.Access.Subscripts[0])) != CSharpPrinter.Print(Unfolded(loop, found.Place)))
        {
            return null;
        }

        var fact = loop.Analysis.Accesses.First(a => a.IsWrite);
        if (!fact.IsAffine || fact.Affine[0] is not { Coefficient: { Degree: <= 1 } coefficient, Offset: { Degree: <= 2 } offset }
            || coefficient.Terms.Concat(offset.Terms).Any(t => !t.IsNarrow || !t.Reads.All(loop.Context.IsInvariant))
            || new DependenceTest(loop.Context).Test(fact, fact).Guards is not { } differ)
        {
            return null;
        }

        const string Wide = "global::System.Int128";
        var id = loop.Loop.Id;
        var (factor, first) = (coefficient.ToCSharp(Wide), $"({coefficient.ToCSharp(Wide)}) * __first{id} + {offset.ToCSharp(Wide)}");
        var isApart = new Guard(
            $"!{RuntimeNames.Progression}.Contains({first}, ({factor}) * {loop.Step}L, __trip{id}, {found.Best.Name})",
            $"the loop does not write '{access.Display}' as it was before");
        return new Stored(store.Access, [.. differ, isApart]);
    }

    /// <summary>Whether a value is what was stored: the same variable, which nothing assigns in between, or the same element.</summary>
    private static bool HoldsStoredValue(ClosedLoop loop, IEnumerable<Statement> before, Store store, IrExpression own)
    {
        var after = before.SkipWhile(s => s != store).Skip(1).ToList();
        if (own is Load load)
            return load.Access.Root.Text == store.Access.Root.Text && CSharpPrinter.Print(Unfolded(loop, load.Access.Subscripts[0])) == CSharpPrinter.Print(Unfolded(loop, store.Access.Subscripts[0]));
        return own is VariableRead value && store.Value is VariableRead stored && value.Variable == stored.Variable && !after.SelectMany(s => s.VariablesAssigned()).Contains(value.Variable);
    }

    /// <summary>The declarations that a branch needs, with those that they need.</summary>
    private static List<Statement> Needed(IEnumerable<Statement> before, If branch)
    {
        var needed = new HashSet<Variable>(branch.VariablesRead());
        var result = new List<Statement>();
        foreach (var declaration in before.OfType<Declaration>().Reverse().Where(d => needed.Contains(d.Variable)))
        {
            result.Insert(0, declaration);
            needed.UnionWith(declaration.VariablesRead());
        }

        return result;
    }

    /// <summary>Whether all that the second loop reads but the key is computed from the index and what the loop leaves as it is.</summary>
    private static bool IsComputedAgain(ClosedLoop loop, List<Statement> needed, If branch, Variable key, Found found)
    {
        var values = found.Branch.Then.Statements.Cast<Assignment>().Select(a => a.Value).Concat(needed.Cast<Declaration>().Select(d => d.Initializer)).ToList();
        return values.TrueForAll(v => v is not null && !v.SelfAndDescendants().OfType<Load>().Any())
            && needed.Concat([branch]).SelectMany(s => s.VariablesRead()).All(v => v == key || v == loop.Loop.Space!.Index || loop.Context.IsInvariant(v)
                || (loop.Context.Definitions.ContainsKey(v) && needed.Exists(d => ((Declaration)d).Variable == v)));
    }

    /// <summary>That the key of the first best place can be computed; null where that cannot be asked.</summary>
    private static IReadOnlyList<Guard>? InBounds(IrExpression key, ClosedLoop loop)
    {
        IReadOnlyList<Guard>? guards = Guard.Always;
        foreach (var access in key.SelfAndDescendants().OfType<Load>().Select(l => l.Access))
        {
            if (access.Subscripts.IsEmpty || !loop.Context.IsInvariant(access.Root) || ContainerText.NotNull(access.Root) is not { } present)
                return null;
            guards = Guard.Both(guards, present);
            for (var dimension = 0; dimension < access.Subscripts.Count; dimension++)
            {
                var subscript = CSharpPrinter.Print(access.Subscripts[dimension]);
                var least = access.Root.Kind == MemoryKind.MultiArray ? $" && {access.Root.Text}.GetLowerBound({dimension}) == 0" : "";
                guards = Guard.Both(guards, [new Guard($"(ulong)(long)({subscript}) < (ulong){ContainerText.Length(access.Root, dimension)}{least}", $"'{access.Display}' is inside '{access.Root.Text}' before the loop")]);
            }
        }

        return guards;
    }

    /// <param name="Branch">The branch.</param>
    /// <param name="Best">The variable that holds the best place.</param>
    /// <param name="Place">The place that it becomes.</param>
    /// <param name="Own">The key of that place.</param>
    /// <param name="Other">The key of the best place.</param>
    /// <param name="IsLeft">Whether the own key stands on the left.</param>
    /// <param name="IsSame">Whether both are computed alike.</param>
    private sealed record Found(If Branch, Variable Best, IrExpression Place, IrExpression Own, IrExpression Other, bool IsLeft, bool IsSame);

    /// <param name="Access">The element that the iteration stores its key in.</param>
    /// <param name="Guards">Why no other iteration reads or writes it.</param>
    private sealed record Stored(MemoryAccess Access, IReadOnlyList<Guard> Guards);
}
