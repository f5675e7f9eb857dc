namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The elementary operations in which every function of <see cref="LaneMath"/> is written, once for all widths. Each of them is exact
/// or correctly rounded, so a sequence of them gives the same bits in every lane of every width on every machine. What is not in this
/// interface (estimates, instructions whose rounding differs between processors) cannot be used by mistake.
/// </summary>
/// <typeparam name="TSelf">The lanes themselves.</typeparam>
/// <typeparam name="T"><see langword="float"/> or <see langword="double"/>.</typeparam>
internal interface ILanes<TSelf, T>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    static abstract implicit operator TSelf(T value);
    static abstract TSelf operator +(TSelf left, TSelf right);
    static abstract TSelf operator -(TSelf left, TSelf right);
    static abstract TSelf operator *(TSelf left, TSelf right);
    static abstract TSelf operator /(TSelf left, TSelf right);
    static abstract TSelf operator -(TSelf value);
    static abstract TSelf operator &(TSelf left, TSelf right);
    static abstract TSelf operator |(TSelf left, TSelf right);
    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>Bits of <paramref name="left"/> that are not set in <paramref name="right"/>.</summary>
    static abstract TSelf AndNot(TSelf left, TSelf right);

    /// <summary><c>a * b + c</c>, rounded once.</summary>
    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    /// <summary><c>c - a * b</c>, rounded once.</summary>
    static abstract TSelf FmaNegated(TSelf a, TSelf b, TSelf c);

    /// <summary><c>a * b - c</c>, rounded once.</summary>
    static abstract TSelf FmaSubtract(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Sqrt(TSelf value);
    static abstract TSelf Abs(TSelf value);

    /// <summary>The larger of both; NaN where <paramref name="value"/> is NaN. The bound is neither NaN nor zero.</summary>
    static abstract TSelf AtLeast(TSelf bound, TSelf value);

    /// <summary>The smaller of both; NaN where <paramref name="value"/> is NaN. The bound is neither NaN nor zero.</summary>
    static abstract TSelf AtMost(TSelf bound, TSelf value);

    /// <summary>A mask: all bits of a lane, or none.</summary>
    static abstract TSelf Less(TSelf left, TSelf right);

    /// <inheritdoc cref="Less"/>
    static abstract TSelf LessOrEqual(TSelf left, TSelf right);

    /// <inheritdoc cref="Less"/>
    static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary>Lanes of <paramref name="yes"/> where the mask is set, of <paramref name="no"/> elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);

    /// <summary>Whether the mask is set in some lane.</summary>
    static abstract bool Any(TSelf mask);

    /// <summary>The same bit pattern in every lane; a <see langword="float"/> takes the low 32 bits.</summary>
    static abstract TSelf FromBits(long bits);

    /// <summary>Adds the bit patterns as integers.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>Subtracts the bit patterns as integers.</summary>
    static abstract TSelf SubtractBits(TSelf left, TSelf right);

    /// <summary>Shifts the bit patterns to the left.</summary>
    static abstract TSelf ShiftLeft(TSelf value, int count);

    /// <summary>Shifts the bit patterns to the right, zeros in.</summary>
    static abstract TSelf ShiftRight(TSelf value, int count);

    /// <summary>
    /// <c>value * 2^exponent</c>, rounded once. The value is 0, NaN, or of a magnitude in [1/16, 16]; the exponent is an integer of a
    /// magnitude up to twice that of the smallest normal number, or NaN with the value NaN.
    /// </summary>
    static abstract TSelf Scale(TSelf value, TSelf exponent);

    static abstract T Get(TSelf value, int lane);
    static abstract TSelf With(TSelf value, int lane, T element);
}
