using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Generator;

/// <summary>Where a file calls something by which name; read from the syntax once a file.</summary>
internal sealed class InvocationIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, InvocationIndex> _trees = new();

    private readonly Dictionary<string, List<TextSpan>> _calls = new(StringComparer.Ordinal);

    private InvocationIndex(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        Content = string.Concat(tree.GetText(cancellation).GetContentHash().Select(b => b.ToString("x2")));
        foreach (var node in root.DescendantNodes())
        {
            if (node is not InvocationExpressionSyntax call || NameOf(call) is not { } name)
                continue;
            if (!_calls.TryGetValue(name, out var spans))
                _calls.Add(name, spans = []);
            spans.Add(call.Span);
        }
    }

    /// <summary>A hash of the file's content, by which the compiler finds the file that a location is in.</summary>
    public string Content { get; }

    /// <summary>The index of a file.</summary>
    public static InvocationIndex Of(SyntaxTree tree, CancellationToken cancellation) =>
        _trees.TryGetValue(tree, out var known) ? known : _trees.GetValue(tree, t => new InvocationIndex(t, cancellation));

    /// <summary>Whether the file calls anything by one of the names.</summary>
    public bool CallsAny(HashSet<string> names) => _calls.Keys.Any(names.Contains);

    /// <summary>The calls by any of the names, in order of appearance.</summary>
    public IEnumerable<TextSpan> Calls(HashSet<string> names) =>
        _calls.Where(c => names.Contains(c.Key)).SelectMany(c => c.Value).OrderBy(s => s.Start);

    /// <summary>The node of a call.</summary>
    public static InvocationExpressionSyntax Node(SyntaxTree tree, TextSpan span, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(n => n.Span == span)!;

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
