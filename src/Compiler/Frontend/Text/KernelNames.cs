using System.Text;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Names the class of an emitted kernel from the method's identity alone, so that another compilation, which sees the method in
/// metadata, finds the same name.
/// </summary>
internal static class KernelNames
{
    private const int MaximumLength = 100;

    /// <summary>The containing types and the method in readable form, and a hash of the documentation comment id.</summary>
    public static string Of(IMethodSymbol method)
    {
        method = (method.PartialDefinitionPart ?? method).OriginalDefinition;
        var readable = new StringBuilder();
        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingSymbol)
        {
            if (symbol is IModuleSymbol or IAssemblySymbol)
                break;
            if (readable.Length > 0)
                readable.Insert(0, '_');
            readable.Insert(0, Sanitized(symbol.Name));
        }

        var id = method.GetDocumentationCommentId() ?? method.ToDisplayString();
        var hash = Hash(id).ToString("x16").Substring(0, 12);
        var length = MaximumLength - hash.Length - 1;
        var name = readable.ToString();
        if (name.Length > length)
            name = name.Substring(name.Length - length);
        if (name.Length == 0 || char.IsDigit(name[0]))
            name = "_" + name.Substring(name.Length == length ? 1 : 0);
        return $"{name}_{hash}";
    }

    private static string Sanitized(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
            text.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' ? c : '_');
        return text.ToString();
    }

    /// <summary>FNV-1a of 64 bits over the UTF-16 code units (Fowler, Noll, Vo).</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }
}
