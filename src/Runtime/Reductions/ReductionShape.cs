using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>
/// How the iterations of a reduction are cut into blocks: a function of the trip count and of compile-time constants alone, so that
/// the result does not depend on the machine.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReductionShape
{
    /// <summary>The most blocks of a reduction.</summary>
    public const int MaxBlocks = 256;

    private ReductionShape(long blockSize, long blockCount)
    {
        BlockSize = blockSize;
        BlockCount = blockCount;
    }

    /// <summary>The iterations of each block but the last.</summary>
    public long BlockSize { get; }

    /// <summary>The number of blocks.</summary>
    public long BlockCount { get; }

    /// <summary>The shape for a trip count.</summary>
    /// <param name="tripCount">No block where it is not positive.</param>
    /// <param name="lanes">Blocks are multiples of it; at least 1.</param>
    /// <param name="minimumBlock">The least number of iterations of a block.</param>
    /// <param name="mostBlocks">The most blocks; at least 1.</param>
    public static ReductionShape Of(long tripCount, int lanes, long minimumBlock, int mostBlocks = MaxBlocks)
    {
        var size = Math.Max(Math.Max(1, minimumBlock), ((tripCount - 1) / mostBlocks) + 1);
        var rest = size % lanes;
        if (rest != 0)
            size += lanes - rest;
        if (tripCount <= 0)
            return new ReductionShape(size, 0);
        return new ReductionShape(size, ((tripCount - 1) / size) + 1);
    }
}
