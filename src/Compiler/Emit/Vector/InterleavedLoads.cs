using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// Loads one of several values that lie next to each other in each iteration, such as a field of a struct or one of the three bytes of a
/// pixel: all of them are loaded as neighbours, and the lanes are picked out of the vectors (Nuzman, Rosen and Zaks, "Auto-vectorization of
/// interleaved data for SIMD", PLDI 2006). Nothing outside of what the loop itself reads, or of its records, is touched: the last vector
/// ends where they do.
/// </summary>
internal sealed class InterleavedLoads(LaneContext context)
{
    /// <summary>The number of bytes that one instruction permutes freely at every width.</summary>
    private const int Block = 16;

    /// <summary>The class of the runtime.</summary>
    private string Services => $"{RuntimeNames.Services}.LaneInterleave{context.Width}";

    /// <summary>The lanes of one interleaved copy; null where one load for each lane is as fast.</summary>
    public string? Load(MemoryAccess access, int copy)
    {
        if (WindowOf(access) is not { } window)
            return null;
        var type = access.Type;
        var index = $"{context.RecordIndex(access, copy)}{(window.Scale == 1 ? "" : $" * {window.Scale}L")}{Plus(window.Begin)}";
        if (type.Size64 == context.LaneBytes)
            return window.Stride == 1 ? Vector(access, index, 0) : Pick(access, window, index);
        return context.LaneBytes == 4 && type.Size64 < 4 ? Spread(access, window, index) : null;
    }

    /// <summary>
    /// What one pass reads around the access: the whole records of a struct, or the elements between those that accesses with the same
    /// stride read, all of which are known to lie inside the container.
    /// </summary>
    private Window? WindowOf(MemoryAccess access)
    {
        var fact = context.Fact(access);
        var last = fact.Affine[fact.Affine.Count - 1];
        if (!fact.Affine.Take(fact.Affine.Count - 1).All(a => a.Coefficient.IsZero) || last.Coefficient.ConstantValue * context.Step is not (> 0 and <= 16 and var distance))
            return null;
        if (access.Number is { } field)
            return new Window((int)distance * field.Stride, field.Position, field.Stride, field.Stride, 0);
        if (distance < 2)
            return null;
        var (low, high) = (0L, 0L);
        foreach (var other in context.Accesses.Where(a => IsNeighbour(a, fact)))
        {
            if ((other.Affine[other.Affine.Count - 1].Offset - last.Offset).ConstantValue is not { } ahead || Math.Abs(ahead) >= distance)
                continue;
            if (Math.Max(high, ahead) - Math.Min(low, ahead) < distance)
                (low, high) = (Math.Min(low, ahead), Math.Max(high, ahead));
        }

        return new Window((int)distance, (int)-low, (int)(high - low) + 1, 1, (int)low);
    }

    private bool IsNeighbour(AccessFact other, AccessFact fact) =>
        other.Access.Root.Text == fact.Access.Root.Text && other.Access.Root.Kind == fact.Access.Root.Kind && other.Access.Path.Length == 0
        && context.Pattern(other.Access) == AccessPattern.Strided && other.Affine.Count == fact.Affine.Count
        && other.Affine.Zip(fact.Affine, (a, b) => a.Coefficient.Equals(b.Coefficient)).All(same => same)
        && other.Affine.Take(other.Affine.Count - 1).Zip(fact.Affine, (a, b) => a.Offset.Equals(b.Offset)).All(same => same);

    /// <summary>Lanes as wide as the values: each vector is merged into the result at the lanes that it holds.</summary>
    private string? Pick(MemoryAccess access, Window window, string index)
    {
        var lanes = context.Lanes;
        if (window.Stride > lanes / 2)
            return null;
        var total = window.Length(lanes);
        var vectors = (total + lanes - 1) / lanes;
        string? result = null;
        for (var vector = 0; vector < vectors; vector++)
        {
            var start = vector == vectors - 1 ? total - lanes : vector * lanes;
            var loaded = Vector(access, index, start);
            if (result is null)
            {
                result = loaded;
                continue;
            }

            var from = Enumerable.Range(0, lanes).Select(lane =>
            {
                var at = window.Position + (lane * window.Stride);
                var holder = Math.Min(at / lanes, vectors - 1);
                return holder == vector ? lanes + at - start : vector == 1 && holder == 0 ? at : lane;
            });
            result = $"{Services}.Pick({result}, {loaded}, {Constants(from, context.LaneBytes == 4 ? "" : "L")})";
        }

        return result;
    }

    /// <summary>Values narrower than a lane: blocks of 16 bytes that hold those of four lanes, and a permutation in each of them.</summary>
    private string? Spread(MemoryAccess access, Window window, string index)
    {
        const int Group = 4;
        var type = access.Type;
        var bytes = type.Size64;
        var total = bytes * window.Length(context.Lanes);
        if (bytes * window.Length(Group) > Block || total < Block)
            return null;
        var starts = Enumerable.Range(0, context.Lanes / Group).Select(g => Math.Min(bytes * window.Stride * Group * g, total - Block)).ToList();
        var pattern = Enumerable.Range(0, context.Lanes).SelectMany(lane =>
        {
            var at = (bytes * (window.Position + (lane * window.Stride))) - starts[lane / Group];
            return Enumerable.Range(0, Group).Select(b => b < bytes ? at + b : 255);
        });
        var first = $"ref {RuntimeNames.UnsafeAlias}.As<{LaneContext.Primitive(type)}, byte>({context.First(access)})";
        var blocks = string.Concat(starts.Skip(1).Select(s => $", {s.ToString(CultureInfo.InvariantCulture)}"));
        var spread = $"{Services}.Spread({Services}.LoadBlocks({first}, (nuint)(({index}) * {bytes}L){blocks}), {Constants(pattern, "", "(byte)")})";
        var shift = 32 - (8 * bytes);
        return type.Kind is ScalarKind.Int8 or ScalarKind.Int16 ? $"(({spread} << {shift}) >> {shift})" : spread;
    }

    private string Vector(MemoryAccess access, string index, int ahead) =>
        $"{context.Vector}.LoadUnsafe({context.First(access)}, (nuint)({index}{Plus(ahead)}))";

    private static string Plus(int number) => number == 0 ? "" : $" + ({number.ToString(CultureInfo.InvariantCulture)}L)";

    private string Constants(IEnumerable<int> values, string suffix, string prefix = "") =>
        context.Hoist("from", $"{context.Vector}.Create({string.Join(", ", values.Select(v => $"{prefix}{v.ToString(CultureInfo.InvariantCulture)}{suffix}"))})");

    /// <summary>What one pass reads.</summary>
    /// <param name="Stride">Values from one lane to the next.</param>
    /// <param name="Position">The access's own value among those of its lane.</param>
    /// <param name="Width">Values that each lane has.</param>
    /// <param name="Scale">Values in one element.</param>
    /// <param name="Begin">Where the first lane's begin, counted from the access's own element.</param>
    private sealed record Window(int Stride, int Position, int Width, int Scale, int Begin)
    {
        /// <summary>Values that a number of lanes have together.</summary>
        public int Length(int lanes) => (Stride * (lanes - 1)) + Width;
    }
}
