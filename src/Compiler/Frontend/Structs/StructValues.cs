using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Takes the value of a struct apart into the numbers that it is made of, each an expression of its own.</summary>
internal sealed class StructValues
{
    private readonly Lowering _lowering;

    private readonly StructOperators _operators;

    public StructValues(Lowering lowering)
    {
        _lowering = lowering;
        _operators = new StructOperators(lowering);
    }

    /// <summary>The numbers of a value, by their paths; null where the value is not made of any that are known.</summary>
    /// <param name="value">The value.</param>
    /// <param name="before">Takes the declarations of what is evaluated once, in order.</param>
    public IReadOnlyDictionary<string, IrExpression>? Of(IOperation value, List<Statement> before)
    {
        value = Plain(value);
        if (TypeOf(value) is not { } type || StructLeaves.Of(type, _lowering) is not { } leaves)
            return null;
        var result = new Dictionary<string, IrExpression>();
        return Add(value, type, leaves, "", result, before) ? result : null;
    }

    /// <summary>Whether the value is one that is held somewhere, as it is.</summary>
    public bool IsCopy(IOperation value) => IsPlace(Plain(value));

    /// <summary>Whether the value is an element of an array, or a part of one, as it is.</summary>
    public bool IsElement(IOperation value) => Plain(value) is var plain && IsPlace(plain) && _lowering.Memory.Resolve(plain) is MemoryPlace { Access.Subscripts.IsEmpty: false };

    /// <summary>The access to a number inside an element.</summary>
    public MemoryAccess AccessTo(MemoryAccess holder, StructLeaf leaf)
    {
        var access = holder;
        foreach (var (structure, member) in leaf.Members)
        {
            access = access with
            {
                Path = $"{access.Path}.{Identifiers.Escape(member.Name)}",
                Field = StructLayout.Field(access, structure, member, _lowering),
                Display = $"{access.Display}.{member.Name}",
            };
        }

        return access;
    }

    /// <summary>The value without what only gives it its type, as around <c>new(1, 2)</c>.</summary>
    private static IOperation Plain(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null, Operand: var operand } conversion when SymbolEqualityComparer.Default.Equals(operand.Type, conversion.Type) => Plain(operand),
        IParenthesizedOperation { Operand: var operand } => Plain(operand),
        _ => value,
    };

    private bool IsPlace(IOperation value) => value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation
        || (value is IInstanceReferenceOperation { Type: { } self } && _lowering.Structs.Of(self) is not null)
        || (value is IPropertyReferenceOperation property && Getter(property) is null);

    /// <summary>The getter of a property of a struct that is computed from the struct; null for any other property.</summary>
    private IMethodSymbol? Getter(IPropertyReferenceOperation reference)
    {
        if (reference is not { Instance.Type.IsValueType: true, Property: { IsIndexer: false, GetMethod: { DeclaringSyntaxReferences.IsEmpty: false } getter } property })
            return null;
        _lowering.Inference.Models.Consult(property);
        return PropertyFacts.IsAuto(property) || PropertyFacts.ReturnedField(property, _lowering.Inference.Models) is not null ? null : getter;
    }

    private INamedTypeSymbol? TypeOf(IOperation value) => value.Type is { } type ? _lowering.Names.Arguments.Resolve(type) as INamedTypeSymbol : null;

    private bool Add(IOperation value, INamedTypeSymbol type, IReadOnlyList<StructLeaf> leaves, string prefix, Dictionary<string, IrExpression> into, List<Statement> before)
    {
        switch (value)
        {
            case IDefaultValueOperation:
                return AddZeros(leaves, prefix, into);
            case IObjectCreationOperation creation:
                return AddCreation(creation, type, leaves, prefix, into, before);
            case IWithOperation copy:
                return AddCopy(copy, type, leaves, prefix, into, before);
            case IConditionalOperation { IsRef: false, WhenFalse: { } otherwise } choice:
                return AddChoice(choice, otherwise, leaves, prefix, into, before);
            case IBinaryOperation { IsLifted: false, IsChecked: false, OperatorMethod: { } method } binary:
                return AddResult(method, null, [binary.LeftOperand, binary.RightOperand], prefix, into, before);
            case IUnaryOperation { IsLifted: false, IsChecked: false, OperatorMethod: { } method } unary:
                return AddResult(method, null, [unary.Operand], prefix, into, before);
            case IConversionOperation { IsTryCast: false, IsChecked: false, OperatorMethod: { } method } conversion:
                return AddResult(method, null, [conversion.Operand], prefix, into, before);
            case IInvocationOperation { IsVirtual: false, TargetMethod: { MethodKind: MethodKind.Ordinary } method } call when call.Arguments.Select((a, k) => a.Parameter?.Ordinal == k).All(isInOrder => isInOrder):
                return AddResult(method, call.Instance, [.. call.Arguments.Select(a => a.Value)], prefix, into, before);
            case IPropertyReferenceOperation { Instance: { } owner } property when Getter(property) is { } getter:
                return AddResult(getter, owner, [], prefix, into, before);
            case IMemberReferenceOperation { Instance: null, Member: var member } when AddConstant(member, leaves, prefix, into):
                return true;
            case not null when IsPlace(value):
                return AddPlace(value, leaves, prefix, into);
            default:
                return false;
        }
    }

    /// <summary>A constant of the base class library, such as <c>Vector3.Zero</c>.</summary>
    private static bool AddConstant(ISymbol member, IReadOnlyList<StructLeaf> leaves, string prefix, Dictionary<string, IrExpression> into)
    {
        if (!member.DeclaringSyntaxReferences.IsEmpty || member.ContainingType is not { } type)
            return false;
        foreach (var leaf in leaves)
        {
            if (VectorOperators.Constant(Names.FullName(type), member.Name, leaf.Path) is not { } number)
                return false;
            into[prefix + leaf.Path] = new Constant(leaf.Type, leaf.Type.Kind == ScalarKind.Single ? (float)number : number);
        }

        return true;
    }

    private bool AddPlace(IOperation value, IReadOnlyList<StructLeaf> leaves, string prefix, Dictionary<string, IrExpression> into)
    {
        switch (_lowering.Memory.Resolve(value))
        {
            case SplitPlace { Local.Accesses: { } accesses } outside:
                foreach (var leaf in leaves)
                    into[prefix + leaf.Path] = new Load(accesses[outside.Path + leaf.Path], leaf.Type);
                return true;
            case SplitPlace split:
                foreach (var leaf in leaves)
                    into[prefix + leaf.Path] = new VariableRead(split.Local.Parts[split.Path + leaf.Path]);
                return true;
            case MemoryPlace { Access: { Subscripts.IsEmpty: false } access } when MemoryLowering.IsRepeatable(access) && (access.Path.Length == 0 || access.Field is not null):
                foreach (var leaf in leaves)
                    into[prefix + leaf.Path] = new Load(AccessTo(access, leaf), leaf.Type);
                return true;
            case VariablePlace { Variable: { Kind: VariableKind.Parameter or VariableKind.Local } variable } when _lowering.Memory.Immovable(variable, value) is null:
                foreach (var leaf in leaves)
                    into[prefix + leaf.Path] = new OpaqueExpression(leaf.Type, variable.Name + leaf.Path, EquatableArray.Of<IrExpression>(new VariableRead(variable)), Effects.None, "a member of a struct", _lowering.Source(value.Syntax));
                return true;
            default:
                return false;
        }
    }

    /// <summary>What an operator or method that makes a struct computes for each number; null where that is not known.</summary>
    /// <param name="method">The operator or method.</param>
    /// <param name="receiver">The struct that the method is called on; null for a static one.</param>
    /// <param name="operands">Its operands, in the order of their evaluation.</param>
    /// <param name="before">Takes the declarations of what is evaluated once, in order.</param>
    public IReadOnlyDictionary<string, IrExpression>? OfResult(IMethodSymbol method, IOperation? receiver, IReadOnlyList<IOperation> operands, List<Statement> before)
    {
        var self = receiver is { Type.IsValueType: true } ? NumbersOf(receiver, before) : null;
        if (receiver is not null && self is null)
            return null;
        var numbers = new List<IReadOnlyDictionary<string, IrExpression>>();
        foreach (var operand in operands)
        {
            if (NumbersOf(operand, before) is not { } parts)
                return null;
            numbers.Add(parts);
        }

        return _operators.Of(method, numbers, self, before);
    }

    /// <summary>The numbers of an operand, each evaluated once; that of a number has the empty path.</summary>
    private Dictionary<string, IrExpression>? NumbersOf(IOperation operand, List<Statement> before)
    {
        if (_lowering.Names.IrTypeOf(operand.Type).Kind != ScalarKind.Other)
            return new Dictionary<string, IrExpression> { [""] = Once(_lowering.Expressions.Lower(operand), operand, before) };
        return Of(operand, before)?.ToDictionary(p => p.Key, p => Once(p.Value, operand, before));
    }

    private bool AddResult(IMethodSymbol method, IOperation? receiver, IReadOnlyList<IOperation> operands, string prefix, Dictionary<string, IrExpression> into, List<Statement> before)
    {
        if (OfResult(method, receiver, operands, before) is not { } result)
            return false;
        foreach (var part in result)
            into[prefix + part.Key] = part.Value;
        return true;
    }

    /// <summary>A copy with other members; something of what is copied must be left, as the text reads it.</summary>
    private bool AddCopy(IWithOperation copy, INamedTypeSymbol type, IReadOnlyList<StructLeaf> leaves, string prefix, Dictionary<string, IrExpression> into, List<Statement> before)
    {
        if (!AddInner(copy.Operand, type, "", prefix, into, before))
            return false;
        var original = leaves.Select(l => into[prefix + l.Path]).ToList();
        return AddMembers(copy.Initializer, type, prefix, into, before) && leaves.Where((l, k) => ReferenceEquals(into[prefix + l.Path], original[k])).Any();
    }

    private bool AddChoice(IConditionalOperation choice, IOperation otherwise, IReadOnlyList<StructLeaf> leaves, string prefix, Dictionary<string, IrExpression> into, List<Statement> before)
    {
        // What only one side evaluates has no place before both.
        var inner = new List<Statement>();
        var condition = Once(_lowering.Expressions.Lower(choice.Condition), choice.Condition, before);
        if (Of(choice.WhenTrue, inner) is not { } whenTrue || Of(otherwise, inner) is not { } whenFalse || inner.Count > 0)
            return false;
        foreach (var leaf in leaves)
            into[prefix + leaf.Path] = new Conditional(condition, whenTrue[leaf.Path], whenFalse[leaf.Path], leaf.Type);
        return true;
    }

    private bool AddCreation(IObjectCreationOperation creation, INamedTypeSymbol type, IReadOnlyList<StructLeaf> leaves, string prefix, Dictionary<string, IrExpression> into, List<Statement> before)
    {
        if (creation.Constructor is not { } constructor || !AddZeros(leaves, prefix, into))
            return false;
        if (constructor.Parameters.Length > 0)
        {
            if (StructConstructors.Members(constructor, _lowering.Inference.Models) is not { } members)
                return false;
            foreach (var argument in creation.Arguments)
            {
                if (argument.Parameter is not { RefKind: RefKind.None } parameter || !AddMember(members[parameter.Ordinal], argument.Value, type, prefix, into, before))
                    return false;
            }
        }
        else if (!constructor.IsImplicitlyDeclared)
        {
            return false;
        }

        return creation.Initializer is not { } initializer || AddMembers(initializer, type, prefix, into, before);
    }

    /// <summary>The members that an initializer assigns, in order.</summary>
    private bool AddMembers(IObjectOrCollectionInitializerOperation initializer, INamedTypeSymbol type, string prefix, Dictionary<string, IrExpression> into, List<Statement> before)
    {
        foreach (var part in initializer.Initializers)
        {
            if (part is not ISimpleAssignmentOperation { IsRef: false, Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } target } assignment
                || (target.Member is IPropertySymbol property && !PropertyFacts.IsAuto(property))
                || !AddMember(target.Member, assignment.Value, type, prefix, into, before))
            {
                return false;
            }
        }

        return true;
    }

    private bool AddMember(ISymbol member, IOperation value, INamedTypeSymbol type, string prefix, Dictionary<string, IrExpression> into, List<Statement> before)
    {
        if (StructLeaves.PathOf(type, member, _lowering) is not { } path)
            return false;
        var memberType = _lowering.Names.Arguments.Resolve(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type);
        if (TypeNames.KindOf(memberType) == ScalarKind.Other)
            return memberType is INamedTypeSymbol inner && AddInner(value, inner, path, prefix, into, before);
        if (!into.ContainsKey(prefix + path))
            return false;
        into[prefix + path] = Once(_lowering.Expressions.Lower(value), value, before);
        return into[prefix + path].Type.Kind == TypeNames.KindOf(memberType);
    }

    private bool AddInner(IOperation value, INamedTypeSymbol type, string path, string prefix, Dictionary<string, IrExpression> into, List<Statement> before)
    {
        if (!SymbolEqualityComparer.Default.Equals(TypeOf(Plain(value)), type) || Of(value, before) is not { } parts)
            return false;
        foreach (var part in parts)
            into[prefix + path + part.Key] = part.Value;
        return true;
    }

    private static bool AddZeros(IReadOnlyList<StructLeaf> leaves, string prefix, Dictionary<string, IrExpression> into)
    {
        foreach (var leaf in leaves)
        {
            if (Zero(leaf.Type) is not { } zero)
                return false;
            into[prefix + leaf.Path] = zero;
        }

        return true;
    }

    private static Constant? Zero(IrType type)
    {
        object? value = type.Kind switch
        {
            ScalarKind.Bool => false,
            ScalarKind.Char => '\0',
            _ => PrimitiveNumbers.Value(type.Kind, 0),
        };
        return value is null ? null : new Constant(type, value);
    }

    /// <summary>Whether it is a number of a struct from outside of the loop.</summary>
    public static bool IsOfAccumulator(MemoryRoot root) =>
        root is { Kind: MemoryKind.Field, Parent: null, Reads.Count: 1 } && root.Reads[0] is { Kind: VariableKind.Local or VariableKind.Parameter, Type.IsReference: false };

    /// <summary>A value that several expressions read.</summary>
    private IrExpression Once(IrExpression value, IOperation operation, List<Statement> before) =>

        // Nothing assigns a part of a struct while an expression is evaluated.
        value is Constant or VariableRead { Variable.IsPart: true } || (value is Load load && IsOfAccumulator(load.Access.Root))
            ? value
            : _lowering.DeclarePart(value.Type, value, _lowering.Source(operation.Syntax), before);
}
