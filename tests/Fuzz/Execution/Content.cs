using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoParallel.Fuzz.Execution;

/// <summary>Exact content of arguments and results as one sequence of leaves. All NaNs are one: which of two an addition passes on is no rule of C#.</summary>
internal static class Content
{
    /// <summary>The leaves of a value with their places.</summary>
    public static IEnumerable<(string Place, ulong Bits, string Text)> Of(object? value, string place = "")
    {
        switch (value)
        {
            case null:
                yield return (place, 0, "null");
                break;
            case float v:
                yield return (place, float.IsNaN(v) ? ulong.MaxValue : BitConverter.SingleToUInt32Bits(v), $"{v:R}");
                break;
            case double v:
                yield return (place, double.IsNaN(v) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(v), $"{v:R}");
                break;
            case Half v:
                yield return (place, Half.IsNaN(v) ? ulong.MaxValue : BitConverter.HalfToUInt16Bits(v), $"{v:R}");
                break;
            case char v:
                yield return (place, v, $"{(int)v}");
                break;
            case decimal v:
                yield return (place, 0, v.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case IConvertible v and not string:
                yield return (place, v is ulong big ? big : unchecked((ulong)Convert.ToInt64(v)), $"{v}");
                break;
            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                {
                    foreach (var leaf in Of(tuple[i], $"{place}.Item{i + 1}"))
                        yield return leaf;
                }

                break;
            case IEnumerable elements:
                var index = 0;
                foreach (var element in elements)
                {
                    foreach (var leaf in Of(element, $"{place}[{index}]"))
                        yield return leaf;
                    index++;
                }

                break;
            default:
                if (Elements(value) is { } copied)
                {
                    foreach (var leaf in Of(copied, place))
                        yield return leaf;
                    break;
                }

                yield return (place, 0, value.ToString() ?? "");
                break;
        }
    }

    /// <summary>The first place where two values differ, for a person to read; null if nowhere.</summary>
    public static string? Difference(object? expected, object? actual)
    {
        (expected, actual) = (Elements(expected) ?? expected, Elements(actual) ?? actual);
        if (HaveSameBytes(expected, actual))
            return null;
        if (expected is object?[] { Length: var length } left && actual is object?[] right && length == right.Length)
        {
            return left.Zip(right)
                .Select((pair, i) => Difference(pair.First, pair.Second) is { } inside ? $"[{i}]{inside}" : null)
                .FirstOrDefault(inside => inside is not null);
        }

        return FirstDifference(expected, actual);
    }

    /// <summary>The elements of a memory or list, as an array; null for anything else.</summary>
    private static object? Elements(object? value) =>
        value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() is var definition
            && (definition == typeof(Memory<>) || definition == typeof(List<>))
            ? type.GetMethod(nameof(Memory<>.ToArray))!.Invoke(value, null)
            : null;

    /// <summary>The fast answer for the common case: arrays of numbers without a difference.</summary>
    private static bool HaveSameBytes(object? expected, object? actual) =>
        expected is Array left && actual is Array right && left.GetType() == right.GetType() && left.GetType().GetElementType()!.IsValueType
        && left.Length == right.Length && Bytes(left).SequenceEqual(Bytes(right));

    private static ReadOnlySpan<byte> Bytes(Array array) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), array.Length * SizeOf(array.GetType().GetElementType()!));

    private static int SizeOf(Type element) => element == typeof(bool) || element == typeof(char) ? element == typeof(bool) ? 1 : 2 : Marshal.SizeOf(element);

    private static string? FirstDifference(object? expected, object? actual)
    {
        foreach (var (left, right) in Of(expected).Zip(Of(actual)))
        {
            if (left.Bits != right.Bits || (left.Text != right.Text && left.Bits == 0))
                return $"{left.Place}: expected {left.Text}, got {right.Text}";
        }

        return null;
    }
}
