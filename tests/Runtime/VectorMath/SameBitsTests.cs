using System.Runtime.Intrinsics;
using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>The same argument gives the same bits in each width, each lane and the scalar overload.</summary>
public sealed class SameBitsTests
{
    public static TheoryData<string> Names => new(MathFunctions.Reproducible.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void DoubleBitsAreEqual(string name)
    {
        var function = MathFunctions.Find(name);
        var (by128, by256, by512) = (function.Vector128<double>(), function.Vector256<double>(), function.Vector512<double>());
        foreach (var (x, y) in Pairs(function, 4000).Chunk(8).Where(c => c.Length == 8).Select(Split))
        {
            var x512 = Vector512.Create(x);
            var y512 = Vector512.Create(y);
            var wide = by512(x512, y512);
            Same(function, x, y, wide.GetLower(), by256(x512.GetLower(), y512.GetLower()));
            Same(function, x, y, wide.GetUpper(), by256(x512.GetUpper(), y512.GetUpper()));
            Same(function, x, y, wide.GetLower().GetLower(), by128(x512.GetLower().GetLower(), y512.GetLower().GetLower()));
            Same(function, x, y, wide.GetUpper().GetUpper(), by128(x512.GetUpper().GetUpper(), y512.GetUpper().GetUpper()));
            for (var i = 0; i < 8; i++)
                Same(function, x[i], y[i], wide.GetElement(i), function.Double(x[i], y[i]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FloatBitsAreEqual(string name)
    {
        var function = MathFunctions.Find(name);
        var (by128, by256, by512) = (function.Vector128<float>(), function.Vector256<float>(), function.Vector512<float>());
        foreach (var (x, y) in Pairs(function, 8000).Chunk(16).Where(c => c.Length == 16).Select(Split))
        {
            var x512 = Vector512.Create(Array.ConvertAll(x, v => (float)v));
            var y512 = Vector512.Create(Array.ConvertAll(y, v => (float)v));
            var wide = by512(x512, y512);
            Same(function, x, y, wide.GetLower(), by256(x512.GetLower(), y512.GetLower()));
            Same(function, x, y, wide.GetUpper(), by256(x512.GetUpper(), y512.GetUpper()));
            Same(function, x, y, wide.GetLower().GetLower(), by128(x512.GetLower().GetLower(), y512.GetLower().GetLower()));
            Same(function, x, y, wide.GetUpper().GetUpper(), by128(x512.GetUpper().GetUpper(), y512.GetUpper().GetUpper()));
            for (var i = 0; i < 16; i++)
                Same(function, x[i], y[i], wide.GetElement(i), function.Single((float)x[i], (float)y[i]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheLaneWithoutInstructionsHasTheSameBits(string name)
    {
        var function = MathFunctions.Find(name);
        var (alone, single) = (ScalarFunctions.Double(function), ScalarFunctions.Single(function));
        foreach (var (x, y) in Pairs(function, 4000))
        {
            Same(function, x, y, function.Double(x, y), alone(x, y));
            Same(function, (float)x, (float)y, function.Single((float)x, (float)y), single((float)x, (float)y));
        }
    }

    [Fact]
    public void SinCosHasTheBitsOfSinAndCos()
    {
        var (sin, cos) = (MathFunctions.Find("Sin"), MathFunctions.Find("Cos"));
        foreach (var (x, _) in Pairs(sin, 4000))
        {
            var single = (float)x;
            Same(sin, x, 0, LaneMath.Sin(x), LaneMath.SinCos(x).Sin);
            Same(cos, x, 0, LaneMath.Cos(x), LaneMath.SinCos(x).Cos);
            Same(sin, x, 0, LaneMath.Sin(single), LaneMath.SinCos(single).Sin);
            Same(cos, x, 0, LaneMath.Cos(single), LaneMath.SinCos(single).Cos);
            Same(sin, x, 0, LaneMath.Sin(x), LaneMath.SinCos(Vector512.Create(x)).Sin.GetElement(5));
            Same(cos, x, 0, LaneMath.Cos(x), LaneMath.SinCos(Vector256.Create(x)).Cos.GetElement(2));
            Same(sin, x, 0, LaneMath.Sin(single), LaneMath.SinCos(Vector128.Create(single)).Sin.GetElement(1));
            Same(cos, x, 0, LaneMath.Cos(single), LaneMath.SinCos(Vector512.Create(single)).Cos.GetElement(13));
        }
    }

    private static (double[] X, double[] Y) Split((double X, double Y)[] pairs) =>
        (Array.ConvertAll(pairs, p => p.X), Array.ConvertAll(pairs, p => p.Y));

    private static IEnumerable<(double X, double Y)> Pairs(MathFunction function, int count)
    {
        var first = Samples.Special().Concat(Samples.Random(function, count, 7));
        var second = Samples.SecondArguments(function, 2 * count, 8);
        return first.Zip(second);
    }

    private static void Same(MathFunction function, double[] x, double[] y, Vector256<double> expected, Vector256<double> actual)
    {
        for (var i = 0; i < 4; i++)
            Same(function, x[i], y[i], expected.GetElement(i), actual.GetElement(i));
    }

    private static void Same(MathFunction function, double[] x, double[] y, Vector128<double> expected, Vector128<double> actual)
    {
        for (var i = 0; i < 2; i++)
            Same(function, x[i], y[i], expected.GetElement(i), actual.GetElement(i));
    }

    private static void Same(MathFunction function, double[] x, double[] y, Vector256<float> expected, Vector256<float> actual)
    {
        for (var i = 0; i < 8; i++)
            Same(function, x[i], y[i], expected.GetElement(i), actual.GetElement(i));
    }

    private static void Same(MathFunction function, double[] x, double[] y, Vector128<float> expected, Vector128<float> actual)
    {
        for (var i = 0; i < 4; i++)
            Same(function, x[i], y[i], expected.GetElement(i), actual.GetElement(i));
    }

    private static void Same(MathFunction function, double x, double y, double expected, double actual)
    {
        var same = double.IsNaN(expected) ? double.IsNaN(actual) : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual);
        if (!same)
            Assert.Fail($"{function}({x:R}, {y:R}): {expected:R} and {actual:R}");
    }
}
