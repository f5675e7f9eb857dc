using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Knowledge;

/// <summary>Which conversions between C# types can be made inside lanes with the scalar conversion's own results.</summary>
public static class LaneConversions
{
    /// <summary>Whether the conversion has a form in lanes of the size.</summary>
    public static bool Exists(IrType from, IrType to, int laneBytes)
    {
        if (LaneTypes.Of(from, laneBytes) is not { } source || LaneTypes.Of(to, laneBytes) is not { } target
            || source == LaneType.Mask || target == LaneType.Mask)
        {
            return false;
        }

        return (source, target) switch
        {
            (LaneType.Int64 or LaneType.UInt64, LaneType.Double) => to.Kind != ScalarKind.Single || from.Size64 < 8,
            _ => true,
        };
    }
}
