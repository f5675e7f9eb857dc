using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// The counted loops inside another that each lane runs over a range of its own and leaves on its own (<c>for (int j = steps[i]; j > 0; j--)</c>).
/// Loops whose own iterations are independent, or a reduction, fill lanes by themselves and have the better claim.
/// </summary>
internal static class OwnRanges
{
    /// <summary>The numbers of those loops; empty where one inside has the better claim.</summary>
    public static IReadOnlyCollection<int> Of(LoopContext context, Method method)
    {
        var found = new HashSet<int>();
        foreach (var loop in context.InnerLoops.Where(l => l.Space is { } space && !context.UniformIndices.Contains(space.Index)))
        {
            var inner = new LoopContext(loop, context.Budget);
            if (ParallelLegality.Check(inner, LoopAnalyzer.Analyze(inner, method), method.Options.FloatMode).IsLegal)
                return [];
            found.Add(loop.Id);
        }

        return found;
    }
}
