using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>What several analyses of one loop ask: what it assigns, what keeps its value while it runs, what its inner loops range over.</summary>
public sealed class LoopContext
{
    private readonly HashSet<Variable> _assigned;
    private readonly HashSet<string> _storedFields;
    private readonly HashSet<string?> _writtenMembers;
    private readonly bool _storesElements;
    private readonly bool _storesReferences;
    private readonly Dictionary<Variable, IrExpression> _fixed;
    private IReadOnlyList<Variable>? _uniformIndices;

    /// <summary>Prepares the answers for a loop.</summary>
    public LoopContext(Loop loop)
    {
        Loop = loop;
        Declared = [.. loop.Body.VariablesDeclared()];
        _assigned = [.. loop.Body.VariablesAssigned(), .. Declared];
        if (loop.Space is { } space)
            _assigned.Add(space.Index);
        var stores = Stores(loop.Body).ToList();
        _storesElements = stores.Count > 0;
        _storesReferences = stores.Any(s => s.Root.Element.Kind == ScalarKind.Other);
        _storedFields = [.. stores.Where(s => s.Subscripts.IsEmpty).Select(s => s.Root.Text)];
        var hazards = loop.Body.AllEffects().SelectMany(e => e.Hazards).ToList();
        HasHazards = hazards.Exists(h => h.Write is null);
        _writtenMembers = [.. hazards.Select(h => h.Write?.Member)];
        Definitions = FindDefinitions(loop.Body);
        InnerLoops = loop.Body.SelfAndDescendants().OfType<Loop>().ToList();
        _fixed = loop.FixedLocals.Where(f => IsInvariant(f.Variable)).ToDictionary(f => f.Variable, f => f.Value);
        var definitions = Definitions.Concat(_fixed).ToDictionary(d => d.Key, d => d.Value);
        Polynomials = new PolynomialBuilder(v => (IsInvariant(v) && !_fixed.ContainsKey(v)) || IsIndex(v), IsInvariant, definitions);
    }

    /// <summary>The loop.</summary>
    public Loop Loop { get; }

    /// <summary>Variables declared inside the body.</summary>
    public HashSet<Variable> Declared { get; }

    /// <summary>The loops inside, at any depth.</summary>
    public IReadOnlyList<Loop> InnerLoops { get; }

    /// <summary>The indices of inner loops that all lanes run together.</summary>
    public IReadOnlyList<Variable> UniformIndices => _uniformIndices ??= UniformLoops.Indices(this);

    /// <summary>Whether something inside has effects that could not be described.</summary>
    public bool HasHazards { get; }

    /// <summary>Locals of the body that are assigned once, at their declaration.</summary>
    public IReadOnlyDictionary<Variable, IrExpression> Definitions { get; }

    /// <summary>The value that a variable has wherever it is read in the loop: of a local of the body, or of one that is the same in the whole method.</summary>
    public IrExpression? DefinitionOf(Variable variable) =>
        Definitions.TryGetValue(variable, out var own) ? own : _fixed.TryGetValue(variable, out var value) ? value : null;

    /// <summary>Variables from outside that the definitions of others read, which the loop thereby needs too.</summary>
    public IEnumerable<Variable> ReadsOfFixedLocals(IEnumerable<Variable> variables)
    {
        var pending = new Queue<Variable>(variables);
        while (pending.Count > 0)
        {
            if (!_fixed.TryGetValue(pending.Dequeue(), out var value))
                continue;
            foreach (var read in value.VariablesRead())
            {
                pending.Enqueue(read);
                yield return read;
            }
        }
    }

    /// <summary>Polynomials over the loop's index, the indices of inner loops and loop-invariant values.</summary>
    public PolynomialBuilder Polynomials { get; }

    /// <summary>Whether the body assigns the variable or it is the loop's index.</summary>
    public bool Assigns(Variable variable) => _assigned.Contains(variable);

    /// <summary>Whether the variable keeps its value while the loop runs.</summary>
    public bool IsInvariant(Variable variable) => !_assigned.Contains(variable);

    /// <summary>Whether the expression gives the same value, without effects, at any time while the loop runs.</summary>
    public bool IsInvariant(IrExpression expression) => expression switch
    {
        Constant => true,
        VariableRead read => IsInvariant(read.Variable),
        LengthOf length => IsInvariant(length.Root),
        Load load => IsInvariant(load.Access.Root) && KeepsContents(load.Access) && load.Operands.All(IsInvariant),
        OpaqueExpression opaque => opaque.Effects is { ChangesNothing: true } effects
            && !opaque.IsFresh && !(effects.ReadsHeap && (_storesElements || HasHazards || _writtenMembers.Count > 0)) && opaque.Operands.All(IsInvariant),
        _ => expression.Operands.All(IsInvariant),
    };

    /// <summary>Whether the container is the same object at any time while the loop runs.</summary>
    public bool IsInvariant(MemoryRoot root) =>
        root.Reads.All(IsInvariant)
        && (root.Parent is not { } parent || (IsInvariant(parent.Root) && KeepsContents(parent) && parent.Subscripts.All(IsInvariant)));

    /// <summary>The container as each iteration sees it, through locals that are only another name for it.</summary>
    public MemoryRoot Resolve(MemoryRoot root)
    {
        while (root.Parent is null && root.Reads.Count == 1 && root.Text == root.Reads[0].Name
            && DefinitionOf(root.Reads[0]) is { } definition)
        {
            if (definition is VariableRead alias)
                root = root with { Text = alias.Variable.Name, Reads = EquatableArray.Of(alias.Variable) };
            else if (definition is Load load)
                return root with { Text = Emit.CSharpPrinter.Print(load.Access), Reads = load.VariablesRead().Distinct().ToEquatableArray(), Parent = load.Access };
            else
                break;
        }

        return root;
    }

    /// <summary>Whether each iteration makes the container anew, so that no other iteration can reach it.</summary>
    public bool IsFresh(MemoryRoot root) =>
        root.Parent is null && root.Reads.Count == 1 && IsFresh(root.Reads[0])
        && (root.Text == root.Reads[0].Name || (root.Kind == MemoryKind.Field && root.Text.LastIndexOf('.') == root.Reads[0].Name.Length));

    /// <summary>Whether each iteration makes the object that the variable holds.</summary>
    public bool IsFresh(Variable? variable) =>
        variable is not null && Definitions.TryGetValue(variable, out var definition) && definition is OpaqueExpression { IsFresh: true };

    /// <summary>Every described write to memory in a statement.</summary>
    public static IEnumerable<MemoryAccess> Stores(Statement statement) =>
        statement.SelfAndDescendants().OfType<Store>().Select(s => s.Access).Concat(statement.AllEffects().SelectMany(e => e.Stores));

    /// <summary>Whether what the access reads stays as it is; elements count as changed as soon as any could be.</summary>
    public bool KeepsContents(MemoryAccess access) => access.Root.Kind switch
    {
        MemoryKind.String or MemoryKind.ImmutableArray => true,
        MemoryKind.Field or MemoryKind.StaticField => !HasHazards && !_storedFields.Any(f => SameMember(f, access.Root.Text))
            && (_writtenMembers.Count == 0 || (access.Member is { } member && !_writtenMembers.Contains(member) && !_writtenMembers.Contains(null))),
        _ => !HasHazards && !(access.Root.Element.IsReference ? _storesReferences : _storesElements),
    };

    private bool IsIndex(Variable variable) =>
        (Loop.Space is { } space && space.Index == variable) || InnerLoops.Any(l => l.Space is { IndexLivesOutside: false } inner && inner.Index == variable);

    private static bool SameMember(string left, string right) => LastName(left) == LastName(right);

    private static string LastName(string text) => text.Substring(text.LastIndexOf('.') + 1);

    private static Dictionary<Variable, IrExpression> FindDefinitions(Block body)
    {
        var definitions = new Dictionary<Variable, IrExpression>();
        foreach (var declaration in body.SelfAndDescendants().OfType<Declaration>())
        {
            if (declaration.Initializer is { } value && !definitions.ContainsKey(declaration.Variable))
                definitions.Add(declaration.Variable, value);
        }

        foreach (var group in body.VariablesAssigned().GroupBy(v => v).Where(g => g.Count() > 1))
            definitions.Remove(group.Key);
        return definitions;
    }
}
