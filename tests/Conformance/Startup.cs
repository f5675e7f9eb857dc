using System.Runtime.CompilerServices;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace AutoParallel.Conformance;

/// <summary>Lets the process use more workers than the machine has cores, so that limits of 1, 2, 3 and 8 all mean something.</summary>
internal static class Startup
{
    /// <summary>The most workers any check asks for.</summary>
    public const int MostWorkers = 8;

    [ModuleInitializer]
    internal static void SetWorkers() => Environment.SetEnvironmentVariable(Workers.EnvironmentVariable, MostWorkers.ToString());
}
