using System.Collections.Immutable;

using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>
/// Finds races in lambdas that <c>Parallel.For</c>, <c>ForEach</c>, <c>ForEachAsync</c> and PLINQ run at the same time. There
/// nothing is made safe: only what is certain to be shared and not protected is reported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParallelLambdaAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableHashSet<string> _locks =
    [
        "System.Threading.Lock", "System.Threading.Monitor", "System.Threading.Mutex", "System.Threading.ReaderWriterLock",
        "System.Threading.ReaderWriterLockSlim", "System.Threading.Semaphore", "System.Threading.SemaphoreSlim",
        "System.Threading.SpinLock",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.OfParallelLambdas;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is null)
                return;
            var hosts = new[] { "System.Threading.Tasks.Parallel", "System.Linq.ParallelEnumerable" }
                .Select(start.Compilation.GetTypeByMetadataName)
                .OfType<INamedTypeSymbol>()
                .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
            start.RegisterOperationAction(c => Analyze(c, hosts), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ImmutableHashSet<ISymbol> hosts)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!RunsInParallel(call, hosts))
            return;
        foreach (var lambda in call.Arguments.Select(a => LambdaOf(a.Value)).OfType<IAnonymousFunctionOperation>())
        {
            var body = Body(lambda.Body, hosts).ToList();
            if (body.OfType<IInvocationOperation>().Any(TakesLock))
                continue;
            var shared = new SharedState(lambda);
            foreach (var operation in body)
                Check(operation, shared, context);
        }
    }

    private static bool RunsInParallel(IInvocationOperation call, ImmutableHashSet<ISymbol> hosts) =>
        hosts.Contains(call.TargetMethod.ContainingType) && call.TargetMethod.Name != "Invoke";

    private static IAnonymousFunctionOperation? LambdaOf(IOperation value) => value switch
    {
        IDelegateCreationOperation creation => creation.Target as IAnonymousFunctionOperation,
        IConversionOperation conversion => LambdaOf(conversion.Operand),
        _ => value as IAnonymousFunctionOperation,
    };

    /// <summary>What a lambda does outside of <c>lock</c> statements and of lambdas that are analysed on their own.</summary>
    private static IEnumerable<IOperation> Body(IOperation operation, ImmutableHashSet<ISymbol> hosts)
    {
        if (operation is ILockOperation || IsParallelLambda(operation, hosts))
            yield break;
        yield return operation;
        foreach (var child in operation.ChildOperations)
        {
            foreach (var descendant in Body(child, hosts))
                yield return descendant;
        }
    }

    private static bool IsParallelLambda(IOperation operation, ImmutableHashSet<ISymbol> hosts) =>
        operation is IArgumentOperation { Parent: IInvocationOperation call, Value: var value } && RunsInParallel(call, hosts)
        && LambdaOf(value) is not null;

    private static bool TakesLock(IInvocationOperation call) =>
        _locks.Contains(Names.FullName(call.TargetMethod.ContainingType));

    private static void Check(IOperation operation, SharedState shared, OperationAnalysisContext context)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                foreach (var target in targets.Elements)
                    Write(target, false, shared, context);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                Write(assignment.Target, false, shared, context);
                break;
            case ICompoundAssignmentOperation compound:
                Write(compound.Target, true, shared, context);
                break;
            case ICoalesceAssignmentOperation coalesce:
                Write(coalesce.Target, true, shared, context);
                break;
            case IIncrementOrDecrementOperation increment:
                Write(increment.Target, true, shared, context);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: IInvocationOperation call } argument
                when !IsAtomic(call.TargetMethod):
                Write(argument.Value, false, shared, context);
                break;
            case IInvocationOperation { Instance: { } receiver } call
                when Changes(call.TargetMethod) && shared.IsShared(receiver):
                Report(
                    Rules.UnsafeCollection,
                    call,
                    $"'{Names.Display(call.TargetMethod)}' changes '{receiver.Syntax}' from several threads at once; "
                    + "use a concurrent collection, or write results into an array",
                    context);
                break;
        }
    }

    private static void Write(IOperation target, bool reads, SharedState shared, OperationAnalysisContext context)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation when shared.IsShared(target):
                Report(
                    Rules.SharedScalar,
                    target,
                    $"'{target.Syntax}' is declared outside the lambda, and several threads assign it at once; "
                    + "use the overload with thread-local state, or [Parallel] on the plain loop",
                    context);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false }
                when shared.IsShared(target):
                Report(
                    Rules.SharedWrite,
                    target,
                    $"several threads assign '{target.Syntax}' at once; compute into a local and combine the results afterwards",
                    context);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } indexer
                when shared.IsShared(collection) && Changes(indexer.Property):
                Report(
                    Rules.UnsafeCollection,
                    indexer,
                    $"the indexer of '{collection.Syntax}' changes it from several threads at once; "
                    + "use a concurrent collection, or write results into an array",
                    context);
                break;
            case IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }
                when shared.IsShared(target) && IsElement(target):
                Report(
                    Rules.LoopCarriedDependence,
                    target,
                    $"every iteration writes the same element '{target.Syntax}', several at once; "
                    + "give each an element of its own",
                    context);
                break;
            case IArrayElementReferenceOperation element
                when reads && shared.IsShared(element.ArrayReference) && element.Indices.Any(MayRepeat):
                Report(
                    Rules.UnknownSubscript,
                    element,
                    $"two iterations may update '{element.Syntax}' at once and lose one of the updates; "
                    + "use Interlocked, or an array for each thread",
                    context);
                break;
        }
    }

    /// <summary>Whether a subscript is of a kind that gives the same number for different iterations.</summary>
    private static bool MayRepeat(IOperation index) => index.DescendantsAndSelf().Any(o =>
        o is IArrayElementReferenceOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder }
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.RightShift });

    private static bool IsAtomic(IMethodSymbol method) =>
        Names.FullName(method.ContainingType) is "System.Threading.Interlocked" or "System.Threading.Volatile";

    private static bool Changes(IMethodSymbol method) =>
        PureCalls.Of(Names.FullName(method.ContainingType), method.Name) == CallEffect.ChangesReceiver;

    /// <summary>The indexer of a list writes one element; that of a dictionary can move all of them.</summary>
    private static bool Changes(IPropertySymbol indexer) =>
        !IsList(indexer)
        && PureCalls.Of(Names.FullName(indexer.ContainingType), $"set_{indexer.MetadataName}") == CallEffect.ChangesReceiver;

    private static bool IsElement(IOperation target) =>
        target is not IPropertyReferenceOperation { Property: var indexer } || IsList(indexer);

    private static bool IsList(IPropertySymbol indexer) =>
        Names.FullName(indexer.ContainingType) == "System.Collections.Generic.List";

    private static void Report(DiagnosticDescriptor rule, IOperation place, string message, OperationAnalysisContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(
            rule,
            place.Syntax.GetLocation(),
            string.Join(" ", message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
