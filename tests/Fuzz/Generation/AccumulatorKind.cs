namespace AutoParallel.Fuzz.Generation;

internal enum AccumulatorKind
{
    Sum,
    Product,
    Minimum,
    Maximum,
    SmallestByIf,
    LargestByTernary,
    And,
    Or,
    Xor,
    Count,
}
