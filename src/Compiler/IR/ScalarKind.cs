namespace AutoParallel.Compiler.IR;

/// <summary>What the compiler needs to know of a C# type to compute with it.</summary>
public enum ScalarKind
{
    /// <summary>Any type without arithmetic of its own here: classes, structs, type parameters, <c>void</c>.</summary>
    Other,
    Bool,
    Char,
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    IntPtr,
    UIntPtr,
    Half,
    Single,
    Double,
    Decimal,
}
