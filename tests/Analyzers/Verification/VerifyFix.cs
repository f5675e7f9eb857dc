using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Verification;

/// <summary>Applies code fixes as an editor does, and compares the file.</summary>
internal static class VerifyFix
{
    /// <summary>The fix of the first diagnostic of the rule gives exactly the expected file, which compiles.</summary>
    public static async Task Changes<TFix>(string rule, string source, string expected, string? title = null)
        where TFix : CodeFixProvider, new()
    {
        var document = TestProject.Create(source.ReplaceLineEndings("\n"));
        var diagnostic = (await Diagnostics(document, rule)).First();
        var action = Assert.Single(await Actions(new TFix(), document, diagnostic));
        if (title is not null)
            Assert.Equal(title, action.Title);
        await Compare(document, action, expected);
    }

    /// <summary>The fix of all diagnostics of the file at once gives exactly the expected file, which compiles.</summary>
    public static async Task ChangesAll<TFix>(string rule, string source, string expected)
        where TFix : CodeFixProvider, new()
    {
        var provider = new TFix();
        var document = TestProject.Create(source.ReplaceLineEndings("\n"));
        var diagnostics = await Diagnostics(document, rule);
        Assert.True(diagnostics.Length > 1);
        var actions = new List<CodeAction>();
        foreach (var diagnostic in diagnostics)
            actions.AddRange(await Actions(provider, document, diagnostic));
        var key = Assert.Single(actions.Select(a => a.EquivalenceKey).Distinct());
        Assert.NotNull(key);
        var context = new FixAllContext(document, provider, FixAllScope.Document, key, [rule], new KnownDiagnostics(diagnostics),
            CancellationToken.None);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        await Compare(document, action, expected);
    }

    /// <summary>No diagnostic of the rule has a fix.</summary>
    public static async Task IsNotOffered<TFix>(string rule, string source)
        where TFix : CodeFixProvider, new()
    {
        var document = TestProject.Create(source.ReplaceLineEndings("\n"));
        var diagnostics = await Diagnostics(document, rule);
        Assert.NotEmpty(diagnostics);
        foreach (var diagnostic in diagnostics)
            Assert.Empty(await Actions(new TFix(), document, diagnostic));
    }

    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(Document document, string rule)
    {
        var diagnostics = (await TestProject.Analyze(document)).Where(d => d.Id == rule).ToImmutableArray();
        Assert.NotEmpty(diagnostics);
        return diagnostics;
    }

    private static async Task<List<CodeAction>> Actions(CodeFixProvider provider, Document document, Diagnostic diagnostic)
    {
        Assert.Contains(diagnostic.Id, provider.FixableDiagnosticIds);
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await provider.RegisterCodeFixesAsync(context);
        return actions;
    }

    private static async Task Compare(Document document, CodeAction action, string expected)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        var text = (await changed.GetTextAsync()).ToString().ReplaceLineEndings("\n");
        Assert.Equal(expected.ReplaceLineEndings("\n"), text);
        var errors = (await changed.Project.GetCompilationAsync())!.GetDiagnostics()
            .Where(d => d.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(errors.Select(d => d.ToString()));
    }

    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project,
            CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document,
            CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project,
            CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
