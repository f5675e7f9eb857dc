using System.Numerics;

namespace AutoParallel.Conformance.Checking;

/// <summary>
/// The value of a sum or product to twice the precision of <c>double</c>, and how far the sequential loop may be from it by the
/// standard bound (Higham, "Accuracy and Stability of Numerical Algorithms", 2nd edition, sections 4.2 and 3.1).
/// </summary>
/// <param name="High">The value, rounded to <c>double</c>.</param>
/// <param name="Low">What rounding took from it.</param>
/// <param name="Magnitude">The sum of the absolute terms, or the absolute product.</param>
/// <param name="Operations">The number of roundings of the sequential loop.</param>
internal readonly record struct Exact(double High, double Low, double Magnitude, int Operations)
{
    /// <summary>The sum of all terms.</summary>
    public static Exact Sum(IEnumerable<double> terms) => Sum(terms.Select(t => (t, 0.0)), 1);

    /// <summary>The sum of products of pairs.</summary>
    public static Exact Dot(IEnumerable<(double Left, double Right)> pairs) =>
        Sum(pairs.Select(p => (p.Left * p.Right, Math.FusedMultiplyAdd(p.Left, p.Right, -(p.Left * p.Right)))), 2);

    /// <summary>The product of all factors.</summary>
    public static Exact Product(IEnumerable<double> factors)
    {
        var (high, low, count) = (1.0, 0.0, 0);
        foreach (var factor in factors)
        {
            var product = high * factor;
            var error = Math.FusedMultiplyAdd(high, factor, -product) + (low * factor);
            (high, low) = TwoSum(product, error);
            count++;
        }

        return new Exact(high, low, Math.Abs(high), count + 1);
    }

    /// <summary>
    /// Fails unless the result is within the bound. Where the exact value is not finite, or the reference is not, the result must be
    /// the reference, any NaN for any NaN.
    /// </summary>
    public void AssertReaches<T>(T actual, T reference, string where)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (!T.IsFinite(reference) || !double.IsFinite(High))
        {
            if (!actual.Equals(reference))
                Assert.Fail($"{where}: expected {reference:R}, got {actual:R}");
            return;
        }

        if (T.IsZero(reference) && T.IsZero(actual) && T.IsNegative(reference) != T.IsNegative(actual))
            Assert.Fail($"{where}: the zero has the wrong sign");
        var roundoff = (double.CreateChecked(T.BitIncrement(T.One)) - 1) / 2;
        var bound = Operations * roundoff / (1 - (Operations * roundoff)) * Magnitude;
        var error = Math.Abs(double.CreateChecked(actual) - High - Low);
        if (!(error <= bound))
            Assert.Fail($"{where}: got {actual:R}, the exact value is {High:R}, off by {error:R} where {bound:R} is allowed");
    }

    private static Exact Sum(IEnumerable<(double High, double Low)> terms, int roundingsPerTerm)
    {
        var (high, low, magnitude, count) = (0.0, 0.0, 0.0, 0);
        foreach (var (term, rest) in terms)
        {
            var (sum, error) = TwoSum(high, term);
            (high, low) = TwoSum(sum, error + low + rest);
            magnitude += Math.Abs(term);
            count++;
        }

        return new Exact(high, low, magnitude, (count * roundingsPerTerm) + 1);
    }

    private static (double Sum, double Error) TwoSum(double left, double right)
    {
        var sum = left + right;
        var virtualRight = sum - left;
        return (sum, left - (sum - virtualRight) + (right - virtualRight));
    }
}
