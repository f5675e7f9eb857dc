using AutoParallel.Analyzers;
using AutoParallel.Compiler;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>
/// Keeps what a loop of a <c>[Parallel]</c> method accumulates through references in locals, stored back behind the loop:
/// <c>double ownTotal = total; for (…) ownTotal += x[i]; total = ownTotal;</c>.
/// </summary>
internal static class LocalAccumulator
{
    /// <summary>The file with the locals; null where the loop may be left half-way, or does not run in parallel even so.</summary>
    public static async Task<Document?> Apply(Document document, ExpressionSyntax place, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || OutermostLoop(place) is not { Parent: BlockSyntax } loop || MayBeLeft(loop))
            return null;
        var uses = UsesOf(loop, model, cancellation);
        if (uses is null || !uses.Exists(u => u.Node == place))
            return null;
        var written = new HashSet<string>(uses.Where(u => u.IsWritten).Select(u => u.Node.ToString()), StringComparer.Ordinal);
        var member = loop.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        var taken = new HashSet<string>(member.DescendantTokens().Select(t => t.ValueText), StringComparer.Ordinal);
        var locals = new Dictionary<string, (string Name, string Type)>(StringComparer.Ordinal);
        foreach (var node in uses.Select(u => u.Node).Where(n => written.Contains(n.ToString())))
        {
            if (locals.ContainsKey(node.ToString()))
                continue;
            var last = node.GetLastToken().ValueText;
            var name = $"own{char.ToUpperInvariant(last[0])}{last.Substring(1)}";
            if (!taken.Add(name) || model.GetTypeInfo(node, cancellation).Type is not { } type)
                return null;
            locals[node.ToString()] = (name, type.ToMinimalDisplayString(model, loop.SpanStart));
        }

        var changed = loop.ReplaceNodes(
            uses.Select(u => u.Node).Where(n => locals.ContainsKey(n.ToString())),
            (n, _) => SyntaxFactory.IdentifierName(locals[n.ToString()].Name).WithTriviaFrom(n));
        var line = SyntaxFactory.EndOfLine("\n");
        var indent = SyntaxFactory.TriviaList(loop.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        var mark = new SyntaxAnnotation();
        var statements = locals.Select((l, i) => SyntaxFactory.ParseStatement($"{l.Value.Type} {l.Value.Name} = {l.Key};")
                .WithLeadingTrivia(i == 0 ? loop.GetLeadingTrivia() : indent).WithTrailingTrivia(line))
            .Append(changed.WithLeadingTrivia(indent).WithAdditionalAnnotations(mark))
            .Concat(locals.Select(l => SyntaxFactory.ParseStatement($"{l.Key} = {l.Value.Name};").WithLeadingTrivia(indent).WithTrailingTrivia(line)));
        var result = document.WithSyntaxRoot(root.ReplaceNode(loop, statements));
        return await IsParallel(result, mark, cancellation).ConfigureAwait(false) ? result : null;
    }

    internal static StatementSyntax? OutermostLoop(SyntaxNode place) => place.Ancestors()
        .TakeWhile(a => a is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
        .OfType<StatementSyntax>().LastOrDefault(a => a is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax);

    /// <summary>Whether something in it ends the method or jumps out of it, so that nothing would be stored back.</summary>
    private static bool MayBeLeft(SyntaxNode loop) => loop.DescendantNodes().Any(n => n
        is ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
        or RefExpressionSyntax);

    /// <summary>
    /// The uses of references in the loop, each with the fields behind it; null where one is used both whole and in part, so that two
    /// locals would stand for the same memory.
    /// </summary>
    private static List<(ExpressionSyntax Node, bool IsWritten)>? UsesOf(SyntaxNode loop, SemanticModel model, CancellationToken cancellation)
    {
        var uses = new List<(ExpressionSyntax Node, ISymbol Symbol)>();
        foreach (var name in loop.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(name, cancellation).Symbol is { } symbol
                and (IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out } or ILocalSymbol { RefKind: RefKind.Ref })
                && !symbol.DeclaringSyntaxReferences.Any(r => loop.Span.Contains(r.Span)))
            {
                uses.Add((WithFields(name, model, cancellation), symbol));
            }
        }

        foreach (var group in uses.GroupBy(u => u.Symbol, SymbolEqualityComparer.Default))
        {
            var texts = group.Select(u => u.Node.ToString()).Distinct(StringComparer.Ordinal).ToList();
            if (texts.Any(t => texts.Exists(o => o.StartsWith($"{t}.", StringComparison.Ordinal))))
                return null;
        }

        return [.. uses.Select(u => (u.Node, IsWritten(u.Node)))];
    }

    private static ExpressionSyntax WithFields(ExpressionSyntax place, SemanticModel model, CancellationToken cancellation)
    {
        while (place.Parent is MemberAccessExpressionSyntax access && access.Expression == place
            && model.GetTypeInfo(place, cancellation).Type is { IsValueType: true } && model.GetSymbolInfo(access, cancellation).Symbol is IFieldSymbol)
        {
            place = access;
        }

        return place;
    }

    private static bool IsWritten(ExpressionSyntax place) => place.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == place,
        PostfixUnaryExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => true,
        _ => false,
    };

    /// <summary>Whether the compiler runs the loop in parallel as it is now.</summary>
    internal static async Task<bool> IsParallel(Document document, SyntaxAnnotation mark, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var loop = root!.GetAnnotatedNodes(mark).Single();
        var method = loop.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (method is not MethodDeclarationSyntax || model?.GetDeclaredSymbol(method, cancellation) is not IMethodSymbol symbol
            || model.GetDiagnostics(method.Span, cancellation).Any(d => d.Severity >= DiagnosticSeverity.Error))
        {
            return false;
        }

        var position = loop.GetLocation().GetLineSpan().StartLinePosition;
        return CompiledMethods.Compile(symbol, model.Compilation, CompilationFacts.Default, cancellation).Verdicts
            .Any(v => v.RuleId == Analyzers.RuleIds.RunsOnCores && (v.Source.StartLine, v.Source.StartColumn) == (position.Line, position.Character));
    }
}
