namespace AutoParallel.Compiler.IR;

/// <summary>The elements of an array of integers that nobody ever changes. Two with the same elements are equal.</summary>
public sealed class ConstantTable : IEquatable<ConstantTable>
{
    private readonly long[] _elements;
    private readonly int _hash;

    /// <param name="elements">The elements.</param>
    public ConstantTable(IEnumerable<long> elements)
    {
        _elements = [.. elements];
        _hash = _elements.Aggregate(_elements.Length, (hash, element) => unchecked((hash * 31) + element.GetHashCode()));
    }

    /// <summary>The elements in order.</summary>
    public IReadOnlyList<long> Elements => _elements;

    /// <inheritdoc/>
    public bool Equals(ConstantTable? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _elements.SequenceEqual(other._elements));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConstantTable);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
