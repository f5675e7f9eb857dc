using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Generator;

/// <summary>Which names a file uses, and where it calls something by which; read from the syntax once a file.</summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> _trees = new();

    private readonly Dictionary<string, List<TextSpan>> _calls = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private NameIndex(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when NameOf(call) is { } called:
                    if (!_calls.TryGetValue(called, out var spans))
                        _calls.Add(called, spans = []);
                    spans.Add(call.Span);
                    break;
                case SimpleNameSyntax name:
                    _names.Add(name.Identifier.ValueText);
                    if (IsOfAttribute(name))
                        _names.Add(name.Identifier.ValueText + "Attribute");
                    break;
                case BaseTypeDeclarationSyntax type:
                    _names.Add(type.Identifier.ValueText);
                    break;
            }
        }
    }

    /// <summary>The names that the file uses, and those of the types it declares, of which other files may hold parts.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>The names that the file calls something by.</summary>
    public IReadOnlyCollection<string> Called => _calls.Keys;

    /// <summary>The index of a file.</summary>
    public static NameIndex Of(SyntaxTree tree, CancellationToken cancellation) =>
        _trees.TryGetValue(tree, out var known) ? known : _trees.GetValue(tree, t => new NameIndex(t, cancellation));

    /// <summary>The calls by any of the names, in order of appearance.</summary>
    public IEnumerable<TextSpan> Calls(HashSet<string> names) =>
        _calls.Where(c => names.Contains(c.Key)).SelectMany(c => c.Value).OrderBy(s => s.Start);

    /// <summary>The node of a call.</summary>
    public static InvocationExpressionSyntax Node(SyntaxTree tree, TextSpan span, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(n => n.Span == span)!;

    /// <summary>Whether the name is what an attribute is called by, which may leave out its ending.</summary>
    internal static bool IsOfAttribute(SimpleNameSyntax name) =>
        name.Parent is AttributeSyntax || (name.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax && name.Parent.Parent is AttributeSyntax);

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
