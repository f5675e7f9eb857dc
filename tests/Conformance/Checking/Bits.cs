using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AutoParallel.Conformance.Checking;

/// <summary>
/// The exact content of a value: what tells +0 from -0 and 1.0m from 1.00m. All NaNs are one: which of two NaNs an operation passes
/// on is left to the JIT, which may swap its operands. Arrays of any rank, lists, tuples, and the fields of other objects are followed.
/// </summary>
internal static class Bits
{
    private const int GreatestDepth = 12;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> _fields = new();

    /// <summary>All of it as bytes; equal bytes mean equal content.</summary>
    public static byte[] Of(object? value)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Write(writer, value, 0);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The places where two values differ, for a person to read.</summary>
    public static string Difference(object? expected, object? actual)
    {
        var left = new List<string>();
        var right = new List<string>();
        Describe(left, "", expected, 0);
        Describe(right, "", actual, 0);
        var different = left.Zip(right).Where(pair => pair.First != pair.Second).ToList();
        var shown = different.Take(4).Select(pair => $"expected {pair.First}, got {pair.Second}");
        var count = left.Count == right.Count ? $"{different.Count} of {left.Count} values differ" : $"{left.Count} values against {right.Count}";
        return $"{count}; {string.Join("; ", shown)}";
    }

    private static void Write(BinaryWriter writer, object? value, int depth)
    {
        switch (value)
        {
            case null:
                writer.Write((byte)0);
                break;
            case string text:
                writer.Write((byte)1);
                writer.Write(text);
                break;
            case Delegate function:
                writer.Write((byte)5);
                writer.Write(function.Method.Name);
                break;
            case Array { Rank: 1 } array when IsPlain(array.GetType().GetElementType()!):
                writer.Write((byte)2);
                writer.Write(array.Length);
                var bytes = new byte[Buffer.ByteLength(array)];
                Buffer.BlockCopy(array, 0, bytes, 0, bytes.Length);
                writer.Write(bytes);
                break;
            case Array array:
                writer.Write((byte)3);
                for (var dimension = 0; dimension < array.Rank; dimension++)
                    writer.Write(array.GetLength(dimension));
                foreach (var element in array)
                    Write(writer, element, depth + 1);
                break;
            case IList list:
                writer.Write((byte)4);
                writer.Write(list.Count);
                foreach (var element in list)
                    Write(writer, element, depth + 1);
                break;
            default:
                if (Leaf(value) is { } leaf)
                {
                    writer.Write(leaf.Low);
                    writer.Write(leaf.High);
                    break;
                }

                AssertShallow(depth);
                foreach (var field in FieldsOf(value.GetType()))
                    Write(writer, field.GetValue(value), depth + 1);
                break;
        }
    }

    private static void Describe(List<string> lines, string path, object? value, int depth)
    {
        switch (value)
        {
            case null:
                lines.Add($"{path} null");
                break;
            case string text:
                lines.Add($"{path} \"{text}\"");
                break;
            case Delegate function:
                lines.Add($"{path} {function.Method.Name}");
                break;
            case Array { Rank: 2 } matrix:
                for (var row = 0; row < matrix.GetLength(0); row++)
                {
                    for (var column = 0; column < matrix.GetLength(1); column++)
                        Describe(lines, $"{path}[{row},{column}]", matrix.GetValue(row, column), depth + 1);
                }

                break;
            case IList list:
                var index = 0;
                foreach (var element in list is Array { Rank: > 1 } array ? array : (IEnumerable)list)
                    Describe(lines, $"{path}[{index++}]", element, depth + 1);
                break;
            default:
                if (Leaf(value) is { } leaf)
                {
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"{path} {value} (0x{leaf.High:X}{leaf.Low:X16})"));
                    break;
                }

                AssertShallow(depth);
                foreach (var field in FieldsOf(value.GetType()))
                    Describe(lines, $"{path}.{field.Name}", field.GetValue(value), depth + 1);
                break;
        }
    }

    private static bool IsPlain(Type type) => type.IsPrimitive && type != typeof(float) && type != typeof(double);

    private static (ulong Low, ulong High)? Leaf(object value) => value switch
    {
        bool v => (v ? 1u : 0u, 0),
        char v => (v, 0),
        sbyte v => ((ulong)v, 0),
        byte v => (v, 0),
        short v => ((ulong)v, 0),
        ushort v => (v, 0),
        int v => ((ulong)v, 0),
        uint v => (v, 0),
        long v => ((ulong)v, 0),
        ulong v => (v, 0),
        nint v => ((ulong)v, 0),
        nuint v => (v, 0),
        Half v => (BitConverter.HalfToUInt16Bits(Half.IsNaN(v) ? Half.NaN : v), 0),
        float v => (BitConverter.SingleToUInt32Bits(float.IsNaN(v) ? float.NaN : v), 0),
        double v => (BitConverter.DoubleToUInt64Bits(double.IsNaN(v) ? double.NaN : v), 0),
        decimal v => DecimalBits(v),
        Int128 v => ((ulong)v, (ulong)(v >> 64)),
        UInt128 v => ((ulong)v, (ulong)(v >> 64)),
        Enum v => (unchecked((ulong)Convert.ToInt64(v, CultureInfo.InvariantCulture)), 0),
        _ => null,
    };

    private static (ulong Low, ulong High) DecimalBits(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        return ((uint)parts[0] | ((ulong)(uint)parts[1] << 32), (uint)parts[2] | ((ulong)(uint)parts[3] << 32));
    }

    private static FieldInfo[] FieldsOf(Type type) => _fields.GetOrAdd(
        type,
        static t => [.. t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderBy(f => f.MetadataToken)]);

    private static void AssertShallow(int depth)
    {
        if (depth > GreatestDepth)
            throw new InvalidOperationException("a value of a check refers to itself");
    }
}
