using System.Reflection;
using System.Text.RegularExpressions;

using AutoParallel.CodeFixes;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.Analyzers.Tests;

/// <summary>Every rule has all that a rule must have.</summary>
public partial class CatalogueTests
{
    private static readonly string _root = typeof(CatalogueTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Ids => [.. Rules.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_a_link_a_release_line_and_a_test_class(string id)
    {
        var rule = Rules.Find(id)!;
        Assert.Equal("AutoParallel", rule.Category);
        Assert.True(rule.IsEnabledByDefault);
        Assert.Equal($"https://github.com/autoparallel/autoparallel/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        var page = Page(id);
        Assert.StartsWith($"# {id}: {rule.Title}\n", page);
        Assert.Contains($"Severity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}.", page);
        Assert.All(
            ["## Cause", "## Example", "## What to do", "## When to suppress"],
            part => Assert.Matches($"(?m)^{part}\n\n\\S", page));
        Assert.Contains(
            $"| [{id}]({id}.md) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {rule.Title} |",
            File.ReadAllText(Path.Combine(_root, "docs/rules/README.md")));
        var releases = File.ReadAllText(Path.Combine(_root, "src/Analyzers/AnalyzerReleases.Shipped.md"))
            + File.ReadAllText(Path.Combine(_root, "src/Analyzers/AnalyzerReleases.Unshipped.md"));
        Assert.Contains($"{id} | AutoParallel | {rule.DefaultSeverity} |", releases);
        var tests = typeof(CatalogueTests).Assembly.GetType($"AutoParallel.Analyzers.Tests.PerRule.{id}Tests");
        Assert.True(tests?.GetMethods().Count(m => m.IsDefined(typeof(FactAttribute))) >= 2);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Titles_and_formats_read_well(string id)
    {
        var rule = Rules.Find(id)!;
        var format = rule.MessageFormat.ToString();
        Assert.DoesNotMatch(new Regex(@"^\s|\s$|[\r\n]|\.$"), format);
        Assert.DoesNotMatch(new Regex(@"^\s|\s$|[\r\n]|\.$"), rule.Title.ToString());
        Assert.True(format.StartsWith('{') || char.IsUpper(format[0]) || format[0] == '\'');
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_first_example_of_a_page_reports_the_rule_and_the_second_does_not(string id)
    {
        var examples = Example().Matches(Page(id)).Select(m => m.Groups[1].Value).ToList();
        if (id == RuleIds.InternalError)
        {
            Assert.Empty(examples);
            return;
        }

        Assert.InRange(examples.Count, 1, 2);
        Assert.Contains(id, await Reported(examples[0]));
        if (examples.Count == 2)
            Assert.DoesNotContain(
                await Reported(examples[1]),
                r => Rules.Find(r) is { DefaultSeverity: >= DiagnosticSeverity.Warning } || r == id);
    }

    [Fact]
    public void The_compiler_has_no_rule_without_a_descriptor()
    {
        var ids = typeof(Compiler.RuleIds).GetFields().Select(f => (string)f.GetRawConstantValue()!);

        Assert.All(ids, id => Assert.NotNull(Rules.Find(id)));
        Assert.Equal(
            Rules.All.Select(r => r.Id),
            typeof(RuleIds).GetFields().Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Severities_follow_the_hundreds()
    {
        Assert.All(Rules.All, rule => Assert.Equal(
            rule.Id switch
            {
                RuleIds.RequiredButSequential => DiagnosticSeverity.Error,
                _ when rule.Id[2] is '1' or '2' => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Info,
            },
            rule.DefaultSeverity));
    }

    [Fact]
    public void Every_page_is_of_a_rule()
    {
        var targets = File.ReadAllText(Path.Combine(_root, "src/Runtime/build/AutoParallel.targets"));
        var pages = Directory.GetFiles(Path.Combine(_root, "docs/rules"), "AP*.md")
            .Select(p => Path.GetFileNameWithoutExtension(p)).ToList();

        Assert.All(pages, id => Assert.True(Rules.Find(id) is not null || targets.Contains($"\"{id}\""), id));
        Assert.All(
            Regex.Matches(targets, "Code=\"(AP[0-9]{4})\"").Select(m => m.Groups[1].Value),
            id => Assert.Contains(id, pages));
    }

    [Fact]
    public void Every_analyzer_and_fix_is_exported_and_every_fix_is_for_a_rule_that_says_so()
    {
        Assert.All(
            TypesOf<DiagnosticAnalyzer>(typeof(ParallelMethodAnalyzer)),
            t => Assert.NotNull(t.GetCustomAttribute<DiagnosticAnalyzerAttribute>()));
        var reported = TypesOf<DiagnosticAnalyzer>(typeof(ParallelMethodAnalyzer))
            .SelectMany(t => ((DiagnosticAnalyzer)Activator.CreateInstance(t)!).SupportedDiagnostics).ToHashSet();
        Assert.Equal(Rules.All.ToHashSet(), reported);
        var fixes = TypesOf<CodeFixProvider>(typeof(MoveLocalFunctionFixProvider)).ToList();
        Assert.All(fixes, t => Assert.NotNull(t.GetCustomAttribute<ExportCodeFixProviderAttribute>()));
        var fixable = fixes.SelectMany(t => ((CodeFixProvider)Activator.CreateInstance(t)!).FixableDiagnosticIds)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(fixable, Rules.All.Select(r => r.Id).Where(id => !Page(id).Contains("Code fix: none.")));
    }

    private static IEnumerable<Type> TypesOf<T>(Type neighbour) =>
        neighbour.Assembly.GetTypes().Where(t => typeof(T).IsAssignableFrom(t) && !t.IsAbstract);

    private static string Page(string id) =>
        File.ReadAllText(Path.Combine(_root, $"docs/rules/{id}.md")).ReplaceLineEndings("\n");

    private static async Task<IEnumerable<string>> Reported(string source) =>
        (await TestProject.Analyze(TestProject.Create(source))).Select(d => d.Id);

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
