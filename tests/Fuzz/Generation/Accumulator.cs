namespace AutoParallel.Fuzz.Generation;

/// <summary>A variable that collects over the iterations of a loop and is only read after it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it collects.</param>
internal sealed record Accumulator(string Type, string Name, AccumulatorKind Kind);
