using System.Runtime.CompilerServices;

using AutoParallel.Compiler.Calls;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Generator;

/// <summary>
/// Finds the calls to reroute. Files are indexed by the names they call once; only calls by the name of a kernel's method are bound,
/// and what was bound in a file stays valid while the file, the kernels of those names, and the declarations that the file can
/// depend on stay the same.
/// </summary>
internal sealed class CallSiteFinder
{
    private static readonly ConditionalWeakTable<SyntaxTree, BoundFile> _bound = new();

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly KernelTable _kernels;
    private readonly RepeatedFiles _repeated;
    private readonly long _fingerprint;

    private CallSiteFinder(Compilation compilation, KernelTable kernels, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
        _kernels = kernels;
        _repeated = new RepeatedFiles(compilation);
        _fingerprint = CompilationFingerprints.Of(compilation, cancellation);
    }

    /// <summary>The calls, one element a file.</summary>
    public static EquatableArray<FileCalls> Find(Compilation compilation, EquatableArray<Kernel> kernels, CancellationToken cancellation)
    {
        if (compilation is not CSharpCompilation || !IsEnabled(compilation))
            return default;
        var foreign = ForeignKernels.MethodNames(compilation, cancellation);
        return kernels.IsEmpty && foreign.Count == 0
            ? default
            : new CallSiteFinder(compilation, new KernelTable(compilation, kernels, foreign), cancellation).Find();
    }

    private EquatableArray<FileCalls> Find()
    {
        var files = new List<FileCalls>();
        var names = new FileNames();
        foreach (var tree in _compilation.SyntaxTrees)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_repeated.Contains(tree))
                continue;
            var file = Of(tree);
            if (!file.Calls.IsEmpty)
                files.Add(file.Named(names.Next(tree.FilePath)));
        }

        return files.ToEquatableArray();
    }

    private static bool IsEnabled(Compilation compilation) =>
        compilation.SyntaxTrees.FirstOrDefault()?.Options.Features.TryGetValue("InterceptorsNamespaces", out var spaces) == true
        && spaces.Split(';').Any(s => s.Trim() is var space && (space == KernelEmitter.Namespace || space == "AutoParallel"));

    private BoundFile Of(SyntaxTree tree)
    {
        var index = NameIndex.Of(tree, _cancellation);
        var kernels = _kernels.CalledBy(index);
        if (_bound.TryGetValue(tree, out var known) && known.Names.SetEquals(kernels.Names) && known.Kernels == kernels.Kernels
            && HasSameDeclarations(known, tree))
        {
            return known;
        }

        var calls = new List<(Stub Stub, string Attribute)>();
        if (kernels.Names.Count > 0)
        {
            var model = _compilation.GetSemanticModel(tree);
            foreach (var span in index.Calls(kernels.Names))
            {
                if (CallBinder.Bind(NameIndex.Node(tree, span, _cancellation), model, _kernels, _repeated, _cancellation) is { } call)
                    calls.Add(call);
            }
        }

        var bound = new BoundFile(_fingerprint, kernels.Names.Count > 0 ? Dependencies(tree) : 0, kernels.Names, kernels.Kernels, Group(calls));
        _bound.Remove(tree);
        return _bound.GetValue(tree, _ => bound);
    }

    /// <summary>Whether what the calls of a file depend on is declared as it was.</summary>
    private bool HasSameDeclarations(BoundFile file, SyntaxTree tree)
    {
        if (file.Names.Count == 0 || file.Fingerprint == _fingerprint)
            return true;
        if (file.Dependencies != Dependencies(tree))
            return false;
        file.Fingerprint = _fingerprint;
        return true;
    }

    private long Dependencies(SyntaxTree tree) =>
        Project.Of(_compilation).Graph(_compilation, _fingerprint, _cancellation).HashOf([tree], _cancellation);

    private static EquatableArray<InterceptedCalls> Group(IEnumerable<(Stub Stub, string Attribute)> calls) => calls
        .GroupBy(c => c.Stub)
        .OrderBy(g => g.Key.Name, StringComparer.Ordinal)
        .Select(g => new InterceptedCalls(g.Key, g.Select(c => c.Attribute).ToEquatableArray()))
        .ToEquatableArray();
}
