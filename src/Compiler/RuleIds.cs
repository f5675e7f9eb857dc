namespace AutoParallel.Compiler;

/// <summary>The rules that the compiler itself decides; what each means is in <c>docs/rules</c>.</summary>
public static class RuleIds
{
    public const string RunsOnCores = "AP0001";
    public const string Vectorized = "AP0002";
    public const string StaysSequential = "AP0003";
    public const string SharedScalar = "AP1001";
    public const string LoopCarriedDependence = "AP1002";
    public const string UnknownSubscript = "AP1003";
    public const string ImpureCall = "AP1004";
    public const string UnsafeCollection = "AP1005";
    public const string OrderedOutput = "AP1006";
    public const string Synchronization = "AP1007";
    public const string SharedWrite = "AP1008";
    public const string UnknownWrite = "AP1009";
    public const string RequiredButSequential = "AP2005";
    public const string NotRerouted = "AP2006";
    public const string Layout = "AP3001";
    public const string BlocksVectors = "AP3002";
    public const string MemoryBound = "AP3004";
    public const string InternalError = "AP9999";
}
