using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Names symbols as the knowledge tables and the messages do.</summary>
internal static class Names
{
    private static readonly SymbolDisplayFormat _message = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>Namespace and names without type parameters, such as <c>System.Collections.Generic.List.Add</c>.</summary>
    public static string FullName(ISymbol symbol)
    {
        var name = symbol.Name;
        for (var outer = symbol.ContainingType; outer is not null; outer = outer.ContainingType)
            name = $"{outer.Name}.{name}";
        for (var space = symbol.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            name = $"{space.Name}.{name}";
        return name;
    }

    /// <summary>How messages name a member or type: <c>List&lt;int&gt;.Add</c>, <c>new Foo</c>.</summary>
    public static string Display(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => $"new {Display(constructor.ContainingType)}",
        IMethodSymbol { AssociatedSymbol: { } property } => Display(property),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } function => function.Name,
        IMethodSymbol { ReducedFrom: { } reduced } => Display(reduced),
        IPropertySymbol { IsIndexer: true } indexer => $"{Display(indexer.ContainingType)}[]",
        IMethodSymbol method => $"{Display(method.ContainingType)}.{method.Name}",
        _ => symbol.ToDisplayString(_message),
    };
}
