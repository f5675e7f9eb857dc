using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers assignments, compound ones and increments expanded.</summary>
internal sealed class AssignmentLowering
{
    private readonly Lowering _lowering;
    private readonly HashSet<IOperation> _deferred = [];

    public AssignmentLowering(Lowering lowering) => _lowering = lowering;

    /// <summary>An assignment that is a statement.</summary>
    public Statement Lower(IOperation operation, string text, SourceSpan source)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IDiscardOperation } discard:
                return new Evaluation(_lowering.Expressions.Lower(discard.Value), text, source);
            case ISimpleAssignmentOperation { IsRef: false } or ICompoundAssignmentOperation when _lowering.Structs.Assign((IAssignmentOperation)operation, text, source) is { } parts:
                return parts;
            case ISimpleAssignmentOperation { IsRef: false } simple:
                return Store(operation, simple.Target, () => _lowering.Expressions.Lower(simple.Value), text, source);
            case ICompoundAssignmentOperation compound when IsSteady(compound.Target):
                return Store(operation, compound.Target, () => Combine(compound), text, source);
            case IIncrementOrDecrementOperation { IsLifted: false } step when IsSteady(step.Target) && Step(step) is { } value:
                return Store(operation, step.Target, () => value, text, source);
            case IDeconstructionAssignmentOperation deconstruction:
                return new DeconstructionLowering(_lowering).Lower(deconstruction, text, source)
                    ?? new Evaluation(InExpression(deconstruction), text, source);
            default:
                return new Evaluation(InExpression(operation), text, source);
        }
    }

    /// <summary>Makes increments follow their statement, which then sees the values that they have in it.</summary>
    public IReadOnlyList<Assignment> Defer(IReadOnlyList<IIncrementOrDecrementOperation> steps)
    {
        var after = new List<Assignment>();
        foreach (var step in steps)
        {
            if (step.IsLifted || _lowering.Memory.Resolve(step.Target) is not VariablePlace { Variable: var variable } || _lowering.Memory.Immovable(variable, step.Target) is not null
                || Step(step) is not { } value)
            {
                continue;
            }

            _deferred.Add(step);
            after.Add(new Assignment(variable, value, "", _lowering.Source(step.Syntax)));
        }

        return after;
    }

    /// <summary>An assignment whose value something else uses, or that the IR cannot express.</summary>
    public IrExpression InExpression(IOperation operation)
    {
        if (operation is IIncrementOrDecrementOperation deferred && _deferred.Contains(deferred))
            return deferred.IsPostfix ? _lowering.Memory.Read(deferred.Target) : Step(deferred)!;
        var operands = new List<IrExpression>();
        var effects = Effects.None;
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true } reference:
                effects = Effects.Of(_lowering.Hazard(HazardKind.UnknownWrite, "a reference is made to name other memory", operation.Syntax));
                operands.Add(_lowering.Expressions.Lower(reference.Value));
                effects = effects.Union(WriteThrough(reference.Target, false, operands));
                break;
            case ICompoundAssignmentOperation compound:
                effects = WriteThrough(compound.Target, true, operands);
                operands.Add(_lowering.Expressions.Lower(compound.Value));
                if (compound.OperatorMethod is { } method)
                    effects = effects.Union(_lowering.Calls.OperatorEffects(method, compound, [compound.Target, compound.Value]));
                if (compound.Type is { SpecialType: SpecialType.System_String })
                    effects = effects.Union(ImplicitCalls.ToText(compound, [compound.Value], _lowering));
                break;
            case IIncrementOrDecrementOperation step:
                effects = WriteThrough(step.Target, true, operands);
                if (step.OperatorMethod is { } increment)
                    effects = effects.Union(_lowering.Calls.OperatorEffects(increment, step, [step.Target]));
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                effects = Targets(deconstruction.Target, operands);
                operands.Add(_lowering.Expressions.Lower(deconstruction.Value));
                if (deconstruction.Value.Type is not INamedTypeSymbol { IsTupleType: true })
                    effects = effects.Union(Deconstruct(deconstruction));
                break;
            case IEventAssignmentOperation:
                effects = Effects.Of(_lowering.Hazard(HazardKind.SharedWrite, "an event is shared by all iterations", operation.Syntax));
                break;
            case ISimpleAssignmentOperation simple:
                effects = simple.Target is IDiscardOperation ? Effects.None : WriteThrough(simple.Target, false, operands);
                operands.Add(_lowering.Expressions.Lower(simple.Value));
                break;
            case ICoalesceAssignmentOperation coalesce:
                effects = WriteThrough(coalesce.Target, true, operands);
                operands.Add(_lowering.Expressions.Lower(coalesce.Value));
                break;
        }

        return _lowering.Expressions.Opaque(operation, operands, effects, "an assignment inside an expression");
    }

    /// <summary>The effects of assigning a place; what is evaluated to find it becomes operands.</summary>
    public Effects WriteThrough(IOperation target, bool alsoReads, List<IrExpression> operands)
    {
        switch (_lowering.Memory.Resolve(target))
        {
            case VariablePlace { Variable: { Kind: VariableKind.This } self } when _lowering.HasText:
                operands.Add(new VariableRead(self));
                return Effects.Of(_lowering.Hazard(HazardKind.SharedWrite, "'this' is assigned", target.Syntax));
            case VariablePlace place when _lowering.Memory.Immovable(place.Variable, target) is { } immovable:
                operands.Add(new VariableRead(place.Variable));
                return Effects.Of(immovable) with { Writes = EquatableArray.Of(place.Variable) };
            case VariablePlace place:
                if (alsoReads)
                    operands.Add(new VariableRead(place.Variable));
                return Effects.None with { Writes = EquatableArray.Of(place.Variable) };
            case MemberPlace place:
                operands.Add(new VariableRead(place.Variable));
                operands.AddRange(place.Operands);
                return Effects.None with { Writes = EquatableArray.Of(place.Variable) };
            case MemoryPlace { Access: var access }:
                if (Shared(access, target) is { } hazard)
                {
                    operands.Add(new Load(access, _lowering.Names.IrTypeOf(target.Type)));
                    return Effects.Of(hazard);
                }

                operands.AddRange(access.Subscripts);
                if (alsoReads)
                    operands.Add(new Load(access, _lowering.Names.IrTypeOf(target.Type)));
                return Effects.Throws with { Stores = EquatableArray.Of(access) };
            case SplitPlace place:
                _lowering.Structs.Fail(place);
                return Effects.None;
            case UnknownPlace place:
                operands.AddRange(place.Operands);
                return alsoReads ? place.ReadEffects.Union(place.WriteEffects) : place.WriteEffects;
            default:
                return Effects.None;
        }
    }

    private Statement Store(IOperation operation, IOperation target, Func<IrExpression> value, string text, SourceSpan source)
    {
        switch (_lowering.Memory.Resolve(target))
        {
            case VariablePlace { Variable: { Kind: not VariableKind.This } variable } when _lowering.Memory.Immovable(variable, target) is null:
                return new Assignment(variable, value(), text, source);
            case MemoryPlace { Access: var access } when Shared(access, target) is null:
                return new Store(access, value(), text, source);
            case UnknownPlace when target is IPropertyReferenceOperation property && InExpression(operation) is OpaqueExpression assignment:
                var (function, obstacle) = _lowering.Memory.Setter(property, value());
                return new Evaluation(assignment with { Type = IrType.Void, Function = function, Obstacle = obstacle }, text, source);
            default:
                return new Evaluation(InExpression(operation), text, source);
        }
    }

    /// <summary>
    /// Why a field cannot be a described write: it belongs to an object of the body's own, which is fine if each iteration makes
    /// one, or to an object that several iterations may hold.
    /// </summary>
    private Hazard? Shared(MemoryAccess access, IOperation target)
    {
        var root = access.Root;
        if (root.Kind != MemoryKind.Field)
            return null;
        if (root.Parent is { Root.Rank: > 0 } element)
        {
            return _lowering.Hazard(
                HazardKind.UnknownWrite,
                $"'{access.Display}' is written through a reference, and two elements of '{element.Root.Text}' may be one object; use structs or separate arrays",
                target.Syntax) with
            {
                Write = access,
            };
        }

        if (root.Parent is not null || root.Reads.Count != 1 || root.Reads[0] is not { Kind: VariableKind.Local } owner)
            return null;
        var local = target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().FirstOrDefault()?.Local;
        if (local is null)
            return null;
        var isInside = _lowering.LoopStack.LastOrDefault() is { } innermost && local.DeclaringSyntaxReferences.Any(r => innermost.Span.Contains(r.Span));
        return _lowering.Usage.SingleValue(local) is IObjectCreationOperation
            ? !isInside && _lowering.LoopStack.Count > 0 ? null : _lowering.Hazard(HazardKind.SharedWrite, $"all iterations write '{access.Display}'; make the object inside the loop", target.Syntax, owner)
            : isInside
                ? _lowering.Hazard(HazardKind.UnknownWrite, $"'{access.Display}' is written through a reference that another iteration may hold too", target.Syntax) with { Write = access }
                : null;
    }

    /// <summary>Whether reading a place and then writing it evaluates nothing with an effect twice.</summary>
    private bool IsSteady(IOperation target) => _lowering.Memory.Resolve(target) switch
    {
        VariablePlace => true,
        MemoryPlace memory => memory.Access.Subscripts.SelectMany(s => s.SelfAndDescendants()).OfType<OpaqueExpression>()
            .All(o => o.Effects.ChangesNothing),
        UnknownPlace { Getter: { } getter } => getter.Arguments.SelectMany(a => a.SelfAndDescendants()).OfType<OpaqueExpression>()
            .All(o => o.Effects.ChangesNothing),
        _ => false,
    };

    private IrExpression Combine(ICompoundAssignmentOperation compound)
    {
        var old = _lowering.Memory.Read(compound.Target);
        var value = _lowering.Expressions.Lower(compound.Value);
        var result = _lowering.Names.IrTypeOf(compound.Type);
        var isPredefined = compound.OperatorMethod is null || compound.OperatorMethod.ContainingType.SpecialType == SpecialType.System_Decimal
            || TypeNames.IsHalf(compound.OperatorMethod.ContainingType);
        if (isPredefined && !compound.IsLifted && Operators.Of(compound.OperatorKind) is { } known
            && old.Type.Kind != ScalarKind.Other && value.Type.Kind != ScalarKind.Other)
        {
            var kind = Operators.IsShift(known) ? Operators.Promote(old.Type.Kind) : value.Type.Kind;
            var type = kind == result.Kind ? result : Operators.IsShift(known) ? IrType.Int32 : value.Type;
            var left = old.Type.Kind == kind ? old : new Conversion(old, type);
            IrExpression combined = new Binary(known, left, value, type, compound.IsChecked && Operators.CanOverflow(known) && type.IsInteger);
            return kind == result.Kind ? combined : new Conversion(combined, result, compound.IsChecked && Operators.CanLose(type, result));
        }

        if (GenericOperators.Declares(compound.OperatorMethod) && Operators.Of(compound.OperatorKind) is { } generic
            && GenericOperators.Binary(generic, old, value, result, compound.IsChecked) is { } computed)
        {
            return computed;
        }

        var effects = compound.OperatorMethod is { } method
            ? _lowering.Calls.OperatorEffects(method, compound, [compound.Target, compound.Value])
            : compound.Type is { SpecialType: SpecialType.System_String } ? ImplicitCalls.ToText(compound, [compound.Value], _lowering) : Effects.None;
        var token = ((Microsoft.CodeAnalysis.CSharp.Syntax.AssignmentExpressionSyntax)compound.Syntax).OperatorToken.Text.TrimEnd('=');
        var text = _lowering.HasText ? $"({result.Text})({_lowering.Text(compound.Target.Syntax)} {token} ({_lowering.ExpressionText(compound.Value)}))" : "";
        var reason = compound.Type is { SpecialType: SpecialType.System_String } ? "text" : $"an operator of '{Names.Display(compound.Type!)}'";
        return new OpaqueExpression(result, text, EquatableArray.Of(old, value), effects, reason, _lowering.Source(compound.Syntax));
    }

    private IrExpression? Step(IIncrementOrDecrementOperation step)
    {
        var old = _lowering.Memory.Read(step.Target);
        var kind = Operators.Promote(old.Type.Kind);
        var type = kind == old.Type.Kind ? old.Type : IrType.Int32;
        if (One(type) is not { } one
            || (step.OperatorMethod is { } method && method.ContainingType.SpecialType != SpecialType.System_Decimal && !TypeNames.IsHalf(method.ContainingType)
                && !(GenericOperators.Declares(method) && old.Type.Kind is not (ScalarKind.Other or ScalarKind.Char))))
        {
            return null;
        }

        var known = step.Kind == OperationKind.Increment ? BinaryOperator.Add : BinaryOperator.Subtract;
        var left = kind == old.Type.Kind ? old : new Conversion(old, type);
        IrExpression value = new Binary(known, left, one, type, step.IsChecked && type.IsInteger);
        return kind == old.Type.Kind ? value : new Conversion(value, old.Type, step.IsChecked);
    }

    /// <summary>The number that an increment adds.</summary>
    private static IrExpression? One(IrType type) => type.Kind switch
    {
        ScalarKind.IntPtr or ScalarKind.UIntPtr or ScalarKind.Half => new Conversion(Constant.Int32(1), type),
        var kind => PrimitiveNumbers.Value(kind, 1) is { } one ? new Constant(type, one) : null,
    };

    /// <summary>The effects of assigning each element of a tuple of targets.</summary>
    private Effects Targets(IOperation target, List<IrExpression> operands)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                return tuple.Elements.Aggregate(Effects.None, (all, e) => all.Union(Targets(e, operands)));
            case IDeclarationExpressionOperation declaration:
                operands.Add(_lowering.Expressions.Lower(declaration));
                return Effects.None;
            case IConversionOperation conversion:
                return Targets(conversion.Operand, operands);
            case IDiscardOperation:
                return Effects.None;
            default:
                return WriteThrough(target, false, operands);
        }
    }

    private Effects Deconstruct(IDeconstructionAssignmentOperation operation)
    {
        var method = operation.Value.Type?.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => !m.IsStatic);
        if (method is { IsImplicitlyDeclared: true })
            return Effects.Throws with { ReadsObjects = true };
        return method is not null && _lowering.Inference.Of(method, _lowering.Names) is { } summary && summary.Hazards.Count == 0 && !summary.WritesThis
            ? Effects.Throws with { ReadsHeap = true }
            : Effects.Of(_lowering.Hazard(HazardKind.ImpureCall, "what 'Deconstruct' does is not known", operation.Syntax));
    }
}
