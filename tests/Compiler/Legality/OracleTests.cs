using System.Reflection;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Tests.Frontend;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Tests.Legality;

/// <summary>
/// Verdicts on random nests against enumeration of all pairs of iterations: a verdict of independence, with its guards evaluated, must
/// never be wrong, and must be given for nearly all nests that are independent.
/// </summary>
public sealed class OracleTests
{
    private const int Count = 500;

    private static readonly int[] _symbols = [0, 1, 2, 3, 5, 8, -1, -3];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void ConstantNestsAreDecidedExactly(int seed)
    {
        var (independent, proven, missed) = Judge(seed, false);
        Assert.True(independent >= 80, $"only {independent} nests of seed {seed} are independent at all");
        Assert.True(proven == independent, $"{proven} of {independent} independent nests of seed {seed} are proven; not:\n{string.Join("\n", missed)}");
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void SymbolicNestsAreNeverWrong(int seed)
    {
        var (independent, proven, missed) = Judge(seed, true);
        Assert.True(independent >= 50, $"only {independent} nests of seed {seed} are independent at all");
        Assert.True(proven >= independent * 0.7, $"{proven} of {independent} independent nests of seed {seed} are proven; not:\n{string.Join("\n", missed)}");
    }

    /// <summary>Bounds that are the lesser or greater of two, as those of tiles are.</summary>
    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    [InlineData(33, true)]
    public void TiledNestsAreNeverWrong(int seed, bool isSymbolic)
    {
        var (independent, proven, missed) = Judge(seed, isSymbolic, true);
        Assert.True(independent >= 50, $"only {independent} nests of seed {seed} are independent at all");
        Assert.True(proven >= independent * 0.7, $"{proven} of {independent} independent nests of seed {seed} are proven; not:\n{string.Join("\n", missed)}");
    }

    /// <summary>Counts the nests that are independent for every symbol, and those of them that are allowed to run in parallel for every symbol.</summary>
    private static (int Independent, int Proven, List<string> Missed) Judge(int seed, bool isSymbolic, bool isTiled = false)
    {
        var random = new Random(seed);
        var nests = Enumerable.Range(0, Count).Select(_ => new RandomNest(random, isSymbolic, isTiled)).ToList();
        var source = "static class C { " + string.Join("\n", nests.Select((nest, k) => nest.Method($"M{k}"))) + " }";
        var compilation = Snippet.Compile(source);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var type = compilation.GetTypeByMetadataName("C")!;
        var verdicts = nests.Select((_, k) => GuardsOf((IMethodSymbol)type.GetMembers($"M{k}").Single(), compilation)).ToList();
        var guards = Evaluators(verdicts);
        var (independent, proven) = (0, 0);
        var missed = new List<string>();
        for (var k = 0; k < nests.Count; k++)
        {
            var symbols = isSymbolic ? _symbols : [4];
            var conflicts = symbols.Where(nests[k].HasConflict).ToList();
            var allowed = symbols.Where(n => verdicts[k] is not null && guards[k](n, nests[k].Range(n))).ToList();
            var wrong = allowed.Intersect(conflicts).ToList();
            if (wrong.Count > 0)
                Assert.Fail($"seed {seed}: {nests[k].Method("M")} conflicts for n = {string.Join(", ", wrong)}, guards {string.Join(" && ", verdicts[k]!.Select(g => g.Condition))}");
            if (conflicts.Count > 0)
                continue;
            independent++;
            if (symbols.All(n => nests[k].Range(n).Trip <= 1 || allowed.Contains(n)))
                proven++;
            else
                missed.Add(nests[k].Method("M"));
        }

        return (independent, proven, missed);
    }

    /// <summary>The guards of the outer loop if it may run in parallel.</summary>
    private static IReadOnlyList<Guard>? GuardsOf(IMethodSymbol symbol, Compilation compilation)
    {
        var method = MethodFrontend.Lower(symbol, compilation, CancellationToken.None);
        var context = new LoopContext(method.Body.SelfAndDescendants().OfType<Loop>().First());
        var verdict = ParallelLegality.Check(context, LoopAnalyzer.Analyze(context, method), method.Options.FloatMode);
        return verdict.IsLegal ? verdict.Guards : null;
    }

    /// <summary>Compiles the guards of all verdicts into functions of the symbol and the range of the loop.</summary>
    private static List<Func<int, (long First, long Trip), bool>> Evaluators(List<IReadOnlyList<Guard>?> verdicts)
    {
        var methods = verdicts.Select((verdict, k) => $"public static bool G{k}(int n, long __first0, long __trip0) => "
            + string.Join(" && ", (verdict ?? []).Select(g => $"({g.Condition})").Prepend("true")) + ";");
        var compilation = Snippet.Compile("public static class G { " + string.Join("\n", methods) + " }");
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        var type = Assembly.Load(stream.ToArray()).GetType("G")!;
        return [.. verdicts.Select((_, k) => type.GetMethod($"G{k}")!.CreateDelegate<Func<int, long, long, bool>>())
            .Select(guard => (Func<int, (long First, long Trip), bool>)((n, range) => guard(n, range.First, range.Trip)))];
    }
}
