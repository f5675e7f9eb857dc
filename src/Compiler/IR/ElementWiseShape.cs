namespace AutoParallel.Compiler.IR;

/// <summary>What makes a method a function of one element: values in, one value out. It gets overloads over collections.</summary>
/// <param name="Receiver">The type that the function is called on, globally qualified.</param>
/// <param name="Name">The name that it is called by, escaped where it is a keyword.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Result">What it returns.</param>
/// <param name="Source">Its name where it is declared, for messages.</param>
/// <param name="DocumentationId">The documentation comment id, for links from the overloads to the function.</param>
public sealed record ElementWiseShape(string Receiver, string Name, EquatableArray<Variable> Parameters, IrType Result, SourceSpan Source, string DocumentationId);
