using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Takes the value of a struct apart into the numbers that it is made of, each an expression of its own.</summary>
internal sealed class StructValues
{
    private readonly Lowering _lowering;

    public StructValues(Lowering lowering) => _lowering = lowering;

    /// <summary>The numbers of a value, by their paths; null where the value is not made of any that are known.</summary>
    /// <param name="value">The value.</param>
    /// <param name="before">Takes the declarations of what is evaluated once, in order.</param>
    public IReadOnlyDictionary<string, IrExpression>? Of(IOperation value, List<Statement> before)
    {
        value = Plain(value);
        if (StructLeaves.Of(value.Type, _lowering) is not { } leaves)
            return null;
        var result = new Dictionary<string, IrExpression>();
        return Add(value, (INamedTypeSymbol)value.Type!, leaves, "", result, before) ? result : null;
    }

    /// <summary>Whether the value is one that is held somewhere, as it is.</summary>
    public static bool IsCopy(IOperation value) => IsPlace(Plain(value));

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

    private static bool IsPlace(IOperation value) => value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation;

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
            case not null when IsPlace(value):
                return AddPlace(value, leaves, prefix, into);
            default:
                return false;
        }
    }

    private bool AddPlace(IOperation value, IReadOnlyList<StructLeaf> leaves, string prefix, Dictionary<string, IrExpression> into)
    {
        switch (_lowering.Memory.Resolve(value))
        {
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
        var memberType = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        if (TypeNames.KindOf(memberType) == ScalarKind.Other)
            return memberType is INamedTypeSymbol inner && AddInner(value, inner, path, prefix, into, before);
        if (!into.ContainsKey(prefix + path))
            return false;
        into[prefix + path] = Once(_lowering.Expressions.Lower(value), value, before);
        return into[prefix + path].Type.Kind == TypeNames.KindOf(memberType);
    }

    private bool AddInner(IOperation value, INamedTypeSymbol type, string path, string prefix, Dictionary<string, IrExpression> into, List<Statement> before)
    {
        if (!SymbolEqualityComparer.Default.Equals(Plain(value).Type, type) || Of(value, before) is not { } parts)
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
            ScalarKind.Int8 => (sbyte)0,
            ScalarKind.UInt8 => (byte)0,
            ScalarKind.Int16 => (short)0,
            ScalarKind.UInt16 => (ushort)0,
            ScalarKind.Int32 => 0,
            ScalarKind.UInt32 => 0u,
            ScalarKind.Int64 => 0L,
            ScalarKind.UInt64 => 0UL,
            ScalarKind.Single => 0f,
            ScalarKind.Double => 0d,
            _ => null,
        };
        return value is null ? null : new Constant(type, value);
    }

    /// <summary>A value that several expressions read.</summary>
    private IrExpression Once(IrExpression value, IOperation operation, List<Statement> before)
    {
        if (value is Constant)
            return value;
        var local = _lowering.Unique("__s", value.Type) with { IsPart = true };
        before.Add(new Declaration(local, value, "", _lowering.Source(operation.Syntax)));
        return new VariableRead(local);
    }
}
