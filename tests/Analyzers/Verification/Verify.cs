using System.Collections.Immutable;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Analyzers.Tests.Verification;

/// <summary>Compares what the analyzers report with marks in the source.</summary>
internal static class Verify
{
    /// <summary>
    /// All marks are reported and nothing else of the marks' rules, nor any other warning. Messages of the rule under test hold
    /// the given parts, in order of appearance.
    /// </summary>
    public static async Task Reports(string rule, string markup, params string[] messages)
    {
        var parsed = Markup.Parse(markup, rule);
        Assert.Contains(parsed.Expected, e => e.Rule == rule);
        var diagnostics = await Check(parsed, TestProject.Create(parsed.Source), rule);
        var actual = diagnostics.Where(d => d.Id == rule).ToList();
        for (var i = 0; i < messages.Length; i++)
            Assert.Contains(messages[i], actual[i].GetMessage());
    }

    /// <summary>The rule is not reported, nor any warning that is not marked.</summary>
    public static async Task IsSilent(string rule, string markup)
    {
        var parsed = Markup.Parse(markup, rule);
        Assert.DoesNotContain(parsed.Expected, e => e.Rule == rule);
        await Check(parsed, TestProject.Create(parsed.Source), rule);
    }

    /// <summary>Compares diagnostics with marks; returns the diagnostics in order of place.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Check(Markup parsed, Document document, string rule)
    {
        var diagnostics = await TestProject.Analyze(document);
        var named = parsed.Expected.Select(e => e.Rule).Append(rule).ToHashSet();
        var tree = await document.GetSyntaxTreeAsync();
        var relevant = diagnostics
            .Where(d => d.Location.SourceTree == tree && (named.Contains(d.Id) || d.Severity >= DiagnosticSeverity.Warning))
            .ToList();
        var expected = parsed.Expected.Select(e => (e.Rule, e.Span)).Order(_byPlace).ToList();
        var actual = relevant.Select(d => (d.Id, d.Location.SourceSpan)).Order(_byPlace).ToList();
        if (!expected.SequenceEqual(actual))
            Assert.Fail($"Reported:\n{Marked(parsed.Source, actual)}\n{string.Join("\n", diagnostics)}");
        foreach (var diagnostic in diagnostics)
            CheckStyle(diagnostic);
        return diagnostics;
    }

    /// <summary>The source with marks as they would have to be.</summary>
    public static string Marked(string source, IEnumerable<(string Rule, TextSpan Span)> marks)
    {
        var all = marks.ToList();
        var insertions = all.Select(m => (At: m.Span.Start, Text: $"{{|{m.Rule}:", Order: 1))
            .Concat(all.Select(m => (At: m.Span.End, Text: "|}", Order: 0)))
            .OrderByDescending(m => m.At).ThenByDescending(m => m.Order);
        foreach (var (at, text, _) in insertions)
            source = source.Insert(at, text);
        return source;
    }

    /// <summary>The style that RS1032 wants of formats, checked on the messages that users read.</summary>
    private static void CheckStyle(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage();
        Assert.DoesNotMatch(new Regex(@"^\s|\s$|[\r\n]|\.$|\{\d\}"), message);
        Assert.NotEmpty(message);
        Assert.True(diagnostic.Location.IsInSource);
    }

    private static readonly Comparer<(string Rule, TextSpan Span)> _byPlace = Comparer<(string Rule, TextSpan Span)>.Create(
        (x, y) => (x.Span.Start, x.Span.End, x.Rule).CompareTo((y.Span.Start, y.Span.End, y.Rule)));
}
