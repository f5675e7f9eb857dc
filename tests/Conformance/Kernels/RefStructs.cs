namespace AutoParallel.Conformance.Kernels;

/// <summary>Methods of a <c>ref struct</c>, and methods that take one, or a span, by reference.</summary>
internal readonly ref struct RefStructs(ReadOnlySpan<double> values)
{
    private readonly ReadOnlySpan<double> _values = values;

    [Parallel]
    public static void Add(ref Pair pair, int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += pair.Items.Length * pair.Factor + pair.Items[0];
    }

    [Parallel]
    public static void Into(in Pair pair, int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            pair.Items[i] = x[i] * pair.Factor;
    }

    [Parallel]
    public static int Shorten(ref Span<int> span, int[] x)
    {
        span = span[1..];
        for (int i = 0; i < span.Length; i++)
            x[i] += span.Length;
        span = span[1..];
        return span.Length;
    }

    [Parallel]
    public double Sum()
    {
        double sum = 0;
        foreach (double value in _values)
            sum += value;
        return sum;
    }

    [Parallel]
    public void Twice(double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = _values[i] * 2;
    }

    /// <summary>Numbers and what they are multiplied by.</summary>
    public ref struct Pair
    {
        public Span<int> Items;
        public int Factor;
    }
}
