namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>Measures the largest error of a function over a sample.</summary>
public static class MathAccuracy
{
    /// <summary>The largest error in ULP among random arguments and where it is.</summary>
    public static (double Error, double X, double Y) WorstDouble(MathFunction function, int count, int seed)
    {
        (double Error, double X, double Y) worst = default;
        foreach (var (x, y) in Arguments(function, count, seed))
        {
            var rough = function.Expected(x, y);
            if (!double.IsFinite(x) || !double.IsFinite(y) || double.IsNaN(rough))
                continue;
            var actual = function.Double(x, y);
            if ((rough == 0 || double.IsInfinity(rough)) && actual == rough)
                continue;
            var error = Ulp.Error(actual, function.Exact(x, y));
            if (error > worst.Error)
                worst = (error, x, y);
        }

        return worst;
    }

    /// <summary>As <see cref="WorstDouble"/>, for <see langword="float"/>, with <see cref="Math"/> as the exact value.</summary>
    public static (double Error, float X, float Y) WorstSingle(MathFunction function, int count, int seed)
    {
        (double Error, float X, float Y) worst = default;
        foreach (var (x, y) in Arguments(function, count, seed))
        {
            var error = SingleError(function, (float)x, (float)y);
            if (error > worst.Error)
                worst = (error, (float)x, (float)y);
        }

        return worst;
    }

    /// <summary>The error of one float result in ULP.</summary>
    public static double SingleError(MathFunction function, float x, float y) => Ulp.Error(function.Single(x, y), function.Expected(x, y));

    private static IEnumerable<(double X, double Y)> Arguments(MathFunction function, int count, int seed)
    {
        var first = Samples.Random(function, count, seed);
        if (function.Arguments == 1)
            return first.Select(x => (x, 0.0));
        return first.Zip(Samples.SecondArguments(function, count, seed + 1));
    }
}
