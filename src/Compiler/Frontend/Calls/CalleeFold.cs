using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Sums up the effects of a lowered body, seen from its caller.</summary>
internal sealed class CalleeFold
{
    private readonly Block _body;
    private readonly Lowering _lowering;
    private readonly OwnObjects _own;
    private readonly Dictionary<Variable, int> _parameters;
    private readonly HashSet<string> _ownFields;
    private readonly List<(HazardKind Kind, string Message, bool IsOfArguments)> _hazards = [];
    private readonly HashSet<SummaryRead> _reads = [];
    private readonly HashSet<int> _written = [];
    private List<ISymbol>? _ownWrites = [];
    private bool _writesThis;
    private bool _readsHeap;
    private bool _readsObjects;

    public CalleeFold(Block body, IMethodSymbol method, Lowering lowering)
    {
        _body = body;
        _lowering = lowering;
        _own = new OwnObjects(body);
        _parameters = method.Parameters.ToDictionary(lowering.VariableOf, p => p.Ordinal);
        _ownFields = method.MethodKind == MethodKind.Constructor ? OwnFields(method.ContainingType) : [];
    }

    /// <summary>The sum.</summary>
    public FunctionSummary Fold()
    {
        foreach (var effects in _body.AllEffects())
        {
            _readsHeap |= effects.ReadsHeap;
            _readsObjects |= effects.ReadsObjects;
            if (effects.Writes.Any(v => v.Kind == VariableKind.This))
                WriteOwn(null);
            foreach (var hazard in effects.Hazards)
            {
                if (hazard.Receiver is not { } receiver || !_own.IsFresh(receiver))
                    Refuse(hazard.Kind, hazard.Message, IsArgument(hazard.Through));
            }

            foreach (var access in effects.Stores)
                Write(access);
        }

        foreach (var store in _body.SelfAndDescendants().OfType<Store>())
            Write(store.Access);
        foreach (var expression in _body.AllExpressions())
        {
            if (expression is Load load)
                Read(load.Access);
            else if (expression is LengthOf { Root.Parent: { } parent })
                Read(parent);
        }

        return new FunctionSummary(_hazards, _writesThis, _readsHeap, [.. _reads], [.. _written])
        {
            WrittenFields = _ownWrites,
            ReadsObjects = _readsObjects,
        };
    }

    /// <summary>Notes a field of the receiver that is assigned; null for one that is not known.</summary>
    private void WriteOwn(ISymbol? field)
    {
        _writesThis = true;
        if (field is null)
            _ownWrites = null;
        else if (_ownWrites is not null && !_ownWrites.Contains(field, SymbolEqualityComparer.Default))
            _ownWrites.Add(field);
    }

    private void Write(MemoryAccess access)
    {
        var root = access.Root;
        switch (root.Kind)
        {
            case MemoryKind.Reference:
                if (!_parameters.ContainsKey(root.Reads[0]))
                    Refuse(HazardKind.UnknownWrite, $"'{access.Display}' is written through a reference");
                break;
            case MemoryKind.Field:
                if (root.Parent is null && root.Reads.Count == 1 && root.Reads[0].Kind == VariableKind.This)
                    WriteOwn(_lowering.Inference.MemberOf(root.Text));
                else if (root.Parent is not null || root.Reads.Count != 1 || !_own.IsFresh(root.Reads[0]))
                    Refuse(HazardKind.SharedWrite, $"'{access.Display}' is assigned", IsArgument(root.Reads));
                break;
            case MemoryKind.StaticField:
                Refuse(HazardKind.SharedWrite, $"the static '{access.Display}' is assigned");
                break;
            default:
                if ((root.Parent is null && root.Reads.Count == 1 && _own.IsFresh(root.Reads[0])) || IsInOwnField(root))
                    break;
                if (root.Parent is null && root.Reads.Count == 1 && _parameters.TryGetValue(root.Reads[0], out var ordinal) && !_own.IsAssigned(root.Reads[0]))
                    _written.Add(ordinal);
                else
                    Refuse(HazardKind.UnknownWrite, $"'{access.Display}' is assigned");
                break;
        }

        if (root.Parent is { } parent)
            Read(parent);
    }

    /// <summary>The fields of a constructor's object that hold nothing but objects that the constructor or an initializer made.</summary>
    private HashSet<string> OwnFields(INamedTypeSymbol type)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic && !f.IsImplicitlyDeclared))
        {
            var key = _lowering.Inference.KeyOf(field);
            var values = _body.SelfAndDescendants().OfType<Store>().Where(s => s.Access.Root.Text == key).Select(s => s.Value).ToList();
            var isMade = values.Count > 0 || field.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is VariableDeclaratorSyntax
            {
                Initializer.Value: ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or BaseObjectCreationExpressionSyntax
                    or CollectionExpressionSyntax or InitializerExpressionSyntax,
            });
            if (isMade && values.All(v => v is OpaqueExpression { IsFresh: true }))
                own.Add(key);
        }

        return own;
    }

    private bool IsInOwnField(MemoryRoot root) =>
        root.Parent is { Subscripts.IsEmpty: true, Path: "" } parent && _ownFields.Contains(parent.Root.Text);

    private void Read(MemoryAccess access)
    {
        var root = access.Root;
        if (IsInOwnField(root))
            return;
        if (root.Parent is { } parent)
        {
            if (root.Rank > 0 && parent.Subscripts.IsEmpty && parent.Path.Length == 0 && _lowering.Inference.MemberOf(parent.Root.Text) is { } holder)
            {
                if (root.Kind is not (MemoryKind.String or MemoryKind.ImmutableArray))
                    _reads.Add(new SummaryRead(-1, holder, true));
                ReadMember(holder);
                return;
            }

            Read(parent);
        }

        switch (root.Kind)
        {
            case MemoryKind.String or MemoryKind.ImmutableArray or MemoryKind.Reference:
                break;
            case MemoryKind.Field or MemoryKind.StaticField:
                if (_lowering.Inference.MemberOf(root.Text) is { } member)
                    ReadMember(member);
                else if (root.Parent is null && root.Reads.Count == 1 && _own.IsFresh(root.Reads[0]))
                    break;
                else if (_lowering.Inference.AnyMemberOf(root.Text) is { } field)
                    _reads.Add(new SummaryRead(-1, field, false, true));
                else
                    _readsHeap = true;
                break;
            default:
                if (root.Parent is null && root.Reads.Count == 1 && _own.IsFresh(root.Reads[0]))
                    break;
                if (root.Parent is null && root.Reads.Count == 1 && _parameters.TryGetValue(root.Reads[0], out var ordinal) && !_own.IsAssigned(root.Reads[0]))
                    _reads.Add(new SummaryRead(ordinal, null, true));
                else
                    _readsHeap = true;
                break;
        }
    }

    private void ReadMember(ISymbol member)
    {
        if (member is not IFieldSymbol { IsReadOnly: true, IsStatic: true })
            _reads.Add(new SummaryRead(-1, member, false));
    }

    private bool IsArgument(IEnumerable<Variable> variables) => variables.Any(v => v.Kind == VariableKind.This || _parameters.ContainsKey(v));

    private void Refuse(HazardKind kind, string message, bool isOfArguments = false)
    {
        if (!_hazards.Contains((kind, message, isOfArguments)))
            _hazards.Add((kind, message, isOfArguments));
    }
}
