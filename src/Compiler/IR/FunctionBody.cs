namespace AutoParallel.Compiler.IR;

/// <summary>A function of the user's and the values that one call gives its parameters: what inlining puts in the place of the call.</summary>
/// <param name="Parameters">The parameters, in the order in which the call evaluates the arguments.</param>
/// <param name="Arguments">Their values, converted to the parameter types.</param>
/// <param name="Body">
/// The body. It returns a value on every path, writes no memory and nothing but its own variables; one that stands for a statement may
/// return none, write memory, and assign variables that it is given by reference.
/// </param>
public sealed record FunctionBody(EquatableArray<Variable> Parameters, EquatableArray<IrExpression> Arguments, Block Body)
{
    /// <summary>The variables of the place of the call by which the body names the object that it belongs to.</summary>
    public EquatableArray<Variable> Outside { get; init; }
}
