using System.Collections.Immutable;

using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Finds lambdas given to <c>Parallel.For</c> and <c>ForEach</c> whose loop the compiler proves parallel as a <c>[Parallel]</c> method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlainLoopAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.OfPlainLoops;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not null && start.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Parallel") is { } parallel)
                start.RegisterOperationAction(c => Analyze(c, parallel), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol parallel)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("For" or "ForEach") || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, parallel)
            || PlainLoop.Of(call) is not { } loop || !MayBeProven(loop, context) || LoopMove.Of(loop, context.Compilation, context.CancellationToken) is not { } move)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Rules.PlainLoop,
            ((InvocationExpressionSyntax)call.Syntax).Expression.GetLocation(),
            $"Parallel.{call.TargetMethod.Name}",
            move.IsVectorized ? " and in vector lanes" : ""));
    }

    /// <summary>
    /// Whether the loop is worth compiling in its new place: the lambda where it stands tells at a fraction of the time that it does what
    /// no loop in parallel may.
    /// </summary>
    private static bool MayBeProven(PlainLoop loop, OperationAnalysisContext context)
    {
        if (context.ContainingSymbol is not IMethodSymbol method)
            return false;
        try
        {
            var shape = new RegionShape(ConcurrentFunction.Of(loop.Lambda), null, null, null, null, null);
            var region = RegionFrontend.Lower(shape, method, context.Compilation, loop.Call.SemanticModel!, context.CancellationToken);
            return region is null || !region.Body.AllEffects().Any(e => e.Hazards.Any(h => h.Kind is HazardKind.ImpureCall or HazardKind.OrderedOutput));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }
}
