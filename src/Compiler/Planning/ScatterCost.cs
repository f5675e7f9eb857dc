using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// What a loop that stores at subscripts of each lane's own gains from lanes: those elements are moved one by one at any width, so the
/// rest must be worth it. All in the units of <see cref="CostModel"/>, in which scalar code pays 0.5 for a load and 0.6 for a store.
/// </summary>
public static class ScatterCost
{
    /// <summary>What a lane of 4 bytes pays for an element moved between a vector and a place of its own.</summary>
    private const double Element = 1.1;

    /// <summary>The same for a lane of 8 bytes, with half as many subscripts in a register.</summary>
    private const double WideElement = 1.4;

    /// <summary>By how much lanes divide everything else, at the least.</summary>
    private const double Speedup = 4;

    /// <summary>The gain below which the difference may be either way: where elements lie beyond the first cache, both forms wait for it.</summary>
    private const double Margin = 1.4;

    /// <summary>What it costs to check the guards and to begin.</summary>
    private const double Start = 100;

    /// <summary>The trip count from which lanes pay; null where they never do.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="laneBytes">The size of a lane.</param>
    public static int? LeastTrip(LoopContext context, LoopAnalysis analysis, int laneBytes)
    {
        var body = context.Loop.Body;
        var costs = new CostModel(context);
        var oneByOne = analysis.Accesses.Count(a => AccessPatterns.Of(a, context) is AccessPattern.Indirect or AccessPattern.Strided);

        // Scalar code reads an element once that several expressions name.
        var loads = body.AllExpressions().OfType<Load>().ToList();
        var repeated = loads.Sum(costs.Nanoseconds) - loads.GroupBy(l => l.ToString(), StringComparer.Ordinal).Sum(g => costs.Nanoseconds(g.First()));
        var scalar = costs.Nanoseconds(body) - repeated;
        var lanes = (oneByOne * (laneBytes == 4 ? Element : WideElement)) + ((scalar - (oneByOne * 0.5)) / Speedup);
        return scalar < Margin * lanes ? null : (int)Math.Ceiling(Start / (scalar - lanes));
    }
}
