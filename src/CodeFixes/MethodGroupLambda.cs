using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.CodeFixes;

/// <summary>Writes a lambda for a method group, and checks that it means the same.</summary>
internal static class MethodGroupLambda
{
    /// <summary>The document with the lambda; null where none means the same.</summary>
    public static async Task<Document?> Replace(Document document, ExpressionSyntax group, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model?.GetOperation(group, cancellation) is not IMethodReferenceOperation reference
            || reference.Parent is not IDelegateCreationOperation { Type: { } type } creation
            || !ReceiverIsFixed(reference) || IdentityMatters(creation))
        {
            return null;
        }

        foreach (var withTypes in new[] { false, true })
        {
            if (Lambda(reference.Method, group, model, withTypes) is not { } lambda)
                continue;
            var marker = new SyntaxAnnotation();
            ExpressionSyntax marked = lambda.WithAdditionalAnnotations(marker);
            if (!StandsAlone(group))
                marked = SyntaxFactory.ParenthesizedExpression(marked);
            var changed = document.WithSyntaxRoot(root.ReplaceNode(group, marked.WithTriviaFrom(group)));
            if (await MeansTheSame(changed, marker, reference.Method, type, EnclosingCall(creation), cancellation)
                .ConfigureAwait(false))
                return changed;
        }

        return null;
    }

    /// <summary>Whether a lambda can be written at the place without parentheses.</summary>
    private static bool StandsAlone(ExpressionSyntax group) =>
        group.Parent is ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax
            or ReturnStatementSyntax or ArrowExpressionClauseSyntax;

    /// <summary>A method group reads its receiver once, a lambda each time: only one that cannot change will do.</summary>
    private static bool ReceiverIsFixed(IMethodReferenceOperation reference) => reference.Instance switch
    {
        null => reference.Method.IsStatic && reference.Method.ReducedFrom is null,
        IInstanceReferenceOperation { Syntax: not BaseExpressionSyntax, Type.IsReferenceType: true } => true,
        _ => false,
    };

    /// <summary>Whether the delegate is compared with another one of the same method, as events do to remove it.</summary>
    private static bool IdentityMatters(IOperation delegateCreation)
    {
        var use = delegateCreation.Parent;
        while (use is IConversionOperation)
            use = use.Parent;
        return use is IEventAssignmentOperation or IBinaryOperation or ICompoundAssignmentOperation;
    }

    private static LambdaExpressionSyntax? Lambda(
        IMethodSymbol method,
        ExpressionSyntax group,
        SemanticModel model,
        bool withTypes)
    {
        if (method.Parameters.Any(p => p.RefKind is not (RefKind.None or RefKind.Ref or RefKind.Out or RefKind.In)))
            return null;
        withTypes |= method.Parameters.Any(p => p.RefKind != RefKind.None);
        var visible = model.LookupSymbols(group.SpanStart)
            .Where(s => s is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol);
        var taken = new HashSet<string>(visible.Select(s => s.Name), StringComparer.Ordinal);
        var declarations = new List<string>();
        var arguments = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            var name = parameter.Name;
            for (var number = 2; !taken.Add(name); number++)
                name = parameter.Name + number;
            name = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
            var modifier = parameter.RefKind == RefKind.None ? "" : parameter.RefKind.ToString().ToLowerInvariant() + " ";
            var type = withTypes
                ? parameter.Type.ToMinimalDisplayString(model, NullableFlowState.NotNull, group.SpanStart) + " "
                : "";
            declarations.Add($"{modifier}{type}{name}");
            arguments.Add($"{modifier}{name}");
        }

        var reference = method.ReturnsByRef || method.ReturnsByRefReadonly ? "ref " : "";
        var parameters = declarations.Count == 1 && !withTypes ? declarations[0] : $"({string.Join(", ", declarations)})";
        var text = $"{parameters} => {reference}{group.WithoutTrivia()}({string.Join(", ", arguments)})";
        return SyntaxFactory.ParseExpression(text) as LambdaExpressionSyntax;
    }

    /// <summary>Whether the lambda converts to the same delegate, calls the same method, and is passed to the same one.</summary>
    private static async Task<bool> MeansTheSame(
        Document changed,
        SyntaxAnnotation marker,
        IMethodSymbol method,
        ITypeSymbol type,
        ISymbol? enclosing,
        CancellationToken cancellation)
    {
        var root = await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var lambda = root!.GetAnnotatedNodes(marker).OfType<LambdaExpressionSyntax>().Single();
        return model!.GetOperation(lambda, cancellation) is IAnonymousFunctionOperation function
            && function.Parent is IDelegateCreationOperation creation
            && Same(creation.Type, type)
            && Same(EnclosingCall(creation), enclosing)
            && function.Body.Descendants().OfType<IInvocationOperation>().FirstOrDefault() is { } call
            && Same(call.TargetMethod, method)
            && !model.GetDiagnostics(lambda.Span, cancellation).Any(d => d.Severity == DiagnosticSeverity.Error);
    }

    private static ISymbol? EnclosingCall(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call)
                return call.TargetMethod;
            if (parent is IObjectCreationOperation creation)
                return creation.Constructor;
        }

        return null;
    }

    /// <summary>Symbols of two compilations of the same project are compared by how they are written out in full.</summary>
    private static bool Same(ISymbol? x, ISymbol? y) =>
        x?.ToDisplayString() == y?.ToDisplayString() && (x is null) == (y is null);
}
