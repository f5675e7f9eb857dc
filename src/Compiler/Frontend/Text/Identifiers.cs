using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Spells identifiers.</summary>
internal static class Identifiers
{
    /// <summary>The name, with <c>@</c> where it is a keyword, or a contextual one that a declaration could be mistaken for.</summary>
    public static string Escape(string name)
    {
        var kind = SyntaxFacts.GetKeywordKind(name);
        return kind != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.AwaitKeyword or SyntaxKind.FieldKeyword
            ? "@" + name
            : name;
    }

    /// <summary>
    /// Whether emitted code may use the name itself. The language reserves names with two underscores for implementations, and
    /// everything this compiler emits begins with them.
    /// </summary>
    public static bool IsReserved(string name) => name.StartsWith("__", StringComparison.Ordinal);
}
