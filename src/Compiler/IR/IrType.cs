namespace AutoParallel.Compiler.IR;

/// <summary>A type: its arithmetic and its spelling.</summary>
/// <param name="Kind">The arithmetic; an enum has that of its underlying type.</param>
/// <param name="Text">The C# spelling, globally qualified.</param>
/// <param name="IsReference">Whether the value can be null because it is a reference to an object.</param>
public sealed record IrType(ScalarKind Kind, string Text, bool IsReference = false)
{
    /// <summary><c>bool</c>.</summary>
    public static readonly IrType Bool = new(ScalarKind.Bool, "bool");

    /// <summary><c>int</c>.</summary>
    public static readonly IrType Int32 = new(ScalarKind.Int32, "int");

    /// <summary><c>long</c>.</summary>
    public static readonly IrType Int64 = new(ScalarKind.Int64, "long");

    /// <summary>No value.</summary>
    public static readonly IrType Void = new(ScalarKind.Other, "void");

    /// <summary>Whether it is a <c>ref struct</c>, which no field can refer to.</summary>
    public bool IsRefLike { get; init; }

    /// <summary>The spelling in messages.</summary>
    public string Display => Text.Replace("global::", "");

    /// <summary>Size in bytes; 0 where unknown or dependent on the machine.</summary>
    public int Size => Kind switch
    {
        ScalarKind.Bool or ScalarKind.Int8 or ScalarKind.UInt8 => 1,
        ScalarKind.Char or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.Half => 2,
        ScalarKind.Int32 or ScalarKind.UInt32 or ScalarKind.Single => 4,
        ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Double => 8,
        ScalarKind.Decimal => 16,
        _ => 0,
    };

    /// <summary>Size in bytes on a machine of 64 bits.</summary>
    public int Size64 => Kind is ScalarKind.IntPtr or ScalarKind.UIntPtr ? 8 : Size;

    /// <summary>Whether the values are IEEE 754 numbers.</summary>
    public bool IsFloatingPoint => Kind is ScalarKind.Half or ScalarKind.Single or ScalarKind.Double;

    /// <summary>Whether the values are integers in two's complement or unsigned; <c>char</c> counts, <c>bool</c> does not.</summary>
    public bool IsInteger => Kind is >= ScalarKind.Char and <= ScalarKind.UIntPtr;

    /// <summary>Whether an integer type has no negative values.</summary>
    public bool IsUnsigned => Kind is ScalarKind.Char or ScalarKind.UInt8 or ScalarKind.UInt16 or ScalarKind.UInt32
        or ScalarKind.UInt64 or ScalarKind.UIntPtr;

    /// <summary>The keyword of the primitive type whose bits the values have: that of the underlying type for enums, of an integer for <c>bool</c> and <c>char</c>.</summary>
    public string Primitive => Kind switch
    {
        ScalarKind.Int8 => "sbyte",
        ScalarKind.UInt8 or ScalarKind.Bool => "byte",
        ScalarKind.Int16 => "short",
        ScalarKind.UInt16 or ScalarKind.Char => "ushort",
        ScalarKind.Int32 => "int",
        ScalarKind.UInt32 => "uint",
        ScalarKind.Int64 or ScalarKind.IntPtr => "long",
        ScalarKind.UInt64 or ScalarKind.UIntPtr => "ulong",
        ScalarKind.Single => "float",
        _ => "double",
    };

    /// <summary>Cheap, as every expression hashes its type.</summary>
    public override int GetHashCode() => ((int)Kind << 8) + Text.Length;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
