using System.Globalization;
using System.Numerics;
using System.Reflection;

using AutoParallel.Fuzz.Generation;

namespace AutoParallel.Fuzz.Execution;

/// <summary>
/// The arguments of one call, made from the parameter types and <see cref="Inputs"/>. A span travels as a <see cref="Memory{T}"/>.
/// </summary>
internal sealed class Arguments
{
    private readonly Inputs _inputs;
    private readonly Dictionary<string, object> _shared = [];
    private readonly Dictionary<string, int> _spans = [];

    private Arguments(Inputs inputs) => _inputs = inputs;

    /// <summary>One argument for each parameter, which is given by its type as C# writes it and its name.</summary>
    public static object[] Make(IReadOnlyList<(string Type, string Name)> parameters, Inputs inputs)
    {
        var arguments = new Arguments(inputs);
        return [.. parameters.Select((parameter, position) => arguments.Make(parameter.Type, parameter.Name, position))];
    }

    private object Make(string type, string name, int position) => (type, name) switch
    {
        ("int", "n") => _inputs.N,
        ("int", "m") => _inputs.M,
        ("int", "o") => _inputs.Seed % 4,
        ("double", "s") => _inputs.IsExact ? (double)(_inputs.Seed % 5 - 2) : 1.75 * (_inputs.Seed % 7) - 3.3,
        ("int[]", "p") => Permutation(),
        _ => Container(type, position),
    };

    /// <summary>Subscripts that are inside every container: a permutation or, for some seeds, with repetitions.</summary>
    private int[] Permutation()
    {
        var count = _inputs.N + 8;
        return [.. Enumerable.Range(0, count).Select(i => _inputs.Seed % 3 == 0 ? i * 7 % Math.Max(1, _inputs.N) : count - 1 - i < _inputs.N ? count - 1 - i : 0)];
    }

    private object Container(string type, int position)
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
            _shared.Add(key, container = Generic(nameof(MakeContainer), element).Invoke(this, [kind, position])!);
        return isSpan ? Generic(nameof(Part), element).Invoke(this, [container, key])! : container;
    }

    private static MethodInfo Generic(string name, string element) => typeof(Arguments)
        .GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(TypeOf(element));

    private object MakeContainer<T>(string kind, int position)
        where T : struct, INumber<T>
    {
        var (n, m) = (_inputs.N, _inputs.M);
        var rows = _inputs.IsTight ? n : n + 8;
        var columns = _inputs.IsTight ? m : m + 8;
        var length = _inputs.IsTight ? n : (3 * n) + (n * m) + 64 + Math.Abs(_inputs.Shift);
        switch (kind)
        {
            case "[,]":
                var matrix = new T[rows, columns];
                for (var i = 0; i < matrix.Length; i++)
                    matrix[i / columns, i % columns] = Value<T>(i, position);
                return matrix;
            case "[][]":
                var jagged = Enumerable.Range(0, rows).Select(row => Values<T>(columns, position + (row * 31))).ToArray();
                if (_inputs.Sharing == Sharing.Shifted && rows > 3)
                    jagged[rows / 2] = jagged[1];
                return jagged;
            case "List":
                return Values<T>(length, position).ToList();
            default:
                return Values<T>(length, position);
        }
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

    private T[] Values<T>(int count, int position)
        where T : struct, INumber<T> => [.. Enumerable.Range(0, count).Select(i => Value<T>(i, position))];

    private T Value<T>(int index, int position)
        where T : struct, INumber<T>
    {
        var bits = new Randomness((ulong)((_inputs.Seed * 1009L) + (position * 100_003L) + (index * 7_919_993L))).Next();
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            return (bits % 8) switch
            {
                0 => T.CreateTruncating((long)(bits >> 8 & 7)),
                1 => T.CreateTruncating(bits >> 3),
                2 => T.CreateTruncating((bits & 8) != 0 ? long.MinValue >> (64 - (System.Runtime.CompilerServices.Unsafe.SizeOf<T>() * 8)) : long.MaxValue),
                _ => T.CreateTruncating((long)(bits >> 8 & 1023) - 200),
            };
        }

        if (_inputs.IsExact)
            return T.CreateChecked((int)(bits >> 8 & 7) - 3);
        return (bits % 24) switch
        {
            0 => T.Zero,
            1 => -T.Zero,
            2 => T.CreateSaturating(double.PositiveInfinity),
            3 => T.CreateSaturating(double.NaN),
            4 => T.CreateSaturating(double.Parse("1e-320", CultureInfo.InvariantCulture)),
            5 => T.CreateSaturating(float.MaxValue),
            6 => T.CreateSaturating(-float.Epsilon),
            7 => T.CreateSaturating(2147483648.0),
            8 => T.CreateSaturating(-9.3e18),
            _ => T.CreateSaturating(((long)(bits >> 12) - (1L << 51)) / (double)(1L << 48)),
        };
    }

    private static Type TypeOf(string element) => element switch
    {
        "sbyte" => typeof(sbyte),
        "byte" => typeof(byte),
        "short" => typeof(short),
        "ushort" => typeof(ushort),
        "int" => typeof(int),
        "uint" => typeof(uint),
        "long" => typeof(long),
        "ulong" => typeof(ulong),
        "float" => typeof(float),
        "double" => typeof(double),
        _ => throw new ArgumentException($"no inputs are made for elements of type {element}"),
    };
}
