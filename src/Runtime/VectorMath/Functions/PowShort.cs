using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The power in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct PowShort : IBinaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, double>
    {
        const double Bound = 160;
        var magnitude = TLanes.Abs(x);
        var (f, e) = LogDouble.Decompose(magnitude);
        var s = f / (f + 2.0);
        var w = s * s;
        var series = Polynomial<double>.Evaluate<TLanes>(w, LogSeriesShort.C0, LogSeriesShort.C1, LogSeriesShort.C2, LogSeriesShort.C3);
        var logarithm = TLanes.Fma(e, Logarithms.Ln2, TLanes.Fma(s * w, series, s + s));
        var exponent = y * logarithm;
        var isBounded = TLanes.Less(TLanes.Abs(exponent), Bound);
        var n = TLanes.Fma(exponent, Logarithms.InverseLn2, PowerOfTwo.RounderDouble) - PowerOfTwo.RounderDouble;
        var r = TLanes.FmaNegated(n, Logarithms.Ln2, exponent);
        var power = TLanes.Fma(r * r, ExpShort.Tail(r), r + 1.0) * PowerOfTwo.Exact<TLanes, double>(n);
        return TLanes.Any(PowerCases.IsSpecial(x, isBounded)) ? PowerCases.Finish(x, y, isBounded, power) : power;
    }
}
