using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Methods of every signature.</summary>
internal static class Methods
{
    private static readonly int[] _table = [3, 1, 4, 1, 5, 9, 2, 6];
    private static int _calls;

    public static int Calls => _calls;

    [Parallel]
    public static int Expression(int[] x) => SumOf(x) + 1;

    [Parallel]
    public static void Extension(this int[] x, int factor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] *= factor;
    }

    [Parallel]
    public static T GenericSum<T>(T[] x)
        where T : INumber<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static void GenericAxpy<T>(T a, T[] x, T[] y)
        where T : struct, INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = a * x[i] + y[i];
    }

    [Parallel]
    public static void Fill<T>(T[] x, T value)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = value;
    }

    [Parallel]
    public static void Map<TIn, TOut>(TIn[] x, TOut[] result, Func<TIn, TOut> map)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = map(x[i]);
    }

    [Parallel]
    public static void RefOutIn(ref int total, out int largest, in int offset, int[] x)
    {
        largest = int.MinValue;
        int sum = 0;
        int top = int.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] + offset;
            top = Math.Max(top, x[i]);
        }

        total += sum;
        largest = top;
    }

    [Parallel]
    public static void RefAccumulator(ref int total, int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            total += x[i];
    }

    [Parallel]
    public static void OutAccumulator(int[] x, out int total)
    {
        total = 0;
        for (int i = 0; i < x.Length; i++)
            total += x[i];
    }

    [Parallel]
    public static void InFactor(in Particle particle, double[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += particle.Speed;
    }

    [Parallel]
    public static void RefElement(ref int value, int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] + value;
    }

    [Parallel]
    public static int Params(params int[] x)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static int ParamsSpan(params ReadOnlySpan<int> x)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static int Scoped(scoped ReadOnlySpan<int> x)
    {
        int bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= x[i];
        return bits;
    }

    [Parallel]
    public static void Defaults(int[] x, int add = 5, int multiply = 2, string? name = "none")
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] * multiply + add + name!.Length;
    }

    [Parallel]
    public static ref int RefReturn(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i]++;
        return ref x[0];
    }

    [Parallel]
    public static int Recursive(int[] x, int depth)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] ^ depth;
        return depth == 0 ? sum : sum + Recursive(x, depth - 1);
    }

    [Parallel]
    public static void CallsAnother(int[][] rows, int factor)
    {
        for (int i = 0; i < rows.Length; i++)
            rows[i].Extension(factor);
    }

    [Parallel]
    public static async Task<int> Asynchronous(int[] x)
    {
        await Task.Yield();
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static IEnumerable<int> Iterator(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            yield return x[i] * 2;
    }

    [Parallel]
    public static void PrivateTable(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += _table[i & 7] * Hidden(i);
    }

    [Parallel]
    public static void CountsCalls(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Counted(x[i]);
    }

    [Parallel]
    public static void ArgumentIsAssigned(int[] x, int by)
    {
        by += 3;
        for (int i = 0; i < x.Length; i++)
            x[i] -= by;
        by = 0;
        x = [];
    }

    [Parallel]
    public static void @class(int[] @for, int @int)
    {
        for (int @if = 0; @if < @for.Length; @if++)
            @for[@if] += @int;
    }

    [Parallel]
    internal static void TupleReturn(int[] x, out (int Low, int High) range)
    {
        int low = int.MaxValue;
        int high = int.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            low = Math.Min(low, x[i]);
            high = Math.Max(high, x[i]);
        }

        range = (low, high);
    }

    public static int CallPrivate(int[] x) => PrivateMethod(x);

    [Parallel]
    private static int PrivateMethod(int[] x)
    {
        int bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits ^= x[i];
        return bits;
    }

    private static int Hidden(int i) => i * 7 + _table[1];

    private static int Counted(int value)
    {
        _calls++;
        return value + 1;
    }

    private static int SumOf(int[] x)
    {
        int sum = 0;
        foreach (int value in x)
            sum += value;
        return sum;
    }

    /// <summary>Kernels of a nested private type.</summary>
    public static class Outer
    {
        public static void CallInner(int[] x) => Inner.Double(x);

        private static class Inner
        {
            [Parallel]
            public static void Double(int[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] *= 2;
            }
        }
    }
}
