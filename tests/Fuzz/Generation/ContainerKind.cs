namespace AutoParallel.Fuzz.Generation;

internal enum ContainerKind
{
    Array,
    Span,
    ReadOnlySpan,
    List,
    Matrix,
    Jagged,
    Structures,
    Object,
}
