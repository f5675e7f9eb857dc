namespace AutoParallel.Fuzz.Generation;

/// <summary>What a statement at some place may mention.</summary>
internal sealed class Scope
{
    /// <summary>Locals and scalar parameters that may be read.</summary>
    public List<(string Type, string Name)> Values { get; init; } = [];

    /// <summary>Locals that may be assigned.</summary>
    public List<(string Type, string Name)> Variables { get; init; } = [];

    /// <summary>Indices of the loops around, with the greatest values they take as C#.</summary>
    public List<LoopIndex> Indices { get; init; } = [];

    /// <summary>Whether an iteration may be ended early: what moves its index on stands in the loop's header.</summary>
    public bool MayContinue { get; set; } = true;

    /// <summary>A scope inside this one; what is declared there ends with it.</summary>
    public Scope Inner() => new() { Values = [.. Values], Variables = [.. Variables], Indices = [.. Indices], MayContinue = MayContinue };
}
