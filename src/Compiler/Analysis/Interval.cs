using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>All integers from one to another, both included. Arithmetic is checked.</summary>
/// <param name="Least">The least.</param>
/// <param name="Greatest">The greatest.</param>
public sealed record Interval(long Least, long Greatest)
{
    /// <summary>The values of <c>int</c>.</summary>
    public static readonly Interval Int32 = new(int.MinValue, int.MaxValue);

    /// <summary>The values of an integer type of at most 32 bits; null for any other.</summary>
    public static Interval? Of(IrType type) => type.Kind switch
    {
        ScalarKind.Int8 => new Interval(sbyte.MinValue, sbyte.MaxValue),
        ScalarKind.UInt8 => new Interval(byte.MinValue, byte.MaxValue),
        ScalarKind.Int16 => new Interval(short.MinValue, short.MaxValue),
        ScalarKind.UInt16 or ScalarKind.Char => new Interval(ushort.MinValue, ushort.MaxValue),
        ScalarKind.Int32 => Int32,
        ScalarKind.UInt32 => new Interval(uint.MinValue, uint.MaxValue),
        _ => null,
    };

    /// <summary>Whether all values of the other lie in this one.</summary>
    public bool Contains(Interval other) => Least <= other.Least && other.Greatest <= Greatest;

    /// <summary>The sums.</summary>
    public Interval Plus(Interval other) => checked(new Interval(Least + other.Least, Greatest + other.Greatest));

    /// <summary>The products.</summary>
    public Interval Times(Interval other)
    {
        var corners = checked(new[] { Least * other.Least, Least * other.Greatest, Greatest * other.Least, Greatest * other.Greatest });
        return new Interval(corners.Min(), corners.Max());
    }
}
