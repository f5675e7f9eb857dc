using AutoParallel.Compiler;
using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Analyzers;

/// <summary>
/// The file in which a lambda given to <c>Parallel.For</c> or <c>ForEach</c> is an ordinary loop in a <c>[Parallel]</c> method, made only
/// where the compiler proves that this loop runs in parallel. The captured variables are the method's parameters; one that the loop
/// assigns is its result.
/// </summary>
/// <param name="Root">The file after the move.</param>
/// <param name="Mark">Marks the method in the file.</param>
/// <param name="Method">The method's name.</param>
/// <param name="IsVectorized">Whether the loop also runs in lanes.</param>
internal sealed record LoopMove(SyntaxNode Root, SyntaxAnnotation Mark, string Method, bool IsVectorized)
{
    /// <summary>
    /// Nobody calls the method of a file that is only tried out: what becomes of its loop is asked for, and no code.
    /// </summary>
    private static readonly CompilationFacts _withoutCode = CompilationFacts.Default with { Mode = "Sequential" };

    /// <summary>The move; null where the call is not a plain loop, or its loop is not proven.</summary>
    public static LoopMove? Of(IInvocationOperation call, Compilation compilation, CancellationToken cancellation) =>
        PlainLoop.Of(call) is { } loop ? Of(loop, compilation, cancellation) : null;

    /// <summary>The move; null where the loop is not proven.</summary>
    public static LoopMove? Of(PlainLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        if (loop.Statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax holder } member
            || holder is not (ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax)
            || member is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax)
            || loop.Call.SemanticModel!.GetDeclaredSymbol(holder, cancellation) is not { } type || (loop.UsesThis && type.IsValueType))
        {
            return null;
        }

        var name = NameOf(member, type);
        var (moved, called) = (new SyntaxAnnotation(), new SyntaxAnnotation());
        var root = holder.SyntaxTree.GetRoot(cancellation);
        var changed = root.TrackNodes(loop.Statement, member);
        changed = changed.InsertNodesAfter(changed.GetCurrentNode(member)!, [Declaration(loop, name, member).WithAdditionalAnnotations(moved)]);
        changed = changed.ReplaceNode(changed.GetCurrentNode(loop.Statement)!, Call(loop, name).WithAdditionalAnnotations(called));
        return Prove(holder.SyntaxTree, changed, moved, called, compilation, cancellation) is { } isVectorized ? new LoopMove(changed, moved, name, isVectorized) : null;
    }

    private static MethodDeclarationSyntax Declaration(PlainLoop loop, string name, MemberDeclarationSyntax member)
    {
        var line = member.SyntaxTree.GetText().Lines[0] is var first && first.EndIncludingLineBreak - first.End == 2 ? "\r\n" : "\n";
        var position = member.SpanStart;
        var parameters = loop.Captured.Select(s => $"{loop.TypeOf(s, position)} {Identifiers.Escape(s.Name)}").Concat(loop.Values.Select(v => $"{v.Type} {v.Name}"));
        var result = loop.Result is { } assigned ? loop.TypeOf(assigned, position) : "void";
        string[] lines =
        [
            "[global::AutoParallel.Parallel]",
            $"private {(loop.UsesThis ? "" : "static ")}{result} {name}({string.Join(", ", parameters)})",
            "{",
            loop.Header,
            loop.Body,
            .. loop.Result is { } value ? [$"return {Identifiers.Escape(value.Name)};"] : Array.Empty<string>(),
            "}",
        ];
        var method = (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(string.Join(line, lines), options: member.SyntaxTree.Options)!;
        return method.WithLeadingTrivia(SyntaxFactory.ElasticEndOfLine(line)).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine(line));
    }

    private static StatementSyntax Call(PlainLoop loop, string name)
    {
        var arguments = loop.Captured.Select(s => Identifiers.Escape(s.Name)).Concat(loop.Values.Select(v => v.Value));
        var target = loop.Result is { } assigned ? $"{Identifiers.Escape(assigned.Name)} = " : "";
        return SyntaxFactory.ParseStatement($"{target}{name}({string.Join(", ", arguments)});").WithTriviaFrom(loop.Statement);
    }

    /// <summary>The name of the member around, with a word, and a number where that is taken.</summary>
    private static string NameOf(MemberDeclarationSyntax member, INamedTypeSymbol type)
    {
        var stem = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => type.Name,
        };
        var taken = new HashSet<string>(member.Parent!.DescendantTokens().Select(t => t.ValueText), StringComparer.Ordinal);
        for (var of = type; of is not null; of = of.BaseType)
            taken.UnionWith(of.MemberNames);
        var name = $"{stem}Loop";
        for (var number = 2; taken.Contains(name); number++)
            name = $"{stem}Loop{number}";
        return name;
    }

    /// <summary>Compiles the changed file and method; whether the loop runs in lanes too, or null if it does not run in parallel.</summary>
    private static bool? Prove(
        SyntaxTree before,
        SyntaxNode after,
        SyntaxAnnotation moved,
        SyntaxAnnotation called,
        Compilation compilation,
        CancellationToken cancellation)
    {
        var tree = before.WithRootAndOptions(after, before.Options);
        var changed = compilation.ReplaceSyntaxTree(before, tree);
        var root = tree.GetRoot(cancellation);
        var model = new ModelCache(changed).Of(root);
        var method = (MethodDeclarationSyntax)root.GetAnnotatedNodes(moved).Single();
        var call = root.GetAnnotatedNodes(called).Single();
        if (model?.GetDeclaredSymbol(method, cancellation) is not { } symbol)
            return null;
        var verdicts = CompiledMethods.Compile(symbol, changed, _withoutCode, cancellation).Verdicts;
        return verdicts.Any(v => v.RuleId == RuleIds.RunsOnCores)
            && verdicts.All(v => v.RuleId != RuleIds.StaysSequential && Rules.Find(v.RuleId) is { DefaultSeverity: < DiagnosticSeverity.Warning })
            && !model.GetDiagnostics(TextSpan.FromBounds(call.SpanStart, method.Span.End), cancellation).Any(IsBlocking)
            ? verdicts.Any(v => v.RuleId == RuleIds.Vectorized)
            : null;

        // The method stands behind the member with the call; what else that member says is none of the move's doing.
        bool IsBlocking(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning
            && (diagnostic.Location.SourceSpan.IntersectsWith(method.Span) || diagnostic.Location.SourceSpan.IntersectsWith(call.Span));
    }
}
