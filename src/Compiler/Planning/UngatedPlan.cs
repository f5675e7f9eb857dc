namespace AutoParallel.Compiler.Planning;

/// <summary>
/// A plan without what keeps short loops as they were written: no gate, the least trip counts, and iterations that seem to be worth
/// all workers. Guards stay, as they are about results.
/// </summary>
public static class UngatedPlan
{
    /// <summary>The trip count from which generated code runs: a loop without iterations has none to begin with.</summary>
    public const int LeastTrip = 1;

    /// <summary>
    /// The trip count from which lanes may run. That no other iteration writes what one reads means that its own does not, either, where all
    /// iterations read it; a single iteration may, and lanes read ahead of it (<see cref="Analysis.UniformityAnalysis"/>).
    /// </summary>
    public const int LeastTripOfLanes = 2;

    /// <summary>A cost for which the runtime asks all of its workers, in nanoseconds.</summary>
    private const string DearIteration = "1000000d";

    /// <summary>The plan with every loop that may run in another form doing so.</summary>
    public static MethodPlan Of(MethodPlan plan) => plan with
    {
        Gate = null,
        Loops = plan.Loops.ToDictionary(l => l.Key, l => Of(l.Value)),
    };

    private static LoopPlan Of(LoopPlan plan) => plan with
    {
        MinimumTrip = plan.Vector is null ? LeastTrip : LeastTripOfLanes,
        MinimumNarrowTrip = 0,
        LeadingTrip = Math.Min(plan.LeadingTrip, LeastTrip),
        LeastWork = 0,
        CheckNanoseconds = 0,
        NanosecondsPerIteration = DearIteration,
        CopyGates = default,
        InspectionGate = "true",
        MinimumBlock = Math.Max(1, plan.ReductionLanes),
    };
}
