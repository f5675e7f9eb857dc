namespace AutoParallel.Compiler;

/// <summary>What the compiler must know of the project; plain data, so that it can be compared and cached.</summary>
/// <param name="Mode">The build property <c>AutoParallelMode</c>: <c>Parallel</c>, <c>Sequential</c> or <c>Checked</c>.</param>
/// <param name="CountExecutions">Whether emitted loops report to the runtime's counters, so that tests can prove they ran.</param>
/// <param name="DumpIr">Whether the IR is kept after each stage.</param>
public sealed record CompilationFacts(string Mode, bool CountExecutions, bool DumpIr)
{
    /// <summary>The defaults of a project that sets no property.</summary>
    public static readonly CompilationFacts Default = new("Parallel", false, false);

    /// <summary>
    /// Whether generated code runs however short a loop is, so that tests reach it with small arguments. The results are the same;
    /// the speed is not.
    /// </summary>
    public bool IgnoresCosts { get; init; }

    /// <summary>Whether nothing is to be rerouted.</summary>
    public bool IsSequential => Mode == "Sequential";

    /// <summary>Whether loops whose safety is asserted, or asked at run time, are watched for races.</summary>
    public bool IsChecked => Mode == "Checked";
}
