using AutoParallel.Compiler;

namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP9999Tests
{
    private const string Source = "class C { [Parallel(Required = true)] static void M(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; } }";

    [Fact]
    public async Task A_failure_of_the_compiler_is_told_and_does_not_escape()
    {
        var analyzer = new ParallelMethodAnalyzer((_, _, _, _) => throw new InvalidOperationException("first line\nsecond line"));

        var diagnostics = await TestProject.Analyze(TestProject.Create(Source), instead: analyzer);

        Assert.Equal([RuleIds.RequiredButSequential, RuleIds.InternalError], diagnostics.Select(d => d.Id));
        Assert.Equal(
            "'M' stays sequential because of an error in AutoParallel (InvalidOperationException: first line second line); please report it",
            diagnostics[1].GetMessage());
        Assert.Equal("M", Source.Substring(diagnostics[1].Location.SourceSpan.Start, diagnostics[1].Location.SourceSpan.Length));
    }

    [Fact]
    public async Task A_verdict_without_a_place_is_told_at_the_name()
    {
        var analyzer = new ParallelMethodAnalyzer((method, compilation, facts, cancellation) =>
        {
            var compiled = CompiledMethods.Compile(method, compilation, facts, cancellation);
            var nowhere = new Compiler.IR.SourceSpan(1000, 0, 1000, 5);
            return compiled with { Verdicts = Compiler.IR.EquatableArray.Of(new Verdict(RuleIds.InternalError, nowhere, "lost", default), new Verdict("AP0000", nowhere, "unknown", default)) };
        });

        var diagnostics = await TestProject.Analyze(TestProject.Create(Source), instead: analyzer);

        Assert.Equal("M", Source.Substring(diagnostics[0].Location.SourceSpan.Start, diagnostics[0].Location.SourceSpan.Length));
        Assert.Equal([RuleIds.RequiredButSequential, RuleIds.InternalError], diagnostics.Select(d => d.Id));
    }

    [Fact]
    public Task What_compiles_reports_none() => Verify.IsSilent(RuleIds.InternalError, Source);
}
