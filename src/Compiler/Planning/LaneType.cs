using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Planning;

/// <summary>What a lane holds.</summary>
public enum LaneType
{
    /// <summary>A truth value: all bits set or none, as an integer of the lane's size.</summary>
    Mask,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Single,
    Int64,
    UInt64,
    Double,
}

/// <summary>
/// How C# types lie in lanes of 2, 4 or 8 bytes: narrower integers by their value, renormalised where C# would wrap; <c>float</c> among
/// <c>double</c> as its value, rounded after each operation. Rounding twice is harmless there, since a <c>double</c> has more than twice the
/// digits (Figueroa, "When is double rounding innocuous?", SIGNUM Newsletter 30, 1995).
/// </summary>
public static class LaneTypes
{
    /// <summary>The lane type of a C# type in lanes of a size; null where it does not fit.</summary>
    public static LaneType? Of(IrType type, int laneBytes) => (type.Kind, laneBytes) switch
    {
        (ScalarKind.Bool, _) => LaneType.Mask,
        (ScalarKind.Int8 or ScalarKind.UInt8 or ScalarKind.Int16, 2) => LaneType.Int16,
        (ScalarKind.UInt16 or ScalarKind.Char, 2) => LaneType.UInt16,
        (ScalarKind.Int8 or ScalarKind.UInt8 or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.Char or ScalarKind.Int32, 4) => LaneType.Int32,
        (ScalarKind.UInt32, 4) => LaneType.UInt32,
        (ScalarKind.Single, 4) => LaneType.Single,
        (ScalarKind.Int8 or ScalarKind.UInt8 or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.Char or ScalarKind.Int32 or ScalarKind.UInt32 or ScalarKind.Int64
            or ScalarKind.IntPtr, 8) =>
            LaneType.Int64,
        (ScalarKind.UInt64 or ScalarKind.UIntPtr, 8) => LaneType.UInt64,
        (ScalarKind.Single or ScalarKind.Double, 8) => LaneType.Double,
        _ => null,
    };

    /// <summary>The C# element type.</summary>
    public static string Element(this LaneType type, int laneBytes) => type switch
    {
        LaneType.Int16 => "short",
        LaneType.UInt16 => "ushort",
        LaneType.Int32 => "int",
        LaneType.UInt32 => "uint",
        LaneType.Single => "float",
        LaneType.Int64 => "long",
        LaneType.UInt64 => "ulong",
        LaneType.Double => "double",
        _ => laneBytes switch
        {
            2 => "short",
            4 => "int",
            _ => "long",
        },
    };

    /// <summary>The reinterpreting method of vectors, such as <c>AsInt32</c>.</summary>
    public static string Reinterpret(this LaneType type, int laneBytes) => type switch
    {
        LaneType.Mask => $"AsInt{8 * laneBytes}",
        _ => $"As{type}",
    };

    /// <summary>Whether lanes of the type hold IEEE numbers.</summary>
    public static bool IsFloatingPoint(this LaneType type) => type is LaneType.Single or LaneType.Double;
}
