using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// What one pass may touch around an access with a stride: the whole records of a struct, or the elements between those that accesses with
/// the same stride touch, all of which are known to lie inside the container.
/// </summary>
/// <param name="Stride">Values from one lane to the next.</param>
/// <param name="Position">The access's own value among those of its lane.</param>
/// <param name="Width">Values that each lane has.</param>
/// <param name="Scale">Values in one element.</param>
/// <param name="First">The access to the first of them; all accesses of one window name it alike, so that they load the same vectors.</param>
internal sealed record InterleaveWindow(int Stride, int Position, int Width, int Scale, MemoryAccess First)
{
    private const int GreatestDistance = 16;

    /// <summary>The window around an access; null where it has none.</summary>
    public static InterleaveWindow? Of(LaneContext context, MemoryAccess access)
    {
        var fact = context.Fact(access);
        var last = fact.Affine[fact.Affine.Count - 1];
        if (!fact.Affine.Take(fact.Affine.Count - 1).All(a => a.Coefficient.IsZero)
            || last.Coefficient.ConstantValue * context.Step is not (> 0 and <= GreatestDistance and var distance))
        {
            return null;
        }

        if (access.Number is { } field)
            return new InterleaveWindow((int)distance * field.Stride, field.Position, field.Stride, field.Stride, access);
        if (distance < 2)
            return null;
        var (low, high, first) = (0L, 0L, access);
        foreach (var other in context.Accesses.Where(a => IsNeighbour(context, a, fact)))
        {
            if ((other.Affine[other.Affine.Count - 1].Offset - last.Offset).ConstantValue is not { } ahead || Math.Abs(ahead) >= distance)
                continue;
            if (Math.Max(high, ahead) - Math.Min(low, ahead) < distance)
                (low, high, first) = (Math.Min(low, ahead), Math.Max(high, ahead), ahead < low ? other.Access : first);
        }

        return new InterleaveWindow((int)distance, (int)-low, (int)(high - low) + 1, 1, first);
    }

    /// <summary>Values that a number of lanes have together.</summary>
    public int Length(int lanes) => (Stride * (lanes - 1)) + Width;

    /// <summary>The number of the first lane's first value in its container, for one interleaved copy.</summary>
    public string Index(LaneContext context, int copy) => $"{context.RecordIndex(First, copy)}{(Scale == 1 ? "" : $" * {Scale}L")}";

    /// <summary>A number added to what stands before it.</summary>
    public static string Plus(int number) => number == 0 ? "" : $" + ({number.ToString(CultureInfo.InvariantCulture)}L)";

    private static bool IsNeighbour(LaneContext context, AccessFact other, AccessFact fact) =>
        other.Access.Root.Text == fact.Access.Root.Text && other.Access.Root.Kind == fact.Access.Root.Kind && other.Access.Path.Length == 0
        && context.Pattern(other.Access) == AccessPattern.Strided && other.Affine.Count == fact.Affine.Count
        && other.Affine.Zip(fact.Affine, (a, b) => a.Coefficient.Equals(b.Coefficient)).All(same => same)
        && other.Affine.Take(other.Affine.Count - 1).Zip(fact.Affine, (a, b) => a.Offset.Equals(b.Offset)).All(same => same);
}
