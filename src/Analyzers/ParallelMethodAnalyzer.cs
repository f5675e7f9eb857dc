using System.Collections.Immutable;

using AutoParallel.Compiler;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.Analyzers;

/// <summary>Tells what the compiler made of each <c>[Parallel]</c> method, and why not more.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParallelMethodAnalyzer : DiagnosticAnalyzer
{
    private readonly MethodCompilation _compile;

    /// <summary>The analyzer as the compiler loads it.</summary>
    public ParallelMethodAnalyzer()
        : this(CompiledMethods.Compile)
    {
    }

    /// <summary>With another way to compile.</summary>
    internal ParallelMethodAnalyzer(MethodCompilation compile) => _compile = compile;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.OfMethods;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } known)
                return;
            var facts = BuildProperties.Read(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            start.RegisterSymbolAction(symbol => Analyze(symbol, known, facts), SymbolKind.Method);
        });
    }

    private void Analyze(SymbolAnalysisContext context, KnownSymbols known, CompilationFacts facts)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || known.AttributeOf(method) is not { } attribute)
            return;
        foreach (var problem in OptionChecks.Check(attribute, context.CancellationToken))
            context.ReportDiagnostic(problem);
        var declaration = method.PartialImplementationPart ?? method;
        if (declaration.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is not { } tree)
            return;
        var name = declaration.Locations[0];
        CompiledMethod compiled;
        try
        {
            compiled = _compile(method, context.Compilation, facts, context.CancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Report(InternalError(method, exception), method.Name);
            RequireParallel(context, attribute, name, method.Name, "AutoParallel failed on it");
            return;
        }

        foreach (var verdict in compiled.Verdicts.Distinct().Where(v => !facts.IsSequential || !Praises(v)))
            Report(verdict, compiled.Method.Display);
        if (compiled.Verdicts.FirstOrDefault(v => v.RuleId is RuleIds.MethodNotRerouted or RuleIds.InternalError) is { } failure)
            RequireParallel(context, attribute, name, compiled.Method.Display, failure.Message);
        else if (!HasLoop(compiled.Method.Body) && compiled.Method.ElementWise is null)
            context.ReportDiagnostic(Diagnostic.Create(Rules.NoLoop, name, compiled.Method.Display));

        void Report(Verdict verdict, string display)
        {
            if (new VerdictReporter(tree, name).Diagnose(verdict, display) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>Whether a verdict calls something faster, which the mode that leaves all calls alone makes false.</summary>
    private static bool Praises(Verdict verdict) => verdict.RuleId is RuleIds.RunsOnCores or RuleIds.Vectorized;

    private static bool HasLoop(Statement body) => body.SelfAndDescendants().Any(s => s is Loop);

    private static Verdict InternalError(IMethodSymbol method, Exception exception) => new(
        RuleIds.InternalError,
        default,
        $"'{method.Name}' stays sequential because of an error in AutoParallel "
        + $"({exception.GetType().Name}: {OneLine(exception.Message)}); please report it",
        default);

    private static string OneLine(string text) =>
        string.Join(" ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static void RequireParallel(
        SymbolAnalysisContext context,
        AttributeData attribute,
        Location name,
        string method,
        string reason)
    {
        if (!attribute.NamedArguments.Any(a => a is { Key: "Required", Value.Value: true }))
            return;
        var message = $"'{method}' must run in parallel (Required = true) but stays sequential: {reason}";
        context.ReportDiagnostic(Diagnostic.Create(Rules.RequiredButSequential, name, message));
    }
}
