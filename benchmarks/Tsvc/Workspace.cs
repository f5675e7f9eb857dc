using System.Reflection;

namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>The arguments of all loops, of one size. Values are small, of both signs, some of them zero.</summary>
internal sealed class Workspace
{
    private static readonly Dictionary<string, PropertyInfo> _properties =
        typeof(Workspace).GetProperties().ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the arguments; equal sizes give equal values.</summary>
    public Workspace(int size)
    {
        var random = new Random(size);
        N = size;
        M = (int)Math.Sqrt(size);
        A = Vector(random, size);
        B = Vector(random, size);
        C = Vector(random, size);
        D = Vector(random, size);
        E = Vector(random, size);
        Positive = [.. Vector(random, size).Select(x => 1 + (Math.Abs(x) / size))];
        Flat = Vector(random, Math.Max(size, M * M) + 128);
        AA = Matrix(random, M);
        BB = Matrix(random, M);
        CC = Matrix(random, M);
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

    public float[] Flat { get; }

    public float[,] AA { get; }

    public float[,] BB { get; }

    public float[,] CC { get; }

    public int[] Permutation { get; }

    public int[] Columns { get; }

    public int[] Cases { get; }

    /// <summary>Everything that a loop may write.</summary>
    public IEnumerable<(string Name, Array Values)> Written =>
        [(nameof(A), A), (nameof(B), B), (nameof(C), C), (nameof(D), D), (nameof(E), E), (nameof(Positive), Positive), (nameof(Flat), Flat), (nameof(AA), AA), (nameof(BB), BB), (nameof(CC), CC)];

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
