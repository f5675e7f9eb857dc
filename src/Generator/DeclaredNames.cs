using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>By which names code finds a member.</summary>
internal static class DeclaredNames
{
    /// <summary>Methods that a construct of the language calls without naming them.</summary>
    private static readonly HashSet<string> _implied = new(StringComparer.Ordinal)
    {
        "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Dispose", "DisposeAsync", "Add", "Deconstruct",
        "GetAwaiter", "GetResult", "OnCompleted", "UnsafeOnCompleted", "GetPinnableReference", "Slice", "AppendLiteral", "AppendFormatted",
        "ToStringAndClear", "Equals", "GetHashCode", "CompareTo", "ToString", "PrintMembers", "Invoke", "Create",
        "Select", "SelectMany", "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy", "Join", "GroupJoin", "Cast",
    };

    /// <summary>The names; none for operators, indexers, constructors and their like.</summary>
    public static IEnumerable<string> Of(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        EventDeclarationSyntax @event => [@event.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
        EnumDeclarationSyntax @enum => @enum.Members.Select(m => m.Identifier.ValueText).Prepend(@enum.Identifier.ValueText),
        DelegateDeclarationSyntax @delegate => [@delegate.Identifier.ValueText],
        _ => [],
    };

    /// <summary>
    /// Whether code that does not name the member cannot depend on it: it holds no state of an instance, and neither overrides nor
    /// implements anything.
    /// </summary>
    public static bool IsFoundByNameAlone(MemberDeclarationSyntax member, bool isInStaticClass) => member switch
    {
        MethodDeclarationSyntax method => !_implied.Contains(method.Identifier.ValueText) && method.ExplicitInterfaceSpecifier is null
            && (isInStaticClass || (method.Parent is not InterfaceDeclarationSyntax && !method.Modifiers.Any(IsOfContract))),
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword)
            || (field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Declaration.Variables.All(v => v.Initializer is null)),
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => true,
        _ => false,
    };

    /// <summary>Whether a construct may call the method although the code names neither it nor its class.</summary>
    public static bool IsImpliedExtension(MemberDeclarationSyntax member, bool isInExtensionBlock) =>
        member is MethodDeclarationSyntax method && _implied.Contains(method.Identifier.ValueText)
        && (isInExtensionBlock || method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true);

    private static bool IsOfContract(SyntaxToken modifier) => modifier.Kind()
        is SyntaxKind.PublicKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword
        or SyntaxKind.PartialKeyword;
}
