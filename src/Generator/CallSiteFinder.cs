using System.Runtime.CompilerServices;

using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>
/// Finds the calls to reroute. Files are indexed by the names they call once; only calls by the name of a kernel's method are bound,
/// and what was bound in a file stays valid while the file and the compilation's declarations stay the same.
/// </summary>
internal static class CallSiteFinder
{
    private static readonly ConditionalWeakTable<SyntaxTree, Cached> _bound = new();

    /// <summary>The calls, grouped by the stub they share.</summary>
    public static EquatableArray<InterceptedCalls> Find(Compilation compilation, EquatableArray<Kernel> kernels, CancellationToken cancellation)
    {
        if (compilation is not CSharpCompilation || !IsEnabled(compilation))
            return default;
        var foreign = ForeignKernels.MethodNames(compilation, cancellation);
        if (kernels.IsEmpty && foreign.Count == 0)
            return default;
        var names = new HashSet<string>(kernels.Select(k => k.Method).Concat(foreign), StringComparer.Ordinal);
        var byName = kernels.ToDictionary(k => k.Name, StringComparer.Ordinal);
        var fingerprint = CompilationFingerprints.Of(compilation, cancellation);
        var calls = new List<BoundCall>();
        var indices = compilation.SyntaxTrees.Select(t => (Tree: t, Index: InvocationIndex.Of(t, cancellation))).ToList();
        var repeated = Repeated(indices.Select(i => i.Index.Content));
        foreach (var (tree, index) in indices)
        {
            cancellation.ThrowIfCancellationRequested();
            if (index.CallsAny(names) && !repeated.Contains(index.Content))
                calls.AddRange(Bind(tree, compilation, names, byName, kernels, fingerprint, cancellation));
        }

        return Group(calls);
    }

    private static bool IsEnabled(Compilation compilation) =>
        compilation.SyntaxTrees.FirstOrDefault()?.Options.Features.TryGetValue("InterceptorsNamespaces", out var spaces) == true
        && spaces.Split(';').Any(s => s.Trim() is var space && (space == KernelEmitter.Namespace || space == "AutoParallel"));

    private static EquatableArray<BoundCall> Bind(
        SyntaxTree tree,
        Compilation compilation,
        HashSet<string> names,
        Dictionary<string, Kernel> kernels,
        EquatableArray<Kernel> identity,
        long fingerprint,
        CancellationToken cancellation)
    {
        if (_bound.TryGetValue(tree, out var cached) && cached.Fingerprint == fingerprint && cached.Kernels == identity)
            return cached.Calls;
        var model = compilation.GetSemanticModel(tree);
        var calls = new List<BoundCall>();
        foreach (var span in InvocationIndex.Of(tree, cancellation).Calls(names))
        {
            var node = InvocationIndex.Node(tree, span, cancellation);
            if (CallBinder.Bind(node, model, kernels, cancellation) is { } call)
                calls.Add(call);
        }

        var result = calls.ToEquatableArray();
        _bound.Remove(tree);
        _bound.GetValue(tree, _ => new Cached(fingerprint, identity, result));
        return result;
    }

    /// <summary>The compiler tells files apart by their content, so calls in two files of the same content cannot be rerouted.</summary>
    private static HashSet<string> Repeated(IEnumerable<string> contents)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new HashSet<string>(contents.Where(c => !seen.Add(c)), StringComparer.Ordinal);
    }

    private static EquatableArray<InterceptedCalls> Group(IEnumerable<BoundCall> calls) => calls
        .GroupBy(c => (c.Kernel, c.Dispatch))
        .OrderBy(g => g.Key.Kernel, StringComparer.Ordinal)
        .Select(g => g.First() is var first
            ? new InterceptedCalls(first.Kernel, first.Method, first.Signature, first.OwnTypeParameters, first.IsExtension, first.ReceiverNullCheck, first.Dispatch, g.Select(c => c.Attribute).ToEquatableArray())
            : null!)
        .ToEquatableArray();

    private sealed record Cached(long Fingerprint, EquatableArray<Kernel> Kernels, EquatableArray<BoundCall> Calls);
}
