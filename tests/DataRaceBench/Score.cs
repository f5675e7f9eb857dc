namespace AutoParallel.DataRaceBench;

/// <summary>How often a yes or no was right.</summary>
internal sealed record Score(int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives)
{
    /// <summary>The share of the positives that are true.</summary>
    public double Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>The share of the true ones that were found.</summary>
    public double Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Ratio(2 * Precision * Recall, Precision + Recall);

    /// <summary>Counts pairs of what is so and what was said.</summary>
    public static Score Of(IEnumerable<(bool Is, bool Said)> answers)
    {
        var all = answers.ToList();
        return new Score(
            all.Count(a => a.Is && a.Said),
            all.Count(a => !a.Is && a.Said),
            all.Count(a => !a.Is && !a.Said),
            all.Count(a => a.Is && !a.Said));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"TP {TruePositives}, FP {FalsePositives}, TN {TrueNegatives}, FN {FalseNegatives}; "
        + $"precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000}";

    private static double Ratio(double part, double whole) => whole == 0 ? 1 : part / whole;
}
