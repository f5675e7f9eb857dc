namespace AutoParallel.Compiler;

/// <summary>One emitted file.</summary>
/// <param name="Name">Its name, unique in the compilation.</param>
/// <param name="Text">Its text.</param>
public sealed record GeneratedFile(string Name, string Text);
