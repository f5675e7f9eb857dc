using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests;

/// <summary>The shape of reductions and their operators.</summary>
public sealed class ReductionTests
{
    [Fact]
    public void TheTreeHalvesTheNextPowerOfTwo()
    {
        float[] values = [1e8f, 1, -1e8f, 2, 3];
        var expected = ((1e8f + 3f) + -1e8f) + (1f + 2f);
        Assert.Equal(expected, ReductionTree.Combine<float, AddOperator<float>>(values));
    }

    [Fact]
    public void IdentitiesChangeNothing()
    {
        Check<float, AddOperator<float>>([0f, -0f, 1f, float.NaN, float.NegativeInfinity]);
        Check<double, MultiplyOperator<double>>([0, -0d, 3, double.PositiveInfinity]);
        Check<double, MinOperator<double>>([0, -0d, double.NaN, double.PositiveInfinity, double.MaxValue]);
        Check<double, MaxOperator<double>>([0, -0d, double.NaN, double.NegativeInfinity, double.MinValue]);
        Check<int, MinOperator<int>>([int.MaxValue, int.MinValue, 0]);
        Check<byte, AndOperator<byte>>([0, 255, 7]);
        Check<long, XorOperator<long>>([0, -1, 7]);
        Check<bool, BooleanAndOperator>([true, false]);
        Check<bool, BooleanOrOperator>([true, false]);
        Check<bool, BooleanXorOperator>([true, false]);

        static void Check<T, TOperator>(T[] values)
            where TOperator : struct, IReductionOperator<T>
        {
            foreach (var value in values)
            {
                Assert.Equal(Bits(value), Bits(TOperator.Combine(TOperator.Identity, value)));
                Assert.Equal(Bits(value), Bits(TOperator.Combine(value, TOperator.Identity)));
            }

            Assert.Equal(TOperator.Identity, ReductionTree.Combine<T, TOperator>([]));
        }

        static object Bits<T>(T value) => value switch
        {
            float f => BitConverter.SingleToUInt32Bits(f),
            double d => BitConverter.DoubleToUInt64Bits(d),
            _ => value!,
        };
    }

    [Theory]
    [InlineData(1, 64, 4096)]
    [InlineData(4096, 64, 4096)]
    [InlineData(4097, 64, 4096)]
    [InlineData(10_000_000, 64, 4096)]
    [InlineData(100, 1, 1)]
    [InlineData(257, 1, 1)]
    [InlineData(1L << 40, 32, 4096)]
    public void BlocksCoverTheRange(long trips, int lanes, long minimum)
    {
        var shape = ReductionShape.Of(trips, lanes, minimum);
        Assert.InRange(shape.BlockCount, 1, ReductionShape.MaxBlocks);
        Assert.True(shape.BlockSize * shape.BlockCount >= trips);
        Assert.True(shape.BlockSize * (shape.BlockCount - 1) < trips);
        Assert.Equal(0, shape.BlockSize % lanes);
    }
}
