using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers calls and object creations, and says what calling a method does.</summary>
internal sealed class CallLowering
{
    private static readonly HashSet<string> _freshResults = new(StringComparer.Ordinal)
    {
        "ToArray", "ToList", "ToHashSet", "ToDictionary", "ConvertAll", "FindAll", "GetRange", "Clone", "Matches",
    };

    private readonly Lowering _lowering;
    private readonly LibraryCalls _library;

    public CallLowering(Lowering lowering)
    {
        _lowering = lowering;
        _library = new LibraryCalls(lowering);
    }

    /// <summary>A call.</summary>
    public IrExpression Lower(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (Dimension(call) is { } length)
            return length;
        var type = _lowering.Names.IrTypeOf(call.Type);
        var arguments = InOrder(call.Arguments);
        if (_lowering.Names.Arguments.Of(call.ConstrainedToType) is { } number && OfNumber(call, number, type) is { } result)
            return result;
        if (method.IsStatic && MathFunctions.Key(Names.FullName(method.ContainingType), method.Name) is { } key && type.Kind != ScalarKind.Other
            && method.Parameters.All(p => p.RefKind == RefKind.None && TypeNames.KindOf(p.Type) != ScalarKind.Other))
        {
            var values = call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => _lowering.Expressions.Lower(a.Value)).ToEquatableArray();
            return new MathCall(SourceQualifier.RuntimeFunction(method, _lowering.FloatMode) ?? key, values, type);
        }

        var operands = new List<IrExpression>();
        if (call.Instance is { } instance and not IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.ContainingTypeInstance })
            operands.Add(_lowering.Expressions.Lower(instance));
        var receiver = operands.Count;
        var effects = Arguments(arguments, operands);
        var passed = operands.Skip(receiver).ToEquatableArray();
        effects = effects.Union(Effects(method, call.Instance, arguments, call, operands));
        var (function, obstacle) = CalleeBody.In(CallSite.Of(call), passed, _lowering);
        var isFresh = _freshResults.Contains(method.Name) && PureCalls.Of(Names.FullName(method.ContainingType), method.Name) is not null;
        isFresh |= LibraryCalls.Returned(call) is IObjectCreationOperation;
        var lowered = _lowering.Expressions.Opaque(call, operands, effects, $"a call of '{Names.Display(method)}'", isFresh) with
        {
            Function = function,
            Obstacle = obstacle,
            Overwrites = _library.Overwritten(call),
        };
        if (_lowering is { HasText: true, Inference.Places: { } places } && places.Function(CallSite.Of(call), passed, _lowering) is { } placed)
            places.Calls[lowered] = placed;
        return lowered;
    }

    /// <summary>A static method of a type parameter that stands for a number, as the function that it is there.</summary>
    private IrExpression? OfNumber(IInvocationOperation call, ITypeSymbol number, IrType type)
    {
        var method = call.TargetMethod;
        if (!GenericOperators.Declares(method) || type.Kind == ScalarKind.Other || method.Parameters.Any(p => p.RefKind != RefKind.None))
            return null;
        var values = call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => _lowering.Expressions.Lower(a.Value)).ToEquatableArray();
        if (values.Any(v => v.Type.Kind == ScalarKind.Other))
            return null;
        if (PrimitiveNumbers.IsIdentity(method, number))
            return values[0];
        if (PrimitiveNumbers.IsConversion(method))
            return PrimitiveNumbers.Convert(method, values[0], type);
        return PrimitiveNumbers.Implementation(method, number, _lowering.Names.Arguments) is { } implementation && PrimitiveNumbers.Function(implementation, _lowering.FloatMode) is { } function
            ? new MathCall(function, values, type)
            : null;
    }

    /// <summary>A <c>new</c> expression.</summary>
    public IrExpression Lower(IObjectCreationOperation creation)
    {
        var operands = new List<IrExpression>();
        var arguments = InOrder(creation.Arguments);
        var effects = Arguments(arguments, operands);
        if (creation.Constructor is { } constructor)
            effects = effects.Union(Effects(constructor, null, arguments, creation, operands));
        if (creation.Initializer is { } initializer)
        {
            operands.AddRange(_lowering.Expressions.Operands(initializer));
            effects = effects.Union(Initializers(initializer, operands));
        }

        var isReference = creation.Type is { IsReferenceType: true };
        return _lowering.Expressions.Opaque(
            creation,
            operands,
            effects,
            isReference ? "an object allocation" : $"a value of type '{Names.Display(creation.Type!)}'",
            isReference);
    }

    /// <summary>What calling an operator or conversion does.</summary>
    public Effects OperatorEffects(IMethodSymbol method, IOperation operation, IReadOnlyList<IOperation> operands)
    {
        if (method.ContainingType is { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } })
            return IR.Effects.Throws;
        return Known(method, null) is { } effect ? _library.Effects(effect, method, operands.FirstOrDefault(), [.. operands.Skip(1)], operation, null)
            : Summarized(method, null, [], operation, null);
    }

    /// <summary>What the copy of a <c>with</c> expression does.</summary>
    public Effects CloneEffects(IWithOperation copy) =>
        copy.CloneMethod is { IsImplicitlyDeclared: false } clone ? Effects(clone, copy.Operand, [], copy) : IR.Effects.Throws with { ReadsObjects = true };

    /// <summary>What calling a method does, besides evaluating its operands.</summary>
    /// <param name="reads">Takes loads of the elements and fields that the call reads; without it they count as unknown memory.</param>
    public Effects Effects(
        IMethodSymbol method,
        IOperation? instance,
        IEnumerable<IArgumentOperation> arguments,
        IOperation operation,
        List<IrExpression>? reads = null)
    {
        method = method.ReducedFrom ?? method;
        var list = arguments.ToList();
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return Delegate(instance, operation, reads);
        if (method.MethodKind == MethodKind.LocalFunction)
            return _lowering.Inference.LocalFunction(method.OriginalDefinition, _lowering, operation, reads);
        if (method is { Name: "Equals" or "GetHashCode" or "ToString", IsStatic: false } && instance is not null
            && method.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
        {
            return ImplicitCalls.Inherited(method, instance, operation, _lowering);
        }

        if (Known(method, instance) is { } effect)
            return _library.Effects(effect, method, instance, [.. list.Select(a => a.Value)], operation, reads);
        if (method is { IsStatic: true, ContainingType: { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } } })
            return IR.Effects.Throws;
        if (Resolve(method, instance, operation) is not { } target)
        {
            return Refuse(
                HazardKind.ImpureCall,
                $"which method '{Names.Display(method)}' runs is not known before run time; call it on a sealed type",
                operation);
        }

        return Summarized(target, instance, list, operation, reads);
    }

    private Effects Summarized(
        IMethodSymbol method,
        IOperation? instance,
        IReadOnlyList<IArgumentOperation> arguments,
        IOperation operation,
        List<IrExpression>? reads)
    {
        if (method.IsImplicitlyDeclared && method.MethodKind != MethodKind.Constructor)
            return IR.Effects.Throws with { ReadsObjects = true };
        if (_lowering.Inference.Of(method, _lowering.Names) is not { } summary)
            return _library.Unknown(method, operation);
        var effects = IR.Effects.Throws with
        {
            Hazards = summary.Hazards.Select(h => _lowering.Hazard(h.Kind, Explain(method, h.Message), operation.Syntax) with
            {
                Through = h.IsOfArguments ? ObjectSources.Of(arguments.Select(a => a.Value).Prepend(instance), _lowering) : default,
            }).ToEquatableArray(),
        };
        if (summary.WritesThis && method.MethodKind != MethodKind.Constructor)
            effects = effects.Union(WriteReceiver(method, summary, instance, operation));
        foreach (var ordinal in summary.WrittenParameters)
            effects = effects.Union(_library.WriteElements(Argument(arguments, ordinal), method, operation));
        return effects with { ReadsObjects = summary.ReadsObjects, ReadsHeap = effects.ReadsHeap || summary.ReadsHeap || !AddReads(summary, method, instance, arguments, operation, reads) };
    }

    /// <summary>The loads that stand for what a callee reads; false if one cannot be described.</summary>
    private bool AddReads(
        FunctionSummary summary,
        IMethodSymbol method,
        IOperation? instance,
        IReadOnlyList<IArgumentOperation> arguments,
        IOperation operation,
        List<IrExpression>? reads)
    {
        if (summary.Reads.Count == 0)
            return true;
        if (reads is null)
            return false;
        var receiver = instance is null ? null : _lowering.Memory.Resolve(instance);
        var isFresh = instance is null or IObjectCreationOperation;
        var type = (method.ContainingType is { } containing ? _lowering.Names.Arguments.Resolve(containing) : null) as INamedTypeSymbol;
        foreach (var found in summary.Reads)
        {
            var read = found.Field is { } declared && TypeArguments.MemberIn(declared, type) is { } field ? found with { Field = field } : found;

            // The fields of a struct are part of the receiver, which is an operand already.
            if (read is { HasElements: false, Field.IsStatic: false, IsOfAnyObject: false } && instance?.Type is { IsValueType: true })
                continue;
            if (read is { Field.IsStatic: false, IsOfAnyObject: false } && isFresh)
                continue;
            var load = read switch
            {
                { Field: null } => _library.ReadElements(Argument(arguments, read.Ordinal), operation),
                { IsOfAnyObject: true } => _lowering.Memory.AnyFieldRead(read.Field, operation),
                { Field.IsStatic: true } => _lowering.Memory.FieldRead(read.Field, null, null, read.HasElements, operation),
                _ => _lowering.Memory.FieldRead(read.Field, receiver, instance, read.HasElements, operation),
            };
            if (load is null)
                return false;
            if (!reads.Contains(load))
                reads.Add(load);
        }

        return true;
    }

    private static IOperation? Argument(IReadOnlyList<IArgumentOperation> arguments, int ordinal) =>
        arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value;

    private static string Explain(IMethodSymbol method, string message) =>
        message.StartsWith("in '", StringComparison.Ordinal) ? message : $"in '{Names.Display(method)}', {message}";

    /// <summary>A method that assigns fields of its receiver was called.</summary>
    private Effects WriteReceiver(IMethodSymbol method, FunctionSummary summary, IOperation? instance, IOperation operation)
    {
        if (instance is null or IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.ContainingTypeInstance })
            return IR.Effects.None;
        var place = _lowering.Memory.Resolve(instance);
        if (place is VariablePlace { Variable.Kind: VariableKind.This } self && !_lowering.HasText)
            return IR.Effects.None with { Writes = EquatableArray.Of(self.Variable) };
        var message = $"'{Names.Display(method)}' writes fields of '{Lowering.Display(instance.Syntax)}'";
        if (instance.Type is { IsValueType: true })
            return place.Changed(IR.Effects.None);
        var receiver = (place as VariablePlace)?.Variable;
        var hazard = _lowering.Hazard(HazardKind.SharedWrite, message, operation.Syntax, receiver?.Kind == VariableKind.This ? null : receiver) with { Through = ObjectSources.Of([instance], _lowering) };
        var type = _lowering.Names.Arguments.Resolve(method.ContainingType) as INamedTypeSymbol;
        var fields = _lowering is { HasText: true, LoopStack.Count: > 0 } && receiver?.Kind != VariableKind.This
            ? summary.WrittenFields?.Select(f => TypeArguments.MemberIn(f, type) is { } field ? _lowering.Memory.FieldRead(field, place, instance, false, operation) as Load : null).ToList()
            : null;
        return fields is null || fields.Count == 0 || fields.Contains(null)
            ? IR.Effects.Of(hazard)
            : fields.Aggregate(IR.Effects.None, (all, f) => all.Union(IR.Effects.Of(hazard with { Write = f!.Access })));
    }

    private Effects Delegate(IOperation? instance, IOperation operation, List<IrExpression>? reads)
    {
        switch (_library.Target(instance))
        {
            case IAnonymousFunctionOperation lambda:
                return _lowering.Inference.LambdaEffects(lambda, _lowering, reads);
            case IMethodReferenceOperation reference:
                return Effects(reference.Method, reference.Instance, [], reference, reads);
        }

        return Refuse(
            HazardKind.ImpureCall,
            $"what the delegate '{(instance is null ? "" : Lowering.Display(instance.Syntax))}' does is not known; call a method instead",
            operation);
    }

    /// <summary>The effects of arguments by reference; the values of all arguments become operands.</summary>
    private Effects Arguments(IReadOnlyList<IArgumentOperation> arguments, List<IrExpression> operands)
    {
        var effects = IR.Effects.None;
        foreach (var argument in arguments)
        {
            var kind = argument.Parameter?.RefKind ?? RefKind.None;
            if (kind is RefKind.Out or RefKind.Ref && argument.Value is not (IDeclarationExpressionOperation or IDiscardOperation or IInterpolatedStringHandlerCreationOperation))
                effects = effects.Union(_lowering.Assignments.WriteThrough(argument.Value, kind == RefKind.Ref, operands));
            else if (argument.Value is not IDiscardOperation)
                operands.Add(_lowering.Expressions.Lower(argument.Value));
        }

        return effects;
    }

    private Effects Initializers(IObjectOrCollectionInitializerOperation initializer, List<IrExpression> operands)
    {
        var effects = IR.Effects.None;
        foreach (var member in initializer.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (member.Target is not IPropertyReferenceOperation { Property: { SetMethod: { } setter } property })
                continue;
            _lowering.Inference.Models.Consult(property);
            if (!PropertyFacts.IsAuto(property))
                effects = effects.Union(Effects(setter, null, [], member, operands));
        }

        return effects;
    }

    /// <summary>What the tables say, for the receiver's type before that of the member: a <c>StringWriter</c> is not any writer.</summary>
    private static CallEffect? Known(IMethodSymbol method, IOperation? instance)
    {
        var member = method.MethodKind switch
        {
            MethodKind.Constructor => "new",
            MethodKind.PropertyGet or MethodKind.PropertySet => method.AssociatedSymbol?.MetadataName ?? method.Name,
            _ => method.Name,
        };
        if (method.ContainingType is null || !method.DeclaringSyntaxReferences.IsEmpty)
            return null;
        var effect = (instance?.Type is INamedTypeSymbol type ? PureCalls.Of(Names.FullName(type), member) : null)
            ?? PureCalls.Of(Names.FullName(method.ContainingType.OriginalDefinition), member);
        return method.MethodKind == MethodKind.PropertySet && effect is CallEffect.Pure or CallEffect.ReadsElements
            ? CallEffect.ChangesReceiver
            : effect;
    }

    /// <summary>The method that a call runs; null if that depends on the object.</summary>
    private IMethodSymbol? Resolve(IMethodSymbol method, IOperation? instance, IOperation operation)
    {
        var isInterface = method.ContainingType is { TypeKind: TypeKind.Interface };
        if (!isInterface && !PropertyFacts.CanBeOverridden(method))
            return method;
        if (operation is IInvocationOperation { IsVirtual: false } && !isInterface)
            return method;
        if (method.IsStatic || instance is null)
            return isInterface && !method.IsAbstract && method.IsStatic ? method : null;
        var value = Value(instance);
        if (value.Type is not INamedTypeSymbol exact || !(exact.IsSealed || exact.IsValueType || value is IObjectCreationOperation))
            return null;
        if (isInterface)
            return exact.FindImplementationForInterfaceMember(method) as IMethodSymbol;
        for (var owner = exact; owner is not null; owner = owner.BaseType)
        {
            foreach (var candidate in owner.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = candidate; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                        return candidate;
                }
            }
        }

        return null;
    }

    /// <summary>The value of a receiver, through conversions and locals that are assigned once.</summary>
    private IOperation Value(IOperation instance)
    {
        for (var i = 0; i < 8; i++)
        {
            if (instance is IConversionOperation { Conversion: { IsReference: true } or { IsIdentity: true } } conversion)
                instance = conversion.Operand;
            else if (instance is ILocalReferenceOperation { Local: var local } && _lowering.Usage.SingleValue(local) is { } value)
                instance = value;
            else
                break;
        }

        return instance;
    }

    private IrExpression? Dimension(IInvocationOperation call)
    {
        if (call is not { TargetMethod: { Name: "GetLength" or "GetUpperBound", ContainingType.SpecialType: SpecialType.System_Array }, Instance: { } array, Arguments.Length: 1 }
            || call.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: int dimension }
            || ContainerTypes.Of(array.Type) is not { } shape || dimension < 0 || dimension >= shape.Rank)
        {
            return null;
        }

        if (_lowering.Memory.Length(array, shape.Rank > 1 ? dimension : -1, call.Type) is not { } length)
            return null;
        if (call.TargetMethod.Name == "GetLength")
            return length;
        return shape.Kind == MemoryKind.Array ? new Binary(BinaryOperator.Subtract, length, Constant.Int32(1), IrType.Int32) : null;
    }

    private Effects Refuse(HazardKind kind, string message, IOperation operation, Variable? receiver = null) =>
        IR.Effects.Of(_lowering.Hazard(kind, message, operation.Syntax, receiver));

    private static IReadOnlyList<IArgumentOperation> InOrder(IReadOnlyList<IArgumentOperation> arguments) => arguments;
}
