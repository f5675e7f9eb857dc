using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Generic arithmetic: methods over any number, and methods of a type over any number.</summary>
internal static class GenericMath
{
    [Parallel]
    public static T Sum<T>(T[] x)
        where T : INumber<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : struct, INumber<T>
    {
        var sum = T.AdditiveIdentity;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Parallel]
    public static T Largest<T>(T[] x)
        where T : INumber<T>, IMinMaxValue<T>
    {
        var largest = T.MinValue;
        foreach (var v in x)
            largest = T.Max(largest, v);
        return largest;
    }

    [Parallel]
    public static int Above<T>(T[] x, T limit)
        where T : IComparisonOperators<T, T, bool>, INumberBase<T>
    {
        int count = 0;
        foreach (var v in x)
        {
            if (v > limit && v != limit + T.One)
                count++;
        }

        return count;
    }

    [Parallel]
    public static void Axpy<T>(T a, T[] x, T[] y)
        where T : INumber<T>
    {
        for (int i = 0; i < y.Length; i++)
            y[i] = a * x[i] + y[i];
    }

    [Parallel]
    public static void Mixed<T>(Span<T> x, ReadOnlySpan<T> y)
        where T : struct, INumber<T>
    {
        var two = T.CreateChecked(2);
        for (int i = 0; i < x.Length; i++)
        {
            T v = x[i] - y[i] * two;
            T w = -v + T.One;
            if (T.Min(v, y[i]) < y[i])
                w -= x[i] * (v + T.One);
            else
                w++;
            x[i] = w;
        }
    }

    [Parallel]
    public static void Distances<T>(T[] x, T[] y, T[] result)
        where T : IRootFunctions<T>
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = T.Sqrt(x[i] * x[i] + y[i] * y[i]) / T.CreateChecked(3.0);
    }

    [Parallel]
    public static void Magnitudes<T>(T[] x)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = T.Abs(x[i]);
    }

    /// <summary>The least number has no absolute value, in lanes wider than its type either.</summary>
    [Parallel]
    public static void Unsigned(sbyte[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Math.Abs(x[i]);
    }

    [Parallel]
    public static void Bits<T>(T[] x, T[] y)
        where T : IBinaryInteger<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (x[i] & y[i]) ^ ~(x[i] | y[i]);
    }

    [Parallel]
    public static void Quotients<T>(T[] x, T[] y)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] / y[i] + x[i] % y[i];
    }

    [Parallel]
    public static void From<T>(int[] x, T[] y)
        where T : INumber<T>
    {
        for (int i = 0; i < y.Length; i++)
            y[i] = T.CreateChecked(x[i]) + y[i];
    }

    /// <summary>A helper over any number, called where the number is known.</summary>
    public static T Lerp<T>(T a, T b, T t)
        where T : INumber<T> => a + (b - a) * t;

    [Parallel]
    public static void Blend(double[] a, double[] b, double[] result, double t)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Lerp(a[i], b[i], t);
    }

    [Parallel]
    public static void BlendAny<T>(T[] a, T[] b, T[] result, T t)
        where T : INumber<T>
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Lerp(a[i], b[i], t);
    }

    /// <summary>A matrix of numbers, as one writes it.</summary>
    internal sealed class Matrix<T>(int rows, int columns)
        where T : INumber<T>
    {
        private readonly T[] _data = new T[rows * columns];

        public int Rows { get; } = rows;

        public int Columns { get; } = columns;

        public T[] Elements => _data;

        public T this[int row, int column]
        {
            get => _data[row * Columns + column];
            set => _data[row * Columns + column] = value;
        }

        [Parallel]
        public void Add(Matrix<T> other)
        {
            for (int i = 0; i < _data.Length; i++)
                _data[i] += other._data[i];
        }

        [Parallel]
        public T Trace()
        {
            T trace = T.Zero;
            for (int i = 0; i < Rows; i++)
                trace += this[i, i];
            return trace;
        }
    }

    [Parallel]
    public static void Constants<T>(T[] x, T[] y)
        where T : INumber<T>, IMinMaxValue<T>
    {
        T least = -T.One;
        for (int i = 0; i < y.Length; i++)
            y[i] = (x[i] > T.Zero ? T.One : -T.One) + T.Max(least, x[i]) - (T.MaxValue + T.One) + (T.MinValue - T.One) + T.Abs(T.One);
    }

    [Parallel]
    public static void FromConstant<T>(T[] x)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = T.CreateChecked(200) - x[i];
    }

    [Parallel]
    public static void Combine(Matrix<float> a, Matrix<float> b, Matrix<float> result)
    {
        for (int i = 0; i < result.Rows; i++)
        {
            for (int j = 0; j < result.Columns; j++)
                result[i, j] = a[i, j] * 2 + b[i, j];
        }
    }

    [Parallel]
    public static void CombineAny<T>(Matrix<T> a, Matrix<T> b, Matrix<T> result)
        where T : INumber<T>
    {
        for (int i = 0; i < result.Rows; i++)
        {
            for (int j = 0; j < result.Columns; j++)
                result[i, j] = a[i, j] * b[i, j] - b[i, j];
        }
    }
}
