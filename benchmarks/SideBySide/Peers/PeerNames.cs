namespace SideBySide.Peers;

/// <summary>The names of the peers that are written in C#; also the argument of <c>--serve</c>.</summary>
internal static class PeerNames
{
    public const string Ours = "ours";
    public const string Sequential = "sequential";
    public const string ParallelFor = "parallel-for";
    public const string Tensors = "tensors";
}
