namespace AutoParallel.Compiler.IR;

/// <summary>
/// Says of an access that the iterations which make it reach neighbouring elements, one after another: those that a counter names
/// which just these iterations step, by one.
/// </summary>
/// <param name="Counter">The counter as the iteration begins.</param>
/// <param name="Offset">How far the element lies behind the one with the counter's number.</param>
public sealed record PackedSubscript(Variable Counter, int Offset);
