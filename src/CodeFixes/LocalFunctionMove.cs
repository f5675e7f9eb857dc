using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AutoParallel.CodeFixes;

/// <summary>Moves a local function that needs nothing of what is around it into a class.</summary>
internal sealed class LocalFunctionMove
{
    private const string ClassName = "Kernels";

    private readonly CompilationUnitSyntax _root;
    private readonly LocalFunctionStatementSyntax _function;
    private readonly string? _className;
    private readonly IReadOnlyList<SimpleNameSyntax> _uses;

    private LocalFunctionMove(
        CompilationUnitSyntax root,
        LocalFunctionStatementSyntax function,
        string? className,
        IReadOnlyList<SimpleNameSyntax> uses,
        string title)
    {
        _root = root;
        _function = function;
        _className = className;
        _uses = uses;
        Title = title;
    }

    /// <summary>What the move does, for the user.</summary>
    public string Title { get; }

    /// <summary>The move; null if the function cannot be moved without changing what it means.</summary>
    public static LocalFunctionMove? Plan(
        SemanticModel model,
        CompilationUnitSyntax root,
        LocalFunctionStatementSyntax function,
        CancellationToken cancellation)
    {
        if (function.ContainsDirectives || !CanBeRemoved(function, root)
            || model.GetDeclaredSymbol(function, cancellation) is not { ContainingType: { } type } symbol
            || symbol.Parameters.Select(p => p.Type).Append(symbol.ReturnType).Any(IsFileLocal)
            || !LocalFunctionSurroundings.AreUnused(model, function, symbol, cancellation))
        {
            return null;
        }

        var isInProgram = function.FirstAncestorOrSelf<MemberDeclarationSyntax>() is GlobalStatementSyntax;
        if (!isInProgram)
        {
            var holder = function.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            return holder is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
                && !HasMember(type, symbol.Name)
                ? new LocalFunctionMove(root, function, null, [], $"Make '{symbol.Name}' a static method of '{type.Name}'")
                : null;
        }

        if (ChooseClass(model, root, function, symbol.Name) is not { } className)
            return null;
        var uses = root.DescendantNodes(n => n != function).OfType<SimpleNameSyntax>()
            .Where(n => n.Identifier.ValueText == symbol.Name && IsUse(n))
            .ToList();
        return new LocalFunctionMove(root, function, className, uses,
            $"Move '{symbol.Name}' into the static class '{className}'");

        // The operand of 'nameof' is not resolved to one symbol.
        bool IsUse(SimpleNameSyntax name)
        {
            var info = model.GetSymbolInfo(name, cancellation);
            return SymbolEqualityComparer.Default.Equals(
                (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.OriginalDefinition, symbol);
        }
    }

    /// <summary>The file after the move.</summary>
    public CompilationUnitSyntax Apply() => _className is null ? MoveIntoType() : MoveIntoClass(_className);

    private CompilationUnitSyntax MoveIntoType()
    {
        var member = _function.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        var method = AfterBlankLine(Method(SyntaxKind.PrivateKeyword));
        var root = _root.TrackNodes(member, _function);
        root = root.InsertNodesAfter(root.GetCurrentNode(member)!, [method]);
        return root.RemoveNode(root.GetCurrentNode(_function)!, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private CompilationUnitSyntax MoveIntoClass(string className)
    {
        var statement = (SyntaxNode?)(_function.Parent as GlobalStatementSyntax) ?? _function;
        var root = _root.TrackNodes(_uses.Append(statement));
        foreach (var use in _uses)
        {
            var current = root.GetCurrentNode(use)!;
            var qualified = SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.IdentifierName(className),
                current.WithoutTrivia());
            root = root.ReplaceNode(current, qualified.WithTriviaFrom(current));
        }

        root = root.RemoveNode(root.GetCurrentNode(statement)!, SyntaxRemoveOptions.KeepNoTrivia)!;
        var method = Method(SyntaxKind.PublicKeyword);
        if (StaticClass(root, className) is { } existing)
        {
            return root.ReplaceNode(existing, existing.AddMembers(existing.Members.Count > 0 ? AfterBlankLine(method) : method));
        }

        var created = SyntaxFactory.ClassDeclaration(className)
            .AddModifiers(SyntaxFactory.Token(SyntaxKind.StaticKeyword))
            .AddMembers(method)
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return root.AddMembers(created);
    }

    private static MethodDeclarationSyntax AfterBlankLine(MethodDeclarationSyntax method) =>
        method.WithLeadingTrivia(method.GetLeadingTrivia().Insert(0, SyntaxFactory.ElasticCarriageReturnLineFeed));

    private MethodDeclarationSyntax Method(SyntaxKind accessibility)
    {
        var modifiers = SyntaxFactory.TokenList(SyntaxFactory.Token(accessibility), SyntaxFactory.Token(SyntaxKind.StaticKeyword))
            .AddRange(_function.Modifiers.Where(m => !m.IsKind(SyntaxKind.StaticKeyword))
                .Select(m => SyntaxFactory.Token(m.Kind())));
        var leading = _function.GetLeadingTrivia()
            .SkipWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia) || t.IsKind(SyntaxKind.EndOfLineTrivia));
        return SyntaxFactory.MethodDeclaration(
            _function.AttributeLists,
            modifiers,
            _function.ReturnType.WithoutLeadingTrivia(),
            null,
            _function.Identifier,
            _function.TypeParameterList,
            _function.ParameterList,
            _function.ConstraintClauses,
            _function.Body,
            _function.ExpressionBody,
            _function.SemicolonToken)
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>Whether the code around stays complete without the function.</summary>
    private static bool CanBeRemoved(LocalFunctionStatementSyntax function, CompilationUnitSyntax root) => function.Parent switch
    {
        GlobalStatementSyntax => root.Members.OfType<GlobalStatementSyntax>().Skip(1).Any(),
        BlockSyntax => true,
        SwitchSectionSyntax section => section.Statements.Count > 1,
        _ => false,
    };

    private static bool IsFileLocal(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsFileLocal(array.ElementType),
        IPointerTypeSymbol pointer => IsFileLocal(pointer.PointedAtType),
        INamedTypeSymbol named =>
            named.IsFileLocal || named.TypeArguments.Any(IsFileLocal)
            || (named.ContainingType is { } outer && IsFileLocal(outer)),
        _ => false,
    };

    private static bool HasMember(INamedTypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(name).IsEmpty)
                return true;
        }

        return false;
    }

    /// <summary>A static class of the usual name in the file that has room for the method, or the first free name.</summary>
    private static string? ChooseClass(
        SemanticModel model,
        CompilationUnitSyntax root,
        LocalFunctionStatementSyntax function,
        string method)
    {
        for (var number = 1; number <= 9; number++)
        {
            var name = number == 1 ? ClassName : ClassName + number;
            if (StaticClass(root, name) is { } existing && model.GetDeclaredSymbol(existing)?.GetMembers(method).IsEmpty == true)
                return name;
            if (model.LookupSymbols(function.SpanStart, name: name).IsEmpty
                && !model.Compilation.GlobalNamespace.GetMembers(name).Any())
                return name;
        }

        return null;
    }

    private static ClassDeclarationSyntax? StaticClass(CompilationUnitSyntax root, string name) =>
        root.Members.OfType<ClassDeclarationSyntax>().FirstOrDefault(c =>
            c.Identifier.ValueText == name && c.TypeParameterList is null && c.Modifiers.Any(SyntaxKind.StaticKeyword)
            && !c.Modifiers.Any(SyntaxKind.FileKeyword));
}
