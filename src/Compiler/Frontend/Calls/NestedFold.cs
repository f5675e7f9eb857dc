using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Sums up the effects of a lambda or local function, seen from the method around it, whose variables it shares.</summary>
internal sealed class NestedFold
{
    private readonly Block _body;
    private readonly Lowering _outer;
    private readonly IOperation _use;
    private readonly List<IrExpression> _operands;
    private readonly HashSet<Variable> _own;
    private readonly OwnObjects _objects;
    private Effects _effects = Effects.Throws;

    /// <param name="parameters">The nested function's own parameters.</param>
    /// <param name="operands">Takes what the nested function reads of the method.</param>
    public NestedFold(Block body, IEnumerable<Variable> parameters, Lowering outer, IOperation use, List<IrExpression> operands)
    {
        _body = body;
        _outer = outer;
        _use = use;
        _operands = operands;
        _own = [.. body.VariablesDeclared(), .. parameters];
        _objects = new OwnObjects(body);
    }

    /// <summary>The sum.</summary>
    public Effects Fold()
    {
        foreach (var effects in _body.AllEffects())
        {
            _effects = _effects with { ReadsHeap = _effects.ReadsHeap || effects.ReadsHeap, ReadsObjects = _effects.ReadsObjects || effects.ReadsObjects };
            foreach (var hazard in effects.Hazards)
            {
                if (hazard.Receiver is not { } receiver || !_own.Contains(receiver))
                    Refuse(hazard.Kind, hazard.Message, hazard.Receiver);
                else if (!_objects.IsFresh(receiver))
                    Refuse(hazard.Kind, hazard.Message, null);
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

        var writes = _body.VariablesAssigned().Where(v => !_own.Contains(v)).Distinct().ToEquatableArray();
        foreach (var variable in _body.VariablesRead().Concat(writes).Where(v => !_own.Contains(v)).Distinct())
            _operands.Add(new VariableRead(variable));
        return _effects with { Writes = writes };
    }

    private void Write(MemoryAccess access)
    {
        var root = access.Root;
        if (root.Parent is null && root.Reads.Count == 1)
        {
            var variable = root.Reads[0];
            if (_own.Contains(variable) && _objects.IsFresh(variable))
                return;
            if (!_own.Contains(variable) && root.Rank > 0)
            {
                _effects = _effects with { Stores = _effects.Stores.Add(Any(access)) };
                return;
            }
        }

        var kind = root.Kind is MemoryKind.Field or MemoryKind.StaticField ? HazardKind.SharedWrite : HazardKind.UnknownWrite;
        Refuse(kind, $"'{access.Display}' is assigned in a lambda or local function", null);
    }

    private void Read(MemoryAccess access)
    {
        var root = access.Root;
        var holder = root.Rank > 0 ? root.Parent : access;
        if (holder is { Subscripts.IsEmpty: true } && _outer.Inference.MemberOf(holder.Root.Text) is { } member && (root.Rank == 0 || holder.Path.Length == 0))
        {
            var receiver = member.IsStatic ? null : holder.Root.Reads.FirstOrDefault() is { } variable ? new VariablePlace(variable) : null;
            Add(_outer.Memory.FieldRead(member, receiver, null, root.Rank > 0, _use));
            return;
        }

        if (root.Kind == MemoryKind.Field && _outer.Inference.AnyMemberOf(root.Text) is { } field)
        {
            if (root.Parent is not null || root.Reads.Count != 1 || !_objects.IsFresh(root.Reads[0]))
                Add(_outer.Memory.AnyFieldRead(field, _use));
            if (root.Parent is { } owner)
                Read(owner);
            return;
        }

        if (root.Kind is MemoryKind.String or MemoryKind.ImmutableArray)
        {
            if (root.Parent is { } parent)
                Read(parent);
            return;
        }

        if (root.Parent is null && root.Reads.Count == 1)
        {
            var container = root.Reads[0];
            if (_own.Contains(container) && (_objects.IsFresh(container) || root.Kind == MemoryKind.Reference))
                return;
            if (!_own.Contains(container) && root.Rank > 0)
            {
                Add(new Load(Any(access), root.Element));
                return;
            }
        }

        _effects = _effects with { ReadsHeap = true };
    }

    private MemoryAccess Any(MemoryAccess access) => _outer.Memory.AnyElement(access.Root, _use, _use) with { Display = access.Display };

    private void Add(IrExpression? load)
    {
        if (load is null)
            _effects = _effects with { ReadsHeap = true };
        else if (!_operands.Contains(load))
            _operands.Add(load);
    }

    private void Refuse(HazardKind kind, string message, Variable? receiver)
    {
        var hazard = _outer.Hazard(kind, message, _use.Syntax, receiver);
        if (!_effects.Hazards.Contains(hazard))
            _effects = _effects with { Hazards = _effects.Hazards.Add(hazard) };
    }
}
