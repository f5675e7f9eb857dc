using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>A local of a struct, as a variable for each number in it, by its path.</summary>
internal sealed record SplitLocal(ISymbol Local, IReadOnlyDictionary<string, Variable> Parts)
{
    /// <summary>For one that the text of the loop has as a whole, the accesses to its numbers by their paths; null for any other.</summary>
    public IReadOnlyDictionary<string, MemoryAccess>? Accesses { get; init; }
}

/// <summary>
/// Splits the locals of loops that hold structs into a variable for each number in them (scalar replacement of aggregates: Muchnick,
/// "Advanced Compiler Design and Implementation", 1997, section 12.2), so that copying a struct is reading and writing its fields. A local
/// that is used in another way, as by a call, stays whole: then the method is lowered once more. One that a loop inside uses is split where
/// that loop assigns structs from outside, and so could not be made parallel by itself.
/// </summary>
internal sealed class SplitLocals
{
    /// <summary>Bytes of a number below which lanes store one after another, which takes longer than storing the struct.</summary>
    private const int LeastStored = 4;

    private readonly Lowering _lowering;
    private readonly StructValues _values;
    private readonly Dictionary<ISymbol, SplitLocal> _locals = new(SymbolEqualityComparer.Default);

    public SplitLocals(Lowering lowering)
    {
        _lowering = lowering;
        _values = new StructValues(lowering);
    }

    /// <summary>Whether a local was split that must stay whole; the lowering is then of no use.</summary>
    public bool HasFailed { get; private set; }

    private bool IsEnabled => _lowering is { HasText: true, Whole: not null, LoopStack.Count: > 0 };

    /// <summary>Lowers an outermost loop with the structs that it assigns in parts; what it appends is the loop, and that it assigns them.</summary>
    public void Accumulate(ILoopOperation loop, List<Statement> into, Action lower)
    {
        if (_lowering is not { HasText: true, Whole: not null, LoopStack.Count: 0, TryDepth: 0 } || _locals.Count > 0)
        {
            lower();
            return;
        }

        var accumulators = new StructAccumulators(_lowering).Of(loop).ToList();
        foreach (var (symbol, _, parts) in accumulators)
            _locals.Add(symbol, new SplitLocal(symbol, new Dictionary<string, Variable>()) { Accesses = parts });
        Accumulators = accumulators.Select(a => a.Accumulator).ToEquatableArray();
        var count = into.Count;
        lower();
        if (accumulators.Count > 0 && !into.Skip(count).SelectMany(s => s.SelfAndDescendants()).OfType<Loop>().Any(l => !l.Accumulators.IsEmpty && Transforms.StructPromotion.IsPossible(l)))
        {
            _lowering.Whole.UnionWith(accumulators.Select(a => a.Symbol));
            HasFailed = true;
        }

        Accumulators = default;
        _locals.Clear();
        foreach (var (_, accumulator, _) in accumulators)
        {
            var effects = Effects.None with { Writes = EquatableArray.Of(accumulator.Whole) };
            into.Add(new Evaluation(new OpaqueExpression(IrType.Void, "", default, effects, "an assignment of a struct", _lowering.Source(loop.Syntax)), "", _lowering.Source(loop.Syntax)));
        }
    }

    /// <summary>The structs that the loop being lowered assigns, of those from outside.</summary>
    public EquatableArray<StructAccumulator> Accumulators { get; private set; }

    /// <summary>The parts of a local; null for one that is whole.</summary>
    public SplitLocal? Of(ISymbol local) => _locals.TryGetValue(local, out var split) ? split : null;

    /// <summary>A local is used as a whole, in a way that its parts have none for.</summary>
    public void Fail(SplitPlace place)
    {
        HasFailed |= _lowering.Whole?.Add(place.Local.Local) ?? true;
    }

    /// <summary>Takes the values of structs apart.</summary>
    public StructValues Values => _values;

    /// <summary>Makes a parameter or local of an operator, or its receiver, a variable for each of its numbers.</summary>
    /// <param name="symbol">The parameter or local; for the receiver its type.</param>
    /// <param name="numbers">The numbers by their paths.</param>
    /// <param name="values">Takes what each variable stands for.</param>
    public void Split(ISymbol symbol, IReadOnlyDictionary<string, IrExpression> numbers, Dictionary<Variable, IrExpression> values)
    {
        var parts = numbers.ToDictionary(n => n.Key, n => _lowering.Unique("__p", n.Value.Type) with { IsPart = true });
        foreach (var part in parts)
            values.Add(part.Value, numbers[part.Key]);
        _locals[symbol] = new SplitLocal(symbol, parts);
    }

    /// <summary>What a member of a split local, or of a struct in one, is; null where its parts do not say.</summary>
    public Place? Member(SplitPlace place, INamedTypeSymbol structure, ISymbol member)
    {
        if (StructLeaves.PathOf(structure, member, _lowering) is { } name)
        {
            var path = place.Path + name;
            if (place.Local.Accesses is { } accesses && accesses.TryGetValue(path, out var access))
                return new MemoryPlace(access);
            if (place.Local.Parts.TryGetValue(path, out var part))
                return new VariablePlace(part);
            if (place.Local.Parts.Keys.Any(k => k.StartsWith($"{path}.", StringComparison.Ordinal)))
                return place with { Path = path };
        }

        Fail(place);
        return null;
    }

    /// <summary>Appends the declaration of a local as those of its parts; false where it stays whole.</summary>
    public bool Declare(IVariableDeclaratorOperation declarator, SourceSpan source, List<Statement> into)
    {
        var local = declarator.Symbol;
        if (local.IsRef || !MaySplit(local, declarator) || StructLeaves.Of(local.Type, _lowering) is not { } leaves)
            return false;
        if (declarator.GetVariableInitializer()?.Value is not { } value)
        {
            var parts = Make(local, leaves, null);
            into.AddRange(leaves.Select(l => new Declaration(parts[l.Path], null, "", source)));
            return true;
        }

        var before = new List<Statement>();
        if (_values.Of(value, before) is not { } values)
            return false;
        var needed = _values.IsCopy(value) ? Needed(local, declarator, leaves) : null;
        var variables = Make(local, leaves, needed);
        into.AddRange(before);
        into.AddRange(leaves.Where(l => variables.ContainsKey(l.Path)).Select(l => new Declaration(variables[l.Path], values[l.Path], "", source)));
        return true;
    }

    /// <summary>The declarations that stand for the element of a <c>foreach</c>; null where it stays whole.</summary>
    public IReadOnlyList<Statement>? DeclareElement(ILocalSymbol element, MemoryAccess access, IForEachLoopOperation loop)
    {
        if (!MaySplit(element, loop) || StructLeaves.Of(element.Type, _lowering) is not { } leaves)
            return null;
        var needed = Needed(element, loop, leaves);
        var variables = Make(element, leaves, needed);
        return leaves.Where(l => variables.ContainsKey(l.Path))
            .Select(l => (Statement)new Declaration(variables[l.Path], new Load(_values.AccessTo(access, l), l.Type), "", _lowering.Source(loop.Syntax))).ToList();
    }

    /// <summary>An assignment of a whole struct as those of its numbers; null where it stays whole.</summary>
    public Statement? Assign(IAssignmentOperation assignment, string text, SourceSpan source)
    {
        if (!IsEnabled || assignment.Target.Type is not INamedTypeSymbol { IsValueType: true } type || TypeNames.KindOf(type) != ScalarKind.Other
            || assignment.Parent is not IExpressionStatementOperation || !IsOfType(assignment, type))
        {
            return null;
        }

        var target = _lowering.Memory.Resolve(assignment.Target);
        if (target is not (SplitPlace or MemoryPlace { Access: { Subscripts.IsEmpty: false, Root.Kind: MemoryKind.Array or MemoryKind.MultiArray or MemoryKind.Span } })
            || StructLeaves.Of(type, _lowering) is not { } leaves)
        {
            return null;
        }

        var access = (target as MemoryPlace)?.Access;
        if (access is not null && (!leaves.All(l => l.Type.Size64 >= LeastStored) || !MemoryLowering.IsRepeatable(access) || (access.Path.Length > 0 && access.Field is null) || (assignment is ISimpleAssignmentOperation && _values.IsElement(assignment.Value))))
            return null;
        var statements = new List<Statement>();
        if (ValueOf(assignment, statements) is not { } values)
        {
            if (target is SplitPlace failed)
                Fail(failed);
            return null;
        }

        // All of the value is read before any of it is written.
        var ready = new List<IrExpression>();
        for (var i = 0; i < leaves.Count; i++)
        {
            var (leaf, value) = (leaves[i], values[leaves[i].Path]);
            if (target is SplitPlace split && Definition(value, statements, values.Values) is { } definition && leaves.Take(i).All(earlier => IsIndependent(definition.Initializer!, split, earlier)))
            {
                statements.Remove(definition);
                value = definition.Initializer!;
            }

            if (value is Constant || (value is VariableRead && access is not null)
                || (target is SplitPlace whole && leaves.Take(i).All(earlier => IsIndependent(value, whole, earlier))))
            {
                ready.Add(value);
                continue;
            }

            ready.Add(_lowering.DeclarePart(leaf.Type, value, source, statements));
        }

        for (var i = 0; i < leaves.Count; i++)
        {
            if (access is not null)
                statements.Add(new Store(_values.AccessTo(access, leaves[i]), ready[i], "", source));
            else if (target is SplitPlace { Local.Accesses: { } accesses } outside)
                statements.Add(new Store(accesses[outside.Path + leaves[i].Path], ready[i], "", source));
            else if (target is SplitPlace place && place.Local.Parts.TryGetValue(place.Path + leaves[i].Path, out var part))
                statements.Add(new Assignment(part, ready[i], "", source));
        }

        return new Block(statements.ToEquatableArray(), text, source);
    }

    /// <summary>The declaration of what is evaluated once for one number alone, so that it may stand in the place of that; null for any other value.</summary>
    private static Declaration? Definition(IrExpression value, IReadOnlyList<Statement> before, IEnumerable<IrExpression> values) =>
        value is VariableRead { Variable: var variable } && before.OfType<Declaration>().FirstOrDefault(d => d.Variable == variable && d.Initializer is not null) is { } definition
            && before.SelectMany(s => s.VariablesRead()).Concat(values.SelectMany(v => v.VariablesRead())).Count(v => v == variable) == 1
            ? definition
            : null;

    /// <summary>Whether a value is the same after a part was assigned.</summary>
    private static bool IsIndependent(IrExpression value, SplitPlace target, StructLeaf assigned) =>
        target.Local.Accesses is { } accesses ? !value.SelfAndDescendants().OfType<Load>().Any(l => l.Access.Root.Text == accesses[target.Path + assigned.Path].Root.Text)
        : !target.Local.Parts.TryGetValue(target.Path + assigned.Path, out var part) || !value.VariablesRead().Contains(part);

    /// <summary>Whether what is assigned is of the type of the target as it is.</summary>
    private static bool IsOfType(IAssignmentOperation assignment, INamedTypeSymbol type) => assignment switch
    {
        ISimpleAssignmentOperation simple => SymbolEqualityComparer.Default.Equals(simple.Value.Type, type),
        ICompoundAssignmentOperation { IsLifted: false, IsChecked: false, InConversion.IsIdentity: true, OutConversion.IsIdentity: true, OperatorMethod: { } method } =>
            SymbolEqualityComparer.Default.Equals(method.ReturnType, type),
        _ => false,
    };

    private IReadOnlyDictionary<string, IrExpression>? ValueOf(IAssignmentOperation assignment, List<Statement> before) => assignment is ICompoundAssignmentOperation { OperatorMethod: { } method } compound
        ? _values.OfResult(method, null, [compound.Target, compound.Value], before)
        : _values.Of(assignment.Value, before);

    private bool MaySplit(ILocalSymbol local, IOperation declaration) => IsEnabled && local.Type.IsValueType && !_lowering.Whole!.Contains(local)
        && !_lowering.Usage.IsReadByFunctions(local) && UsedInLoops.Of(local, declaration).All(IsTied);

    /// <summary>
    /// Whether a loop inside assigns a local from outside that may be split: then only lanes of the loop around can run it in another way than
    /// as it is written, and need all of its structs in parts.
    /// </summary>
    private bool IsTied(ILoopOperation inner) => !(inner is IForEachLoopOperation { Collection: var collection } && collection.DescendantsAndSelf().Any(o => o is IInvocationOperation)) && inner.Descendants().OfType<ILocalReferenceOperation>().Select(r => r.Local).Distinct<ILocalSymbol>(SymbolEqualityComparer.Default).Any(local =>
        local is { IsRef: false, Type: { IsValueType: true, SpecialType: SpecialType.None } } && !_lowering.Whole!.Contains(local) && _lowering.Usage.IsWrittenIn(local, inner.Syntax.Span)
        && local.DeclaringSyntaxReferences.All(r => !inner.Syntax.Span.Contains(r.Span) && _lowering.LoopStack.LastOrDefault() is { } around && around.Span.Contains(r.Span))
        && !_lowering.Usage.IsReadByFunctions(local) && StructLeaves.Of(local.Type, _lowering) is not null);

    /// <summary>The loop, which runs in lanes only as a part of the loop around it where it uses parts of structs from there.</summary>
    public Loop Tied(Loop loop)
    {
        if (_locals.Count == 0)
            return loop;
        if (_lowering.LoopStack.Count == 0)
            loop = loop with { Accumulators = Accumulators };
        var declared = new HashSet<Variable>(loop.VariablesDeclared());
        return loop.VariablesRead().Concat(loop.VariablesAssigned()).Any(v => v.IsPart && !declared.Contains(v)) ? loop with { IsTied = true } : loop;
    }

    private Dictionary<string, Variable> Make(ILocalSymbol local, IReadOnlyList<StructLeaf> leaves, HashSet<string>? needed)
    {
        var parts = leaves.Where(l => needed is null || needed.Contains(l.Path))
            .ToDictionary(l => l.Path, l => _lowering.Unique($"__{local.Name}{l.Path.Replace('.', '_').Replace("@", "")}_", l.Type) with { IsPart = true });
        _locals[local] = new SplitLocal(local, parts);
        return parts;
    }

    /// <summary>The numbers of a copy that anything reads or writes; all where it is used as a whole.</summary>
    private HashSet<string> Needed(ILocalSymbol local, IOperation declaration, IReadOnlyList<StructLeaf> leaves)
    {
        var root = declaration;
        while (root.Parent is { } parent)
            root = parent;
        var needed = new HashSet<string>();
        foreach (var use in root.Descendants().OfType<ILocalReferenceOperation>().Where(u => SymbolEqualityComparer.Default.Equals(u.Local, local)))
        {
            var (path, place) = ("", (IOperation)use);
            while (place.Parent is IMemberReferenceOperation member && member.Instance == place && place.Type is INamedTypeSymbol structure && StructLeaves.PathOf(structure, member.Member, _lowering) is { } name)
            {
                path += name;
                place = member;
                if (TypeNames.KindOf(member.Type!) != ScalarKind.Other)
                    break;
            }

            needed.UnionWith(leaves.Select(l => l.Path).Where(l => l == path || path.Length == 0 || l.StartsWith($"{path}.", StringComparison.Ordinal)));
        }

        if (needed.Count == 0)
            needed.Add(leaves[0].Path);
        return needed;
    }
}
