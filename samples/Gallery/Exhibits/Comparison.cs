using System.Runtime.InteropServices;

namespace Gallery.Exhibits;

/// <summary>Whether two results agree, and how closely.</summary>
internal readonly record struct Comparison(bool Agrees, string Text)
{
    /// <summary>Equal bit for bit: NaN equals itself, −0 differs from +0.</summary>
    public static Comparison Bits<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged
    {
        if (MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)))
            return new Comparison(true, "same bits");
        for (int i = 0; i < expected.Length; i++)
        {
            if (!MemoryMarshal.AsBytes(expected.Slice(i, 1)).SequenceEqual(MemoryMarshal.AsBytes(actual.Slice(i, 1))))
                return new Comparison(false, $"DIFFERS at {i}: {actual[i]} instead of {expected[i]}");
        }

        return new Comparison(false, "DIFFERS in length");
    }

    /// <summary>Equal bit for bit.</summary>
    public static Comparison Bits<T>(T expected, T actual)
        where T : unmanaged
        => Bits<T>(new ReadOnlySpan<T>(in expected), new ReadOnlySpan<T>(in actual));

    /// <summary>
    /// Equal up to the order of a sum. Two sums of the same <paramref name="terms"/> numbers in whatever order differ by at most
    /// 2 · terms · 2⁻⁵³ · Σ|term| (Higham, Accuracy and Stability of Numerical Algorithms, 4.2).
    /// </summary>
    /// <param name="expected">What the sequential method returned.</param>
    /// <param name="actual">What the rerouted call returned.</param>
    /// <param name="terms">The number of terms in each sum.</param>
    /// <param name="magnitudes">Σ|term| for each sum, in the unit of the result.</param>
    public static Comparison Sums(
        ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, int terms, ReadOnlySpan<double> magnitudes)
    {
        double unit = 2 * terms * Math.ScaleB(1, -53);
        double worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(actual[i] - expected[i]);
            if (!(error <= unit * magnitudes[i]))
                return new Comparison(false, $"DIFFERS at {i}: {actual[i]:R} instead of {expected[i]:R}");
            worst = Math.Max(worst, error == 0 ? 0 : error / magnitudes[i]);
        }

        return new Comparison(true, worst == 0 ? "same bits" : $"within {worst:0e+0}");
    }

    /// <summary>Equal up to an absolute error that <paramref name="bound"/> gives for each element.</summary>
    public static Comparison Within(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, Func<int, float> bound)
    {
        float worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            float error = Math.Abs(actual[i] - expected[i]);
            if (!(error <= bound(i)))
                return new Comparison(false, $"DIFFERS at {i}: {actual[i]:R} instead of {expected[i]:R}");
            worst = Math.Max(worst, error);
        }

        return new Comparison(true, worst == 0 ? "same bits" : $"within {worst:0e+0}");
    }
}
