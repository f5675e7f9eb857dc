using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Finds the fields that a method of the user's assigns without any synchronisation, itself or through what it calls.</summary>
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

    /// <summary>The first such write of a static field, or of a field of an object in one; null if there is none.</summary>
    /// <param name="method">The method.</param>
    /// <param name="isReceiverShared">Whether all calls have one receiver, so that its fields count too.</param>
    public IOperation? First(IMethodSymbol method, bool isReceiverShared) => First(method, isReceiverShared, 0, new(SymbolEqualityComparer.Default));

    private IOperation? First(IMethodSymbol method, bool isReceiverShared, int depth, HashSet<IMethodSymbol> visited)
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
            if (Target(operation) is { } target && IsShared(target, isReceiverShared) && !IsGuarded(operation))
                return target;
        }

        foreach (var call in operations.OfType<IInvocationOperation>())
        {
            var receives = isReceiverShared && call.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
            if (First(call.TargetMethod, receives, depth + 1, visited) is { } inner)
                return inner;
        }

        return null;
    }

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

    private static bool IsShared(IOperation target, bool isReceiverShared) => target switch
    {
        IFieldReferenceOperation { Field: { IsVolatile: true } } => false,
        IFieldReferenceOperation { Field: { IsStatic: true } field } => !field.GetAttributes().Any(a => a.AttributeClass is { Name: "ThreadStaticAttribute" }),
        IFieldReferenceOperation { Instance: { } instance } => IsSharedObject(instance, isReceiverShared),
        IPropertyReferenceOperation { Property: { IsStatic: true, IsIndexer: false } property } => PropertyFacts.IsAuto(property),
        IPropertyReferenceOperation { Property: { IsIndexer: false } property, Instance: { } instance } => PropertyFacts.IsAuto(property) && IsSharedObject(instance, isReceiverShared),
        _ => false,
    };

    private static bool IsSharedObject(IOperation instance, bool isReceiverShared) => instance switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsReferenceType: true } => isReceiverShared,
        IFieldReferenceOperation { Field: { IsStatic: true } field } => !field.GetAttributes().Any(a => a.AttributeClass is { Name: "ThreadStaticAttribute" }),
        IFieldReferenceOperation { Instance: { } outer } => IsSharedObject(outer, isReceiverShared),
        _ => false,
    };

    /// <summary>A value that is made on first use: what two threads make at once is the same.</summary>
    private static bool IsGuarded(IOperation write)
    {
        var field = Target(write) is IFieldReferenceOperation reference ? reference.Field : null;
        for (var outer = write.Parent; outer is not null && field is not null; outer = outer.Parent)
        {
            if (outer is IConditionalOperation { Condition: var condition }
                && condition.DescendantsAndSelf().OfType<IFieldReferenceOperation>().Any(f => SymbolEqualityComparer.Default.Equals(f.Field, field)))
            {
                return write is ISimpleAssignmentOperation;
            }
        }

        return false;
    }
}
