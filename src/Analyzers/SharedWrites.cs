using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Reports what a function changes of the state that its runs share, unless the compiler proves that no two runs meet there.</summary>
/// <param name="shared">What the runs share.</param>
/// <param name="body">What a run does; null where only what it calls is known.</param>
/// <param name="conflicts">What the compiler knows of the function.</param>
/// <param name="origins">The values of locals and fields.</param>
/// <param name="context">Takes the diagnostics.</param>
/// <param name="reported">The places that were reported in this method.</param>
internal sealed class SharedWrites(
    SharedState shared,
    RegionBody? body,
    RegionConflicts conflicts,
    Origins origins,
    OperationAnalysisContext context,
    HashSet<Location> reported)
{
    private static readonly HashSet<string> _streams = new(StringComparer.Ordinal)
    {
        "System.IO.StreamWriter", "System.IO.StreamReader", "System.IO.BinaryWriter", "System.IO.BinaryReader", "System.IO.FileStream",
        "System.IO.BufferedStream",
    };

    private readonly CalleeReferences _references = new(context.Compilation, context.CancellationToken);
    private readonly CalleeWrites _writes = new(context.Compilation, context.CancellationToken);

    /// <summary>Checks one operation of the lambda, without those inside it.</summary>
    public void Check(IOperation operation)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                foreach (var target in targets.Elements)
                    Write(target, false);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                Write(assignment.Target, false);
                break;
            case ICompoundAssignmentOperation compound:
                Write(compound.Target, true);
                break;
            case ICoalesceAssignmentOperation coalesce:
                Write(coalesce.Target, true);
                break;
            case IIncrementOrDecrementOperation increment:
                Write(increment.Target, true);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: IInvocationOperation } argument
                when !_references.IsSynchronized(argument.Parameter!):
                Write(argument.Value, false);
                break;
            case IInvocationOperation { Instance: { } receiver } call
                when origins.Implementation(call.TargetMethod, receiver) is var target && Changes(target, receiver) && shared.IsShared(receiver) && !origins.IsSynchronized(receiver)
                    && !conflicts.IsReachedOnce(call):
                ReportChange(call, target, receiver);
                break;
            case IInvocationOperation { TargetMethod.MethodKind: not MethodKind.LocalFunction } call
                when _writes.First(call.TargetMethod, call.Instance is not null && shared.IsShared(call.Instance), SharedArguments(call)) is { } write
                    && !conflicts.IsReachedOnce(call):
                ReportCall(call, call.TargetMethod, write);
                break;
            case IInvocationOperation call
                when WrittenElements.Of(call) is { } written && shared.IsShared(written.Container) && written.Bounds.All(shared.IsSame) && !conflicts.IsReachedOnce(call):
                Report(
                    Rules.LoopCarriedDependence,
                    call,
                    $"every run writes the same elements of '{written.Container.Syntax}', several at once; give each an array or a range of its own");
                break;
            case IPropertyReferenceOperation { Property: { GetMethod: { DeclaringSyntaxReferences.IsEmpty: false } getter } property } reference
                when !PropertyFacts.IsAuto(property) && !(reference.Parent is ISimpleAssignmentOperation assigned && assigned.Target == reference)
                    && _writes.First(getter, reference.Instance is not null && shared.IsShared(reference.Instance)) is { } write:
                ReportCall(reference, getter, write);
                break;
        }
    }

    /// <summary>The parameters for which all calls are given one object.</summary>
    private IEnumerable<int> SharedArguments(IInvocationOperation call) => call.Arguments
        .Where(a => a.Parameter is { RefKind: RefKind.None, Type: { IsReferenceType: true, SpecialType: not SpecialType.System_String } } && shared.IsShared(Origins.Unconverted(a.Value)) && !origins.IsSynchronized(a.Value))
        .Select(a => a.Parameter!.Ordinal);

    /// <summary>Checks a method of another class whose calls run at the same time.</summary>
    /// <param name="method">The method as it is given away.</param>
    /// <param name="isReceiverShared">Whether it is given away with one object for all calls.</param>
    public void CheckMethod(IMethodReferenceOperation method, bool isReceiverShared)
    {
        if (method.Instance is { } receiver && isReceiverShared && Changes(method.Method, receiver) && !origins.IsSynchronized(receiver))
            ReportChange(method, method.Method, receiver);
        else if (_writes.First(method.Method, method.Instance is not null && isReceiverShared) is { } write)
            ReportCall(method, method.Method, write);
    }

    /// <summary>Reports the index of a <c>for</c> that a task reads while the loop goes on.</summary>
    public void CheckLoopVariable(ILocalSymbol index, IEnumerable<IOperation> body)
    {
        var read = body.OfType<ILocalReferenceOperation>().FirstOrDefault(r => SymbolEqualityComparer.Default.Equals(r.Local, index));
        if (read is not null)
        {
            Report(
                Rules.SharedScalar,
                read,
                $"the loop goes on to change '{index.Name}' while the task reads it; copy it into a local inside the loop, and use that");
        }
    }

    /// <summary>Reports a proven conflict, unless one of its two places was reported already.</summary>
    public void Report(ProvenConflict conflict)
    {
        if (reported.Any(r => r.SourceSpan.IntersectsWith(conflict.Place.SourceSpan) || r.SourceSpan == conflict.Other?.SourceSpan))
            return;
        reported.Add(conflict.Place);
        context.ReportDiagnostic(Diagnostic.Create(
            conflict.IsVariable ? Rules.SharedScalar : Rules.LoopCarriedDependence,
            conflict.Place,
            new[] { conflict.Other, body?.CallInto(conflict.Place) }.OfType<Location>(),
            conflict.Message));
    }

    private void Write(IOperation target, bool reads)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation when shared.IsShared(target) && !conflicts.IsSafe(target):
                Report(
                    Rules.SharedScalar,
                    target,
                    $"'{target.Syntax}' is declared outside the lambda, and several threads assign it at once; "
                    + "use the overload with thread-local state, or [Parallel] on the plain loop");
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false }
                when shared.IsShared(target) && !IsFlagSet(target) && !SetsSafely(target) && !conflicts.IsSafe(target):
                Report(
                    Rules.SharedWrite,
                    target,
                    $"several threads assign '{target.Syntax}' at once; compute into a local and combine the results afterwards");
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } indexer
                when shared.IsShared(collection) && Changes(origins.Implementation(indexer.Property, collection)) && !origins.IsSynchronized(collection):
                Report(
                    Rules.UnsafeCollection,
                    indexer,
                    $"the indexer of '{collection.Syntax}' changes it from several threads at once; "
                    + "use a concurrent collection, or write results into an array");
                break;
            case IPropertyReferenceOperation { Property: { IsIndexer: true, SetMethod: { DeclaringSyntaxReferences.IsEmpty: false } setter }, Instance: { } owner }
                when _writes.First(setter, shared.IsShared(owner)) is { } write:
                ReportCall(target, setter, write);
                break;
            case IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }
                when shared.IsShared(target) && IsElement(target) && !conflicts.IsSafe(target):
                Report(
                    Rules.LoopCarriedDependence,
                    target,
                    $"every iteration writes the same element '{target.Syntax}', several at once; "
                    + "give each an element of its own");
                break;
            case IArrayElementReferenceOperation element
                when reads && shared.IsShared(element.ArrayReference) && element.Indices.Any(MayRepeat) && !conflicts.IsSafe(target):
                Report(
                    Rules.UnknownSubscript,
                    element,
                    $"two iterations may update '{element.Syntax}' at once and lose one of the updates; "
                    + "use Interlocked, or an array for each thread");
                break;
        }
    }

    /// <summary>Whether a setter whose code is at hand changes nothing without synchronisation.</summary>
    private bool SetsSafely(IOperation target) =>
        target is IPropertyReferenceOperation { Property: { SetMethod: { } setter } property } reference && !PropertyFacts.CanBeOverridden(property)
        && origins.HasBody(setter) && _writes.First(setter, reference.Instance is not null) is null;

    /// <summary>Whether a volatile field is set to a constant: whoever sets it, and however often, the others see that or what was there before.</summary>
    private static bool IsFlagSet(IOperation target) =>
        target is IFieldReferenceOperation { Field.IsVolatile: true, Parent: ISimpleAssignmentOperation { Value.ConstantValue.HasValue: true } assignment } && assignment.Target == target;

    /// <summary>Whether a subscript is of a kind that gives the same number for different iterations.</summary>
    private static bool MayRepeat(IOperation index) => index.DescendantsAndSelf().Any(o =>
        o is IArrayElementReferenceOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder }
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.RightShift });

    /// <summary>A writer or stream of a class of its own is not locked; one behind an abstract type may be.</summary>
    internal static bool Changes(IMethodSymbol method, IOperation receiver) =>
        PureCalls.Of(Names.FullName(method.ContainingType), method.Name.Substring(method.Name.LastIndexOf('.') + 1)) == CallEffect.ChangesReceiver
        || (receiver.Type is INamedTypeSymbol type && _streams.Contains(Names.FullName(type)));

    /// <summary>The indexer of a list writes one element; that of a dictionary can move all of them.</summary>
    internal static bool Changes(IPropertySymbol indexer) =>
        !IsList(indexer)
        && PureCalls.Of(Names.FullName(indexer.ContainingType), $"set_{indexer.MetadataName}") == CallEffect.ChangesReceiver;

    private static bool IsElement(IOperation target) =>
        target is not IPropertyReferenceOperation { Property: var indexer } || IsList(indexer);

    private static bool IsList(IPropertySymbol indexer) =>
        Names.FullName(indexer.ContainingType) == "System.Collections.Generic.List";

    private void ReportChange(IOperation place, IMethodSymbol method, IOperation receiver) => Report(
        Rules.UnsafeCollection,
        place,
        $"'{Names.Display(method)}' changes '{receiver.Syntax}' from several threads at once; use a concurrent collection, or write results into an array");

    private void ReportCall(IOperation place, IMethodSymbol method, IOperation write)
    {
        var who = $"'{Names.Display(method)}'";
        if (write is IInvocationOperation { Instance: { } collection })
            Report(Rules.UnsafeCollection, place, $"{who} changes '{collection.Syntax}', and several threads call it at once; use a concurrent collection, or write results into an array");
        else
            Report(Rules.SharedWrite, place, $"{who} assigns '{write.Syntax}', and several threads call it at once; return the value, and combine the results afterwards");
    }

    private void Report(DiagnosticDescriptor rule, IOperation place, string message)
    {
        var location = place.Syntax.GetLocation();
        if (!reported.Add(location))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            rule,
            location,
            body?.CallInto(location) is { } call ? [call] : [],
            string.Join(" ", message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }
}
