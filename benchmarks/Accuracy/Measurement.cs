using AutoParallel.Runtime.Tests.VectorMath;

namespace AutoParallel.Accuracy;

/// <summary>Searches large samples for the largest error, on all cores.</summary>
internal static class Measurement
{
    private const int Part = 1000;

    /// <summary>Random and adversarial doubles.</summary>
    public static (double Error, double X, double Y) Doubles(MathFunction function, int count) =>
        Worst((count + Part - 1) / Part, part => MathAccuracy.WorstDouble(function, Part, part));

    /// <summary>Random and adversarial floats.</summary>
    public static (double Error, double X, double Y) Floats(MathFunction function, int count) =>
        Worst((count + Part - 1) / Part, part => Wide(MathAccuracy.WorstSingle(function, Part, part)));

    /// <summary>Every float there is.</summary>
    public static (double Error, double X, double Y) AllFloats(MathFunction function) => Worst(1 << 16, part =>
    {
        (double Error, double X, double Y) worst = default;
        for (var low = 0; low < 1 << 16; low++)
        {
            var x = BitConverter.Int32BitsToSingle((part << 16) | low);
            var error = MathAccuracy.SingleError(function, x, 0);
            if (error > worst.Error)
                worst = (error, x, 0);
        }

        return worst;
    });

    private static (double Error, double X, double Y) Wide((double Error, float X, float Y) worst) => (worst.Error, worst.X, worst.Y);

    private static (double Error, double X, double Y) Worst(int parts, Func<int, (double Error, double X, double Y)> measure) =>
        Enumerable.Range(0, parts).AsParallel().Select(measure).MaxBy(w => w.Error);
}
