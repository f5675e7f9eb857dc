using AutoParallel.Compiler.Analysis;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// The first of two passes by which workers share a loop that carries running values: it adds up what the iterations of each block
/// contribute, so that each block of the second knows what to begin with (Ladner and Fischer, "Parallel prefix computation", JACM 27, 1980).
/// </summary>
/// <param name="Form">The loop with nothing in its body but the contributions.</param>
/// <param name="Share">What it costs, as a part of the whole body.</param>
public sealed record FirstPass(LoopAnalysis Form, double Share)
{
    /// <summary>The least gain that is worth two regions in place of one.</summary>
    private const double Margin = 1.2;

    /// <summary>The number of workers from which two passes take less time than the lanes of one.</summary>
    public int LeastWorkers => Math.Max(2, (int)Math.Ceiling(Margin * (1 + Share)));
}
