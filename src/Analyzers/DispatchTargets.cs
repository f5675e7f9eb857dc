using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Analyzers;

/// <summary>Finds the <c>[Parallel]</c> methods of a compilation that a call of a method without the attribute may reach by dispatch.</summary>
internal sealed class DispatchTargets
{
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> _namesOfFiles = new();

    private readonly Compilation _compilation;
    private readonly KnownSymbols _known;
    private readonly Lazy<HashSet<string>> _names;

    public DispatchTargets(Compilation compilation, KnownSymbols known)
    {
        _compilation = compilation;
        _known = known;
        _names = new Lazy<HashSet<string>>(() => new HashSet<string>(compilation.SyntaxTrees.SelectMany(NamesOf), StringComparer.Ordinal));
    }

    /// <summary>The methods; none where no method of the name has any attribute, which costs no binding.</summary>
    public IEnumerable<IMethodSymbol> Of(IMethodSymbol called, CancellationToken cancellation) =>
        (called.IsVirtual || called.IsAbstract || called.IsOverride) && _names.Value.Contains(called.Name)
            ? _compilation.GetSymbolsWithName(called.Name, SymbolFilter.Member, cancellation).OfType<IMethodSymbol>()
                .Where(m => _known.IsParallel(m) && Implements(m, called.OriginalDefinition))
            : [];

    private static string[] NamesOf(SyntaxTree tree) => _namesOfFiles.GetValue(tree, t =>
    [
        .. t.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>().Where(m => m.AttributeLists.Count > 0).Select(m => m.Identifier.ValueText),
    ]);

    private static bool Implements(IMethodSymbol method, IMethodSymbol called)
    {
        for (var current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, called))
                return true;
        }

        return method.ContainingType.AllInterfaces
            .Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, called.ContainingType))
            .SelectMany(i => i.GetMembers(called.Name))
            .Any(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, called)
                && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));
    }
}
