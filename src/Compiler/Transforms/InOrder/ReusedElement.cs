using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// The element of one container that an iteration writes, where the same iteration or later ones read it again, and the locals that hold it:
/// one for the iteration, and one for each iteration before it that is read of.
/// </summary>
internal sealed class ReusedElement
{
    private readonly ClosedLoop _loop;
    private readonly IReadOnlyList<AccessFact> _writes;
    private readonly Dictionary<MemoryAccess, int> _reads;
    private readonly Variable _current;
    private readonly List<Variable> _before = [];

    private ReusedElement(ClosedLoop loop, IReadOnlyList<AccessFact> writes, Dictionary<MemoryAccess, int> reads)
    {
        _loop = loop;
        _writes = writes;
        _reads = reads;
        Distance = reads.Values.Max();
        _current = loop.MakeVariable(Root.Text, Root.Element);
        for (var distance = 1; distance <= Distance; distance++)
            _before.Add(loop.MakeVariable(Root.Text, Root.Element));
    }

    /// <summary>The container.</summary>
    public MemoryRoot Root => _writes[0].Access.Root;

    /// <summary>The container's name, the same for locals that are other names of it.</summary>
    public string Name => _loop.NameOf(Root);

    /// <summary>The element as an iteration far behind reads it.</summary>
    public string Display => Farthest.Display;

    /// <summary>How many iterations later the last read is.</summary>
    public int Distance { get; }

    private MemoryAccess Farthest => _reads.First(r => r.Value == Distance).Key;

    /// <summary>The element that all writes of a container go to; null where they go to several, or nothing reads it soon.</summary>
    public static ReusedElement? Of(ClosedLoop loop, IReadOnlyList<AccessFact> writes)
    {
        var write = writes[0];
        if (!writes.All(w => w.IsAffine && w.Access.Root.Text == write.Access.Root.Text && w.Affine.SequenceEqual(write.Affine))
            || write.Affine.All(a => a.Coefficient.ConstantValue is null or 0) || !loop.Context.IsInvariant(write.Access.Root))
        {
            return null;
        }

        var reads = new Dictionary<MemoryAccess, int>();
        foreach (var read in loop.Analysis.Accesses.Where(a => !a.IsWrite && a.IsAffine && a.Access.Root.Text == write.Access.Root.Text))
        {
            for (var distance = 0; distance <= ScalarReplacement.Farthest; distance++)
            {
                if (IsBehind(read, write, distance * loop.Step))
                    reads[read.Access] = distance;
            }
        }

        return reads.Count > 0 ? new ReusedElement(loop, writes, reads) : null;
    }

    /// <summary>What the locals of earlier iterations hold as the loop begins; null where that cannot be said ahead.</summary>
    /// <param name="first">The loop's first index.</param>
    public IReadOnlyList<Statement>? Beginnings(Variable first)
    {
        var statements = new List<Statement>();
        for (var distance = 1; distance <= Distance; distance++)
        {
            // So many iterations on, the farthest read is of the element that this local begins with.
            var steps = (Distance - distance) * _loop.Step;
            IrExpression index = new VariableRead(first);
            if (steps != 0)
                index = new Binary(BinaryOperator.Add, index, new Constant(first.Type, first.Type.Kind == ScalarKind.Int64 ? steps : (object)(int)steps), first.Type);
            var access = Farthest.Replace(e => At(e, index));
            if (access.Subscripts.Any(s => s.VariablesRead().Any(_loop.Context.Declared.Contains)))
                return null;
            statements.Add(new Declaration(_before[distance - 1], new Load(access, Root.Element), "", access.Source));
        }

        return statements;
    }

    /// <summary>The body with the locals in the place of the element.</summary>
    public IEnumerable<Statement> Rewrite(IReadOnlyList<Statement> body)
    {
        var source = body[0].Source;
        var begin = IsWrittenFirst(body) ? null : new Load(_writes[0].Access.Replace(e => At(e, null)), Root.Element);
        yield return new Declaration(_current, begin, "", source);
        foreach (var statement in body.SelectMany(Rewrite))
            yield return statement;
        for (var distance = Distance; distance > 0; distance--)
            yield return new Assignment(_before[distance - 1], new VariableRead(distance == 1 ? _current : _before[distance - 2]), "", source);
    }

    private static bool IsBehind(AccessFact read, AccessFact write, long distance) => read.Affine.Count == write.Affine.Count
        && read.Affine.Zip(write.Affine, (r, w) => r.Coefficient.Equals(w.Coefficient) && (r.Offset + (w.Coefficient * Polynomial.Constant(distance))).Equals(w.Offset)).All(same => same);

    /// <summary>Whether every iteration writes the element before it reads it.</summary>
    private bool IsWrittenFirst(IReadOnlyList<Statement> body)
    {
        var first = body.FirstOrDefault(Touches);
        return first is Store store && IsOwn(store) && !store.AllExpressions().Any(IsCurrent);
    }

    private bool Touches(Statement statement) => statement.AllExpressions().Any(IsCurrent) || statement.SelfAndDescendants().OfType<Store>().Any(IsOwn);

    private bool IsCurrent(IrExpression expression) => expression is Load load && _reads.TryGetValue(load.Access, out var distance) && distance == 0;

    private bool IsOwn(Store store) => store.Access.Root.Text == Root.Text;

    private IEnumerable<Statement> Rewrite(Statement statement)
    {
        switch (statement)
        {
            case Store store when IsOwn(store):
                return [new Assignment(_current, store.Value.Replace(Read), "", store.Source), store with { Access = store.Access.Replace(Read), Value = new VariableRead(_current) }];
            case Block block:
                return [Inside(block)];
            case If branch:
                return [branch with { Condition = branch.Condition.Replace(Read), Then = Inside(branch.Then), Else = Inside(branch.Else) }];
            default:
                return [statement.Replace(Read)];
        }

        Block Inside(Block block) => block with { Statements = block.Statements.SelectMany(Rewrite).ToEquatableArray() };
    }

    private IrExpression? Read(IrExpression expression) => expression is Load load && _reads.TryGetValue(load.Access, out var distance)
        ? new VariableRead(distance == 0 ? _current : _before[distance - 1])
        : null;

    /// <summary>A part of a subscript where locals of the body are not declared yet, at another index if one is given.</summary>
    private IrExpression? At(IrExpression expression, IrExpression? index) => expression switch
    {
        VariableRead read when read.Variable == _loop.Loop.Space!.Index => index,
        VariableRead read when _loop.Context.Definitions.TryGetValue(read.Variable, out var definition) => definition.Replace(e => At(e, index)),
        _ => null,
    };
}
