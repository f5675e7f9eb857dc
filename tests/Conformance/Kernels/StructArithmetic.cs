using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Operators between structs: vectors, complex numbers, and structs of the user's.</summary>
internal static class StructArithmetic
{
    [Parallel]
    public static void Step(Vector3[] places, Vector3[] speeds, float time)
    {
        for (int i = 0; i < places.Length; i++)
        {
            var v = speeds[i] * time;
            places[i] = places[i] + v;
        }
    }

    [Parallel]
    public static void Blend(Vector2[] a, Vector2[] b, Vector2[] result, float t)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = a[i] * (1 - t) + b[i] * t - a[i] / (b[i] + new Vector2(2, 3));
    }

    [Parallel]
    public static void Magnitudes(Complex[] a, Complex[] b, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            var p = a[i] * b[i] + a[i];
            result[i] = p.Real * p.Real - p.Imaginary;
        }
    }

    [Parallel]
    public static void Escape(Complex[] c, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            var z = new Complex(0, 0);
            int n = 0;
            for (; n < 50; n++)
            {
                z = z * z + c[i];
                if (z.Real * z.Real + z.Imaginary * z.Imaginary > 4)
                    break;
            }

            result[i] = n;
        }
    }

    /// <summary>A sum of structs in an inner loop.</summary>
    [Parallel]
    public static void Forces(Vector3[] places, Vector3[] forces)
    {
        for (int i = 0; i < forces.Length; i++)
        {
            var sum = Vector3.Zero;
            var place = places[i];
            for (int k = 0; k < places.Length; k++)
            {
                var d = places[k] - place;
                sum += d * (1 / (d.X * d.X + d.Y * d.Y + d.Z * d.Z + 0.01f));
            }

            forces[i] = sum;
        }
    }

    [Parallel]
    public static void Rows(Complex[] matrix, Complex[] x, Complex[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            Complex sum = 0;
            for (int k = 0; k < x.Length; k++)
                sum += matrix[i * x.Length + k] * x[k];
            result[i] = sum;
        }
    }

    /// <summary>Loops inside that need a struct of the loop around, and some that lanes have nothing to do with.</summary>
    [Parallel]
    public static void Mixed(Vector3[] places, float[] x)
    {
        for (int i = 0; i < places.Length; i++)
        {
            var p = places[i];
            var q = p;
            for (int k = 0; k < 4 && p.X < 100; k++)
            {
                q += p * k;
                for (int j = 0; j < 3; j++)
                    q.Y += j * p.Z;
                if (q.X > 50)
                    break;
            }

            for (int j = 0; j < x.Length && i == 3; j++)
                x[j] += q.Y;
            places[i] = q - p;
        }
    }

    [Parallel]
    public static void Own(Pair[] a, Pair[] b, Pair[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            Pair d = a[i] - b[i];
            d = 2 * d + -b[i];
            result[i] = d * d;
        }
    }

    [Parallel]
    public static void VectorSums(Vector3[] a, Vector3[] b, Vector3[] sum, Vector3[] difference)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] = a[i] + b[i];
            difference[i] = a[i] - b[i];
        }
    }

    [Parallel]
    public static void VectorProducts(Vector3[] a, Vector3[] b, Vector3[] product, Vector3[] quotient)
    {
        for (int i = 0; i < product.Length; i++)
        {
            product[i] = a[i] * b[i];
            quotient[i] = a[i] / b[i];
        }
    }

    [Parallel]
    public static void VectorScaled(Vector3[] a, float[] s, Vector3[] scaled, Vector3[] divided)
    {
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = s[i] * a[i];
            divided[i] = -a[i] / s[i];
        }
    }

    [Parallel]
    public static void PlaneSums(Vector2[] a, Vector2[] b, Vector2[] sum, Vector2[] difference)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] = a[i] + b[i];
            difference[i] = a[i] - b[i];
        }
    }

    [Parallel]
    public static void PlaneProducts(Vector2[] a, Vector2[] b, Vector2[] product, Vector2[] quotient)
    {
        for (int i = 0; i < product.Length; i++)
        {
            product[i] = a[i] * b[i];
            quotient[i] = a[i] / b[i];
        }
    }

    [Parallel]
    public static void PlaneScaled(Vector2[] a, float[] s, Vector2[] scaled, Vector2[] divided)
    {
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = s[i] * a[i];
            divided[i] = -a[i] / s[i];
        }
    }

    [Parallel]
    public static void FourSums(Vector4[] a, Vector4[] b, Vector4[] sum, Vector4[] difference)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] = a[i] + b[i];
            difference[i] = a[i] - b[i];
        }
    }

    [Parallel]
    public static void FourProducts(Vector4[] a, Vector4[] b, Vector4[] product, Vector4[] quotient)
    {
        for (int i = 0; i < product.Length; i++)
        {
            product[i] = a[i] * b[i];
            quotient[i] = a[i] / b[i];
        }
    }

    [Parallel]
    public static void FourScaled(Vector4[] a, float[] s, Vector4[] scaled, Vector4[] divided)
    {
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = s[i] * a[i];
            divided[i] = -a[i] / s[i];
        }
    }

    [Parallel]
    public static void ComplexSums(Complex[] a, Complex[] b, Complex[] sum, Complex[] difference)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] = a[i] + b[i];
            difference[i] = a[i] - b[i];
        }
    }

    [Parallel]
    public static void ComplexProducts(Complex[] a, Complex[] b, Complex[] product, Complex[] negated)
    {
        for (int i = 0; i < product.Length; i++)
        {
            product[i] = a[i] * b[i];
            negated[i] = -a[i];
        }
    }

    [Parallel]
    public static void ComplexWithNumbers(Complex[] a, double[] s, Complex[] right, Complex[] left)
    {
        for (int i = 0; i < right.Length; i++)
        {
            right[i] = a[i] + s[i];
            left[i] = s[i] + a[i];
        }
    }

    [Parallel]
    public static void ComplexWithoutNumbers(Complex[] a, double[] s, Complex[] less, Complex[] from)
    {
        for (int i = 0; i < less.Length; i++)
        {
            less[i] = a[i] - s[i];
            from[i] = s[i] - a[i];
        }
    }

    [Parallel]
    public static void ComplexScaled(Complex[] a, double[] s, Complex[] scaled, Complex[] scaling)
    {
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = a[i] * s[i];
            scaling[i] = s[i] * a[i] + Complex.ImaginaryOne;
        }
    }

    [Parallel]
    public static void ComplexConverted(double[] s, Complex[] converted)
    {
        for (int i = 0; i < converted.Length; i++)
            converted[i] = (float)s[i];
    }

    [Parallel]
    public static void Squares(Complex[] z, Complex[] c)
    {
        for (int i = 0; i < z.Length; i++)
            z[i] = z[i] * z[i] + c[i];
    }

    [Parallel]
    public static void Quotients(Complex[] z, Complex[] c)
    {
        for (int i = 0; i < z.Length; i++)
            z[i] = z[i] / c[i];
    }

    [Parallel]
    public static void Compound(Vector2[] p, Vector2[] v, float time)
    {
        for (int i = 0; i < p.Length; i++)
        {
            v[i] *= 0.99f;
            p[i] += v[i] * time;
        }
    }

    [Parallel]
    public static void Shifted(Vector2[] p, Vector2[] q)
    {
        for (int i = 0; i < q.Length - 1; i++)
            q[i] = p[i + 1] + p[i];
    }

    [Parallel]
    public static void ReadOnly(Fixed[] a, Fixed[] b, Fixed[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            var f = (a[i] + b[i].Turned).Scale(2);
            result[i] = Fixed.Middle(f, -a[i]);
        }
    }

    [Parallel]
    public static void Generic(Of<float>[] a, Of<float>[] b, float s)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = (a[i] - b[i]) * s;
    }

    [Parallel]
    public static void GenericIntegers(Of<int>[] a, Of<int>[] b, int s)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = (a[i] - b[i]) * s;
    }

    [Parallel]
    public static void Primary(Declared[] a, Declared[] b)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = a[i] + b[i];
    }

    [Parallel]
    public static void Captured(Capturing[] a, Capturing[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            var p = a[i];
            p.Y += 1;
            b[i] = p;
        }
    }

    [Parallel]
    public static void Quotient(Whole[] a, Whole[] b)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = a[i] / b[i];
    }

    internal struct Whole
    {
        public int X, Y;

        public static Whole operator /(Whole a, Whole b) => new() { X = a.X / b.X, Y = a.Y / b.Y };
    }

    internal readonly struct Fixed
    {
        private readonly float _x;

        public Fixed(float x, float y)
        {
            _x = x;
            Y = y;
        }

        public float X => _x;

        public float Y { get; }

        public Fixed Turned => new(-Y, X);

        public static Fixed operator +(Fixed a, Fixed b) => new(a.X + b.X, a.Y + b.Y);

        public static Fixed operator -(Fixed a) => new(-a.X, -a.Y);

        public static Fixed Middle(Fixed a, Fixed b)
        {
            var sum = a + b;
            float half = MathF.Min(0.5f, 1);
            return new Fixed(sum.X * half, sum.Y * half);
        }

        public Fixed Scale(float by) => new(X * by, Y * by);
    }

    internal readonly record struct Of<T>(T X, T Y)
        where T : INumber<T>
    {
        public static Of<T> operator -(Of<T> a, Of<T> b) => new(a.X - b.X, a.Y - b.Y);

        public static Of<T> operator *(Of<T> a, T k) => new(a.X * k, a.Y * k);
    }

    internal readonly struct Declared(double x, double y)
    {
        public readonly double X = x;

        public double Y { get; } = y;

        public static Declared operator +(Declared a, Declared b) => new(a.X + b.X, a.Y + b.Y);
    }

    internal struct Capturing(double x, double y)
    {
        public double Y = y;

        public readonly double X => x;
    }

    internal struct Pair
    {
        public double X, Y;

        public Pair(double x, double y)
        {
            X = x;
            Y = y;
        }

        public static Pair operator +(Pair a, Pair b) => new(a.X + b.X, a.Y + b.Y);

        public static Pair operator -(Pair a, Pair b) => new Pair { X = a.X - b.X, Y = a.Y - b.Y };

        public static Pair operator -(Pair a)
        {
            return new Pair(-a.X, -a.Y);
        }

        public static Pair operator *(double k, in Pair a) => new(k * a.X, k * a.Y);

        public static Pair operator *(Pair a, Pair b) => new(a.X * b.X - a.Y * b.Y, Math.Max(a.X, b.X) * (a.Y > 0 ? a.Y : b.Y));
    }
}
