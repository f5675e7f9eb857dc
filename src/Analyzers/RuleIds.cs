namespace AutoParallel.Analyzers;

/// <summary>The ids of all rules; what each means is in <c>docs/rules</c>.</summary>
public static class RuleIds
{
    public const string RunsOnCores = Compiler.RuleIds.RunsOnCores;
    public const string Vectorized = Compiler.RuleIds.Vectorized;
    public const string StaysSequential = Compiler.RuleIds.StaysSequential;
    public const string SharedScalar = Compiler.RuleIds.SharedScalar;
    public const string LoopCarriedDependence = Compiler.RuleIds.LoopCarriedDependence;
    public const string UnknownSubscript = Compiler.RuleIds.UnknownSubscript;
    public const string ImpureCall = Compiler.RuleIds.ImpureCall;
    public const string UnsafeCollection = Compiler.RuleIds.UnsafeCollection;
    public const string OrderedOutput = Compiler.RuleIds.OrderedOutput;
    public const string Synchronization = Compiler.RuleIds.Synchronization;
    public const string SharedWrite = Compiler.RuleIds.SharedWrite;
    public const string UnknownWrite = Compiler.RuleIds.UnknownWrite;
    public const string Unawaited = "AP1010";
    public const string NoLoop = "AP2001";
    public const string LocalFunction = "AP2002";
    public const string MethodGroup = "AP2003";
    public const string NotReroutable = "AP2004";
    public const string RequiredButSequential = Compiler.RuleIds.RequiredButSequential;
    public const string MethodNotRerouted = Compiler.RuleIds.NotRerouted;
    public const string InvalidOption = "AP2007";
    public const string PrangeWithoutEffect = "AP2008";
    public const string Layout = Compiler.RuleIds.Layout;
    public const string BlocksVectors = Compiler.RuleIds.BlocksVectors;
    public const string PlainLoop = "AP3003";
    public const string MemoryBound = Compiler.RuleIds.MemoryBound;
    public const string InternalError = Compiler.RuleIds.InternalError;
}
