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

    /// <summary>The lanes of one interleaved copy; null where one load for each lane is as fast.</summary>
    /// <param name="access">The access.</param>
    /// <param name="copy">The number of the copy.</param>
    /// <param name="share">The name of a vector that the loads of neighbouring values take lanes from too.</param>
    public string? Load(MemoryAccess access, int copy, Func<string, string> share)
    {
        if (InterleaveWindow.Of(context, access) is not { } window)
            return null;
        var type = access.Type;
        var index = window.Index(context, copy);
        if (type.Size64 == context.LaneBytes)
            return window.Stride == 1 ? Vector(access, index, 0) : Pick(access, window, index, share);
        if (window.Stride == 1 && context.LaneBytes > 2)
            return context.LoadNarrow(access, index);
        return context.LaneBytes switch
        {
            2 when type.Size64 == 1 && context.Width == 512 => SpreadOfTwo(access, window, index, share),
            2 when type.Size64 == 1 => SpreadOfBlocks(access, window, index, share),
            4 when type.Size64 < 4 => Spread(access, window, index, share),
            _ => null,
        };
    }

    /// <summary>Lanes as wide as the values: each vector is merged into the result at the lanes that it holds.</summary>
    private string? Pick(MemoryAccess access, InterleaveWindow window, string index, Func<string, string> share)
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
            var loaded = share(Vector(access, index, start));
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
            result = context.Pick(result, loaded, from);
        }

        return result;
    }

    /// <summary>Values narrower than a lane: blocks of 16 bytes that hold those of four lanes, and a permutation in each of them.</summary>
    private string? Spread(MemoryAccess access, InterleaveWindow window, string index, Func<string, string> share)
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
        var first = $"ref {RuntimeNames.UnsafeAlias}.As<{type.Primitive}, byte>({context.First(access)})";
        var blocks = string.Concat(starts.Skip(1).Select(s => $", {s.ToString(CultureInfo.InvariantCulture)}"));
        var loaded = share($"{context.Interleave}.LoadBlocks({first}, (nuint)(({index}) * {bytes}L){blocks})");
        var spread = $"{context.Interleave}.Spread({loaded}, {context.Constants(pattern, "", "(byte)")})";
        var shift = 32 - (8 * bytes);
        return type.Kind is ScalarKind.Int8 or ScalarKind.Int16 ? $"(({spread} << {shift}) >> {shift})" : spread;
    }

    /// <summary>Bytes for lanes twice as wide, of two vectors that hold them all: any byte of them in one instruction.</summary>
    private string? SpreadOfTwo(MemoryAccess access, InterleaveWindow window, string index, Func<string, string> share)
    {
        var bytes = context.Width / 8;
        var total = window.Length(context.Lanes);
        if (total < bytes || total > 2 * bytes)
            return null;
        var first = share(Bytes(access, index, 0));
        var second = share(Bytes(access, index, total - bytes));
        var pattern = Enumerable.Range(0, context.Lanes).Select(lane => window.Position + (lane * window.Stride))
            .Select(at => at < bytes ? at : bytes + at - (total - bytes)).SelectMany(at => new[] { at, at });
        var spread = $"{context.Interleave}.SpreadOfTwo({first}, {second}, {context.Constants(pattern, "", "(byte)")})";
        return access.Type.Kind == ScalarKind.Int8 ? $"(({spread} << 8) >> 8)" : $"({spread} & {context.Vector}.Create((short)0xFF))";
    }

    /// <summary>Bytes for lanes twice as wide: two blocks of 16 bytes hold those of eight lanes.</summary>
    private string? SpreadOfBlocks(MemoryAccess access, InterleaveWindow window, string index, Func<string, string> share)
    {
        const int Group = 8;
        var length = window.Length(Group);
        if (length is < Block or > 2 * Block)
            return null;
        var reference = $"ref {RuntimeNames.UnsafeAlias}.As<{access.Type.Primitive}, byte>({context.First(access)})";
        var blocks = string.Concat(Enumerable.Range(1, (context.Lanes / Group) - 1).Select(g => $", {(g * Group * window.Stride).ToString(CultureInfo.InvariantCulture)}"));
        var spread = Of(0);
        if (length > Block)
            spread = $"({spread} | {Of(length - Block)})";
        spread = $"{context.Vector}.AsInt16({spread})";
        return access.Type.Kind == ScalarKind.Int8 ? $"(({spread} << 8) >> 8)" : spread;

        string Of(int start)
        {
            var loaded = share($"{context.Interleave}.LoadBlocks({reference}, (nuint)({index}{InterleaveWindow.Plus(start)}){blocks})");
            var pattern = Enumerable.Range(0, context.Lanes).Select(lane => window.Position + (lane % Group * window.Stride))
                .Select(at => at < Block == (start == 0) ? at - start : 255).SelectMany(at => new[] { at, 255 });
            return $"{context.Interleave}.Spread({loaded}, {context.Constants(pattern, "", "(byte)")})";
        }
    }

    private string Bytes(MemoryAccess access, string index, int ahead) => $"{context.Vector}.LoadUnsafe(ref {RuntimeNames.UnsafeAlias}.As<{access.Type.Primitive}, byte>({context.First(access)}), (nuint)({index}{InterleaveWindow.Plus(ahead)}))";

    private string Vector(MemoryAccess access, string index, int ahead) =>
        $"{context.Vector}.LoadUnsafe({context.First(access)}, (nuint)({index}{InterleaveWindow.Plus(ahead)}))";
}
