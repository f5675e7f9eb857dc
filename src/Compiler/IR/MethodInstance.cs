namespace AutoParallel.Compiler.IR;

/// <summary>A generic method where its type parameter stands for a number.</summary>
/// <param name="Type">The number's C# keyword, such as <c>double</c>.</param>
/// <param name="Method">The method, without type parameters.</param>
public sealed record MethodInstance(string Type, Method Method);
