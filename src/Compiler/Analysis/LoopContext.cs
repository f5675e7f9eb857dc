using AutoParallel.Compiler.Analysis.Dependence;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>What several analyses of one loop ask: what it assigns, what keeps its value while it runs, what its inner loops range over.</summary>
public sealed class LoopContext
{
    private readonly HashSet<Variable> _assigned;
    private readonly HashSet<string> _storedFields;
    private readonly HashSet<string?> _writtenMembers;
    private bool _storesElements;
    private bool _storesReferences;
    private readonly Dictionary<Variable, IrExpression> _fixed;
    private IReadOnlyList<Variable>? _uniformIndices;
    private IndexIntervals? _intervals;

    /// <summary>Prepares the answers for a loop.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="budget">What questions about it may cost, which the loops of a method share; null for a budget of its own.</param>
    public LoopContext(Loop loop, WorkBudget? budget = null)
    {
        Loop = loop;
        Budget = budget ?? new WorkBudget();
        var statements = loop.Body.SelfAndDescendants();
        var assigned = loop.Body.VariablesAssigned();
        Declared = [.. loop.Body.VariablesDeclared()];
        _assigned = [.. assigned, .. Declared];
        if (loop.Space is { } space)
            _assigned.Add(space.Index);
        _storedFields = [];
        foreach (var statement in statements)
        {
            if (statement is Store store)
                Note(store.Access);
        }

        _writtenMembers = [];
        foreach (var effects in loop.Body.AllEffects())
        {
            foreach (var store in effects.Stores)
                Note(store);
            foreach (var hazard in effects.Hazards)
            {
                HasHazards |= hazard.Write is null;
                _writtenMembers.Add(hazard.Write?.Member);
            }
        }

        var own = FindDefinitions(statements, assigned);
        Definitions = own;
        InnerLoops = statements.OfType<Loop>().ToList();
        _fixed = [];
        foreach (var local in loop.FixedLocals)
        {
            if (IsInvariant(local.Variable))
                _fixed.Add(local.Variable, local.Value);
        }

        var definitions = _fixed.Count == 0 ? own : own.Concat(_fixed).ToDictionary(d => d.Key, d => d.Value);
        Polynomials = new PolynomialBuilder(v => (IsInvariant(v) && !_fixed.ContainsKey(v)) || IsIndex(v), IsInvariant, definitions);

        void Note(MemoryAccess store)
        {
            _storesElements = true;
            _storesReferences |= store.Root.Element.Kind == ScalarKind.Other;
            if (store.Subscripts.IsEmpty)
                _storedFields.Add(store.Root.Text);
        }
    }

    /// <summary>The loop.</summary>
    public Loop Loop { get; }

    /// <summary>What exact tests of its accesses may still cost.</summary>
    public WorkBudget Budget { get; }

    /// <summary>Variables declared inside the body.</summary>
    public HashSet<Variable> Declared { get; }

    /// <summary>The loops inside, at any depth.</summary>
    public IReadOnlyList<Loop> InnerLoops { get; }

    /// <summary>The indices of inner loops that all lanes run together.</summary>
    public IReadOnlyList<Variable> UniformIndices => _uniformIndices ??= UniformLoops.Indices(this);

    /// <summary>The values that the indices and polynomials over them can take.</summary>
    public IndexIntervals Intervals => _intervals ??= new IndexIntervals(this);

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

    private static Dictionary<Variable, IrExpression> FindDefinitions(IReadOnlyList<Statement> statements, IReadOnlyList<Variable> assigned)
    {
        var definitions = new Dictionary<Variable, IrExpression>();
        foreach (var statement in statements)
        {
            if (statement is Declaration { Initializer: { } value } declaration && !definitions.ContainsKey(declaration.Variable))
                definitions.Add(declaration.Variable, value);
        }

        if (definitions.Count == 0)
            return definitions;
        var seen = new HashSet<Variable>();
        foreach (var variable in assigned)
        {
            if (!seen.Add(variable))
                definitions.Remove(variable);
        }

        return definitions;
    }
}
