using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Structs that iterations hold in locals: read from arrays, changed and written back, or made anew.</summary>
internal static class StructLocals
{
    [Parallel]
    public static void Advance(Body[] bodies, float time, float floor)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            var b = bodies[i];
            b.Place.X += b.Speed.X * time;
            b.Place.Y += b.Speed.Y * time;
            if (b.Place.Y < floor)
            {
                b.Place.Y = floor;
                b.Speed.Y = -b.Speed.Y;
            }

            bodies[i] = b;
        }
    }

    [Parallel]
    public static void Energies(Body[] bodies, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            Body b = bodies[i];
            result[i] = 0.5f * b.Mass * (b.Speed.X * b.Speed.X + b.Speed.Y * b.Speed.Y);
        }
    }

    [Parallel]
    public static float Furthest(Vector3[] points)
    {
        float most = 0;
        foreach (var p in points)
            most = MathF.Max(most, p.X * p.X + p.Y * p.Y + p.Z * p.Z);
        return most;
    }

    [Parallel]
    public static void Cross(Vector3[] a, Vector3[] b, Vector3[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            var u = a[i];
            var v = b[i];
            result[i] = new Vector3(u.Y * v.Z - u.Z * v.Y, u.Z * v.X - u.X * v.Z, u.X * v.Y - u.Y * v.X);
        }
    }

    [Parallel]
    public static void Multiply(Number[] a, Number[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            var x = a[i];
            var y = b[i];
            a[i] = new Number { Real = x.Real * y.Real - x.Imaginary * y.Imaginary, Imaginary = x.Real * y.Imaginary + x.Imaginary * y.Real };
        }
    }

    [Parallel]
    public static void Magnitudes(Complex[] z, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            Complex c = z[i];
            result[i] = c.Real * c.Real + c.Imaginary * c.Imaginary;
        }
    }

    [Parallel]
    public static void Grey(Colour[] pixels)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            Colour p = pixels[i];
            byte y = (byte)((77 * p.Red + 150 * p.Green + 29 * p.Blue) >> 8);
            pixels[i] = new Colour(y, y, y);
        }
    }

    [Parallel]
    public static void Exchange(Number[] a)
    {
        for (int i = 0; i < a.Length; i++)
        {
            var n = a[i];
            n = new Number { Real = n.Imaginary, Imaginary = n.Real };
            a[i] = n;
        }
    }

    [Parallel]
    public static void ExchangeElements(Number[] a)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = new Number { Real = a[i].Imaginary, Imaginary = a[i].Real };
    }

    [Parallel]
    public static void Choose(Vector2[] a, Vector2[] b, float[] by)
    {
        for (int i = 0; i < a.Length; i++)
        {
            var p = by[i] > 0 ? a[i] : b[i];
            var q = p;
            q.X += 1;
            if (q.X > p.Y)
                p = default;
            a[i] = new Vector2(p.X - q.X, q.Y);
        }
    }

    [Parallel]
    public static void Parts(Body[] bodies, Vector2[] places)
    {
        for (int i = 0; i < places.Length; i++)
        {
            var b = bodies[i];
            var speed = b.Speed;
            b.Place = new Vector2(speed.Y, b.Place.X);
            places[i] = b.Place;
            bodies[i] = b with { Mass = b.Mass + 1 };
        }
    }

    [Parallel]
    public static void Records(Pair[] pairs, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            var p = pairs[i];
            Pair q = new(p.Second, p.First + 1);
            result[i] = q.First * 3 - q.Second;
        }
    }

    [Parallel]
    public static void Assigned(Weighted[] values, double[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Weighted w;
            if (x[i] > 0)
                w = new Weighted(x[i], 2);
            else
                w = values[i];
            w.Weight += w.Value;
            values[i] = w;
        }
    }

    [Parallel]
    public static void Whole(Weighted[] values, double[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            var w = values[i];
            x[i] = Twice(w) + w.Weight;
        }
    }

    [Parallel]
    public static void Inside(Weighted[] values, double[] x)
    {
        for (int i = 0; i < values.Length; i++)
        {
            var w = values[i];
            for (int j = 0; j < 5; j++)
                w.Weight = w.Weight * 0.5 + x[j];
            values[i] = w;
        }
    }

    [Parallel]
    public static void FromParameter(Vector2[] points, Vector2 centre)
    {
        for (int i = 0; i < points.Length; i++)
        {
            Vector2 c = centre;
            var p = points[i];
            points[i] = new Vector2(p.X - c.X, p.Y - c.Y);
        }
    }

    [Parallel]
    public static void OtherMembers(Pair[] pairs, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            var p = pairs[i] with { First = i };
            result[i] += p.First;
        }
    }

    [Parallel]
    public static void Backwards(Pair[] pairs, int[] order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            var p = pairs[order.Length - 1 - i];
            order[i] = p.First - p.Second;
        }
    }

    private static double Twice(Weighted w) => w.Value * 2;

    public struct Body
    {
        public Vector2 Place;
        public Vector2 Speed;
        public float Mass;
    }

    public struct Number
    {
        public double Real { get; set; }

        public double Imaginary { get; set; }
    }

    public struct Colour
    {
        public byte Red;
        public byte Green;
        public byte Blue;

        public Colour(byte red, byte green, byte blue) => (Red, Green, Blue) = (red, green, blue);
    }

    public readonly record struct Pair(int First, int Second);

    public struct Weighted
    {
        public double Value;
        public double Weight;

        public Weighted(double value, double weight)
        {
            Value = value;
            Weight = weight;
        }
    }
}
