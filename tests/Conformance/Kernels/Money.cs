namespace AutoParallel.Conformance.Kernels;

internal readonly struct Money(long cents)
{
    public long Cents { get; } = cents;

    public static Money operator +(Money left, Money right) => new(left.Cents + right.Cents);

    public static Money operator *(Money left, int factor) => new(left.Cents * factor);
}
