using AutoParallel.Fuzz.Execution;

namespace AutoParallel.Fuzz;

/// <summary>What the tests that the fuzzer prints call.</summary>
internal static class Regression
{
    /// <summary>Fails unless the method compiles and both ways to call it do the same, however short its loops are.</summary>
    /// <param name="method">The declaration of a method called <c>Kernel</c>, and of the members that it uses.</param>
    /// <param name="inputs">What it is called with; nothing to compile it only.</param>
    public static void Check(string method, params Inputs[] inputs)
    {
        foreach (var ignoresCosts in new[] { false, true })
        {
            using var bench = Workbench.Run([method], ignoresCosts);
            foreach (var input in inputs)
                Assert.Null(Checker.Check(bench.Kernels[0], input));
        }
    }
}
