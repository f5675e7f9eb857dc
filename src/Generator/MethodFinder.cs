using System.Runtime.CompilerServices;

using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>
/// Finds and lowers the <c>[Parallel]</c> methods of a compilation. A method's IR stays valid while its text, the declarations
/// that it can depend on, and the bodies that were looked at for it stay the same; so a keystroke costs what the
/// methods cost that it touches, not a binding of every attribute in the solution.
/// </summary>
internal sealed class MethodFinder
{
    private static readonly ConditionalWeakTable<SyntaxTree, LoweredFile> _lowered = new();

    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _attribute;
    private readonly bool _checksRaces;
    private readonly CancellationToken _cancellation;
    private readonly Project _project;
    private readonly CompilationFiles _files;
    private readonly long _fingerprint;

    private MethodFinder(Compilation compilation, INamedTypeSymbol attribute, bool checksRaces, CancellationToken cancellation)
    {
        _compilation = compilation;
        _attribute = attribute;
        _checksRaces = checksRaces;
        _cancellation = cancellation;
        _project = Project.Of(compilation);
        _files = new CompilationFiles(compilation);
        _fingerprint = CompilationFingerprints.Of(compilation, cancellation);
    }

    /// <summary>The lowered methods, in the order of the files.</summary>
    public static EquatableArray<Candidate> Find(Compilation compilation, bool checksRaces, CancellationToken cancellation) =>
        compilation.GetTypeByMetadataName(MethodFrontend.AttributeName) is { } attribute
            ? new MethodFinder(compilation, attribute, checksRaces, cancellation).Find()
            : default;

    private EquatableArray<Candidate> Find()
    {
        var all = new List<Candidate>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            _cancellation.ThrowIfCancellationRequested();

            // Both parts of a partial method may bear the attribute.
            all.AddRange(Of(tree).Candidates.Where(c => names.Add(c.Method.KernelName)));
        }

        return all.ToEquatableArray();
    }

    private LoweredFile Of(SyntaxTree tree)
    {
        var isKnown = _lowered.TryGetValue(tree, out var known) && known.ChecksRaces == _checksRaces;
        if (isKnown && (known.Methods.Length == 0 || (HasSameDeclarations(known, tree) && known.ConsultedOnly(_compilation))))
            return known;
        var before = isKnown ? known : _project.LastVersion(tree.FilePath);
        var reusable = before is not null && before.ChecksRaces == _checksRaces && (isKnown ? HasSameDeclarations(before, tree) : before.Fingerprint == _fingerprint)
            ? before.Methods.ToLookup(m => m.Hash)
            : null;
        var methods = new List<LoweredMethod>();
        SemanticModel? model = null;
        foreach (var declaration in Declarations(tree))
        {
            var hash = MemberHashes.Of(declaration);
            var reused = reusable?[hash].Select(Refreshed).FirstOrDefault(m => m is not null);
            methods.Add(reused ?? Lower(declaration, hash, model ??= _compilation.GetSemanticModel(tree)));
        }

        var lowered = new LoweredFile(_fingerprint, Dependencies(tree, methods), [.. methods], _checksRaces);
        _lowered.Remove(tree);
        var result = _lowered.GetValue(tree, _ => lowered);
        _project.Remember(tree.FilePath, result);
        return result;
    }

    private IEnumerable<MethodDeclarationSyntax> Declarations(SyntaxTree tree) => tree.GetRoot(_cancellation)
        .DescendantNodes(MemberHashes.MayHoldMembers).OfType<MethodDeclarationSyntax>().Where(m => m.AttributeLists.Count > 0);

    /// <summary>Whether what the methods of a file depend on is declared as it was.</summary>
    private bool HasSameDeclarations(LoweredFile file, SyntaxTree tree)
    {
        if (file.Fingerprint == _fingerprint)
            return true;
        if (file.Dependencies != Dependencies(tree, file.Methods))
            return false;
        file.Fingerprint = _fingerprint;
        return true;
    }

    private long Dependencies(SyntaxTree tree, IReadOnlyCollection<LoweredMethod> methods)
    {
        if (methods.Count == 0)
            return 0;
        var files = new HashSet<SyntaxTree> { tree };
        foreach (var member in methods.SelectMany(m => m.Consulted))
        {
            if (member.In(_files, _cancellation) is { } file)
                files.Add(file);
        }

        return _project.Graph(_compilation, _fingerprint, _cancellation).HashOf(files, _cancellation);
    }

    /// <summary>The method, if all that was looked at for it is as it was.</summary>
    private LoweredMethod? Refreshed(LoweredMethod method)
    {
        var consulted = new ConsultedMember[method.Consulted.Length];
        for (var i = 0; i < consulted.Length; i++)
        {
            if (method.Consulted[i].In(_files, _cancellation) is not { } file)
                return null;
            consulted[i] = method.Consulted[i] with { File = new WeakReference<SyntaxTree>(file) };
        }

        return method with { Consulted = consulted };
    }

    private LoweredMethod Lower(MethodDeclarationSyntax declaration, long hash, SemanticModel model)
    {
        var method = model.GetDeclaredSymbol(declaration, _cancellation) as IMethodSymbol;
        if (method is null || !method.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, _attribute)))
            return new LoweredMethod(hash, null, [ConsultedMember.Of(declaration)]);
        IReadOnlyCollection<SyntaxNode> consulted = [];
        Candidate? candidate = null;
        try
        {
            var lowered = MethodFrontend.Lower(method.PartialDefinitionPart ?? method, _compilation, _checksRaces, out consulted, _cancellation);
            candidate = new Candidate(lowered, CalledName(method), method.IsStatic ? null : MetadataNames.Of(method.ContainingType));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The analyzers report what the frontend fails on; to it, the method is one that is not marked.
        }

        return new LoweredMethod(hash, candidate, [.. consulted.Append(declaration).Distinct().Select(ConsultedMember.Of)]);
    }

    private static string CalledName(IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations.IsEmpty ? method.Name : method.ExplicitInterfaceImplementations[0].Name;
}
