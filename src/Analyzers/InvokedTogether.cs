using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Finds variables, fields, collections and elements that one function given to <c>Parallel.Invoke</c> changes and another one uses.</summary>
internal static class InvokedTogether
{
    /// <summary>Checks the functions of one call.</summary>
    /// <param name="functions">What they do.</param>
    /// <param name="origins">The values of locals and fields.</param>
    /// <param name="context">Takes the diagnostics.</param>
    /// <param name="reported">The places that were reported in this method.</param>
    public static void Check(IReadOnlyList<RegionBody> functions, Origins origins, OperationAnalysisContext context, HashSet<Location> reported)
    {
        Pair([.. functions.Select(f => (IReadOnlyList<Use>)[.. UsesOf(f, origins, context)])]);
        Pair([.. functions.Select(f => (IReadOnlyList<Use>)[.. CollectionsOf(f, origins).Where(u => !u.IsWrite || !origins.IsSynchronized(u.Owned!))])]);
        foreach (var conflict in RegionConflicts.Of([.. functions.Select(f => f.Function).Where(f => f.IsNested)], context).Proven().Where(c => c.IsElement))
        {
            if (reported.Any(r => r.SourceSpan.IntersectsWith(conflict.Place.SourceSpan)) || (conflict.Other is { } seen && reported.Contains(seen)))
                continue;
            reported.Add(conflict.Place);
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.LoopCarriedDependence, conflict.Place, conflict.Other is null ? [] : [conflict.Other], conflict.Message));
        }

        void Pair(IReadOnlyList<IReadOnlyList<Use>> uses)
        {
            for (var one = 0; one < uses.Count; one++)
            {
                foreach (var write in uses[one].Where(u => u.IsWrite))
                {
                    var other = uses.Where((_, i) => i != one).SelectMany(u => u).FirstOrDefault(write.IsOfSame);
                    if (other is null || !reported.Add(write.Place.Syntax.GetLocation()))
                        continue;
                    context.ReportDiagnostic(Diagnostic.Create(
                        write.Rule, write.Place.Syntax.GetLocation(), [other.Place.Syntax.GetLocation()], write.Describe(other)));
                }
            }
        }
    }

    /// <summary>The variables and fields that a function uses, and the fields that the methods assign which it calls.</summary>
    private static IEnumerable<Use> UsesOf(RegionBody body, Origins origins, OperationAnalysisContext context)
    {
        var shared = new SharedState([.. body.Scopes], true, origins);
        var writes = new CalleeWrites(context.Compilation, context.CancellationToken);
        foreach (var place in body.Operations)
        {
            if (place is IInvocationOperation { TargetMethod.MethodKind: not MethodKind.LocalFunction } call)
            {
                var isShared = call.Instance is { } receiver && shared.IsShared(receiver);
                if (writes.First(call.TargetMethod, isShared) is { } write && MemberOf(write) is { } written
                    && (written.IsStatic || ReferenceOf(call.Instance) is not null))
                {
                    yield return new Use(written, written.IsStatic ? null : ReferenceOf(call.Instance), call, true, $" by '{Names.Display(call.TargetMethod)}'");
                }

                continue;
            }

            if (!shared.IsShared(place) || IsAtomic(place))
                continue;
            if (place is ILocalReferenceOperation or IParameterReferenceOperation)
                yield return new Use(ReferenceOf(place)!, null, place, place.IsWritten(), "");
            else if (MemberOf(place) is { } member && (member.IsStatic || ReferenceOf(((IMemberReferenceOperation)place).Instance) is not null))
                yield return new Use(member, member.IsStatic ? null : ReferenceOf(((IMemberReferenceOperation)place).Instance), place, place.IsWritten(), "");
        }
    }

    /// <summary>The collections and other objects without protection that a function changes or looks into.</summary>
    private static IEnumerable<Use> CollectionsOf(RegionBody body, Origins origins)
    {
        var shared = new SharedState([.. body.Scopes], true, origins);
        foreach (var place in body.Operations)
        {
            var (owner, isWrite) = place switch
            {
                IInvocationOperation call when WrittenElements.Of(call) is { Bounds.Count: 0 } written => (written.Container, true),
                IInvocationOperation { Instance: { } receiver } call => (receiver, SharedWrites.Changes(origins.Implementation(call.TargetMethod, receiver), receiver)),
                IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: not "AsSpan" }, Arguments.IsEmpty: false } call => (call.Arguments[0].Value, false),
                IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } receiver } indexer =>
                    (receiver, indexer.IsWritten() && SharedWrites.Changes(origins.Implementation(indexer.Property, receiver))),
                IPropertyReferenceOperation { Instance: { Type: not IArrayTypeSymbol } receiver } => (receiver, false),
                IArrayElementReferenceOperation element => (element.ArrayReference, false),
                IForEachLoopOperation loop => (loop.Collection, false),
                _ => (null, false),
            };
            while (owner is IConversionOperation conversion)
                owner = conversion.Operand;
            if (owner is not null && ReferenceOf(owner) is { } symbol && shared.IsShared(owner) && owner is not IInstanceReferenceOperation)
            {
                var how = place is IInvocationOperation { TargetMethod: var method } ? Names.Display(method) : $"{symbol.Name}[...]";
                yield return new Use(symbol, null, place, isWrite, how) { Owned = owner };
            }
        }
    }

    /// <summary>The variable, field or object itself that an expression is; null for any other.</summary>
    private static ISymbol? ReferenceOf(IOperation? place) => place switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type } => type,
        IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } => field,
        _ => null,
    };

    /// <summary>A field, or a property that is one.</summary>
    private static ISymbol? MemberOf(IOperation place) => place switch
    {
        IFieldReferenceOperation { Field: { IsVolatile: false, IsReadOnly: false } field } => field,
        IPropertyReferenceOperation { Property: { IsIndexer: false, IsReadOnly: false } property } when PropertyFacts.IsAuto(property) => property,
        _ => null,
    };

    private static bool IsAtomic(IOperation place) =>
        place.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" or "Volatile" } };

    /// <summary>One use of what the lambdas share.</summary>
    /// <param name="Symbol">The variable, field or property.</param>
    /// <param name="Owner">What holds the object that the field is of; null for a variable or static field.</param>
    /// <param name="Place">Where.</param>
    /// <param name="IsWrite">Whether it changes.</param>
    /// <param name="How">By which method, as the message goes on.</param>
    private sealed record Use(ISymbol Symbol, ISymbol? Owner, IOperation Place, bool IsWrite, string How)
    {
        /// <summary>The collection, if it is one.</summary>
        public IOperation? Owned { get; init; }

        public bool IsCollection => Owned is not null;

        public DiagnosticDescriptor Rule => IsCollection ? Rules.UnsafeCollection
            : Symbol is IFieldSymbol or IPropertySymbol ? Rules.SharedWrite
            : Rules.SharedScalar;

        public bool IsOfSame(Use other) =>
            SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol) && SymbolEqualityComparer.Default.Equals(Owner, other.Owner);

        public string Describe(Use other) => IsCollection
            ? $"'{How}' changes '{Symbol.Name}' while another of these lambdas {(other.IsWrite ? "changes" : "reads")} it; "
                + "use a concurrent collection, or give each lambda one of its own"
            : $"'{Symbol.Name}' is assigned here{How} while another of these lambdas {(other.IsWrite ? "assigns" : "reads")} it; "
                + "give each a variable of its own, or run the two one after the other";
    }
}
