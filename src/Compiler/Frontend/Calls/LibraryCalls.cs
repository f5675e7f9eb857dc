using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Turns what the tables know of library members into effects of a call.</summary>
internal sealed class LibraryCalls
{
    private readonly Lowering _lowering;

    public LibraryCalls(Lowering lowering) => _lowering = lowering;

    /// <summary>The effects of a call.</summary>
    /// <param name="arguments">The values of the arguments.</param>
    /// <param name="reads">Takes loads of the elements that are read.</param>
    public Effects Effects(
        CallEffect effect,
        IMethodSymbol method,
        IOperation? instance,
        IReadOnlyList<IOperation> arguments,
        IOperation operation,
        List<IrExpression>? reads)
    {
        var name = Names.Display(method);
        switch (effect)
        {
            case CallEffect.Pure:
                return IR.Effects.Throws.Union(Arguments(arguments, operation, null)).Union(ToText(method, instance, arguments, operation))
                    .Union(Equality(method, operation)).Union(Outputs(method, arguments, operation));
            case CallEffect.ReadsElements:
                var containers = instance is null ? arguments : [instance, .. arguments];
                return Reads(containers, operation, reads).Union(ToText(method, instance, arguments, operation))
                    .Union(Equality(method, operation)).Union(Outputs(method, arguments, operation));
            case CallEffect.WritesElements:
                var written = (instance is null ? arguments : [instance, .. arguments]).Where(IsContainer).ToList();
                return written.Aggregate(
                    IR.Effects.Throws.Union(Arguments([.. arguments.Where(a => !IsContainer(a))], operation, reads)).Union(Equality(method, operation)),
                    (all, o) => all.Union(WriteElements(o, method, operation)));
            case CallEffect.CopiesElements:
                var copied = (instance is null ? arguments : [instance, .. arguments]).Where(IsContainer).ToList();
                return copied.Skip(1).Aggregate(Reads([.. copied.Take(1)], operation, reads), (all, o) => all.Union(WriteElements(o, method, operation)));
            case CallEffect.ChangesReceiver:
                return Changes(method, instance, operation).Union(Arguments(arguments, operation, reads)).Union(Equality(method, operation))
                    .Union(Outputs(method, arguments, operation));
            case CallEffect.Output:
                return Refuse(HazardKind.OrderedOutput, $"'{name}' is input or output, whose order would change", operation);
            case CallEffect.Synchronization:
                return Refuse(
                    HazardKind.Synchronization,
                    $"'{name}' says that threads share state; let each iteration compute a value of its own, or use a reduction such as 'sum += value'",
                    operation);
            case CallEffect.Volatile:
                return Refuse(HazardKind.ImpureCall, $"'{name}' gives another value each time; take one for all before the loop, or one for each in a loop of their own", operation);
            default:
                return Refuse(HazardKind.ImpureCall, $"'{name}' has effects that other iterations could notice", operation);
        }
    }

    /// <summary>The effects of a method that is in no table and has no source.</summary>
    public Effects Unknown(IMethodSymbol method, IOperation operation)
    {
        var type = method.ContainingType;
        var isFramework = type?.ContainingAssembly?.Name is { } assembly
            && (assembly == "System" || assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard");
        if (isFramework && method is { MethodKind: MethodKind.PropertyGet, IsStatic: false })
            return IR.Effects.Throws with { ReadsHeap = true };
        if (isFramework && method.MethodKind == MethodKind.Constructor && IsException(type))
            return IR.Effects.Throws;
        if (method is { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true } && type is { IsValueType: true } or { SpecialType: SpecialType.System_Object })
            return IR.Effects.None;
        return Refuse(
            HazardKind.ImpureCall,
            $"'{Names.Display(method)}' is not known to be free of side effects",
            operation);
    }

    /// <summary>A load that stands for the elements of a container; null if it cannot be described.</summary>
    public IrExpression? ReadElements(IOperation? container, IOperation operation)
    {
        container = Peel(container);
        if (container is null || ContainerTypes.Of(container.Type) is not { } shape || _lowering.Memory.Root(container) is not { } root)
            return null;
        return shape.Kind is MemoryKind.String or MemoryKind.ImmutableArray
            ? new LengthOf(root, -1, IrType.Int32)
            : new Load(_lowering.Memory.AnyElement(root, operation, container), root.Element);
    }

    /// <summary>The effect of writing elements of a container at subscripts that are not known.</summary>
    public Effects WriteElements(IOperation? container, IMethodSymbol method, IOperation operation)
    {
        container = Peel(container);
        if (container is not null && _lowering.Memory.Root(container) is { } root && !ContainerTypes.IsReadOnly(root.Kind))
            return IR.Effects.Throws with { Stores = EquatableArray.Of(_lowering.Memory.AnyElement(root, operation, container)) };
        var what = container is null ? "memory" : $"the elements of '{Lowering.Display(container.Syntax)}'";
        return Refuse(HazardKind.UnknownWrite, $"'{Names.Display(method)}' writes {what}", operation);
    }

    /// <summary>The container that a call fills from its first element to its last; null for any other call.</summary>
    public MemoryRoot? Overwritten(IInvocationOperation call)
    {
        var container = (Names.FullName(call.TargetMethod.ContainingType), call.TargetMethod.Name, call.Arguments.Length) switch
        {
            ("System.Array", "Clear", 1) or ("System.Array", "Fill", 2) => call.Arguments[0].Value,
            ("System.Span", "Clear", 0) or ("System.Span", "Fill", 1) => call.Instance,
            _ => null,
        };
        while (container is IConversionOperation { OperatorMethod: null, Operand: { } operand })
            container = operand;
        if (container is IInvocationOperation { TargetMethod: { Name: "AsSpan", IsStatic: true }, Arguments: { Length: 1 } viewed })
            container = viewed[0].Value;
        return container is null || ContainerTypes.Of(container.Type) is null ? null : _lowering.Memory.Root(container);
    }

    /// <summary>The lambda or method that a delegate is known to call; null if it is not known.</summary>
    public IOperation? Target(IOperation? operation)
    {
        for (var i = 0; i < 8; i++)
        {
            switch (operation)
            {
                case IAnonymousFunctionOperation or IMethodReferenceOperation:
                    return operation;
                case IDelegateCreationOperation creation:
                    operation = creation.Target;
                    break;
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case ILocalReferenceOperation { Local: var local }:
                    operation = _lowering.Usage.SingleValue(local);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private Effects Changes(IMethodSymbol method, IOperation? instance, IOperation operation)
    {
        if (instance is null && method.IsStatic)
            return Refuse(HazardKind.SharedWrite, $"'{Names.Display(method)}' is shared by all iterations", operation);
        instance = Returned(instance);
        if (instance is null or IObjectCreationOperation or IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.ContainingTypeInstance })
            return IR.Effects.Throws;
        if (instance is IPropertyReferenceOperation { Property: { Name: "Shared", IsStatic: true } shared } && Names.FullName(shared) == "System.Random.Shared")
            return IR.Effects.Throws;
        var place = _lowering.Memory.Resolve(instance);
        if (instance.Type is { IsValueType: true })
            return place.Changed(IR.Effects.Throws);
        var receiver = place is VariablePlace { Variable: { Kind: not VariableKind.This } variable2 } ? variable2 : null;
        var message = $"'{Names.Display(method)}' changes '{Lowering.Display(instance.Syntax)}', which is not safe from several threads; "
            + "give each iteration its own, or write results into an array";
        return IR.Effects.Of(_lowering.Hazard(HazardKind.UnsafeCollection, message, operation.Syntax, receiver) with { Through = ObjectSources.Of([instance], _lowering) });
    }

    /// <summary>
    /// The object behind calls that change it and return it, as in <c>text.Append(a).Append(b)</c>: a method of the tables that changes its
    /// receiver and returns its receiver's type returns the receiver itself.
    /// </summary>
    public static IOperation? Returned(IOperation? instance)
    {
        while (instance is IInvocationOperation { Instance: { } receiver, TargetMethod: { ContainingType: { IsReferenceType: true } type } method }
            && SymbolEqualityComparer.Default.Equals(method.ReturnType, type) && PureCalls.Of(Names.FullName(type), method.Name) == CallEffect.ChangesReceiver)
        {
            instance = receiver;
        }

        return instance;
    }

    /// <summary>The containers that a method fills, which it takes as spans that it could write or as arrays named for it.</summary>
    private Effects Outputs(IMethodSymbol method, IReadOnlyList<IOperation> arguments, IOperation operation)
    {
        var effects = IR.Effects.None;
        foreach (var argument in arguments)
        {
            if (argument.Parent is IArgumentOperation { Parameter: { } parameter } && IsOutput(method, parameter))
                effects = effects.Union(WriteElements(argument, method, operation));
        }

        return effects;
    }

    private static bool IsOutput(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (parameter.Type is IArrayTypeSymbol)
        {
            return parameter.Name is "destination" or "destinationArray" or "dest" or "outArray" or "buffer"
                || (method.Name, parameter.Name) is ("GetBytes", "bytes") or ("GetChars", "chars") or ("CopyTo", "array");
        }

        var isView = method.ContainingType.Name is "MemoryExtensions" && parameter.Ordinal == 0;
        return parameter.Type is INamedTypeSymbol { TypeArguments.Length: 1 } type && Names.FullName(type) is "System.Span" or "System.Memory" && !isView;
    }

    private Effects Reads(IReadOnlyList<IOperation> containers, IOperation operation, List<IrExpression>? reads) =>
        IR.Effects.Throws.Union(Arguments(containers, operation, reads));

    /// <summary>What a callee may do with its arguments: enumerate sequences, call delegates, read elements.</summary>
    private Effects Arguments(IReadOnlyList<IOperation> arguments, IOperation operation, List<IrExpression>? reads)
    {
        var effects = IR.Effects.None;
        foreach (var argument in arguments)
        {
            var value = Peel(argument);
            if (value is null || value.ConstantValue.HasValue || value is IInstanceReferenceOperation)
                continue;
            if (value.Type is { TypeKind: TypeKind.Delegate })
                effects = effects.Union(Delegate(value, reads));
            else if (IsContainer(value) && reads is not null && ReadElements(value, operation) is { } load)
                reads.Add(load);
            else if (reads is not null || value.Type is { TypeKind: TypeKind.Interface })
                effects = effects.Union(ImplicitCalls.Enumerate(value, _lowering));
            if (argument.Parent is IArgumentOperation { Parameter.Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } contract } && !IsContainer(value))
                effects = effects.Union(ImplicitCalls.Contract(value, contract, _lowering));
        }

        return effects;
    }

    private Effects Delegate(IOperation value, List<IrExpression>? reads)
    {
        if (value is IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation)
            return IR.Effects.None;
        switch (Target(value))
        {
            case IAnonymousFunctionOperation lambda:
                return _lowering.Inference.LambdaEffects(lambda, _lowering, reads);
            case IMethodReferenceOperation reference:
                return _lowering.Calls.Effects(reference.Method, reference.Instance, [], reference, reads);
        }

        return Refuse(HazardKind.ImpureCall, $"what the delegate '{Lowering.Display(value.Syntax)}' does is not known", value);
    }

    /// <summary>Text methods call <c>ToString</c> on what they are given.</summary>
    private Effects ToText(IMethodSymbol method, IOperation? instance, IReadOnlyList<IOperation> arguments, IOperation operation)
    {
        if (method.Name == "ToString" && instance is not null)
            return ImplicitCalls.ToText(operation, [instance], _lowering);
        if (method.ContainingType.SpecialType != SpecialType.System_String)
            return IR.Effects.None;
        var values = arguments.SelectMany(a => a is IArrayCreationOperation { Initializer: { } list } ? list.ElementValues.AsEnumerable() : [a]);
        return ImplicitCalls.ToText(operation, values.Where(v => v is IConversionOperation { Conversion: { IsIdentity: false } }).Select(v => ((IConversionOperation)v).Operand), _lowering);
    }

    /// <summary>Collections call <c>Equals</c>, <c>GetHashCode</c> and <c>CompareTo</c> of their elements.</summary>
    private Effects Equality(IMethodSymbol method, IOperation operation)
    {
        var types = method.TypeArguments.Concat(method.ContainingType.TypeArguments);
        return types.Aggregate(IR.Effects.None, (all, t) => all.Union(ImplicitCalls.Equality(t, operation, _lowering)));
    }

    private static bool IsContainer(IOperation operation) => ContainerTypes.Of(Peel(operation)?.Type) is not null;

    /// <summary>The container behind conversions and views of it.</summary>
    private static IOperation? Peel(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null, Operand: { } operand } conversion
                    when conversion.Conversion.IsIdentity || conversion.Conversion.IsReference || ContainerTypes.Of(operand.Type) is not null:
                    operation = operand;
                    break;
                case IConversionOperation { OperatorMethod.Name: "op_Implicit", Operand: { } viewed } when ContainerTypes.Of(viewed.Type) is not null:
                    operation = viewed;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "AsSpan" or "AsMemory", IsStatic: true }, Arguments: { IsEmpty: false } arguments }
                    when ContainerTypes.Of(arguments[0].Value.Type) is not null:
                    operation = arguments[0].Value;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Slice", IsStatic: false }, Instance: { } sliced } when ContainerTypes.Of(sliced.Type) is not null:
                    operation = sliced;
                    break;
                default:
                    return operation;
            }
        }
    }

    private static bool IsException(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private Effects Refuse(HazardKind kind, string message, IOperation operation, Variable? receiver = null) =>
        IR.Effects.Of(_lowering.Hazard(kind, message, operation.Syntax, receiver));
}
