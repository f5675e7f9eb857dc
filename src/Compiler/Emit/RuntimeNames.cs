namespace AutoParallel.Compiler.Emit;

/// <summary>The runtime's entry points by their emitted names; a test resolves each against the real assembly.</summary>
public static class RuntimeNames
{
    public const string Services = "global::AutoParallel.CompilerServices";
    public const string RangeBody = Services + ".IRangeBody";
    public const string Region = Services + ".Region";
    public const string RegionOptions = Services + ".RegionOptions";
    public const string TripCount = Services + ".TripCount";
    public const string LoopComparison = Services + ".LoopComparison";
    public const string ReductionShape = Services + ".ReductionShape";
    public const string ReductionTree = Services + ".ReductionTree";
    public const string ArrayCopies = Services + ".ArrayCopies";
    public const string SubscriptLog = Services + ".SubscriptLog";
    public const string Progression = Services + ".Progression";
    public const string FloatingExtrema = Services + ".FloatingExtrema";
    public const string CopyCosts = Services + ".CopyCosts";
    public const string ExecutionCounters = Services + ".ExecutionCounters";
    public const string ExecutionPath = Services + ".ExecutionPath";
    public const string RaceLog = Services + ".RaceLog";
    public const string RaceSite = Services + ".RaceSite";

    /// <summary>The alias of <c>Vector512</c>, <c>Vector256</c> or <c>Vector128</c> in emitted files, with the width behind it.</summary>
    public const string VectorAlias = "__Vector";

    /// <summary>The alias of the runtime's narrow loads and stores in emitted files, with the width behind it.</summary>
    public const string MemoryAlias = "__Memory";

    /// <summary>The alias of the runtime's element-by-element loads and stores in emitted files, with the width behind it.</summary>
    public const string GatherAlias = "__Gather";
    public const string MarshalAlias = "__Marshal";
    public const string UnsafeAlias = "__Unsafe";
    public const string Schedule = "global::AutoParallel.Schedule";
}
