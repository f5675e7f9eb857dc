namespace Gallery;

/// <summary>A command line that cannot be followed; the message is for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
