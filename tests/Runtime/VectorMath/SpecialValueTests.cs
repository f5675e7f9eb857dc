namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>Special values are those of <see cref="Math"/>: NaN, infinities, zeros with their signs.</summary>
public sealed class SpecialValueTests
{
    public static TheoryData<string> Names => new(MathFunctions.Reproducible.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void DoublesAgreeWithMath(string name)
    {
        var function = MathFunctions.Find(name);
        foreach (var (x, y) in Pairs(function))
            Check(function, x, y, function.Expected(x, y), function.Double(x, y), double.MaxValue, double.Epsilon, 2e-16);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FloatsAgreeWithMathF(string name)
    {
        var function = MathFunctions.Find(name);
        foreach (var (x, y) in Pairs(function))
        {
            var (first, second) = ((float)x, (float)y);
            var expected = (float)function.Expected(first, second);
            Check(function, first, second, expected, function.Single(first, second), float.MaxValue, float.Epsilon, 1.2e-7);
        }
    }

    private static IEnumerable<(double X, double Y)> Pairs(MathFunction function)
    {
        var special = Samples.Special().ToArray();
        if (function.Arguments == 1)
            return special.Select(x => (x, 0.0));
        double[] few = [double.NaN, 0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300,
            1e-310, -1e-310, 9007199254740991, -9007199254740992, 1e-45, 1e38, 16777215, 16777216, double.MaxValue, double.Epsilon];
        return special.SelectMany(x => few.SelectMany(y => new[] { (x, y), (y, x) }));
    }

    /// <summary>Equal where the value is special; elsewhere close and of the same sign, or closer to the exact value than the expected one.</summary>
    private static void Check(
        MathFunction function, double x, double y, double expected, double actual, double largest, double smallest, double relative)
    {
        bool good;
        if (double.IsNaN(expected) || double.IsNaN(actual))
            good = double.IsNaN(expected) && double.IsNaN(actual);
        else if (double.IsNegative(expected) != double.IsNegative(actual))
            good = false;
        else if (double.IsInfinity(expected) || double.IsInfinity(actual))
            good = expected == actual || (Math.Abs(expected) == largest || Math.Abs(actual) == largest);
        else if (expected == 0 || actual == 0)
            good = Math.Abs(expected - actual) <= smallest;
        else
            good = Math.Abs(actual - expected) <= 3 * relative * Math.Abs(expected) + 2 * smallest;
        if (!good && double.IsFinite(expected) && expected != 0)
            good = function.IsWithinOneUlp(x, y, actual, largest == float.MaxValue);
        if (!good)
            Assert.Fail($"{function}({x:R}, {y:R}): {expected:R} expected, {actual:R} found");
    }
}
