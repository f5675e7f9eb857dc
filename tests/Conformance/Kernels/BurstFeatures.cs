using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>What the manual of Unity's Burst lists as supported, as plain C# here.</summary>
internal static class BurstFeatures
{
    private static readonly float _gain = 1.5f;

    public enum Phase : byte
    {
        Off,
        Rising,
        Falling,
    }

    [Parallel]
    public static void ExtensionMethods(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i].Squared() + 1;
    }

    [Parallel]
    public static void InstanceMethodsOfStructs(Gain gain, float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = gain.Apply(x[i]);
    }

    [Parallel]
    public static void StaticReadOnlyFields(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] * _gain;
    }

    [Parallel]
    public static void ControlFlow(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int value = x[i] & 1023;
            int steps = 0;
            while (value > 1)
            {
                if (steps > 40)
                    break;
                value = (value & 1) == 0 ? value >> 1 : value + 1;
                steps++;
            }

            switch (steps & 3)
            {
                case 0:
                    result[i] = steps;
                    break;
                case 1:
                    result[i] = -steps;
                    break;
                default:
                    result[i] = 0;
                    break;
            }
        }
    }

    [Parallel]
    public static void RefAndOutParameters(float[] x, float[] sines, float[] cosines)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Rotate(x[i], out float a, out float b);
            sines[i] = a;
            cosines[i] = b;
        }
    }

    [Parallel]
    public static long Foreach(int[] x)
    {
        long sum = 0;
        foreach (int value in x)
            sum += value;
        return sum;
    }

    [Parallel]
    public static void TryAndFinally(float[] x, int[] done)
    {
        try
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = x[i] * 2 + 1;
        }
        finally
        {
            done[0]++;
        }
    }

    [Parallel]
    public static void Exceptions(int[] x, int[] divisors, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / divisors[i];
    }

    [Parallel]
    public static void PrimitiveTypes(byte[] a, short[] b, uint[] c, long[] d, double[] result)
    {
        for (int i = 0; i < a.Length; i++)
            result[i] = a[i] + b[i] + (double)c[i] + d[i];
    }

    [Parallel]
    public static void Enums(Phase[] phases, float[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (phases[i] == Phase.Rising)
                x[i] += 1;
            else if (phases[i] == Phase.Falling)
                x[i] -= 1;
        }
    }

    [Parallel]
    public static void VectorTypes(Vector3[] positions, Vector3[] speeds, float time)
    {
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i].X += speeds[i].X * time;
            positions[i].Y += speeds[i].Y * time;
            positions[i].Z += speeds[i].Z * time;
        }
    }

    [Parallel]
    public static void Generics<T>(T[] x, T factor, T[] result)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] * factor;
    }

    [Parallel]
    public static void Tuples(float[] x, float[] low, float[] high)
    {
        for (int i = 0; i < x.Length; i++)
            (low[i], high[i]) = (x[i] - 1, x[i] + 1);
    }

    [Parallel]
    public static void Spans(ReadOnlySpan<double> x, Span<double> result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.Sqrt(Math.Abs(x[i]));
    }

    [Parallel]
    public static void MathFunctions(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Max(Math.Floor(x[i]), Math.Min(Math.Truncate(x[i]), Math.CopySign(2, x[i])));
    }

    [Parallel]
    public static void Aliasing(float[] a, float[] b)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = b[i] * 2 + a[i];
    }

    [Parallel(ChunkSize = 64, Schedule = Schedule.Dynamic, Required = true)]
    public static void ParallelJobs(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Sqrt(MathF.Abs(x[i])) * x[i];
    }

    [Parallel]
    public static void SafetySystem(float[] x)
    {
        for (int i = 1; i < x.Length; i++)
            x[i] = x[i - 1] * 0.5f + x[i];
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static float StrictFloats(float[] x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    public static float Squared(this float x) => x * x;

    private static void Rotate(float x, out float a, out float b)
    {
        a = x * 0.8f;
        b = x * 0.6f;
    }

    public readonly struct Gain(float factor)
    {
        private readonly float _factor = factor;

        public float Apply(float x) => x * _factor;
    }
}
