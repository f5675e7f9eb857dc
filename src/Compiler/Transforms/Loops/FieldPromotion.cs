using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Keeps fields that a loop writes in locals while it runs (register promotion: Cooper and Lu, "Register promotion in C programs", PLDI
/// 1997), where they are reductions or private to each iteration. Legal where the loop reaches a field by one name only, calls nothing
/// and cannot throw half-way, so that nobody sees the field before the local is stored back.
/// </summary>
public static class FieldPromotion
{
    /// <summary>What runs instead of the loop; null where it writes no such field.</summary>
    /// <param name="method">The method around it.</param>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="nextLoop">A number that no loop has, nor any greater one.</param>
    public static Replacement? Apply(Method method, LoopContext context, LoopAnalysis analysis, int nextLoop)
    {
        var fields = analysis.Accesses.Where(a => IsField(a.Access.Root)).Select(a => a.Access).GroupBy(a => CSharpPrinter.Print(a)).Select(g => g.First()).ToList();
        var written = new HashSet<string>(analysis.Accesses.Where(a => a.IsWrite).Select(a => CSharpPrinter.Print(a.Access)));
        if (!context.Loop.Accumulators.IsEmpty || !fields.Exists(IsWritten) || context.Loop.IsInTry || analysis.Accesses.Any(a => a.Access.Root.Kind == MemoryKind.Reference) || !fields.TrueForAll(f => IsAlone(f, context, analysis)))
            return null;
        var required = new List<string>();
        foreach (var field in fields)
        {
            if (!EarlyEvaluation.IsSafe(field.Root, required))
                return null;
        }

        var nextVariable = method.Body.NextVariableId();
        var locals = fields.ToDictionary(
            f => CSharpPrinter.Print(f),
            f => new Variable(nextVariable, $"__field{context.Loop.Id}_{nextVariable++}", f.Root.Element, VariableKind.Local));
        var body = context.Loop.Body.Statements.Select(s => Promote(s, locals)).ToList();
        if (body.Contains(null))
            return null;
        var block = new Block(body.Select(s => s!).ToEquatableArray(), "", context.Loop.Body.Source);
        var promoted = context.Loop with { Body = block, BodyText = StatementPrinter.Print(block.Statements), Text = "" };
        var ahead = fields.Select(f => (Statement)new Declaration(locals[CSharpPrinter.Print(f)], new Load(f, f.Root.Element), "", f.Source));
        var behind = fields.Where(IsWritten).Select(f => (Statement)new Store(f, new VariableRead(locals[CSharpPrinter.Print(f)]), "", f.Source)).ToList();
        var around = method.Replace(context.Loop, [.. ahead, promoted, .. behind]);
        var inside = new LoopContext(promoted, context.Budget);
        if (ClosedLoop.Of(around, inside, LoopAnalyzer.Analyze(inside, around), nextLoop) is not { Bounds: { } bounds } closed)
            return null;
        var names = string.Join(" and ", fields.Where(IsWritten).Select(f => $"'{f.Display}'"));
        return new Replacement(
            context.Loop,
            [.. required.Distinct().Select(r => new Guard(r, "the object is there")), .. bounds],
            [.. ahead, closed.MakeLoop(promoted.Space!, block.Statements), .. behind],
            "",
            "",
            $"keeping {names} in a local");

        bool IsWritten(MemoryAccess field) => written.Contains(CSharpPrinter.Print(field));
    }

    private static bool IsField(MemoryRoot root) => root is { Kind: MemoryKind.Field or MemoryKind.StaticField, Element.Size: > 0 };

    /// <summary>Whether no other access of the loop may be to the same field: of this object under another name, or of another object of its type.</summary>
    private static bool IsAlone(MemoryAccess field, LoopContext context, LoopAnalysis analysis)
    {
        var text = CSharpPrinter.Print(field);
        return field.Path.Length == 0 && field.Root.Parent is null && context.IsInvariant(field.Root)
            && analysis.Accesses.All(a => CSharpPrinter.Print(a.Access) == text || !MayBeSame(a.Access.Root, field.Root))
            && analysis.Accesses.All(a => CSharpPrinter.Print(a.Access) == text || !a.Access.Root.Text.StartsWith($"{text}.", StringComparison.Ordinal));
    }

    /// <summary>Whether the two are fields of one name, which could be of one object.</summary>
    private static bool MayBeSame(MemoryRoot one, MemoryRoot two) =>
        one.Kind == two.Kind && one.Element == two.Element && MemberOf(one.Text) == MemberOf(two.Text);

    /// <summary>The field's name, or that of the function that reaches it.</summary>
    private static string MemberOf(string text) =>
        text.EndsWith(")", StringComparison.Ordinal) ? text.Substring(0, text.IndexOf('(')) : text.Substring(text.LastIndexOf('.') + 1);

    private static Statement? Promote(Statement statement, Dictionary<string, Variable> locals)
    {
        switch (statement)
        {
            case Store store when locals.TryGetValue(CSharpPrinter.Print(store.Access), out var local):
                return new Assignment(local, store.Value.Replace(Read), "", store.Source);
            case Block block:
                return AsBlock(block);
            case If branch:
                return AsBlock(branch.Then) is { } then && AsBlock(branch.Else) is { } otherwise
                    ? branch with { Condition = branch.Condition.Replace(Read), Then = then, Else = otherwise }
                    : null;
            case Declaration or Assignment or Store:
                return statement.Replace(Read);
            default:
                return null;
        }

        IrExpression? Read(IrExpression expression) =>
            expression is Load load && locals.TryGetValue(CSharpPrinter.Print(load.Access), out var local) ? new VariableRead(local) : null;

        Block? AsBlock(Block block)
        {
            var statements = block.Statements.Select(s => Promote(s, locals)).ToList();
            return statements.Contains(null) ? null : block with { Statements = statements.Select(s => s!).ToEquatableArray() };
        }
    }
}
