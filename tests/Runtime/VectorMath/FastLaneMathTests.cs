using System.Runtime.Intrinsics;
using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>The fast functions keep within 4 ULP, have the special values of <see cref="Math"/>, and do not depend on the lane.</summary>
public sealed class FastLaneMathTests
{
    public static TheoryData<string> Names => new(MathFunctions.Fast.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void AnErrorIsAtMostFourUlp(string name)
    {
        var function = Find(name);
        Assert.InRange(MathAccuracy.WorstSingle(function, 100_000, 2).Error, 0.4, 4);
        if (function.HasDouble)
            Assert.InRange(MathAccuracy.WorstDouble(function, 2000, 2).Error, 0.4, 4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SpecialValuesAgreeWithMath(string name)
    {
        var function = Find(name);
        foreach (var x in Samples.Special())
        {
            var single = (float)x;
            Check(function, single, (float)function.Expected(single, 0), function.Single(single, 0), float.MaxValue);
            if (function.HasDouble)
                Check(function, x, function.Expected(x, 0), function.Double(x, 0), double.MaxValue);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LanesDoNotDependOnTheirNeighbours(string name)
    {
        var function = Find(name);
        var (by128, by256, by512) = (function.Vector128<float>(), function.Vector256<float>(), function.Vector512<float>());
        foreach (var chunk in Samples.Special().Concat(Samples.Random(function, 4000, 9)).Select(x => (float)x).Chunk(16).Where(c => c.Length == 16))
        {
            var x = Vector512.Create(chunk);
            var wide = by512(x, x);
            var half = by256(x.GetUpper(), x.GetUpper());
            var quarter = by128(x.GetUpper().GetUpper(), x.GetUpper().GetUpper());
            for (var i = 0; i < 16; i++)
            {
                Same(wide.GetElement(i), function.Single(chunk[i], 0));
                Same(wide.GetElement(i), i >= 8 ? half.GetElement(i - 8) : wide.GetElement(i));
                Same(wide.GetElement(i), i >= 12 ? quarter.GetElement(i - 12) : wide.GetElement(i));
            }
        }
    }

    [Fact]
    public void SinCosHasTheBitsOfSinAndCos()
    {
        foreach (var x in Samples.Special().Concat(Samples.Random(Find("Sin"), 4000, 9)))
        {
            var (sin, cos) = FastLaneMath.SinCos((float)x);
            Same(sin, FastLaneMath.Sin((float)x));
            Same(cos, FastLaneMath.Cos((float)x));
            var (sines, cosines) = FastLaneMath.SinCos(Vector512.Create(x));
            Assert.Equal(FastLaneMath.Sin(x), sines.GetElement(3));
            Assert.Equal(FastLaneMath.Cos(x), cosines.GetElement(7));
        }
    }

    private static MathFunction Find(string name) => MathFunctions.Fast.Single(f => f.Name == name);

    private static void Same(float expected, float actual) =>
        Assert.True(float.IsNaN(expected) ? float.IsNaN(actual) : BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual));

    /// <summary>Equal where the value is special, of the same sign elsewhere.</summary>
    private static void Check(MathFunction function, double x, double expected, double actual, double largest)
    {
        var good = double.IsNaN(expected) ? double.IsNaN(actual) : double.IsNegative(expected) == double.IsNegative(actual);
        if (expected == 0 || double.IsInfinity(expected))
            good &= actual == expected || Math.Abs(actual) == largest || (expected == 0 && Math.Abs(actual) < 1e-44);
        if (!good)
            Assert.Fail($"{function}({x:R}): {expected:R} expected, {actual:R} found");
    }
}
