using AutoParallel;

namespace Gallery.Kernels;

/// <summary>Pricing by formula and by throwing dice.</summary>
public static class Finance
{
    /// <summary>The Black–Scholes price of European call options.</summary>
    [Parallel]
    public static void BlackScholes(
        float[] spot, float[] strike, float[] years, float[] price, float rate, float volatility)
    {
        for (int i = 0; i < spot.Length; i++)
        {
            float spread = volatility * MathF.Sqrt(years[i]);
            float d1 = (MathF.Log(spot[i] / strike[i]) + (rate + 0.5f * volatility * volatility) * years[i]) / spread;
            float d2 = d1 - spread;
            price[i] = spot[i] * CumulativeNormal(d1) - strike[i] * MathF.Exp(-rate * years[i]) * CumulativeNormal(d2);
        }
    }

    /// <summary>
    /// How many of <paramref name="samples"/> random points of the unit square lie in the unit circle: a quarter of π of them.
    /// The generator is SplitMix64 (Steele, Lea, Flood 2014) of the point's number, so every point has its own numbers.
    /// </summary>
    [Parallel]
    public static long PointsInCircle(int samples, ulong seed)
    {
        long inside = 0;
        for (int i = 0; i < samples; i++)
        {
            ulong z = seed + (ulong)i * 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z ^= z >> 31;
            double x = (z >> 32) * (1.0 / 4294967296.0);
            double y = (z & 0xFFFFFFFF) * (1.0 / 4294967296.0);
            if (x * x + y * y <= 1.0)
                inside++;
        }

        return inside;
    }

    /// <summary>The normal distribution function, Abramowitz and Stegun 26.2.17, within 7.5e-8.</summary>
    private static float CumulativeNormal(float x)
    {
        float k = 1 / (1 + 0.2316419f * MathF.Abs(x));
        float series = k * (0.31938153f + k * (-0.356563782f + k * (1.781477937f + k * (-1.821255978f + k * 1.330274429f))));
        float tail = 0.39894228f * MathF.Exp(-0.5f * x * x) * series;
        return x < 0 ? tail : 1 - tail;
    }
}
