namespace SideBySide.Peers;

/// <summary>A peer that does not work; the message says why.</summary>
internal sealed class PeerException(string message) : Exception(message);
