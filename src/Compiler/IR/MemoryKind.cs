namespace AutoParallel.Compiler.IR;

/// <summary>What kind of storage a subscript reaches; it decides what can alias what, and how bounds are read.</summary>
public enum MemoryKind
{
    /// <summary><c>T[]</c>: two array references are the same array or disjoint.</summary>
    Array,

    /// <summary><c>T[,]</c> and higher ranks.</summary>
    MultiArray,

    /// <summary><c>Span&lt;T&gt;</c>: may overlap any other memory of any offset.</summary>
    Span,

    /// <summary><c>ReadOnlySpan&lt;T&gt;</c>: as <see cref="Span"/>, never written through.</summary>
    ReadOnlySpan,

    /// <summary><c>List&lt;T&gt;</c> through its indexer.</summary>
    List,

    /// <summary><c>ImmutableArray&lt;T&gt;</c>: never written.</summary>
    ImmutableArray,

    /// <summary>The characters of a <c>string</c>: never written.</summary>
    String,

    /// <summary>One instance field, or a property known to be nothing else; no subscript.</summary>
    Field,

    /// <summary>One static field; no subscript.</summary>
    StaticField,

    /// <summary>What a <c>ref</c> parameter or local names; no subscript.</summary>
    Reference,
}
