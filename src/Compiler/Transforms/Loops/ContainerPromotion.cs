using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Keeps arrays that are in fields, or rows of other arrays, in locals while a loop runs that writes their elements, so that what is known of
/// arrays in variables is known of them. Legal where the loop leaves the field or the row as it is and reaching it cannot throw.
/// </summary>
public static class ContainerPromotion
{
    /// <summary>What runs instead of the loop; null where it writes no such array.</summary>
    /// <param name="method">The method around it.</param>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="nextLoop">A number that no loop has, nor any greater one.</param>
    public static Replacement? Apply(Method method, LoopContext context, LoopAnalysis analysis, int nextLoop)
    {
        var loop = context.Loop;
        if (context.InnerLoops.Count > 0 || loop.Space is not { IndexLivesOutside: false } space || loop.InlinesMathematics || loop.Body.SelfAndDescendants().Any(s => s is OpaqueStatement)
            || (!loop.Functions.IsEmpty && loop.Body.AllExpressions().Any(e => e is OpaqueExpression)))
        {
            return null;
        }

        var containers = analysis.Accesses.SelectMany(a => Chain(a.Access.Root)).Where(r => IsInMemory(r) && context.IsInvariant(r)).GroupBy(r => r.Text).Select(g => g.First()).ToList();
        var written = analysis.Accesses.Where(a => a.IsWrite).Select(a => a.Access.Root.Text).ToList();
        if (!containers.Exists(c => written.Contains(c.Text)) || containers.Exists(c => IsHidden(c, loop.Body)))
            return null;
        var required = new List<string>();
        if (!containers.TrueForAll(c => EarlyEvaluation.IsSafe(c, required)))
            return null;
        var nextVariable = method.Body.NextVariableId();
        var locals = containers.ToDictionary(c => c.Text, c => new Variable(nextVariable, $"__{MemberOf(c).TrimStart('@', '_')}{loop.Id}_{nextVariable++}", c.Type, VariableKind.Local));
        var body = loop.Body with { Statements = loop.Body.Statements.Select(s => s.ReplaceRoots(Local)).ToEquatableArray() };
        if (RecordingPrinter.Print(body, []) is not { } text)
            return null;
        var promoted = loop with
        {
            Id = Math.Max(method.Body.NextLoopId(), nextLoop),
            Body = body,
            BodyText = text,
            Text = $"{StatementPrinter.Header(space)}\n{{\n{text}}}",
            TextReads = default,
            Functions = default,
        };
        var ahead = containers.Select(c => (Statement)new Declaration(locals[c.Text], new Load(c.Parent!, c.Type), "", loop.Source));
        var names = string.Join(" and ", containers.Where(c => written.Contains(c.Text)).Select(c => $"'{c.Parent!.Display}'"));
        return new Replacement(loop, [.. required.Distinct().Select(r => new Guard(r, "the object is there"))], [.. ahead, promoted], "", "", $"keeping {names} in a local");

        MemoryRoot? Local(MemoryRoot root) => locals.TryGetValue(root.Text, out var local)
            ? root with { Text = local.Name, Reads = EquatableArray.Of(local), Parent = null }
            : null;
    }

    /// <summary>The container and those that it is an element of.</summary>
    private static IEnumerable<MemoryRoot> Chain(MemoryRoot root)
    {
        for (MemoryRoot? container = root; container is not null; container = container.Parent?.Root)
            yield return container;
    }

    private static bool IsInMemory(MemoryRoot root) => root is { Kind: MemoryKind.Array or MemoryKind.MultiArray, Parent.Path: "" };

    /// <summary>The name of the field or variable that the container is reached by, or of the function that reads it.</summary>
    private static string MemberOf(MemoryRoot root)
    {
        while (root.Parent is { Root.Rank: > 0 } parent)
            root = parent.Root;
        var path = root.Text.IndexOf('(') is > 0 and var end ? root.Text.Substring(0, end) : root.Text;
        return path.Substring(path.LastIndexOf('.') + 1);
    }

    /// <summary>Whether a part of the body that is only text may name the container.</summary>
    private static bool IsHidden(MemoryRoot root, Block body)
    {
        var name = MemberOf(root);
        return body.AllExpressions().OfType<OpaqueExpression>().Any(o => o.Text.Contains(name))
            || body.SelfAndDescendants().Any(s => s is not (Block or Declaration or Assignment or Store or If) && s.Text.Contains(name));
    }
}
