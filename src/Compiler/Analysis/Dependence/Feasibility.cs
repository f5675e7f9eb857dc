namespace AutoParallel.Compiler.Analysis.Dependence;

/// <summary>Whether a system of constraints has an integer solution.</summary>
public enum Feasibility
{
    /// <summary>It has none: proven.</summary>
    Infeasible,

    /// <summary>It has one: proven.</summary>
    Feasible,

    /// <summary>Not decided within the allowed work.</summary>
    Unknown,
}
