namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>The plain vector operations.</summary>
internal static class ControlLoops
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(Va, w => Va(w.A, w.B, w.N)),
        Entry.Of(Vif, w => Vif(w.A, w.B, w.N)),
        Entry.Of(Vpv, w => Vpv(w.A, w.B, w.N)),
        Entry.Of(Vtv, w => Vtv(w.A, w.B, w.N)),
        Entry.Of(Vpvtv, w => Vpvtv(w.A, w.B, w.C, w.N)),
        Entry.Of(Vpvts, w => Vpvts(w.A, w.B, w.S, w.N)),
        Entry.Of(Vpvpv, w => Vpvpv(w.A, w.B, w.C, w.N)),
        Entry.Of(Vtvtv, w => Vtvtv(w.A, w.B, w.C, w.N)),
        Entry.Of(Vbor, w => Vbor(w.A, w.B, w.C, w.D, w.E, w.Positive, w.Flat, w.N)),
    ];

    [Parallel]
    public static void Va(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = b[i];
    }

    [Parallel]
    public static void Vif(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0)
                a[i] = b[i];
        }
    }

    [Parallel]
    public static void Vpv(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] += b[i];
    }

    [Parallel]
    public static void Vtv(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] *= b[i];
    }

    [Parallel]
    public static void Vpvtv(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] += b[i] * c[i];
    }

    [Parallel]
    public static void Vpvts(float[] a, float[] b, float s, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] += b[i] * s;
    }

    [Parallel]
    public static void Vpvpv(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] += b[i] + c[i];
    }

    [Parallel]
    public static void Vtvtv(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[i] * b[i] * c[i];
    }

    /// <summary>59 operations on six loads: a sum of all products of three of the loads, and the product of that with three more sums.</summary>
    [Parallel]
    public static void Vbor(float[] a, float[] b, float[] c, float[] d, float[] e, float[] positive, float[] flat, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float p = a[i];
            float q = b[i];
            float r = c[i];
            float s = d[i];
            float t = e[i];
            float u = positive[i];
            float one = p * q * r + p * q * s + p * q * t + p * q * u + p * r * s + p * r * t + p * r * u + p * s * t + p * s * u + p * t * u;
            float two = q * r * s + q * r * t + q * r * u + q * s * t + q * s * u + q * t * u;
            float three = r * s * t + r * s * u + r * t * u;
            float four = s * t * u;
            flat[i] = one * two * three * four;
        }
    }
}
