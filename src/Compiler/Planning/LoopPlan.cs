using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Planning;

/// <summary>What becomes of one loop: the thing that is costed and the thing that is emitted.</summary>
/// <param name="Analysis">The facts.</param>
/// <param name="OnCores">Whether the iterations are shared among workers.</param>
/// <param name="Vector">How they fill lanes; null for the scalar path.</param>
/// <param name="Guards">
/// C# conditions over the method's variables and, with the loop's number at the end, <c>__first</c> (long, the first index) and
/// <c>__trip</c> (long, the trip count); all must hold.
/// </param>
/// <param name="GuardMeanings">What they check, for messages.</param>
/// <param name="NanosecondsPerIteration">The estimated cost of one iteration of the emitted loop, as a C# expression.</param>
/// <param name="MinimumTrip">Below this trip count the user's own loop runs.</param>
/// <param name="ReductionLanes">Accumulators per block of a reduction, on every path.</param>
/// <param name="MinimumBlock">The least number of iterations of a reduction's block.</param>
/// <param name="LeastWork">The estimated work of the whole loop in nanoseconds below which it runs as written; 0 for no limit.</param>
/// <param name="CanRerun">Whether the loop writes nothing but its reductions, so that it may be run again.</param>
public sealed record LoopPlan(
    LoopAnalysis Analysis,
    bool OnCores,
    VectorPlan? Vector,
    EquatableArray<string> Guards,
    EquatableArray<string> GuardMeanings,
    string NanosecondsPerIteration,
    int MinimumTrip,
    int ReductionLanes,
    long MinimumBlock,
    bool CanRerun,
    int LeastWork = 0)
{
    /// <summary>
    /// Whether chunks may be combined as they end: without lanes nothing but inexact reductions asks for an order.
    /// </summary>
    public bool CombinesInAnyOrder => Vector is null && Analysis.Reductions.All(r => r.IsExact) && Analysis.PrivateArrays.All(p => p.IsExact);

    /// <summary>Whether the runtime may leave the loop to the method, which then runs it as written, where one worker is as good.</summary>
    public bool MayDecline => OnCores && CombinesInAnyOrder;

    /// <summary>Whether the loop runs as written, from its start, after an iteration has thrown: what copies hold is then forgotten.</summary>
    public bool RunsAgain => OnCores && Privatization.MustRunAgain(Analysis);

    /// <summary>Whether the region says if it has done the loop's work.</summary>
    public bool TellsWhetherDone => MayDecline || RunsAgain;

    /// <summary>Whether blocks of the trip count, of one shape for any number of workers, are combined in a tree.</summary>
    public bool HasTree => !CombinesInAnyOrder && (!Analysis.Reductions.IsEmpty || !Analysis.PrivateArrays.All(p => p.IsExact));

    /// <summary>C# conditions without which copies of containers do not pay, to be asked after the guards; the results do not depend on them.</summary>
    public EquatableArray<string> CopyGates { get; init; }

    /// <summary>A C# condition, over what <see cref="Guards"/> are over, under which an inspection costs less than it saves; the result does not depend on it.</summary>
    public string InspectionGate { get; init; } = "true";

    /// <summary>Whether what an inspection has found is the same each time that the method comes to the loop.</summary>
    public bool KeepsInspection { get; init; }

    /// <summary>
    /// Whether lanes run only the iterations in front of the first that leaves the loop, and fewer than a block beside it; the loop as
    /// written begins, and goes on from there.
    /// </summary>
    public bool IsSearch => Vector is { Exit: not null };

    /// <summary>Whether lanes run some of the first iterations only, and the loop as written goes on from there.</summary>
    public bool LeavesRest => IsSearch || Vector is { Running.IsEmpty: false };

    /// <summary>The iterations of such a loop that run as written before lanes begin; at most <see cref="MinimumTrip"/>.</summary>
    public int LeadingTrip { get; init; }

    /// <summary>Whether the user's word stands for what could not be proven.</summary>
    public bool IsAsserted { get; init; }

    /// <summary>Whether its safety is asked when it runs, by more than the bounds of its accesses.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The trip count below which the user's own loop runs where vectors have 128 bits; no limit of its own if not above <see cref="MinimumTrip"/>.</summary>
    public int MinimumNarrowTrip { get; init; }

    /// <summary>
    /// The trip count from which a loop for the lanes of one worker is worth a region; fewer iterations run without one where vectors have 256 bits or
    /// more. 0 where any number runs in a region.
    /// </summary>
    public int LongTrip { get; init; }

    /// <summary>
    /// The nanoseconds that the guards take for each iteration; 0 where they take the same for any number of them, or where the result has a shape
    /// that must not depend on the number of workers.
    /// </summary>
    public double CheckNanoseconds { get; init; }

    /// <summary>The accesses that need no bounds checks in the loop's own order; null where there are none.</summary>
    public UncheckedAccesses? Unchecked { get; init; }

    /// <summary>The loop.</summary>
    public Loop Loop => Analysis.Loop;

    /// <summary>
    /// Whether scalar code must run the loop's IR, not the user's text: a function of the user's that lanes have inlined calls
    /// functions whose bits are the runtime's there, and the platform's in the user's own.
    /// </summary>
    public bool InlinesMathematics => Vector is not null && Loop.InlinesMathematics;

    /// <summary>The name of the type that runs it, without type parameters: those of the method.</summary>
    public string TypeName => $"Loop{Loop.Id}";

    /// <summary>The loop as lanes run it, and its facts.</summary>
    public LoopAnalysis Lanes => Vector?.Form ?? Analysis;
}
