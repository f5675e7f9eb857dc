using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Leaves out the stores of fields that an iteration has copied from the same element and not changed, and the copies of fields that nothing
/// reads (dead store elimination: Muchnick, "Advanced Compiler Design and Implementation", 1997, section 18.10). Legal where no other store of
/// the loop reaches the field. The texts of the loops stay as the user wrote them.
/// </summary>
public static class UnchangedFields
{
    /// <summary>Structs of so many numbers are put together in registers, where one more costs less than storing the others apart.</summary>
    private const int Together = 4;

    /// <summary>The method without them.</summary>
    public static Method Remove(Method method) => method.Body.SelfAndDescendants().OfType<Loop>().Any(HasParts)
        ? method with { Body = (Block)In(method.Body) }
        : method;

    private static bool HasParts(Loop loop) => loop.Body.SelfAndDescendants().Any(s => s is Declaration { Variable.IsPart: true })
        && loop.Body.SelfAndDescendants().All(s => s is Block or Declaration or Assignment or Store or If or Jump)
        && loop.Body.AllEffects().All(e => e is { Hazards.IsEmpty: true, Stores.IsEmpty: true, Writes.IsEmpty: true });

    private static Statement In(Statement statement) => statement switch
    {
        Block block => block with { Statements = block.Statements.Select(In).ToEquatableArray() },
        If branch => branch with { Then = (Block)In(branch.Then), Else = (Block)In(branch.Else) },
        Loop loop when HasParts(loop) => loop with { Body = WithoutDead(WithoutUnchanged(loop)) },
        Loop loop => loop with { Body = (Block)In(loop.Body) },
        OpaqueStatement opaque => opaque with { Nested = opaque.Nested.Select(In).ToEquatableArray() },
        _ => statement,
    };

    private static Block WithoutUnchanged(Loop loop)
    {
        var context = new LoopContext(loop);
        var stores = loop.Body.SelfAndDescendants().OfType<Store>().ToList();
        var copied = stores.Where(s => s.Access.Number is { Stride: > Together } && CopyOf(s.Value, context) is { } source && IsSame(source, s.Access, context)).ToList();
        var unchanged = copied.Where(s => stores.TrueForAll(o => copied.Exists(c => ReferenceEquals(c, o)) || !MayReach(o.Access, s.Access))).ToList();
        return Without(loop.Body, s => unchanged.Exists(u => ReferenceEquals(u, s)));
    }

    /// <summary>The element's field that a value was copied from; null for any other value.</summary>
    private static MemoryAccess? CopyOf(IrExpression value, LoopContext context) => value switch
    {
        Load { Access: { Field: not null } access } => access,
        VariableRead { Variable: { IsPart: true } part } when context.Definitions.TryGetValue(part, out var definition) => CopyOf(definition, context),
        _ => null,
    };

    /// <summary>Whether both are the same field of one element, which each iteration names alike from its beginning to its end.</summary>
    private static bool IsSame(MemoryAccess one, MemoryAccess other, LoopContext context) =>
        one.Root.Text == other.Root.Text && one.Root.Kind == other.Root.Kind && one.Path == other.Path && one.Subscripts.Equals(other.Subscripts) && context.IsInvariant(one.Root)
        && one.Subscripts.SelectMany(s => s.SelfAndDescendants()).All(e => e is Constant or Unary or Binary or Conversion
            || (e is VariableRead read && (context.IsInvariant(read.Variable) || read.Variable == context.Loop.Space?.Index || context.Definitions.ContainsKey(read.Variable))));

    /// <summary>Whether a store may change the field; different fields of structs of one type lie apart, whatever the elements.</summary>
    private static bool MayReach(MemoryAccess store, MemoryAccess field)
    {
        if (!AliasAnalysis.MayMeet(store.Root, field.Root))
            return false;
        var isAligned = store.Root.Text == field.Root.Text || (!AliasAnalysis.IsView(store.Root) && !AliasAnalysis.IsView(field.Root));
        return !isAligned || store.Root.Element.Text != field.Root.Element.Text || store.Number is not { } one || field.Number is not { } other
            || (one.Offset < other.Offset + other.Type.Size64 && other.Offset < one.Offset + one.Type.Size64);
    }

    /// <summary>The body without copies that nothing reads, as long as something else reaches the element, which may not be there.</summary>
    private static Block WithoutDead(Block body)
    {
        while (true)
        {
            var read = new HashSet<Variable>(body.VariablesRead());
            var assigned = body.VariablesAssigned().GroupBy(v => v).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
            var dead = body.SelfAndDescendants().OfType<Declaration>()
                .FirstOrDefault(d => d.Variable.IsPart && !read.Contains(d.Variable) && !assigned.Contains(d.Variable) && IsSpare(d, body));
            if (dead is null)
                return body;
            body = Without(body, s => ReferenceEquals(s, dead));
        }
    }

    private static bool IsSpare(Declaration declaration, Block body) => declaration.Initializer switch
    {
        VariableRead { Variable.IsPart: true } => true,
        Load { Access: { Field: not null } access } => !body.SelfAndDescendants().Any(s => s is Jump) && body.Statements.Any(s => !ReferenceEquals(s, declaration) && Reaches(s, access)),
        _ => false,
    };

    /// <summary>Whether each iteration reaches the element in the statement.</summary>
    private static bool Reaches(Statement statement, MemoryAccess element)
    {
        return statement switch
        {
            Declaration { Initializer: Load load } => IsElement(load.Access),
            Store store => IsElement(store.Access),
            Block block => block.Statements.Any(s => Reaches(s, element)),
            _ => false,
        };

        bool IsElement(MemoryAccess access) => access.Root.Text == element.Root.Text && access.Root.Kind == element.Root.Kind && access.Subscripts.Equals(element.Subscripts);
    }

    private static Block Without(Block block, Func<Statement, bool> isLeftOut) => block with
    {
        Statements = block.Statements.Where(s => !isLeftOut(s)).Select(s => s switch
        {
            Block inner => Without(inner, isLeftOut),
            If branch => branch with { Then = Without(branch.Then, isLeftOut), Else = Without(branch.Else, isLeftOut) },
            _ => s,
        }).ToEquatableArray(),
    };
}
