using System.Collections.Immutable;

using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>
/// Finds races in lambdas that <c>Parallel.For</c>, <c>ForEach</c>, <c>ForEachAsync</c>, PLINQ and tasks started in a loop run at the
/// same time. There nothing is made safe: only what is certain to be shared and not protected is reported.
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
            var calls = new ParallelCalls(start.Compilation);
            start.RegisterOperationAction(c => Analyze(c, calls), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ParallelCalls calls)
    {
        var call = (IInvocationOperation)context.Operation;
        if (calls.Unawaited(call) is { } unawaited)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.Unawaited,
                ((LambdaExpressionSyntax)unawaited.Syntax).AsyncKeyword.GetLocation(),
                $"Parallel.{call.TargetMethod.Name}",
                call.TargetMethod.Name == "For" ? "ForAsync" : "ForEachAsync"));
        }

        var together = calls.InvokedTogether(call).Select(l => (Lambda: l, Body: (IReadOnlyList<IOperation>)[.. Body(l.Body, calls)])).ToList();
        if (together.Count > 1 && !together.Any(l => l.Body.OfType<IInvocationOperation>().Any(TakesLock)))
            InvokedTogether.Check(together, context);
        foreach (var shape in calls.ShapesOf(call))
        {
            var body = Body(shape.Lambda.Body, calls).ToList();
            if (body.OfType<IInvocationOperation>().Any(TakesLock))
                continue;
            var conflicts = RegionConflicts.Of(shape, context);
            var writes = new SharedWrites(new SharedState(shape.Loop?.Syntax ?? shape.Lambda.Syntax), conflicts, context);
            foreach (var operation in body)
                writes.Check(operation);
            if (shape is { Index: ILocalSymbol index, Loop: IForLoopOperation })
                writes.CheckLoopVariable(index, body);
            foreach (var conflict in conflicts.Proven().Where(c => !c.IsVariable || c.IsLocked))
                writes.Report(conflict);
        }
    }

    /// <summary>What a lambda does outside of <c>lock</c> statements and of lambdas that are analysed on their own.</summary>
    private static IEnumerable<IOperation> Body(IOperation operation, ParallelCalls calls)
    {
        if (operation is ILockOperation || calls.IsParallelLambda(operation))
            yield break;
        yield return operation;
        foreach (var child in operation.ChildOperations)
        {
            foreach (var descendant in Body(child, calls))
                yield return descendant;
        }
    }

    private static bool TakesLock(IInvocationOperation call) =>
        _locks.Contains(Names.FullName(call.TargetMethod.ContainingType));
}
