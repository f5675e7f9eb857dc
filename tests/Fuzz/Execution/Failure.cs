using AutoParallel.Fuzz.Generation;

namespace AutoParallel.Fuzz.Execution;

/// <summary>A method whose two ways to call it differ, or that does not compile.</summary>
/// <param name="Method">The method.</param>
/// <param name="Inputs">The inputs for which they differ; null if it does not compile.</param>
/// <param name="Difference">How they differ, or the compiler's errors.</param>
internal sealed record Failure(FuzzMethod Method, Inputs? Inputs, string Difference)
{
    /// <summary>A test to paste into the class of regressions.</summary>
    public string ToTest()
    {
        var inputs = Inputs is null ? "" : $",\n        {Inputs.ToSource()}";
        var source = string.Join("\n", Method.Source.TrimEnd().Split('\n').Select(line => line.Length == 0 ? "" : "        " + line));
        return $""""
            /// <summary>Seed {Method.Seed}: {Difference.Split('\n')[0]}</summary>
            [Fact]
            public void Seed{Method.Seed}() => Regression.Check(
                """
            {source}
                """{inputs});

            """";
    }
}
