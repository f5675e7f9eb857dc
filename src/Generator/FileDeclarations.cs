using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>
/// What a file declares that can change the meaning of code in other files: all text but the bodies of members and the statements
/// of a program. A keystroke inside a body leaves it as it is.
/// </summary>
internal sealed class FileDeclarations
{
    /// <summary>The name of all that the language looks up without the name being written, such as an extension <c>GetEnumerator</c>.</summary>
    public const string Implied = "<implied>";

    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> _trees = new();

    private readonly List<Declaration> _declarations = [];
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly DeclarationText _everywhere = new(Hashes.Start);

    private FileDeclarations(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        var global = root.Usings.Where(u => !u.GlobalKeyword.IsKind(SyntaxKind.None));
        foreach (var node in root.Externs.Concat<SyntaxNode>(global).Concat(root.AttributeLists))
            _everywhere.Add(node);
        var context = new DeclarationText(Hashes.Start);
        AddDirectives(root, context);
        foreach (var directive in root.Usings)
            context.Add(directive);
        Add(root.Members, new Scope("", null, null, context));
        Hash = _everywhere.Hash;
        foreach (var declaration in _declarations)
            Hash = Hashes.Combine(Hash, declaration.Hash);
        foreach (var space in _namespaces)
            Hash = Hashes.Combine(Hash, space);
    }

    /// <summary>A hash of all of it.</summary>
    public long Hash { get; }

    /// <summary>What it declares by name.</summary>
    public IReadOnlyList<Declaration> Declarations => _declarations;

    /// <summary>The full names of its namespaces.</summary>
    public IReadOnlyCollection<string> Namespaces => _namespaces;

    /// <summary>The hash of what matters to every file, such as global usings.</summary>
    public long HashEverywhere => _everywhere.Hash;

    /// <summary>The names that this uses.</summary>
    public IReadOnlyCollection<string> ReferencesEverywhere => _everywhere.References;

    /// <summary>The declarations of a file.</summary>
    public static FileDeclarations Of(SyntaxTree tree, CancellationToken cancellation) =>
        _trees.TryGetValue(tree, out var known) ? known : _trees.GetValue(tree, t => new FileDeclarations(t, cancellation));

    /// <summary>The directives that change what a declaration means.</summary>
    private static void AddDirectives(CompilationUnitSyntax root, DeclarationText context)
    {
        if (!root.ContainsDirectives)
            return;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is NullableDirectiveTriviaSyntax)
                context.Add(directive);
        }
    }

    private void Add(SyntaxList<MemberDeclarationSyntax> members, Scope scope)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case GlobalStatementSyntax:
                case BaseTypeDeclarationSyntax local when local.Modifiers.Any(SyntaxKind.FileKeyword):
                    break;
                case BaseNamespaceDeclarationSyntax space:
                    var name = scope.Path + space.Name.WithoutTrivia().ToString();
                    _namespaces.Add(name);
                    var context = new DeclarationText(scope.Context.Hash);
                    context.Add(scope.Context);
                    foreach (var directive in space.Externs.Concat<SyntaxNode>(space.Usings))
                        context.Add(directive);
                    Add(space.Members, new Scope(name + ".", null, null, context));
                    break;
                case TypeDeclarationSyntax type:
                    AddType(type, scope);
                    break;
                default:
                    AddMember(member, scope);
                    break;
            }
        }
    }

    private void AddType(TypeDeclarationSyntax type, Scope scope)
    {
        var header = Begin(scope);
        foreach (var part in type.ChildNodesAndTokens())
        {
            if (part.IsToken)
                header.Add(part.AsToken());
            else if (part.AsNode() is { } node and not MemberDeclarationSyntax)
                header.Add(node);
        }

        // An extension block has no name: it belongs to the class around it.
        var isBlock = type.Identifier.ValueText.Length == 0;
        var name = isBlock ? scope.Type ?? "" : type.Identifier.ValueText;
        var context = isBlock ? header : scope.Context;
        var isStatic = type.Modifiers.Any(SyntaxKind.StaticKeyword) || isBlock;
        Add(type.Members, new Scope($"{scope.Path}{name}.", name, header, context, isStatic, isBlock));
        if (isBlock)
            scope.Header?.Add(header);
        else
            _declarations.Add(new Declaration(name, header.Hash, header.References));
        if (IsKnownToTheLanguage(scope.Path))
            _everywhere.Add(header);
    }

    private void AddMember(MemberDeclarationSyntax member, Scope scope)
    {
        var text = Begin(scope);
        text.Add(member);
        foreach (var name in DeclaredNames.Of(member))
            _declarations.Add(new Declaration(name, text.Hash, text.References));
        if (DeclaredNames.IsImpliedExtension(member, scope.IsExtensionBlock))
            _declarations.Add(new Declaration(Implied, text.Hash, text.References));
        if (!DeclaredNames.IsFoundByNameAlone(member, scope.IsStatic))
            scope.Header?.Add(text);
        if (IsKnownToTheLanguage(scope.Path))
            _everywhere.Add(text);
    }

    private static DeclarationText Begin(Scope scope)
    {
        var text = new DeclarationText(Hashes.Combine(scope.Context.Hash, scope.Path));
        text.Add(scope.Context);
        if (scope.Type is not null)
            text.AddReference(scope.Type);
        return text;
    }

    /// <summary>Types of the language itself and of the library are found without being named.</summary>
    private static bool IsKnownToTheLanguage(string path) =>
        path.StartsWith("System.", StringComparison.Ordinal) || path.StartsWith("AutoParallel.", StringComparison.Ordinal);

    /// <summary>Where declarations stand.</summary>
    /// <param name="Path">The full name of what is around them, with a dot at its end.</param>
    /// <param name="Type">The name of the type around them.</param>
    /// <param name="Header">Takes in what the type is to code that does not name its members.</param>
    /// <param name="Context">The directives that hold for them, or the extension block they are in.</param>
    /// <param name="IsStatic">Whether the type is a static class.</param>
    /// <param name="IsExtensionBlock">Whether it is an extension block.</param>
    private sealed record Scope(
        string Path,
        string? Type,
        DeclarationText? Header,
        DeclarationText Context,
        bool IsStatic = false,
        bool IsExtensionBlock = false);
}
