using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Describes variables, fields, elements and references.</summary>
internal sealed class MemoryLowering
{
    private readonly Lowering _lowering;
    private readonly Dictionary<ISymbol, Alias> _aliases = new(SymbolEqualityComparer.Default);

    public MemoryLowering(Lowering lowering) => _lowering = lowering;

    /// <summary>Makes a <c>ref</c> local another name for an element, as long as no loop lies between its declaration and its use.</summary>
    public void AddAlias(ISymbol local, MemoryAccess access) => _aliases[local] = new Alias(access, _lowering.LoopStack.LastOrDefault());

    /// <summary>What a reference names.</summary>
    public Place Resolve(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Local(local);
            case IParameterReferenceOperation parameter:
                return Parameter(parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type }:
                return new VariablePlace(_lowering.This(type));
            case IFieldReferenceOperation field:
                return Field(field);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IArrayElementReferenceOperation element:
                return Element(element, element.ArrayReference, element.ArrayReference.Type, element.Indices);
            case IImplicitIndexerReferenceOperation { Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } } indexer:
                return Element(indexer, indexer.Instance, indexer.Instance.Type, [indexer.Argument]);
            case IInlineArrayAccessOperation inline:
                return Inline(inline);
            case IConversionOperation { Conversion.IsIdentity: true } conversion:
                return Resolve(conversion.Operand);
        }

        return Unknown(operation);
    }

    /// <summary>The container that an expression yields, if its text can be evaluated again with the same result.</summary>
    public MemoryRoot? Root(IOperation operation)
    {
        while (operation is IConversionOperation { Conversion.IsIdentity: true } conversion)
            operation = conversion.Operand;
        if (operation is IPropertyReferenceOperation { Property.Name: "Span", Instance: { } memory } span && ContainerTypes.IsMemory(memory.Type))
            return Root(operation, Resolve(memory), ContainerTypes.Of(span.Type), false);
        return Root(operation, Resolve(operation), ContainerTypes.Of(operation.Type), true);
    }

    /// <summary>The length of the container, if it can be described.</summary>
    public IrExpression? Length(IOperation container, int dimension, ITypeSymbol? type) =>
        Root(container) is { } root ? new LengthOf(root, dimension, _lowering.Names.IrTypeOf(type)) : null;

    /// <summary>The value at a place.</summary>
    public IrExpression Read(IOperation operation)
    {
        var type = _lowering.Names.IrTypeOf(operation.Type);
        switch (Resolve(operation))
        {
            case VariablePlace place:
                return Read(place.Variable, operation);
            case MemberPlace place:
                return Opaque(operation, type, place.Operands.Prepend(new VariableRead(place.Variable)), Effects.None, "a member of a struct");
            case MemoryPlace place:
                return new Load(place.Access, type);
            case UnknownPlace place:
                return Opaque(operation, type, place.Operands, place.ReadEffects, place.Reason) with { Function = place.Getter, Obstacle = place.Obstacle };
            case SplitPlace place:
                _lowering.Structs.Fail(place);
                return Opaque(operation, type, [], Effects.None, "a struct");
            default:
                return Opaque(operation, type, [], Unsupported(operation), "unsupported");
        }
    }

    /// <summary>The variables that an access reads, those of its container included.</summary>
    public static IEnumerable<Variable> VariablesOf(MemoryAccess access) =>
        access.Root.Reads.Concat(access.Subscripts.SelectMany(s => s.VariablesRead())).Distinct();

    /// <summary>Some element of a container, at a subscript that nothing is known of.</summary>
    public MemoryAccess AnyElement(MemoryRoot root, IOperation operation, IOperation container)
    {
        var source = _lowering.Source(operation.Syntax);
        var subscript = new OpaqueExpression(IrType.Int32, "", default, Effects.None, "any subscript", source, IsFresh: true);
        var subscripts = Enumerable.Repeat<IrExpression>(subscript, root.Rank).ToEquatableArray();
        return new MemoryAccess(root, subscripts, "", source, Lowering.Display(container.Syntax));
    }

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
        var root = new MemoryRoot(text, receiver is null ? MemoryKind.StaticField : MemoryKind.Field, irType, 0, irType, reads, parent);
        var access = new MemoryAccess(root, default, "", _lowering.Source(operation.Syntax), member.Name);
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
        return new Load(new MemoryAccess(root, default, "", _lowering.Source(operation.Syntax), member.Name), irType);
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>Why a loop that uses a variable from outside cannot be moved into another method; null if it can.</summary>
    public Hazard? Immovable(Variable variable, IOperation operation)
    {
        if (operation.Type is not { } type || variable.Kind == VariableKind.This || _lowering.LoopStack.LastOrDefault() is not { } loop)
            return null;
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            return _lowering.Hazard(HazardKind.Unsupported, $"'{variable.Name}' is a pointer, and pointers are not followed by the compiler", operation.Syntax);
        if (_lowering.Names.WhyUnnameable(type) is not { } reason)
            return null;
        return operation is ILocalReferenceOperation { Local: var local } && local.DeclaringSyntaxReferences.Any(r => loop.Span.Contains(r.Span))
            ? null
            : _lowering.Hazard(HazardKind.Unsupported, $"'{variable.Name}' is declared outside the loop, and {reason}", operation.Syntax);
    }

    private IrExpression Read(Variable variable, IOperation operation)
    {
        var read = new VariableRead(variable) { Source = _lowering.Source(operation.Syntax) };
        return Immovable(variable, operation) is { } hazard
            ? Opaque(operation, variable.Type, [read], Effects.Of(hazard), "a variable whose type generated code cannot name")
            : read;
    }

    private Place Local(ILocalReferenceOperation reference)
    {
        if (_aliases.TryGetValue(reference.Local, out var alias) && alias.Loop == _lowering.LoopStack.LastOrDefault())
        {
            return new MemoryPlace(alias.Access with
            {
                Source = _lowering.Source(reference.Syntax),
                Display = Lowering.Display(reference.Syntax),
            });
        }

        if (_lowering.Structs.Of(reference.Local) is { } split)
            return new SplitPlace(split, "");
        var variable = _lowering.VariableOf(reference.Local);
        return variable.Kind == VariableKind.Reference ? Referent(variable, reference) : new VariablePlace(variable);
    }

    private Place Parameter(IParameterReferenceOperation reference)
    {
        if (reference.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && !SymbolEqualityComparer.Default.Equals(constructor, _lowering.Method))
        {
            var self = _lowering.This(constructor.ContainingType);
            return FieldPlace(reference, reference.Parameter, MemoryKind.Field, [self], null);
        }

        var variable = _lowering.VariableOf(reference.Parameter);
        return variable.Kind == VariableKind.Reference ? Referent(variable, reference) : new VariablePlace(variable);
    }

    private MemoryPlace Referent(Variable variable, IOperation operation)
    {
        var root = new MemoryRoot(variable.Name, MemoryKind.Reference, variable.Type, 0, variable.Type, EquatableArray.Of(variable), null);
        return new MemoryPlace(Access(operation, root, ""));
    }

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

    private Place Inline(IInlineArrayAccessOperation operation)
    {
        var index = _lowering.Expressions.Lower(operation.Argument);
        return Resolve(operation.Instance) switch
        {
            VariablePlace { Variable.Kind: not VariableKind.This } place => new MemberPlace(place.Variable, EquatableArray.Of(index)),
            MemberPlace place => new MemberPlace(place.Variable, place.Operands.Add(index)),
            _ => Unknown(operation),
        };
    }

    private Place Element(IOperation operation, IOperation container, ITypeSymbol? type, IEnumerable<IOperation> indices)
    {
        if (ContainerTypes.Of(type) is not { } shape)
            return Unknown(operation);
        var root = Root(container);
        var subscripts = new List<IrExpression>();
        var dimension = 0;
        foreach (var index in indices)
        {
            if (Subscript(index, container, shape.Rank > 1 ? dimension : -1) is not { } subscript)
                return Unknown(operation);
            subscripts.Add(subscript);
            dimension++;
        }

        if (root is not null)
        {
            var source = _lowering.Source(operation.Syntax);
            return new MemoryPlace(new MemoryAccess(root, subscripts.ToEquatableArray(), "", source, Lowering.Display(operation.Syntax)));
        }

        var hazard = _lowering.Hazard(
            HazardKind.UnknownWrite,
            $"'{Lowering.Display(operation.Syntax)}' is in a container that the compiler cannot follow; store the container in a local first",
            operation.Syntax);
        var reads = Effects.Throws with { ReadsHeap = !ContainerTypes.IsReadOnly(shape.Kind) || shape.Kind == MemoryKind.ReadOnlySpan };
        return new UnknownPlace(
            subscripts.Prepend(_lowering.Expressions.Lower(container)).ToEquatableArray(),
            reads,
            Effects.Of(hazard),
            "an element of a container that is not a variable or field");
    }

    private IrExpression? Subscript(IOperation index, IOperation container, int dimension)
    {
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
        {
            return Root(container) is { } root
                ? new Binary(BinaryOperator.Subtract, new LengthOf(root, dimension, IrType.Int32), _lowering.Expressions.Lower(hat.Operand), IrType.Int32)
                : null;
        }

        return index.Type is { } type && TypeNames.KindOf(type) is not ScalarKind.Other ? _lowering.Expressions.Lower(index) : null;
    }

    private MemoryRoot? Root(IOperation operation, Place place, (MemoryKind Kind, ITypeSymbol? Element, int Rank)? shape, bool isDirect)
    {
        if (shape is not { } known)
            return null;
        var element = known.Element is { } type ? _lowering.Names.IrTypeOf(type) : new IrType(ScalarKind.Char, "char");
        var container = _lowering.Names.IrTypeOf(operation.Type);
        switch (place)
        {
            case VariablePlace { Variable: var variable } when Immovable(variable, operation) is null:
                var text = isDirect ? variable.Name : _lowering.Text(operation.Syntax);
                return new MemoryRoot(text, known.Kind, element, known.Rank, container, EquatableArray.Of(variable), null);
            case MemberPlace { Operands.IsEmpty: true } member:
                return new MemoryRoot(_lowering.Text(operation.Syntax), known.Kind, element, known.Rank, container, EquatableArray.Of(member.Variable), null);
            case MemoryPlace { Access: var access } when IsRepeatable(access) && !UsesAlias(operation):
                var reads = VariablesOf(access).ToEquatableArray();
                return new MemoryRoot(_lowering.Text(operation.Syntax), known.Kind, element, known.Rank, container, reads, access);
            default:
                return null;
        }
    }

    private MemoryPlace FieldPlace(IOperation operation, ISymbol member, MemoryKind kind, IEnumerable<Variable> reads, MemoryAccess? parent)
    {
        var type = _lowering.Names.IrTypeOf(operation.Type);
        var isOwn = kind == MemoryKind.StaticField || (parent is null && reads.All(v => v.Kind == VariableKind.This));
        var text = _lowering.HasText
            ? _lowering.Text(operation.Syntax)
            : (isOwn ? "" : EffectInference.AnyObject) + _lowering.Inference.KeyOf(member);
        return new MemoryPlace(Access(operation, new MemoryRoot(text, kind, type, 0, type, reads.ToEquatableArray(), parent), ""));
    }

    private MemoryAccess Access(IOperation operation, MemoryRoot root, string path) =>
        new(root, default, path, _lowering.Source(operation.Syntax), Lowering.Display(operation.Syntax));

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

    private UnknownPlace Unknown(IOperation operation) => new(
        _lowering.Expressions.Operands(operation),
        Unsupported(operation),
        Effects.Of(_lowering.Hazard(
            HazardKind.UnknownWrite,
            $"nothing is known of the memory that '{Lowering.Display(operation.Syntax)}' names",
            operation.Syntax)),
        "a reference to unknown memory");

    private UnknownPlace Hazardous(IOperation operation, HazardKind kind, string message, string reason)
    {
        var effects = Effects.Of(_lowering.Hazard(kind, message, operation.Syntax));
        return new UnknownPlace(_lowering.Expressions.Operands(operation), effects, effects, reason);
    }

    private Effects Unsupported(IOperation operation) => Effects.Of(_lowering.Hazard(
        HazardKind.Unsupported,
        $"'{Lowering.Display(operation.Syntax)}' is not understood by the compiler",
        operation.Syntax));

    private OpaqueExpression Opaque(IOperation operation, IrType type, IEnumerable<IrExpression> operands, Effects effects, string reason) =>
        new(type, _lowering.ExpressionText(operation), operands.ToEquatableArray(), effects, reason, _lowering.Source(operation.Syntax));

    /// <summary>Whether the text behind an access names a <c>ref</c> local, which is not in scope where the text is emitted.</summary>
    private bool UsesAlias(IOperation operation) => _aliases.Count > 0
        && operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(l => _aliases.ContainsKey(l.Local));

    /// <summary>Whether evaluating the access twice gives the same place and does nothing else.</summary>
    private static bool IsRepeatable(MemoryAccess access) => access.Subscripts.SelectMany(s => s.SelfAndDescendants()).OfType<OpaqueExpression>()
        .All(o => o.Effects is { Writes.IsEmpty: true, Stores.IsEmpty: true, Hazards.IsEmpty: true } && !o.IsFresh);

    private static bool IsTarget(IOperation operation) => operation.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == operation,
        IIncrementOrDecrementOperation => true,
        _ => false,
    };

    private sealed record Alias(MemoryAccess Access, SyntaxNode? Loop);
}
