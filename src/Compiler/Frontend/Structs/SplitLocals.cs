using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>A local of a struct, as a variable for each number in it, by its path.</summary>
internal sealed record SplitLocal(ILocalSymbol Local, IReadOnlyDictionary<string, Variable> Parts);

/// <summary>
/// Splits the locals of loops that hold structs into a variable for each number in them (scalar replacement of aggregates: Muchnick,
/// "Advanced Compiler Design and Implementation", 1997, section 12.2), so that copying a struct is reading and writing its fields. A local
/// that is used in another way, by a call or in a loop inside, stays whole: then the method is lowered once more.
/// </summary>
internal sealed class SplitLocals
{
    /// <summary>Bytes of a number below which lanes store one after another, which takes longer than storing the struct.</summary>
    private const int LeastStored = 4;

    private readonly Lowering _lowering;
    private readonly StructValues _values;
    private readonly Dictionary<ILocalSymbol, SplitLocal> _locals = new(SymbolEqualityComparer.Default);

    public SplitLocals(Lowering lowering)
    {
        _lowering = lowering;
        _values = new StructValues(lowering);
    }

    /// <summary>Whether a local was split that must stay whole; the lowering is then of no use.</summary>
    public bool HasFailed { get; private set; }

    private bool IsEnabled => _lowering is { HasText: true, Whole: not null, LoopStack.Count: > 0 };

    /// <summary>The parts of a local; null for one that is whole.</summary>
    public SplitLocal? Of(ILocalSymbol local) => _locals.TryGetValue(local, out var split) ? split : null;

    /// <summary>A local is used as a whole, in a way that its parts have none for.</summary>
    public void Fail(SplitPlace place)
    {
        HasFailed |= _lowering.Whole!.Add(place.Local.Local);
    }

    /// <summary>What a member of a split local, or of a struct in one, is; null where its parts do not say.</summary>
    public Place? Member(SplitPlace place, INamedTypeSymbol structure, ISymbol member)
    {
        if (StructLeaves.PathOf(structure, member, _lowering) is { } name)
        {
            var path = place.Path + name;
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
        var needed = StructValues.IsCopy(value) ? Needed(local, declarator, leaves) : null;
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
    public Statement? Assign(ISimpleAssignmentOperation assignment, string text, SourceSpan source)
    {
        if (!IsEnabled || assignment.Target.Type is not INamedTypeSymbol { IsValueType: true } type || TypeNames.KindOf(type) != ScalarKind.Other
            || !SymbolEqualityComparer.Default.Equals(assignment.Value.Type, type) || assignment.Parent is not IExpressionStatementOperation)
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
        if (access is not null && (!leaves.All(l => l.IsAssignable && l.Type.Size64 >= LeastStored) || !MemoryLowering.IsRepeatable(access) || (access.Path.Length > 0 && access.Field is null) || _values.IsElement(assignment.Value)))
            return null;
        var statements = new List<Statement>();
        if (_values.Of(assignment.Value, statements) is not { } values)
        {
            if (target is SplitPlace failed)
                Fail(failed);
            return null;
        }

        // All of the value is read before any of it is written.
        var ready = new List<IrExpression>();
        foreach (var leaf in leaves)
        {
            var value = values[leaf.Path];
            if (value is Constant || (value is VariableRead && access is not null))
            {
                ready.Add(value);
                continue;
            }

            var local = _lowering.Unique("__s", leaf.Type) with { IsPart = true };
            statements.Add(new Declaration(local, value, "", source));
            ready.Add(new VariableRead(local));
        }

        for (var i = 0; i < leaves.Count; i++)
        {
            if (access is not null)
                statements.Add(new Store(_values.AccessTo(access, leaves[i]), ready[i], "", source));
            else if (target is SplitPlace split && split.Local.Parts.TryGetValue(split.Path + leaves[i].Path, out var part))
                statements.Add(new Assignment(part, ready[i], "", source));
        }

        return new Block(statements.ToEquatableArray(), text, source);
    }

    private bool MaySplit(ILocalSymbol local, IOperation declaration) => IsEnabled && local.Type.IsValueType && !_lowering.Whole!.Contains(local)
        && !_lowering.Usage.IsReadByFunctions(local) && !UsedInLoops.Has(local, declaration);

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
