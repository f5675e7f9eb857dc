namespace AutoParallel.Fuzz.Generation;

/// <summary>A static function that the method calls.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Parameters">The types of what it takes.</param>
/// <param name="Declaration">Its text.</param>
internal sealed record Helper(string Name, string Type, IReadOnlyList<string> Parameters, string Declaration);
