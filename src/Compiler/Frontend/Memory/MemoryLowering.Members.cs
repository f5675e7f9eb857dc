using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <content>Fields and properties.</content>
internal sealed partial class MemoryLowering
{
    /// <summary>A load of a field, or of some element of the container in it, that a callee reads; null if it has no text here.</summary>
    /// <param name="receiver">The object; null for a static field.</param>
    public IrExpression? FieldRead(ISymbol member, Place? receiver, IOperation? instance, bool hasElements, IOperation operation)
    {
        if (TypeOf(member) is not { } type)
            return null;
        var (target, reads, parent) = receiver switch
        {
            VariablePlace place => (place.Variable.Name, EquatableArray.Of(place.Variable), (MemoryAccess?)null),
            MemoryPlace { Access: var holder } when instance is not null && _lowering.HasText && IsRepeatable(holder) && !UsesAlias(instance) =>
                (_lowering.Text(instance.Syntax), VariablesOf(holder).ToEquatableArray(), holder),
            null => ("", default, null),
            _ => (null, default, null),
        };
        if (target is null || _lowering.MemberText(member, target, receiver, operation.Syntax) is not { } text)
            return hasElements ? null : AnyFieldRead(member, operation);
        var irType = _lowering.Names.IrTypeOf(type);
        var root = new MemoryRoot(text, receiver is null ? MemoryKind.StaticField : MemoryKind.Field, irType, 0, irType, reads, parent)
        {
            Spelling = parent is null ? null : _lowering.MemberText(member, MemoryRoot.Holder, receiver, operation.Syntax),
        };
        var access = new MemoryAccess(root, default, "", _lowering.Source(operation.Syntax), member.Name) { Member = NameOf(member) };
        if (!hasElements)
            return new Load(access, irType);
        if (ContainerTypes.Of(type) is not { Element: { } element } shape)
            return null;
        var container = new MemoryRoot(text, shape.Kind, _lowering.Names.IrTypeOf(element), shape.Rank, irType, reads, access);
        return new Load(AnyElement(container, operation, operation) with { Display = member.Name }, container.Element);
    }

    /// <summary>The length of the array in a field of an object; null if it has no text here.</summary>
    public IrExpression? FieldLength(IFieldSymbol field, IOperation instance, IOperation operation)
    {
        var type = field.Type;
        if (!_lowering.HasText || field.IsStatic || Resolve(instance) is not VariablePlace { Variable: var owner } place
            || FieldRead(field, place, instance, false, operation) is not Load { Access: var access } || ContainerTypes.Of(type) is not { Element: { } element } shape
            || access.Root.Reads.Count != 1 || access.Root.Reads[0] != owner)
        {
            return null;
        }

        var root = new MemoryRoot(
            access.Root.Text, shape.Kind, _lowering.Names.IrTypeOf(element), shape.Rank, _lowering.Names.IrTypeOf(type), access.Root.Reads, access);
        return new LengthOf(root, -1, IrType.Int32);
    }

    /// <summary>A load of a field of an object that is not known.</summary>
    public IrExpression? AnyFieldRead(ISymbol member, IOperation operation)
    {
        if (TypeOf(member) is not { } type)
            return null;
        var text = EffectInference.AnyObject + (_lowering.HasText ? "." + member.Name : _lowering.Inference.KeyOf(member));
        var irType = _lowering.Names.IrTypeOf(type);
        var root = new MemoryRoot(text, MemoryKind.Field, irType, 0, irType, default, null);
        return new Load(new MemoryAccess(root, default, "", _lowering.Source(operation.Syntax), member.Name) { Member = NameOf(member) }, irType);
    }

    /// <summary>The field that a member is or reads, with the type that declares it.</summary>
    private string NameOf(ISymbol member)
    {
        var field = member switch
        {
            IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => property,
            IPropertySymbol property when !PropertyFacts.IsAuto(property) && PropertyFacts.ReturnedField(property, _lowering.Inference.Models) is { } returned => returned,
            _ => member,
        };
        return $"{field.OriginalDefinition.ContainingType?.ToDisplayString()}.{field.Name}";
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private Place Field(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (field.IsVolatile)
            return Hazardous(reference, HazardKind.Synchronization, $"'{field.Name}' is volatile, which says that threads share it", "a volatile field");
        if (field.IsFixedSizeBuffer)
            return Hazardous(reference, HazardKind.Unsupported, $"'{field.Name}' is a fixed-size buffer", "a fixed-size buffer");
        if (field.IsStatic && field.GetAttributes().Any(a => a.AttributeClass is { Name: "ThreadStaticAttribute" }))
            return Hazardous(reference, HazardKind.Unsupported, $"'{field.Name}' has another value on another thread", "a thread-static field");
        return Part(reference, reference.Instance, field);
    }

    private Place Property(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property.IsIndexer && ContainerTypes.Of(property.ContainingType) is not null && reference.Arguments.Length == 1 && reference.Instance is { } container)
            return Element(reference, container, property.ContainingType, [reference.Arguments[0].Value]);
        _lowering.Inference.Models.Consult(property);
        if (PropertyFacts.IsAuto(property) || KnownLayouts.OffsetOf(property.ContainingType.ToDisplayString(), property.Name) is not null || (!IsTarget(reference) && PropertyFacts.ReturnedField(property, _lowering.Inference.Models) is { IsVolatile: false }))
            return Part(reference, reference.Instance, property);
        return UnknownProperty(reference);
    }

    /// <summary>A field or auto-property of whatever <paramref name="instance"/> is.</summary>
    private Place Part(IOperation operation, IOperation? instance, ISymbol member)
    {
        if (member.IsStatic || instance is null)
            return FieldPlace(operation, member, MemoryKind.StaticField, [], null);
        var place = Resolve(instance);
        if (instance.Type is { IsValueType: true })
        {
            return place switch
            {
                VariablePlace { Variable: { Kind: VariableKind.This } self } => FieldPlace(operation, member, MemoryKind.Field, [self], null),
                VariablePlace variable => new MemberPlace(variable.Variable, default),
                MemberPlace part => part,
                SplitPlace split => _lowering.Structs.Member(split, (INamedTypeSymbol)instance.Type, member) ?? OfValue(operation, instance, member),
                MemoryPlace memory => new MemoryPlace(memory.Access with
                {
                    Path = $"{memory.Access.Path}.{Identifiers.Escape(member.Name)}",
                    Field = StructLayout.Field(memory.Access, instance.Type, member, _lowering),
                    Source = _lowering.Source(operation.Syntax),
                    Display = Lowering.Display(operation.Syntax),
                }),
                _ => OfValue(operation, instance, member),
            };
        }

        if (instance.Type is not { IsReferenceType: true, TypeKind: not TypeKind.TypeParameter })
            return OfValue(operation, instance, member);
        return place switch
        {
            VariablePlace variable => FieldPlace(operation, member, MemoryKind.Field, [variable.Variable], null),
            MemberPlace part when part.Operands.IsEmpty => FieldPlace(operation, member, MemoryKind.Field, [part.Variable], null),
            MemoryPlace memory when IsRepeatable(memory.Access) => FieldPlace(operation, member, MemoryKind.Field, VariablesOf(memory.Access), memory.Access),
            _ => OfValue(operation, instance, member),
        };
    }

    private MemoryPlace FieldPlace(IOperation operation, ISymbol member, MemoryKind kind, IEnumerable<Variable> reads, MemoryAccess? parent)
    {
        var type = _lowering.Names.IrTypeOf(operation.Type);
        var isOwn = kind == MemoryKind.StaticField || (parent is null && reads.All(v => v.Kind == VariableKind.This));
        var text = _lowering.HasText
            ? _lowering.Text(operation.Syntax)
            : (isOwn ? "" : EffectInference.AnyObject) + _lowering.Inference.KeyOf(member);
        var root = new MemoryRoot(text, kind, type, 0, type, reads.ToEquatableArray(), parent)
        {
            Spelling = parent is null || !_lowering.HasText ? null : _lowering.MemberText(member, MemoryRoot.Holder, null, operation.Syntax),
        };
        return new MemoryPlace(Access(operation, root, "") with { Member = NameOf(member) });
    }

    /// <summary>A part of a value that is computed, such as <c>F().X</c>.</summary>
    private UnknownPlace OfValue(IOperation operation, IOperation instance, ISymbol member)
    {
        var hazard = _lowering.Hazard(
            HazardKind.UnknownWrite,
            $"'{Lowering.Display(operation.Syntax)}' belongs to an object that the compiler cannot follow",
            operation.Syntax);
        var value = _lowering.Expressions.Lower(instance);
        if (instance.Type is { IsValueType: true } || value is OpaqueExpression { IsFresh: true })
            return new UnknownPlace(EquatableArray.Of(value), Effects.None, Effects.Of(hazard), "a member of a value");
        var field = AnyFieldRead(member, operation);
        return new UnknownPlace(
            field is null ? EquatableArray.Of(value) : EquatableArray.Of(value, field),
            Effects.Throws with { ReadsHeap = field is null },
            Effects.Of(hazard),
            "a member of an object");
    }

    private UnknownPlace UnknownProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        var operands = _lowering.Expressions.Operands(reference).ToList();
        var arguments = reference.Arguments;
        var reads = new List<IrExpression>();
        var read = property.GetMethod is { } getter ? _lowering.Calls.Effects(getter, reference.Instance, arguments, reference, reads) : Effects.None;
        operands.AddRange(reads);
        Effects write;
        if (property.RefKind != RefKind.None)
        {
            write = Effects.Of(_lowering.Hazard(
                HazardKind.UnknownWrite,
                $"'{Names.Display(property)}' returns a reference to memory that the compiler cannot follow",
                reference.Syntax));
        }
        else
        {
            write = property.SetMethod is { } setter ? _lowering.Calls.Effects(setter, reference.Instance, arguments, reference) : Effects.None;
        }

        var place = new UnknownPlace(operands.ToEquatableArray(), read, write, $"the property '{Names.Display(property)}'");
        return CallSite.Of(reference, false) is { } call && CalleeBody.In(call, Values(reference), _lowering) is var (function, obstacle)
            ? place with { Getter = function, Obstacle = obstacle }
            : place;
    }

    /// <summary>What assigning the property runs, where that can be put in its place.</summary>
    public (FunctionBody? Function, string? Obstacle) Setter(IPropertyReferenceOperation reference, IrExpression value) =>
        CallSite.Of(reference, true) is { } call ? CalleeBody.In(call, Values(reference).Add(value), _lowering) : (null, null);

    private EquatableArray<IrExpression> Values(IPropertyReferenceOperation reference) =>
        reference.Arguments.Select(a => _lowering.Expressions.Lower(a.Value)).ToEquatableArray();

    private static bool IsTarget(IOperation operation) => operation.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == operation,
        IIncrementOrDecrementOperation => true,
        _ => false,
    };
}
