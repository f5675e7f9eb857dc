using System.Reflection;

namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>The arguments of all loops, of one size. Values are small, of both signs, some of them zero.</summary>
internal sealed class Workspace
{
    private static readonly Dictionary<string, PropertyInfo> _properties =
        typeof(Workspace).GetProperties().ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<float[]> _flat;
    private readonly Lazy<float[,]> _aa;
    private readonly Lazy<float[,]> _bb;
    private readonly Lazy<float[,]> _cc;

    /// <summary>Makes the arguments; equal sizes give equal values. Those of two dimensions are made when they are asked for.</summary>
    public Workspace(int size)
        : this(size, size < 10_000 ? (int)Math.Sqrt(size) : 640)
    {
    }

    /// <summary>The same with a number of rows and columns.</summary>
    public Workspace(int size, int side)
    {
        var random = new Random(size);
        N = size;
        M = side;
        A = Vector(random, size);
        B = Vector(random, size);
        C = Vector(random, size);
        D = Vector(random, size);
        E = Vector(random, size);
        Positive = [.. Vector(random, size).Select(x => 1 + (Math.Abs(x) / size))];
        _flat = new(() => Vector(new Random(size + 1), Math.Max(size, M * M) + 128));
        _aa = new(() => Matrix(new Random(size + 2), M));
        _bb = new(() => Matrix(new Random(size + 3), M));
        _cc = new(() => Matrix(new Random(size + 4), M));
        Permutation = [.. Enumerable.Range(0, size)];
        random.Shuffle(Permutation);
        Columns = [.. Enumerable.Range(0, M)];
        random.Shuffle(Columns);
        Cases = [.. Enumerable.Range(0, size).Select(_ => random.Next(0, 6))];
    }

    public int N { get; }

    public int M { get; }

    public int Half => N / 2;

    public int First => 1;

    public int Step => 2;

    public int Row => 1;

    public float S => 0.75f;

    public float T => 0.25f;

    /// <summary>Few elements are greater.</summary>
    public float Threshold => 1.96f;

    public float[] A { get; }

    public float[] B { get; }

    public float[] C { get; }

    public float[] D { get; }

    public float[] E { get; }

    public float[] Positive { get; }

    public float[] Flat => _flat.Value;

    public float[,] AA => _aa.Value;

    public float[,] BB => _bb.Value;

    public float[,] CC => _cc.Value;

    public int[] Permutation { get; }

    public int[] Columns { get; }

    public int[] Cases { get; }

    /// <summary>Everything that a loop may have written.</summary>
    public IEnumerable<(string Name, Array Values)> Written
    {
        get
        {
            (string, Array)[] always = [(nameof(A), A), (nameof(B), B), (nameof(C), C), (nameof(D), D), (nameof(E), E), (nameof(Positive), Positive)];
            foreach (var vector in always)
                yield return vector;
            if (_flat.IsValueCreated)
                yield return (nameof(Flat), Flat);
            if (_aa.IsValueCreated)
                yield return (nameof(AA), AA);
            if (_bb.IsValueCreated)
                yield return (nameof(BB), BB);
            if (_cc.IsValueCreated)
                yield return (nameof(CC), CC);
        }
    }

    /// <summary>Brings back the values of another workspace of the same size, in the same arrays.</summary>
    public void Restore(Workspace other)
    {
        foreach (var (name, values) in Written)
            Buffer.BlockCopy((Array)other.Named(name), 0, values, 0, Buffer.ByteLength(values));
    }

    /// <summary>The argument of a name; case does not matter.</summary>
    public object Named(string name) => _properties[name].GetValue(this)!;

    private static float[] Vector(Random random, int size) => [.. Enumerable.Range(0, size).Select(_ => Value(random))];

    private static float[,] Matrix(Random random, int side)
    {
        var matrix = new float[side, side];
        for (var i = 0; i < side; i++)
        {
            for (var j = 0; j < side; j++)
                matrix[i, j] = Value(random);
        }

        return matrix;
    }

    private static float Value(Random random) => random.Next(16) == 0 ? 0 : (random.NextSingle() * 4) - 2;
}
