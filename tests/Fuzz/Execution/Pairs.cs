#pragma warning disable CA1051, CA1815, SA1649 // Plain structures with public fields are what generated programs shall use.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using AutoParallel.Fuzz.Execution;

namespace AutoParallel.Fuzz;

/// <summary>A structure of whole numbers.</summary>
public struct IntPair : ITuple
{
    public int X;
    public int Y;

    readonly int ITuple.Length => 2;

    readonly object? ITuple.this[int index] => index == 0 ? X : Y;
}

/// <summary>A structure of long whole numbers.</summary>
public struct LongPair : ITuple
{
    public long X;
    public long Y;

    readonly int ITuple.Length => 2;

    readonly object? ITuple.this[int index] => index == 0 ? X : Y;
}

/// <summary>A structure of floating-point numbers.</summary>
public struct DoublePair : ITuple
{
    public double X;
    public double Y;

    readonly int ITuple.Length => 2;

    readonly object? ITuple.this[int index] => index == 0 ? X : Y;
}

/// <summary>A structure of three, as a vector in space.</summary>
public struct FloatTriple : ITuple
{
    public float X;
    public float Y;
    public float Z;

    readonly int ITuple.Length => 3;

    readonly object? ITuple.this[int index] => index == 0 ? X : index == 1 ? Y : Z;
}

/// <summary>A structure of three bytes, as a pixel.</summary>
public struct ByteTriple : ITuple
{
    public byte X;
    public byte Y;
    public byte Z;

    readonly int ITuple.Length => 3;

    readonly object? ITuple.this[int index] => index == 0 ? X : index == 1 ? Y : Z;
}

/// <summary>Values for the fields of structures.</summary>
internal static class Pairs
{
    /// <summary>Fills memory with structures; false for elements that are none.</summary>
    public static bool TryFill<T>(Span<T> target, bool isExact, int seed, int container)
        where T : struct
    {
        if (typeof(T) == typeof(IntPair))
            Values<int>.Fill(MemoryMarshal.Cast<T, int>(target), isExact, seed, container);
        else if (typeof(T) == typeof(LongPair))
            Values<long>.Fill(MemoryMarshal.Cast<T, long>(target), isExact, seed, container);
        else if (typeof(T) == typeof(DoublePair))
            Values<double>.Fill(MemoryMarshal.Cast<T, double>(target), isExact, seed, container);
        else if (typeof(T) == typeof(FloatTriple))
            Values<float>.Fill(MemoryMarshal.Cast<T, float>(target), isExact, seed, container);
        else if (typeof(T) == typeof(ByteTriple))
            Values<byte>.Fill(MemoryMarshal.Cast<T, byte>(target), isExact, seed, container);
        else
            return false;
        return true;
    }
}
