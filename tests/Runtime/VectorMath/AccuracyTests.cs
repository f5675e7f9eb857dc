namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>No result is farther than 1 ULP from the exact value.</summary>
public sealed class AccuracyTests
{
    public static TheoryData<string> Names => new(MathFunctions.Reproducible.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void ADoubleIsWithinOneUlp(string name)
    {
        var function = MathFunctions.Find(name);
        Assert.InRange(MathAccuracy.WorstDouble(function, 3000, 1).Error, 0.4, 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AFloatIsWithinOneUlp(string name)
    {
        var function = MathFunctions.Find(name);
        Assert.InRange(MathAccuracy.WorstSingle(function, 100_000, 1).Error, 0.4, 1);
    }
}
