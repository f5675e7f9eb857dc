namespace AutoParallel.Runtime.Tests;

/// <summary>Worker limits and ranges.</summary>
public sealed class WorkersTests
{
    [Fact]
    public void LimitsNestAndEnd()
    {
        var count = Workers.Count;
        using (Workers.Limit(1))
        {
            Assert.Equal(1, Workers.Count);
            using (Workers.Limit(5))
                Assert.Equal(1, Workers.Count);
            Assert.Equal(1, Workers.Count);
        }

        Assert.Equal(count, Workers.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Workers.Limit(0));
    }

    [Theory]
    [InlineData(0, 5, 1, "0 1 2 3 4")]
    [InlineData(5, 0, -2, "5 3 1")]
    [InlineData(3, 3, 1, "")]
    [InlineData(int.MaxValue - 2, int.MaxValue, 1, "2147483645 2147483646")]
    [InlineData(int.MinValue + 1, int.MinValue, -1, "-2147483647")]
    public void Ranges(int start, int end, int step, string expected)
    {
        var seen = new List<long>();
        foreach (var i in Loops.Prange(start, end, step))
            seen.Add(i);
        Assert.Equal(expected, string.Join(" ", seen));
        seen.Clear();
        foreach (var i in Loops.Prange((long)start, end, step))
            seen.Add(i);
        Assert.Equal(expected, string.Join(" ", seen));
    }

    [Fact]
    public void AStepOfZeroIsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Loops.Prange(0, 1, 0));
}
