using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Says what the methods do that the language or the library calls without the user naming them.</summary>
internal static class ImplicitCalls
{
    /// <summary><c>ToString</c> of values that become text.</summary>
    public static Effects ToText(IOperation operation, IEnumerable<IOperation> values, Lowering lowering)
    {
        var effects = Effects.Throws;
        foreach (var value in values)
        {
            var inner = value;
            while (inner is IConversionOperation { OperatorMethod: null } conversion && conversion.Operand.Type is not null)
                inner = conversion.Operand;
            if (inner.ConstantValue.HasValue || inner.Type is not { } type || IsPlain(type))
                continue;
            effects = effects.Union(Override(type, "ToString", 0, lowering, operation));
        }

        return effects;
    }

    /// <summary><c>==</c> of the elements of tuples.</summary>
    public static Effects Compare(IOperation operation, Lowering lowering) => operation.ChildOperations
        .SelectMany(c => c.Type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(e => e.Type) : [])
        .Aggregate(Effects.None, (all, t) => all.Union(Equality(t, operation, lowering)));

    /// <summary>What equality, hashing and ordering of a type call.</summary>
    public static Effects Equality(ITypeSymbol type, IOperation operation, Lowering lowering)
    {
        var effects = Effects.None with { ReadsObjects = type.IsRecord };
        if (type is INamedTypeSymbol { TypeArguments.IsEmpty: false } generic)
            effects = generic.TypeArguments.Aggregate(effects, (all, t) => all.Union(Equality(t, operation, lowering)));
        if (IsPlain(type) || type.DeclaringSyntaxReferences.IsEmpty)
            return effects;
        foreach (var method in new[] { "Equals", "GetHashCode", "CompareTo" }.SelectMany(n => type.GetMembers(n)).OfType<IMethodSymbol>())
        {
            if (method is { IsStatic: false, IsImplicitlyDeclared: false } && lowering.Inference.Of(method, lowering.Names) is { } summary)
                effects = effects.Union(FromSummary(summary, method, operation, lowering));
        }

        return effects;
    }

    /// <summary>Enumerating a sequence: collections of the library only read, anything else may run any code.</summary>
    public static Effects Enumerate(IOperation sequence, Lowering lowering)
    {
        while (sequence is IConversionOperation { OperatorMethod: null } conversion && conversion.Operand.Type is not null)
            sequence = conversion.Operand;
        var type = sequence.Type;
        if (ContainerTypes.Of(type) is { } shape)
            return shape.Kind is MemoryKind.String or MemoryKind.ImmutableArray ? Effects.None : Effects.None with { ReadsHeap = true };
        if (sequence is IInvocationOperation { TargetMethod.ContainingType: { Name: "Enumerable" or "ImmutableArray" } })
            return Effects.None;
        if (type is null or { TypeKind: not (TypeKind.Interface or TypeKind.TypeParameter) })
            return Effects.None;
        if (IsSequence(type))
        {
            var hazard = lowering.Hazard(
                HazardKind.ImpureCall,
                $"enumerating '{Lowering.Display(sequence.Syntax)}' may run any code; make it an array or list first",
                sequence.Syntax);
            return Effects.Of(hazard);
        }

        return Effects.None;
    }

    /// <summary>What the methods do by which a library method uses an object of the user's, such as a comparer.</summary>
    public static Effects Contract(IOperation value, INamedTypeSymbol contract, Lowering lowering)
    {
        if (IsSequence(contract) || contract.Name is "IFormatProvider" or "ICustomFormatter" || value.Type is not INamedTypeSymbol type
            || (type.DeclaringSyntaxReferences.IsEmpty && type.TypeKind != TypeKind.Interface))
        {
            return Effects.None;
        }

        var isExact = value is IObjectCreationOperation || (type.TypeKind != TypeKind.Interface && !PropertyFacts.CanBeDerived(type));
        return isExact
            ? Implementations(value, type, contract, lowering)
            : Effects.Of(lowering.Hazard(
                HazardKind.ImpureCall,
                $"what '{Lowering.Display(value.Syntax)}' does as an '{Names.Display(contract)}' is not known",
                value.Syntax));
    }

    /// <summary>What <c>Equals</c>, <c>GetHashCode</c> or <c>ToString</c> do that a type inherits.</summary>
    public static Effects Inherited(IMethodSymbol method, IOperation instance, IOperation operation, Lowering lowering)
    {
        while (instance is IConversionOperation { OperatorMethod: null } conversion && conversion.Operand.Type is not null)
            instance = conversion.Operand;
        return instance.Type is not { } type || IsPlain(type)
            ? Effects.Throws
            : Override(type, method.Name, method.Parameters.Length, lowering, operation);
    }

    private static Effects Implementations(IOperation value, INamedTypeSymbol type, INamedTypeSymbol contract, Lowering lowering)
    {
        var effects = Effects.None;
        foreach (var member in contract.AllInterfaces.Prepend(contract).SelectMany(i => i.GetMembers()).OfType<IMethodSymbol>())
        {
            if (type.FindImplementationForInterfaceMember(member) is not IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } method
                || lowering.Inference.Of(method, lowering.Names) is not { } summary)
            {
                continue;
            }

            effects = effects.Union(FromSummary(summary, method, value, lowering));
            if (summary.WritesThis)
                effects = effects.Union(Effects.Of(lowering.Hazard(HazardKind.SharedWrite, $"'{Names.Display(method)}' writes fields of its object", value.Syntax)));
        }

        return effects;
    }

    private static bool IsSequence(ITypeSymbol type) => type.AllInterfaces.Concat([type as INamedTypeSymbol])
        .Any(i => i is { Name: "IEnumerable" } && i.ContainingNamespace?.ToDisplayString() is "System.Collections" or "System.Collections.Generic");

    /// <summary>Values whose methods are the library's own.</summary>
    private static bool IsPlain(ITypeSymbol type)
    {
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_Object) || type.TypeKind is TypeKind.Enum or TypeKind.Array)
            return type.SpecialType is not (SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T);
        if (type is not INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: true, TypeKind: TypeKind.Struct or TypeKind.Class } named)
            return false;
        return named.SpecialType != SpecialType.System_Object && named.TypeArguments.All(IsPlain)
            && (named.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) ?? false);
    }

    private static Effects Override(ITypeSymbol type, string name, int parameters, Lowering lowering, IOperation operation)
    {
        var isExact = type is INamedTypeSymbol { IsValueType: true } or INamedTypeSymbol { IsSealed: true };
        if (isExact)
        {
            var method = type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == parameters && !m.IsStatic);
            if (method is null or { IsImplicitlyDeclared: true })
                return Effects.None with { ReadsObjects = true };
            return lowering.Inference.Of(method, lowering.Names) is { } summary ? FromSummary(summary, method, operation, lowering) : Effects.None;
        }

        return Effects.Of(lowering.Hazard(
            HazardKind.ImpureCall,
            $"which '{name}' of '{Names.Display(type)}' runs is not known before run time",
            operation.Syntax));
    }

    private static Effects FromSummary(FunctionSummary summary, IMethodSymbol method, IOperation operation, Lowering lowering) => Effects.Throws with
    {
        ReadsHeap = summary.ReadsHeap || summary.Reads.Count > 0,
        ReadsObjects = summary.ReadsObjects,
        Hazards = summary.Hazards.Select(h => lowering.Hazard(h.Kind, $"in '{Names.Display(method)}', {h.Message}", operation.Syntax)).ToEquatableArray(),
    };
}
