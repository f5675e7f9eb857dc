using AutoParallel.Fuzz.Execution;

namespace AutoParallel.Fuzz;

/// <summary>What the tests that the fuzzer prints call.</summary>
internal static class Regression
{
    /// <summary>Fails unless the method compiles and both ways to call it do the same.</summary>
    /// <param name="method">The declaration of a method called <c>Kernel</c>.</param>
    /// <param name="inputs">What it is called with; nothing to compile it only.</param>
    public static void Check(string method, params Inputs[] inputs)
    {
        using var bench = Workbench.Compile([method]);
        foreach (var input in inputs)
            Assert.Null(Checker.Check(bench.Kernels[0], input));
    }
}
