using System.Collections.Immutable;

using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>
/// Finds races in lambdas, local functions and methods that <c>Parallel.For</c>, <c>ForEach</c>, <c>ForEachAsync</c>, PLINQ and tasks started
/// in a loop run at the same time. There nothing is made safe: only what is certain to be shared and not protected is reported.
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
            start.RegisterOperationBlockStartAction(block =>
            {
                // A function that several calls of a method run is reported of once.
                var reported = new HashSet<Location>();
                block.RegisterOperationAction(c => Analyze(c, calls, reported), OperationKind.Invocation);
            });
        });
    }

    private static void Analyze(OperationAnalysisContext context, ParallelCalls calls, HashSet<Location> reported)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!calls.IsOfInterest(call))
            return;
        if (calls.Unawaited(call) is { } unawaited)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.Unawaited,
                ((LambdaExpressionSyntax)unawaited.Syntax).AsyncKeyword.GetLocation(),
                $"Parallel.{call.TargetMethod.Name}",
                call.TargetMethod.Name == "For" ? "ForAsync" : "ForEachAsync"));
        }

        lock (reported)
        {
            var origins = new Origins(call, context.Compilation, context.CancellationToken);
            var targets = new DelegateTargets(origins);
            var together = calls.InvokedTogether(call, targets).Select(f => new RegionBody(f, calls, targets, origins)).ToList();
            if (together.Count > 1 && !together.Any(l => l.Operations.OfType<IInvocationOperation>().Any(TakesLock)))
                InvokedTogether.Check(together, origins, context, reported);
            foreach (var shape in calls.ShapesOf(call, targets))
                Check(shape, new RegionBody(shape.Function, calls, targets, origins), origins, context, reported);
            foreach (var method in calls.MethodsOf(call, targets))
            {
                var isShared = method.Instance is null || new SharedState([StartOf(method, call)], true, origins).IsShared(method.Instance);
                new SharedWrites(new SharedState([], isShared, origins), null, RegionConflicts.Nothing, origins, context, reported).CheckMethod(method, isShared);
            }
        }
    }

    private static void Check(RegionShape shape, RegionBody body, Origins origins, OperationAnalysisContext context, HashSet<Location> reported)
    {
        var isLocked = body.Operations.OfType<IInvocationOperation>().Any(TakesLock);
        var operations = isLocked ? [.. BehindLocks(body)] : body.Operations;
        if (operations.Count == 0)
            return;
        var scopes = shape.Loop is { } loop ? body.Scopes.Append(loop.Syntax) : body.Scopes;
        var isReceiverShared = shape.Function.Receiver is not { } receiver || shape.Loop is null || new SharedState([shape.Loop.Syntax], true, origins).IsShared(receiver);
        var conflicts = RegionConflicts.Of(shape, context);
        var writes = new SharedWrites(new SharedState([.. scopes], isReceiverShared, origins), body, conflicts, origins, context, reported);
        foreach (var operation in operations)
            writes.Check(operation);
        if (isLocked)
            return;
        if (shape is { Index: ILocalSymbol index, Loop: IForLoopOperation })
            writes.CheckLoopVariable(index, body.Operations);
        foreach (var conflict in conflicts.Proven().Where(c => !c.IsVariable || c.IsLocked))
            writes.Report(conflict);
    }

    /// <summary>What happens anew for each run that a method is given to: the iteration of a loop that starts it, or the call.</summary>
    private static SyntaxNode StartOf(IMethodReferenceOperation method, IInvocationOperation call)
    {
        for (var outer = call.Parent; call.TargetMethod.Name is "Run" or "StartNew" && outer is not null; outer = outer.Parent)
        {
            if (outer is ILoopOperation)
                return outer.Syntax;
        }

        return method.Syntax;
    }

    /// <summary>What a function does after it gave back its last lock, outside of the loops around that; nothing where it holds one to the end.</summary>
    private static IEnumerable<IOperation> BehindLocks(RegionBody body)
    {
        var calls = body.Operations.OfType<IInvocationOperation>().Where(TakesLock).ToList();
        var last = calls.OrderBy(c => c.Syntax.SpanStart).Last();
        if (!(last.TargetMethod.Name.StartsWith("Exit", StringComparison.Ordinal) || last.TargetMethod.Name.StartsWith("Release", StringComparison.Ordinal))
            || calls.Any(c => body.CallInto(c.Syntax.GetLocation()) != body.CallInto(body.Function.Body.Syntax.GetLocation()) || c.Syntax.SyntaxTree != body.Function.Syntax.SyntaxTree))
        {
            return [];
        }

        var end = last.Syntax.Span.End;
        for (IOperation? outer = last; outer is not null && outer != body.Function.Body; outer = outer.Parent)
        {
            if (outer is ILoopOperation or ITryOperation or IAnonymousFunctionOperation)
                end = outer.Syntax.Span.End;
        }

        return body.Operations.Where(o => o.Syntax.SpanStart >= end && body.Function.Body.Syntax.Span.Contains(o.Syntax.Span));
    }

    private static bool TakesLock(IInvocationOperation call) =>
        _locks.Contains(Names.FullName(call.TargetMethod.ContainingType));
}
