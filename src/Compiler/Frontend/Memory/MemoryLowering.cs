using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Describes variables, fields, elements and references.</summary>
internal sealed partial class MemoryLowering
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
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type } when _lowering.Structs.Of(type) is { } self:
                return new SplitPlace(self, "");
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
        var root = Root(operation, Resolve(operation), ContainerTypes.Of(operation.Type), true);
        return root is { Kind: MemoryKind.Array, Rank: 1, Element.IsInteger: true } && _lowering.Tables.Of(operation) is { } table ? root with { Table = table } : root;
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

        if (_lowering.Structs.Of(reference.Parameter) is { } split)
            return new SplitPlace(split, "");
        var variable = _lowering.VariableOf(reference.Parameter);
        return variable.Kind == VariableKind.Reference ? Referent(variable, reference) : new VariablePlace(variable);
    }

    private MemoryPlace Referent(Variable variable, IOperation operation)
    {
        var root = new MemoryRoot(variable.Name, MemoryKind.Reference, variable.Type, 0, variable.Type, EquatableArray.Of(variable), null);
        return new MemoryPlace(Access(operation, root, ""));
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
                return new MemoryRoot(_lowering.Text(operation.Syntax), known.Kind, element, known.Rank, container, reads, access) { Spelling = isDirect ? null : $"{MemoryRoot.Holder}.Span" };
            default:
                return null;
        }
    }

    private MemoryAccess Access(IOperation operation, MemoryRoot root, string path) =>
        new(root, default, path, _lowering.Source(operation.Syntax), Lowering.Display(operation.Syntax));

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
    public static bool IsRepeatable(MemoryAccess access) => access.Subscripts.SelectMany(s => s.SelfAndDescendants()).OfType<OpaqueExpression>()
        .All(o => o.Effects.ChangesNothing && !o.IsFresh);

    private sealed record Alias(MemoryAccess Access, SyntaxNode? Loop);
}
