using System.Collections.Immutable;

using AutoParallel.Compiler;
using AutoParallel.Compiler.Calls;
using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Analyzers;

/// <summary>Tells which uses of <c>[Parallel]</c> methods and of <c>Prange</c> run sequentially as they are written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key that says that a <c>Prange</c> lacks nothing but the attribute on its method.</summary>
    internal const string AttributeIsMissing = nameof(AttributeIsMissing);

    private static readonly ImmutableDictionary<string, string?> _attributeIsMissing =
        ImmutableDictionary<string, string?>.Empty.Add(AttributeIsMissing, null);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.OfUses;

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
            var repeated = new RepeatedFiles(start.Compilation);
            var targets = new DispatchTargets(start.Compilation, known);
            start.RegisterOperationAction(c => Function(c, known), OperationKind.LocalFunction, OperationKind.AnonymousFunction);
            start.RegisterOperationAction(c => Delegate(c, known, facts), OperationKind.MethodReference);
            start.RegisterOperationAction(c => Call(c, known, facts, repeated, targets), OperationKind.Invocation);
            start.RegisterOperationAction(c => DynamicCall(c, known, facts), OperationKind.DynamicInvocation);
        });
    }

    private static void Function(OperationAnalysisContext context, KnownSymbols known)
    {
        var (function, location, what) = context.Operation switch
        {
            ILocalFunctionOperation local =>
                (local.Symbol, local.Symbol.Locations[0], $"'{local.Symbol.Name}' is a local function"),
            IAnonymousFunctionOperation lambda => (lambda.Symbol, Start(lambda.Syntax), "This is a lambda"),
            _ => throw new InvalidOperationException(),
        };
        if (known.IsParallel(function))
            context.ReportDiagnostic(Diagnostic.Create(Rules.LocalFunction, location, what));
    }

    /// <summary>A lambda's parameters and arrow; its body would be too much to underline.</summary>
    private static Location Start(SyntaxNode lambda) => lambda is LambdaExpressionSyntax { ArrowToken: var arrow }
        ? Location.Create(lambda.SyntaxTree, TextSpan.FromBounds(lambda.SpanStart, arrow.Span.End))
        : lambda.GetLocation();

    private static void Delegate(OperationAnalysisContext context, KnownSymbols known, CompilationFacts facts)
    {
        var reference = (IMethodReferenceOperation)context.Operation;
        if (!known.IsParallel(reference.Method) || reference.Method.MethodKind == MethodKind.LocalFunction
            || IsInNameOf(reference) || !CanBeRerouted(reference.Method, context, facts))
        {
            return;
        }

        var (use, advice) = reference.Parent is IAddressOfOperation
            ? ("as a function pointer", "call it by name instead")
            : ("as a delegate", "write a lambda that calls it");
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.MethodGroup, reference.Syntax.GetLocation(), Names.Display(reference.Method), use, advice));
    }

    private static bool IsInNameOf(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is INameOfOperation)
                return true;
        }

        return false;
    }

    private static void Call(
        OperationAnalysisContext context,
        KnownSymbols known,
        CompilationFacts facts,
        RepeatedFiles repeated,
        DispatchTargets targets)
    {
        var call = (IInvocationOperation)context.Operation;
        if (known.IsPrange(call.TargetMethod))
        {
            Prange(context, call, known);
            return;
        }

        if (Reflected(call) is { } reflected && known.IsParallel(reflected))
        {
            Report(reflected, "reflection calls the method as written; call it by name");
            return;
        }

        if (call.TargetMethod.MethodKind != MethodKind.Ordinary)
            return;
        IEnumerable<IMethodSymbol> methods = known.IsParallel(call.TargetMethod)
            ? [call.TargetMethod]
            : targets.Of(call.TargetMethod, context.CancellationToken);
        if (methods.Any() && Obstacle(call, repeated, context.CancellationToken) is { } obstacle
            && methods.FirstOrDefault(m => CanBeRerouted(m, context, facts)) is { } method)
        {
            Report(method, obstacle);
        }

        void Report(IMethodSymbol method, string reason) =>
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.NotReroutable, call.Syntax.GetLocation(), Names.Display(method), reason));
    }

    private static string? Obstacle(IInvocationOperation call, RepeatedFiles repeated, CancellationToken cancellation) =>
        call is { IsImplicit: false, Syntax: InvocationExpressionSyntax syntax }
            ? CallObstacle.Of(syntax, call.TargetMethod, call.SemanticModel!, repeated, cancellation)
            : CallObstacle.Implicit;

    private static void DynamicCall(OperationAnalysisContext context, KnownSymbols known, CompilationFacts facts)
    {
        var called = context.Operation.SemanticModel!.GetSymbolInfo(context.Operation.Syntax, context.CancellationToken);
        ImmutableArray<ISymbol> candidates = called.Symbol is { } only ? [only] : called.CandidateSymbols;
        if (candidates.OfType<IMethodSymbol>()
            .FirstOrDefault(m => known.IsParallel(m) && CanBeRerouted(m, context, facts)) is { } method)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.NotReroutable,
                context.Operation.Syntax.GetLocation(),
                Names.Display(method),
                "an argument is 'dynamic', so that the method is chosen when the program runs; cast it to its type"));
        }
    }

    private static void Prange(OperationAnalysisContext context, IInvocationOperation call, KnownSymbols known)
    {
        foreach (var problem in OptionChecks.Check(call))
            context.ReportDiagnostic(problem);
        if (WithoutEffect(call, context.ContainingSymbol, known) is var (reason, properties))
            context.ReportDiagnostic(Diagnostic.Create(Rules.PrangeWithoutEffect, call.Syntax.GetLocation(), properties, reason));
    }

    private static (string Reason, ImmutableDictionary<string, string?>? Properties)? WithoutEffect(
        IInvocationOperation call,
        ISymbol container,
        KnownSymbols known)
    {
        for (IOperation? operation = call.Parent; operation is not null; operation = operation.Parent)
        {
            var function = (operation as IAnonymousFunctionOperation)?.Symbol ?? (operation as ILocalFunctionOperation)?.Symbol;
            if (function is not null && !known.IsParallel(function))
                return ("it is in a lambda or local function; move the loop into a method with [Parallel]", null);
            if (function is not null)
                return null;
        }

        var method = container as IMethodSymbol;
        if (method is null || !known.IsParallel(method))
        {
            return method is { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false, CanBeReferencedByName: true }
                ? ($"'{method.Name}' has no [Parallel]; add it", _attributeIsMissing)
                : ("the code around it is no method with [Parallel]; move the loop into one", null);
        }

        var use = call.Parent;
        while (use is IConversionOperation)
            use = use.Parent;
        return use is IForEachLoopOperation
            ? null
            : ("it is not what a 'foreach' runs over; write it into the 'foreach' itself", null);
    }

    /// <summary>The method that <c>typeof(T).GetMethod("Name")</c> looks up.</summary>
    private static IMethodSymbol? Reflected(IInvocationOperation call) =>
        call is { Instance: ITypeOfOperation { TypeOperand: var type }, TargetMethod.Name: "GetMethod" }
        && Names.FullName(call.TargetMethod) == "System.Type.GetMethod"
        && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value.ConstantValue.Value is string name
            ? type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault()
            : null;

    /// <summary>Where no call of a method can be rerouted, its declaration says so already.</summary>
    private static bool CanBeRerouted(IMethodSymbol method, OperationAnalysisContext context, CompilationFacts facts)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, context.Compilation.Assembly))
            return true;
        try
        {
            var compiled = CompiledMethods.Compile(
                definition.PartialDefinitionPart ?? definition, context.Compilation, facts, context.CancellationToken);
            return compiled.Method.NotRerouted is null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }
}
