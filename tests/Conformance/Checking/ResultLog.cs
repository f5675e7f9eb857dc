using System.Security.Cryptography;

namespace AutoParallel.Conformance.Checking;

/// <summary>A hash over the results of rerouted calls, to compare processes that run with different vector widths.</summary>
internal static class ResultLog
{
    private static readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a result.</summary>
    public static void Add(ReadOnlySpan<byte> result)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(length, result.Length);
        _hash.AppendData(length);
        _hash.AppendData(result);
    }

    /// <summary>The hash of what was added since the last call.</summary>
    public static string Take() => Convert.ToHexString(_hash.GetHashAndReset().AsSpan(0, 8));
}
