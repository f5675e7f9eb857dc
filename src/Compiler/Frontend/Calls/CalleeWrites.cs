using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Finds what a method of the user's changes without any synchronisation, itself or through what it calls: fields that it assigns and
/// collections that it changes.
/// </summary>
internal sealed class CalleeWrites
{
    private const int MaximumDepth = 4;

    private readonly ModelCache _models;
    private readonly CancellationToken _cancellation;

    public CalleeWrites(Compilation compilation, CancellationToken cancellation)
    {
        _models = new ModelCache(compilation);
        _cancellation = cancellation;
    }

    /// <summary>The first such change of a static field, or of an object in one; null if there is none. A change of a collection is the call that makes it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="isReceiverShared">Whether all calls have one receiver, so that its fields count too.</param>
    /// <param name="sharedParameters">The ordinals of the parameters for which all calls are given one object.</param>
    public IOperation? First(IMethodSymbol method, bool isReceiverShared, IEnumerable<int>? sharedParameters = null) =>
        First(method, new Sharing(isReceiverShared, [.. sharedParameters ?? []]), 0, new(SymbolEqualityComparer.Default));

    private IOperation? First(IMethodSymbol method, Sharing shared, int depth, HashSet<IMethodSymbol> visited)
    {
        method = (method.PartialImplementationPart ?? method.ReducedFrom ?? method).OriginalDefinition;
        if (depth >= MaximumDepth || !visited.Add(method) || method.IsAsync || PropertyFacts.CanBeOverridden(method)
            || method.GetAttributes().Any(a => a.AttributeClass is { Name: "MethodImplAttribute" or "ThreadStaticAttribute" })
            || _models.OperationOf(method, _cancellation) is not { } body)
        {
            return null;
        }

        var operations = body.DescendantsAndSelf().ToList();
        if (operations.Any(Synchronizes))
            return null;
        foreach (var operation in operations)
        {
            if (Target(operation) is { } target && IsShared(target, shared) && !IsGuarded(operation, operations))
                return target;
            if (operation is IInvocationOperation { Instance: { Type.IsReferenceType: true } changed } change && change.TargetMethod.DeclaringSyntaxReferences.IsEmpty
                && PureCalls.Of(Names.FullName(change.TargetMethod.ContainingType), change.TargetMethod.Name) == CallEffect.ChangesReceiver && IsSharedObject(changed, shared))
            {
                return change;
            }
        }

        foreach (var call in operations.OfType<IInvocationOperation>())
        {
            var receives = shared.Receiver && call.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
            var passed = call.Arguments.Where(a => a.Parameter is not null && IsParameter(a.Value, shared)).Select(a => a.Parameter!.Ordinal);
            if (First(call.TargetMethod, new Sharing(receives, [.. passed]), depth + 1, visited) is { } inner)
                return inner;
        }

        return null;
    }

    private static bool IsParameter(IOperation value, Sharing shared) =>
        value is IParameterReferenceOperation { Parameter: { Type.IsReferenceType: true, RefKind: RefKind.None } parameter } && shared.Parameters.Contains(parameter.Ordinal)
        && parameter.ContainingSymbol is IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) };

    private static bool Synchronizes(IOperation operation) => operation switch
    {
        ILockOperation or IAwaitOperation => true,
        IInvocationOperation { TargetMethod.ContainingType: var type } => type.ContainingNamespace?.ToDisplayString() is "System.Threading" or "System.Threading.Tasks",
        _ => false,
    };

    private static IOperation? Target(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Target,
        ICompoundAssignmentOperation compound => compound.Target,
        IIncrementOrDecrementOperation step => step.Target,
        _ => null,
    };

    private static bool IsShared(IOperation target, Sharing shared) => target switch
    {
        IFieldReferenceOperation { Field: { IsVolatile: true } } => false,
        IFieldReferenceOperation { Field: { IsStatic: true } field } => !field.GetAttributes().Any(a => a.AttributeClass is { Name: "ThreadStaticAttribute" }),
        IFieldReferenceOperation { Instance: { } instance } => IsSharedObject(instance, shared),
        IPropertyReferenceOperation { Property: { IsStatic: true, IsIndexer: false } property } => PropertyFacts.IsAuto(property),
        IPropertyReferenceOperation { Property: { IsIndexer: false } property, Instance: { } instance } => PropertyFacts.IsAuto(property) && IsSharedObject(instance, shared),
        _ => false,
    };

    private static bool IsSharedObject(IOperation instance, Sharing shared) => instance switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsReferenceType: true } => shared.Receiver,
        IParameterReferenceOperation => IsParameter(instance, shared),
        IFieldReferenceOperation { Field: { IsStatic: true } field } => !field.GetAttributes().Any(a => a.AttributeClass is { Name: "ThreadStaticAttribute" }),
        IFieldReferenceOperation { Instance: { } outer } => IsSharedObject(outer, shared),
        _ => false,
    };

    /// <summary>A value that is made on first use: what two threads make at once is the same.</summary>
    private static bool IsGuarded(IOperation write, IReadOnlyList<IOperation> operations)
    {
        var field = Target(write) is IFieldReferenceOperation reference ? reference.Field : null;
        if (field is null || write is not ISimpleAssignmentOperation)
            return false;
        for (var outer = write.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IConditionalOperation { Condition: var condition } && Mentions(condition))
                return true;
        }

        return operations.OfType<IConditionalOperation>().Any(c => c.Syntax.SpanStart < write.Syntax.SpanStart && Mentions(c.Condition)
            && c.WhenTrue.DescendantsAndSelf().Any(o => o is IReturnOperation));

        bool Mentions(IOperation condition) =>
            condition.DescendantsAndSelf().OfType<IFieldReferenceOperation>().Any(f => SymbolEqualityComparer.Default.Equals(f.Field, field));
    }

    /// <summary>What all calls of a method have in common.</summary>
    /// <param name="Receiver">Whether they have one receiver.</param>
    /// <param name="Parameters">The ordinals of the parameters that are one object.</param>
    private sealed record Sharing(bool Receiver, IReadOnlyCollection<int> Parameters);
}
