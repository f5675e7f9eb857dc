namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Names of what generated code computes before a loop.</summary>
public sealed class EmittedNameTests
{
    /// <summary>What a second index begins with is kept as <c>__from</c> and a number, and which lanes are taken from two vectors is a number of vectors too.</summary>
    [Fact]
    public void VectorsHaveOtherNamesThanVariables()
    {
        var compiled = Compiled.Body("double[] a, double[] b, int n, int o", "for (int i = 0, j = o; i < n; j -= 2, i += 2) a[i] = b[i] + b[i + 1] + j;");
        Assert.Contains("lanes", Compiled.Summary(compiled), StringComparison.Ordinal);
        Assert.Contains("int __from", compiled.Source, StringComparison.Ordinal);
        Assert.Contains(".Pick(", compiled.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("var __from", compiled.Source, StringComparison.Ordinal);
    }
}
