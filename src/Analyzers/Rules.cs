using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Analyzers;

/// <summary>The descriptors of all rules. Where the compiler words the message, the format is the message itself.</summary>
public static class Rules
{
    private const string Category = "AutoParallel";
    private const string Help = "https://github.com/autoparallel/autoparallel/blob/main/docs/rules/";

    /// <summary>AP0001.</summary>
    public static readonly DiagnosticDescriptor RunsOnCores = new(
        RuleIds.RunsOnCores,
        "The loop runs across the cores",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.RunsOnCores + ".md");

    /// <summary>AP0002.</summary>
    public static readonly DiagnosticDescriptor Vectorized = new(
        RuleIds.Vectorized,
        "The loop is vectorised",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.Vectorized + ".md");

    /// <summary>AP0003.</summary>
    public static readonly DiagnosticDescriptor StaysSequential = new(
        RuleIds.StaysSequential,
        "The loop stays sequential",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.StaysSequential + ".md");

    /// <summary>AP1001.</summary>
    public static readonly DiagnosticDescriptor SharedScalar = new(
        RuleIds.SharedScalar,
        "A variable is carried from one iteration to the next",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.SharedScalar + ".md");

    /// <summary>AP1002.</summary>
    public static readonly DiagnosticDescriptor LoopCarriedDependence = new(
        RuleIds.LoopCarriedDependence,
        "An iteration needs what another one writes",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.LoopCarriedDependence + ".md");

    /// <summary>AP1003.</summary>
    public static readonly DiagnosticDescriptor UnknownSubscript = new(
        RuleIds.UnknownSubscript,
        "Two iterations may write the same element",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.UnknownSubscript + ".md");

    /// <summary>AP1004.</summary>
    public static readonly DiagnosticDescriptor ImpureCall = new(
        RuleIds.ImpureCall,
        "A call may have effects that other iterations notice",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.ImpureCall + ".md");

    /// <summary>AP1005.</summary>
    public static readonly DiagnosticDescriptor UnsafeCollection = new(
        RuleIds.UnsafeCollection,
        "The object is not safe to change from several threads",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.UnsafeCollection + ".md");

    /// <summary>AP1006.</summary>
    public static readonly DiagnosticDescriptor OrderedOutput = new(
        RuleIds.OrderedOutput,
        "The order of input or output would change",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.OrderedOutput + ".md");

    /// <summary>AP1007.</summary>
    public static readonly DiagnosticDescriptor Synchronization = new(
        RuleIds.Synchronization,
        "Synchronisation says that the iterations share state",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.Synchronization + ".md");

    /// <summary>AP1008.</summary>
    public static readonly DiagnosticDescriptor SharedWrite = new(
        RuleIds.SharedWrite,
        "All iterations write the same memory",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.SharedWrite + ".md");

    /// <summary>AP1009.</summary>
    public static readonly DiagnosticDescriptor UnknownWrite = new(
        RuleIds.UnknownWrite,
        "Nothing can be proven about the memory that is written",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.UnknownWrite + ".md");

    /// <summary>AP1010.</summary>
    public static readonly DiagnosticDescriptor Unawaited = new(
        RuleIds.Unawaited,
        "Nobody waits for the asynchronous lambda",
        "'{0}' only starts an asynchronous lambda: it returns at the first 'await' of each, and the rest runs later, unobserved; "
        + "use 'await Parallel.{1}'",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.Unawaited + ".md");

    /// <summary>AP2001.</summary>
    public static readonly DiagnosticDescriptor NoLoop = new(
        RuleIds.NoLoop,
        "[Parallel] has no effect on a method without a loop",
        "'{0}' has neither a loop of its own nor the shape of an element-wise function, so [Parallel] does nothing; "
        + "remove it or put it on the method that holds the loop",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.NoLoop + ".md");

    /// <summary>AP2002.</summary>
    public static readonly DiagnosticDescriptor LocalFunction = new(
        RuleIds.LocalFunction,
        "Calls of a local function or lambda are not rerouted",
        "{0}, whose calls C# does not let AutoParallel reroute, so it runs sequentially; make it a method of a class",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.LocalFunction + ".md");

    /// <summary>AP2003.</summary>
    public static readonly DiagnosticDescriptor MethodGroup = new(
        RuleIds.MethodGroup,
        "A delegate made from the method runs it sequentially",
        "'{0}' is used {1}, which calls the method as written, sequentially; {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.MethodGroup + ".md");

    /// <summary>AP2004.</summary>
    public static readonly DiagnosticDescriptor NotReroutable = new(
        RuleIds.NotReroutable,
        "The call cannot be rerouted",
        "This use of '{0}' runs sequentially: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.NotReroutable + ".md");

    /// <summary>AP2005.</summary>
    public static readonly DiagnosticDescriptor RequiredButSequential = new(
        RuleIds.RequiredButSequential,
        "A loop that must run in parallel stays sequential",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.RequiredButSequential + ".md");

    /// <summary>AP2006.</summary>
    public static readonly DiagnosticDescriptor MethodNotRerouted = new(
        RuleIds.MethodNotRerouted,
        "No call of the method can be rerouted",
        "'{0}' runs sequentially: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.MethodNotRerouted + ".md");

    /// <summary>AP2007.</summary>
    public static readonly DiagnosticDescriptor InvalidOption = new(
        RuleIds.InvalidOption,
        "The option has no such value",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.InvalidOption + ".md");

    /// <summary>AP2008.</summary>
    public static readonly DiagnosticDescriptor PrangeWithoutEffect = new(
        RuleIds.PrangeWithoutEffect,
        "Prange has no effect here",
        "This Prange is enumerated in order on one core: {0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.PrangeWithoutEffect + ".md");

    /// <summary>AP3001.</summary>
    public static readonly DiagnosticDescriptor Layout = new(
        RuleIds.Layout,
        "The access walks against the layout of its container",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.Layout + ".md");

    /// <summary>AP3002.</summary>
    public static readonly DiagnosticDescriptor BlocksVectors = new(
        RuleIds.BlocksVectors,
        "This keeps the loop out of vector lanes",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.BlocksVectors + ".md");

    /// <summary>AP3003.</summary>
    public static readonly DiagnosticDescriptor PlainLoop = new(
        RuleIds.PlainLoop,
        "The lambda is the body of a plain loop that [Parallel] runs",
        "'{0}' calls a delegate in every iteration of a plain loop; as a 'for' in a [Parallel] method the loop runs across the cores{1} "
        + "without one, and returns what it would in order",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.PlainLoop + ".md");

    /// <summary>AP3004.</summary>
    public static readonly DiagnosticDescriptor MemoryBound = new(
        RuleIds.MemoryBound,
        "Two loops in a row wait for the same memory",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.MemoryBound + ".md");

    /// <summary>AP9999.</summary>
    public static readonly DiagnosticDescriptor InternalError = new(
        RuleIds.InternalError,
        "AutoParallel failed on the method",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.InternalError + ".md");

    /// <summary>What is reported on the declaration and body of a <c>[Parallel]</c> method.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfMethods { get; } =
    [
        RunsOnCores,
        Vectorized,
        StaysSequential,
        SharedScalar,
        LoopCarriedDependence,
        UnknownSubscript,
        ImpureCall,
        UnsafeCollection,
        OrderedOutput,
        Synchronization,
        SharedWrite,
        UnknownWrite,
        RequiredButSequential,
        MethodNotRerouted,
        Layout,
        BlocksVectors,
        MemoryBound,
        InternalError,
        NoLoop,
        InvalidOption,
    ];

    /// <summary>What is reported on uses of a <c>[Parallel]</c> method.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfUses { get; } =
    [
        LocalFunction,
        MethodGroup,
        NotReroutable,
        InvalidOption,
        PrangeWithoutEffect,
    ];

    /// <summary>What is reported in lambdas that other libraries run in parallel.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfParallelLambdas { get; } =
    [
        SharedScalar,
        LoopCarriedDependence,
        UnknownSubscript,
        UnsafeCollection,
        SharedWrite,
        Unawaited,
    ];

    /// <summary>What is advised on such lambdas.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfPlainLoops { get; } = [PlainLoop];

    /// <summary>All rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. OfMethods.Concat(OfUses).Concat(OfParallelLambdas).Concat(OfPlainLoops).Distinct().OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>The rule of an id; null if there is none.</summary>
    public static DiagnosticDescriptor? Find(string id) => All.FirstOrDefault(r => r.Id == id);
}
