using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The inverse hyperbolic tangent: log(1 + 2 x / (1 - x)) / 2, the quotient in two parts.
/// </summary>
internal readonly struct AtanhDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var magnitude = TLanes.Abs(x);
        var divisor = 1.0 - magnitude;
        var divisorLow = 1.0 - divisor - magnitude;
        var (argument, argumentLow) = Quotient.Parts<TLanes, double>(magnitude + magnitude, 0.0, divisor, divisorLow);
        var result = ShiftedLogarithm.Of(argument, argumentLow, 0.0) * 0.5;
        return TLanes.Select(TLanes.Equal(x, 0.0), x, result | (x & TLanes.FromBits(long.MinValue)));
    }
}
