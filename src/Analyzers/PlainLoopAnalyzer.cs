using System.Collections.Immutable;

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
            || LoopMove.Of(call, context.Compilation, context.CancellationToken) is not { } move)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Rules.PlainLoop,
            ((InvocationExpressionSyntax)call.Syntax).Expression.GetLocation(),
            $"Parallel.{call.TargetMethod.Name}",
            move.IsVectorized ? " and in vector lanes" : ""));
    }
}
