namespace AutoParallel.Compiler.Analysis;

/// <summary>A subscript that is linear in the loop's index: <c>Coefficient * index + Offset</c>.</summary>
/// <param name="Coefficient">Does not mention the index; a constant polynomial in the usual case.</param>
/// <param name="Offset">Does not mention the index; loop-invariant unless an inner loop's index occurs in it.</param>
public sealed record AffineSubscript(Polynomial Coefficient, Polynomial Offset)
{
    /// <summary>A subscript that is not linear in the index.</summary>
    public static readonly AffineSubscript Unknown = new(Polynomial.Zero, Polynomial.Zero) { IsKnown = false };

    /// <summary>Whether the subscript is linear in the index at all.</summary>
    public bool IsKnown { get; private init; } = true;

    /// <inheritdoc/>
    public override string ToString() => $"{Coefficient}*i + {Offset}";
}
