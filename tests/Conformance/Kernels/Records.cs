using System.Numerics;
using System.Runtime.InteropServices;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Arrays of structs, whose fields are taken apart into lanes, and values that lie in groups of two, three or four.</summary>
internal static class Records
{
    public enum Kind : short
    {
        None,
        Some,
        Many,
    }

    [Parallel]
    public static void Lengths(Vector3[] points, float[] lengths)
    {
        for (int i = 0; i < lengths.Length; i++)
            lengths[i] = MathF.Sqrt(points[i].X * points[i].X + points[i].Y * points[i].Y + points[i].Z * points[i].Z);
    }

    [Parallel]
    public static void Advance(Vector3[] points, Vector3[] speeds, float time)
    {
        for (int i = 0; i < points.Length; i++)
        {
            points[i].X += speeds[i].X * time;
            points[i].Y += speeds[i].Y * time;
            points[i].Z += speeds[i].Z * time;
        }
    }

    [Parallel]
    public static void Magnitudes(Complex[] values, double[] magnitudes)
    {
        for (int i = 0; i < values.Length; i++)
            magnitudes[i] = values[i].Real * values[i].Real + values[i].Imaginary * values[i].Imaginary;
    }

    [Parallel]
    public static double SumOfImaginary(Complex[] values)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
            sum += values[i].Imaginary;
        return sum;
    }

    [Parallel]
    public static void Swizzle(Vector4[] colours, Vector4[] result)
    {
        for (int i = 0; i < colours.Length; i++)
        {
            result[i].X = colours[i].Z;
            result[i].Y = colours[i].Y;
            result[i].Z = colours[i].X;
            result[i].W = 1 - colours[i].W;
        }
    }

    [Parallel]
    public static void Kinetic(Moving[] bodies, float[] energies)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            ref Moving b = ref bodies[i];
            energies[i] = 0.5f * b.Mass * (b.Speed.X * b.Speed.X + b.Speed.Y * b.Speed.Y + b.Speed.Z * b.Speed.Z);
        }
    }

    [Parallel]
    public static void Drift(Moving[] bodies, float time)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            if (bodies[i].Mass > 0)
                bodies[i].Place.X += bodies[i].Speed.X * time;
        }
    }

    [Parallel]
    public static void Widen(Mixed[] values, double[] result)
    {
        for (int i = 0; i < values.Length; i++)
            result[i] = values[i].Number * values[i].Count + values[i].Weight;
    }

    [Parallel]
    public static void Narrow(Small[] values, int[] result)
    {
        for (int i = 0; i < values.Length; i++)
            result[i] = values[i].A + values[i].B * values[i].C - values[i].D + (values[i].Flag ? 1000 : 0);
    }

    [Parallel]
    public static void SetSmall(Small[] values, int[] x)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i].B = (byte)x[i];
            values[i].C = (sbyte)(x[i] >> 8);
            values[i].D = (ushort)(x[i] >> 16);
        }
    }

    [Parallel]
    public static void ByKind(Typed[] values, int[] result)
    {
        for (int i = 0; i < values.Length; i++)
            result[i] = values[i].Kind == Kind.Some ? values[i].Value : -values[i].Value;
    }

    [Parallel]
    public static void Cells(Cell[] cells, int columns, int[] result)
    {
        for (int i = 0; i < cells.Length; i++)
            result[i] = cells[i].Row * columns + cells[i].Column;
    }

    [Parallel]
    public static void InSpan(ReadOnlySpan<Cell> cells, Span<int> result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = cells[i].Row - cells[i].Column;
    }

    [Parallel]
    public static void Downward(Vector2[] points, float[] result)
    {
        for (int i = points.Length - 1; i >= 0; i--)
            result[i] = points[i].X - points[i].Y;
    }

    [Parallel]
    public static void EverySecond(Vector2[] points, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = points[2 * i].X + points[2 * i + 1].Y;
    }

    [Parallel]
    public static void Attraction(Moving[] bodies, float[] result)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            float pull = 0;
            for (int j = 0; j < bodies.Length; j++)
            {
                float d = bodies[j].Place.X - bodies[i].Place.X;
                pull += d * bodies[j].Mass;
            }

            result[i] = pull;
        }
    }

    [Parallel]
    public static long SumOfFlags(Small[] values)
    {
        long sum = 0;
        foreach (Small value in values)
            sum += value.A;
        return sum;
    }

    [Parallel]
    public static void Packed(Tight[] values, double[] result)
    {
        for (int i = 0; i < values.Length; i++)
            result[i] = values[i].Number * 2;
    }

    [Parallel]
    public static void Overlapping(Union[] values, int[] result)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i].Real = values[i].Real * 2;
            result[i] = values[i].Bits;
        }
    }

    [Parallel]
    public static void WithReference(Named[] values, double[] result)
    {
        for (int i = 0; i < values.Length; i++)
            result[i] = values[i].Number + 1;
    }

    [Parallel]
    public static void Grey(byte[] rgb, byte[] grey)
    {
        for (int i = 0; i < grey.Length; i++)
            grey[i] = (byte)((77 * rgb[3 * i] + 150 * rgb[3 * i + 1] + 29 * rgb[3 * i + 2]) >> 8);
    }

    [Parallel]
    public static void Last(byte[] rgb, int[] blue)
    {
        for (int i = 0; i < blue.Length; i++)
            blue[i] = rgb[3 * i + 2];
    }

    [Parallel]
    public static void Alpha(sbyte[] rgba, short[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (short)(rgba[4 * i + 3] * rgba[4 * i]);
    }

    [Parallel]
    public static void Stereo(short[] samples, float[] mono)
    {
        for (int i = 0; i < mono.Length; i++)
            mono[i] = (samples[2 * i] + samples[2 * i + 1]) * 0.5f;
    }

    [Parallel]
    public static void Fourth(float[] x, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[4 * i + 1] - x[4 * i + 3] * x[4 * i + 6];
    }

    [Parallel]
    public static void Thirds(double[] x, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[3 * i] + x[3 * i + 1] - x[3 * i + 2];
    }

    [Parallel]
    public static void Unrolled(float[] a, float[] b, float s)
    {
        for (int i = 0; i < a.Length - 4; i += 5)
        {
            a[i] += s * b[i];
            a[i + 1] += s * b[i + 1];
            a[i + 2] += s * b[i + 2];
            a[i + 3] += s * b[i + 3];
            a[i + 4] += s * b[i + 4];
        }
    }

    [Parallel]
    public static void Rotate(int[] a)
    {
        for (int i = 0; i < a.Length - 2; i += 3)
        {
            int first = a[i];
            a[i] = a[i + 1];
            a[i + 1] = a[i + 2];
            a[i + 2] = first;
        }
    }

    [Parallel]
    public static void Spill(int[] a, int[] b)
    {
        for (int i = 0; i < a.Length / 2; i++)
        {
            a[2 * i] = b[2 * i + 1] + 1;
            a[2 * i + 1] = a[2 * i] * 3;
        }
    }

    [Parallel]
    public static void SpillOver(float[] a, float[] b)
    {
        for (int i = 0; i < a.Length / 2; i++)
        {
            a[2 * i] = b[2 * i] + 1;
            a[2 * i + 1] = b[2 * i] * 3;
        }
    }

    [Parallel]
    public static void Swap(double[] a)
    {
        for (int i = 0; i < a.Length / 2; i++)
        {
            double first = a[2 * i];
            double second = a[2 * i + 1];
            a[2 * i + 1] = first;
            a[2 * i] = second;
        }
    }

    [Parallel]
    public static void PairsOfSpans(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < a.Length / 2; i++)
        {
            a[2 * i] = b[i];
            a[2 * i + 1] = -b[i];
        }
    }

    [Parallel]
    public static void Negate(Cell2[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i].Column = -cells[i].Row;
            cells[i].Row = cells[i].Column + 1;
        }
    }

    [Parallel]
    public static void Pairs(List<Pair<long>> pairs, long[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = pairs[i].First ^ pairs[i].Second;
    }

    [Parallel]
    public static void Table(Cell[,] cells, int[,] result)
    {
        for (int y = 0; y < cells.GetLength(0); y++)
        {
            for (int x = 0; x < cells.GetLength(1); x++)
                result[y, x] = cells[y, x].Column * 3 - cells[y, x].Row;
        }
    }

    public struct Moving
    {
        public Vector3 Place;
        public Vector3 Speed;
        public float Mass;
    }

    public struct Mixed
    {
        public double Number;
        public int Count;
        public float Weight;
    }

    public struct Small
    {
        public int A;
        public byte B;
        public sbyte C;
        public ushort D;
        public bool Flag;
    }

    public struct Typed
    {
        public Kind Kind;
        public int Value;
    }

    public readonly record struct Cell(int Row, int Column);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct Tight
    {
        public byte Tag;
        public double Number;
    }

    [StructLayout(LayoutKind.Explicit)]
    public struct Union
    {
        [FieldOffset(0)]
        public float Real;

        [FieldOffset(0)]
        public int Bits;
    }

    public struct Named
    {
        public string Name;
        public double Number;
    }

    public struct Cell2
    {
        public int Row;
        public int Column;
    }

    public struct Pair<T>
    {
        public T First { get; set; }

        public T Second { get; set; }
    }
}
