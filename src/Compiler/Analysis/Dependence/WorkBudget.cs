namespace AutoParallel.Compiler.Analysis.Dependence;

/// <summary>
/// The work that exact dependence tests may still do for one method: its loops, the forms that transformations give them and every question about
/// them share it. It counts coefficients that are touched, not time, so that a method is compiled alike on every machine.
/// </summary>
public sealed class WorkBudget
{
    /// <summary>What one method may take.</summary>
    public const long PerMethod = 60_000_000;

    private long _left;

    /// <summary>A budget.</summary>
    /// <param name="amount">The coefficients that may be touched.</param>
    public WorkBudget(long amount = PerMethod) => _left = amount;

    /// <summary>What has not been used.</summary>
    public long Left => _left;

    /// <summary>Whether nothing is left: no more systems are solved, and what they would have decided counts as a conflict.</summary>
    public bool IsExhausted => _left <= 0;

    /// <summary>Takes from it what a question has cost.</summary>
    public void Spend(long work) => _left -= work;
}
