namespace AutoParallel.Generator;

/// <summary>Hashes of 64 bits, good within this process.</summary>
internal static class Hashes
{
    /// <summary>What to start from.</summary>
    public const long Start = 17;

    /// <summary>The hash of a sequence whose hash so far is <paramref name="hash"/> and whose next element is <paramref name="value"/>.</summary>
    public static long Combine(long hash, long value) => Mix(unchecked((hash * 31) + value));

    /// <summary>As the other overload, for a text.</summary>
    public static long Combine(long hash, string text) => Combine(hash, Of(text));

    /// <summary>The hash of a text: FNV-1a of 64 bits over the UTF-16 code units (Fowler, Noll, Vo).</summary>
    public static long Of(string text)
    {
        var hash = unchecked((long)14695981039346656037UL);
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 1099511628211L);
        return hash;
    }

    /// <summary>Spreads the bits, so that sums of hashes tell sets apart: the finalizer of SplitMix64 (Steele, Lea, Flood).</summary>
    public static long Mix(long value)
    {
        var bits = unchecked((ulong)value + 0x9E3779B97F4A7C15UL);
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EBUL);
        return unchecked((long)(bits ^ (bits >> 31)));
    }
}
