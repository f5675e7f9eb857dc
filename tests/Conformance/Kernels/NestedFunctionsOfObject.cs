namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that call local functions which use the object.</summary>
public sealed class NestedFunctionsOfObject
{
    private readonly double[] _weights = [1, 2, 4, 8];
    private readonly string _name = "n";
    private int _seen;

    [Parallel]
    public void Weighted(double[] x)
    {
        double Weight(int k) => _weights[k & 3];
        for (int i = 0; i < x.Length; i++)
            x[i] *= Weight(i);
    }

    [Parallel]
    public void Named(string[] y)
    {
        string Named(int k) => this._name + k;
        for (int i = 0; i < y.Length; i++)
            y[i] = Named(i);
    }

    [Parallel]
    public int Counted(int[] x)
    {
        _seen = 0;
        void See(int v) => _seen += v & 1;
        for (int i = 0; i < x.Length; i++)
            See(x[i]);
        return _seen;
    }

    [Parallel]
    public static int LastOne(int[] x, int[] y)
    {
        int last = 0;
        void Set(int v) => last = v;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] + 1;
            Set(x[i]);
        }

        return last;
    }

    [Parallel]
    public static T[] Generic<T>(T[] x, T other)
        where T : class
    {
        var y = new T[x.Length];
        T Choose(int k) => (k & 1) == 0 ? x[k] : other;
        for (int i = 0; i < x.Length; i++)
            y[i] = Choose(i);
        return y;
    }
}
