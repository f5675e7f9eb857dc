namespace AutoParallel.Generator;

/// <summary>What a file declares by one name.</summary>
/// <param name="Name">The name by which code finds it.</param>
/// <param name="Hash">A hash of all of its text that can matter elsewhere, and of where it stands.</param>
/// <param name="References">The names that this text uses.</param>
internal readonly record struct Declaration(string Name, long Hash, IReadOnlyCollection<string> References);
