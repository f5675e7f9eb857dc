using System.Runtime.CompilerServices;

using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>
/// Finds and lowers the <c>[Parallel]</c> methods of a compilation. What was found in a file stays valid while the file, the
/// compilation's declarations, and the files whose bodies were looked at for effects stay the same; so a keystroke costs what its
/// own file costs, not a binding of every attribute in the solution.
/// </summary>
internal static class MethodFinder
{
    private static readonly ConditionalWeakTable<SyntaxTree, Found> _files = new();

    /// <summary>The lowered methods, in the order of the files.</summary>
    public static EquatableArray<Candidate> Find(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.GetTypeByMetadataName(MethodFrontend.AttributeName) is not { } attribute)
            return default;
        var fingerprint = CompilationFingerprints.Of(compilation, cancellation);
        var all = new List<Candidate>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_files.TryGetValue(tree, out var found) || found.Fingerprint != fingerprint || !found.IsCurrent(compilation))
            {
                found = Lower(tree, compilation, attribute, fingerprint, found, cancellation);
                _files.Remove(tree);
                var value = found;
                _files.GetValue(tree, _ => value);
            }

            // Both parts of a partial method may bear the attribute.
            all.AddRange(found.Candidates.Where(c => names.Add(c.Method.KernelName)));
        }

        return all.ToEquatableArray();
    }

    private static Found Lower(SyntaxTree tree, Compilation compilation, INamedTypeSymbol attribute, long fingerprint, Found? before, CancellationToken cancellation)
    {
        var methods = before?.Methods ?? [.. tree.GetRoot(cancellation).DescendantNodes(MayHoldMethods).OfType<MethodDeclarationSyntax>().Where(m => m.AttributeLists.Count > 0)];
        var candidates = new List<Candidate>();
        var consulted = new HashSet<SyntaxTree>();
        if (methods.Length > 0)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var declaration in methods)
            {
                if (model.GetDeclaredSymbol(declaration, cancellation) is not { } method || !IsMarked(method, attribute) || Lower(method, compilation, consulted, cancellation) is not { } candidate)
                    continue;
                candidates.Add(candidate);
            }
        }

        consulted.Remove(tree);
        return new Found(fingerprint, methods, candidates.ToEquatableArray(), [.. consulted.Select(t => new WeakReference<SyntaxTree>(t))]);
    }

    /// <summary>The lowered method; null only if the frontend failed on it, which the analyzers report.</summary>
    private static Candidate? Lower(IMethodSymbol method, Compilation compilation, HashSet<SyntaxTree> consulted, CancellationToken cancellation)
    {
        try
        {
            var lowered = MethodFrontend.Lower(method.PartialDefinitionPart ?? method, compilation, out var files, cancellation);
            consulted.UnionWith(files);
            return new Candidate(lowered, method.Name, method.TypeParameters.Length);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    private static bool IsMarked(IMethodSymbol method, INamedTypeSymbol attribute) =>
        method.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute));

    private static bool MayHoldMethods(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private sealed record Found(long Fingerprint, MethodDeclarationSyntax[] Methods, EquatableArray<Candidate> Candidates, WeakReference<SyntaxTree>[] Consulted)
    {
        public bool IsCurrent(Compilation compilation) =>
            Consulted.All(reference => reference.TryGetTarget(out var tree) && compilation.ContainsSyntaxTree(tree));
    }
}
