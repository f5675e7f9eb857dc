namespace AutoParallel.Fuzz.Generation;

/// <summary>An index of a loop.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>int</c> or <c>long</c>.</param>
/// <param name="Bound">The parameter that bounds it, <c>n</c> or <c>m</c>.</param>
internal sealed record LoopIndex(string Name, string Type, string Bound);
