namespace AutoParallel.Compiler.IR;

/// <summary>A struct from outside of a loop that the loop assigns, and nothing in it uses but number by number.</summary>
/// <param name="Whole">The local or parameter.</param>
/// <param name="Parts">Its numbers, as accesses that read or write each where the text has the struct.</param>
/// <param name="Creation">C# that makes the struct, with <c>{0}</c>, <c>{1}</c> and so on for the numbers in the order of <paramref name="Parts"/>.</param>
public sealed record StructAccumulator(Variable Whole, EquatableArray<MemoryAccess> Parts, string Creation);
