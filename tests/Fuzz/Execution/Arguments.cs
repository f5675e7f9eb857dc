using System.Collections.Concurrent;
using System.Reflection;

namespace AutoParallel.Fuzz.Execution;

/// <summary>
/// The arguments of one call, made from the parameter types and <see cref="Inputs"/>. A span travels as a <see cref="Memory{T}"/>. What
/// a call has written can be undone, so that one set serves all calls with these inputs.
/// </summary>
internal sealed class Arguments
{
    private static readonly ConcurrentDictionary<(string Name, string Element), MethodInfo> _generic = new();

    private readonly Inputs _inputs;
    private readonly Dictionary<string, object> _shared = [];
    private readonly Dictionary<string, int> _spans = [];
    private readonly List<Storage> _storages = [];
    private readonly List<Array> _original;

    private Arguments(IReadOnlyList<(string Type, string Name)> parameters, Inputs inputs)
    {
        _inputs = inputs;
        All = [.. parameters.Select((parameter, position) => Make(parameter.Type, parameter.Name, position))];
        _original = Save();
    }

    /// <summary>One argument for each parameter.</summary>
    public object[] All { get; }

    /// <summary>One argument for each parameter, which is given by its type as C# writes it and its name.</summary>
    public static Arguments Make(IReadOnlyList<(string Type, string Name)> parameters, Inputs inputs) => new(parameters, inputs);

    /// <summary>A copy of all that a call can write.</summary>
    public List<Array> Save() => [.. _storages.Select(s => s.Save())];

    /// <summary>Undoes what calls have written.</summary>
    public void Reset()
    {
        for (var i = 0; i < _storages.Count; i++)
            _storages[i].Restore(_original[i]);
    }

    /// <summary>Where what calls have written differs from a copy; null if nowhere.</summary>
    public string? Difference(List<Array> expected)
    {
        for (var i = 0; i < _storages.Count; i++)
        {
            if (_storages[i].Difference(expected[i]) is { } difference)
                return $"{_storages[i].Name}{difference}";
        }

        return null;
    }

    private object Make(string type, string name, int position) => (type, name) switch
    {
        ("int", "n") => _inputs.N,
        ("int", "m") => _inputs.M,
        ("int", "o") => _inputs.Seed % 4,
        ("double", "s") => _inputs.IsExact ? (double)(_inputs.Seed % 5 - 2) : 1.75 * (_inputs.Seed % 7) - 3.3,
        ("int[]", "p") => Permutation(),
        _ => Container(type, name, position),
    };

    /// <summary>Subscripts that are inside every container: a permutation or, for some seeds, with repetitions.</summary>
    private int[] Permutation()
    {
        var count = _inputs.N + 8;
        var all = new int[count];
        for (var i = 0; i < count; i++)
            all[i] = _inputs.Seed % 3 == 0 ? i * 7 % Math.Max(1, _inputs.N) : count - 1 - i < _inputs.N ? count - 1 - i : 0;
        return all;
    }

    private object Container(string type, string name, int position)
    {
        var kind = type.Contains("[,]", StringComparison.Ordinal) ? "[,]"
            : type.Contains("[][]", StringComparison.Ordinal) ? "[][]"
            : type.EndsWith("[]", StringComparison.Ordinal) ? "[]"
            : type[..type.IndexOf('<')];
        var element = kind[0] == '[' ? type[..type.IndexOf('[')] : type[(type.IndexOf('<') + 1)..^1];
        var isSpan = kind is "Span" or "ReadOnlySpan";
        var key = isSpan ? $"span of {element}" : type;
        if (_inputs.Sharing == Sharing.None)
            key = $"{position}";
        if (!_shared.TryGetValue(key, out var container))
            _shared.Add(key, container = Generic(nameof(MakeContainer), element).Invoke(this, [kind, name, position])!);
        return isSpan ? Generic(nameof(Part), element).Invoke(this, [container, key])! : container;
    }

    private static MethodInfo Generic(string name, string element) => _generic.GetOrAdd((name, element), static key => typeof(Arguments)
        .GetMethod(key.Name, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(TypeOf(key.Element)));

    private object MakeContainer<T>(string kind, string name, int position)
        where T : unmanaged
    {
        var (n, m) = (_inputs.N, _inputs.M);
        var rows = _inputs.IsTight ? n : n + 8;
        var columns = _inputs.IsTight ? m : m + 8;
        var length = _inputs.IsTight ? n : (3 * n) + (n * m) + 64 + Math.Abs(_inputs.Shift);
        switch (kind)
        {
            case "[,]":
                var matrix = new T[rows, columns];
                if (matrix.Length > 0)
                    Fill(System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref matrix[0, 0], matrix.Length), position);
                return Kept(matrix, name);
            case "[][]":
                var jagged = new T[rows][];
                for (var row = 0; row < rows; row++)
                    jagged[row] = Kept(Values<T>(columns, position + (row * 31)), $"{name}[{row}]");
                if (_inputs.Sharing == Sharing.Shifted && rows > 3)
                    jagged[rows / 2] = jagged[1];
                if (_inputs.Sharing == Sharing.Same && rows > 1 && _shared.Values.OfType<T[]>().FirstOrDefault() is { } one)
                    jagged[rows - 1] = one;
                _storages.Add(new Storage.OfRows(jagged, name));
                return jagged;
            case "List":
                var list = new List<T>(Values<T>(length, position));
                _storages.Add(new Storage.OfList<T>(list, name));
                return list;
            default:
                return Kept(Values<T>(length, position), name);
        }
    }

    private TArray Kept<TArray>(TArray array, string name)
        where TArray : class
    {
        _storages.Add(new Storage.OfArray((Array)(object)array, name));
        return array;
    }

    private Memory<T> Part<T>(T[] all, string key)
    {
        var number = _spans.GetValueOrDefault(key);
        _spans[key] = number + 1;
        if (_inputs.Sharing != Sharing.Shifted || all.Length <= Math.Abs(_inputs.Shift))
            return all;
        var isMoved = number % 2 == 1;
        var start = isMoved == _inputs.Shift > 0 ? Math.Abs(_inputs.Shift) : 0;
        return all.AsMemory(start, all.Length - Math.Abs(_inputs.Shift));
    }

    private T[] Values<T>(int count, int container)
        where T : unmanaged
    {
        var values = new T[count];
        Fill(values.AsSpan(), container);
        return values;
    }

    /// <summary>Fills elements; those of a structure field by field, as its type asks for.</summary>
    private void Fill<T>(Span<T> target, int container)
        where T : unmanaged
    {
        if (!Pairs.TryFill(target, _inputs.IsExact, _inputs.Seed, container))
            Execution.Values<T>.Fill(target, _inputs.IsExact, _inputs.Seed, container);
    }

    private static Type TypeOf(string element) => element switch
    {
        "bool" => typeof(bool),
        "char" => typeof(char),
        "sbyte" => typeof(sbyte),
        "byte" => typeof(byte),
        "short" => typeof(short),
        "ushort" => typeof(ushort),
        "int" => typeof(int),
        "uint" => typeof(uint),
        "long" => typeof(long),
        "ulong" => typeof(ulong),
        "Half" => typeof(Half),
        "float" => typeof(float),
        "double" => typeof(double),
        "IntPair" => typeof(IntPair),
        "ByteTriple" => typeof(ByteTriple),
        "LongPair" => typeof(LongPair),
        "FloatTriple" => typeof(FloatTriple),
        "DoublePair" => typeof(DoublePair),
        _ => throw new ArgumentException($"no inputs are made for elements of type {element}"),
    };
}
