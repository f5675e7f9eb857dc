using Gallery.Kernels;

namespace Gallery.Exhibits;

/// <summary>The kernels of <see cref="Finance"/> with their data.</summary>
internal static class ChanceExhibits
{
    public static Exhibit BlackScholes(Setting setting)
    {
        int count = setting.Size(1_000_000, 100_000);
        float[] spot = Sample.Floats(count, 5, 30);
        float[] strike = Sample.Floats(count, 1, 100, seed: 2);
        float[] years = Sample.Floats(count, 0.25f, 10, seed: 3);
        var price = new float[count];
        Action<float[], float[], float[], float[], float, float> sequential = Finance.BlackScholes;
        return Exhibit.Filling(
            $"{count:N0} options",
            price,
            () => sequential(spot, strike, years, price, 0.02f, 0.3f),
            () => Finance.BlackScholes(spot, strike, years, price, 0.02f, 0.3f),
            expected => Comparison.Within(expected, price, i => 16 * MathF.ScaleB(spot[i] + strike[i], -24)));
    }

    public static Exhibit MonteCarlo(Setting setting)
    {
        int samples = setting.Size(20_000_000, 2_000_000);
        long expected = 0;
        long actual = 0;
        Func<int, ulong, long> sequential = Finance.PointsInCircle;
        return new Exhibit(
            $"{samples:N0} points",
            () => expected = sequential(samples, 42),
            () => actual = Finance.PointsInCircle(samples, 42),
            () => Comparison.Bits(expected, actual));
    }
}
