using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Lanes of a <see cref="Vector512{T}"/>.</summary>
internal readonly unsafe struct Lanes512<T>(Vector512<T> value) : ILanes<Lanes512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector512<T> Value = value;

    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes512<T>(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> left, Lanes512<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> left, Lanes512<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> left, Lanes512<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> left, Lanes512<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator &(Lanes512<T> left, Lanes512<T> right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator |(Lanes512<T> left, Lanes512<T> right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator ^(Lanes512<T> left, Lanes512<T> right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AndNot(Lanes512<T> left, Lanes512<T> right) => new(Vector512.AndNot(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Fma(Lanes512<T> a, Lanes512<T> b, Lanes512<T> c) => sizeof(T) == sizeof(float)
        ? new(Vector512.FusedMultiplyAdd(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>())
        : new(Vector512.FusedMultiplyAdd(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> value) => new(Vector512.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> value) => new(Vector512.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AtLeast(Lanes512<T> bound, Lanes512<T> value) => new(Vector512.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AtMost(Lanes512<T> bound, Lanes512<T> value) => new(Vector512.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Less(Lanes512<T> left, Lanes512<T> right) => new(Vector512.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LessOrEqual(Lanes512<T> left, Lanes512<T> right) => new(Vector512.LessThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Equal(Lanes512<T> left, Lanes512<T> right) => new(Vector512.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> yes, Lanes512<T> no) =>
        new(Vector512.ConditionalSelect(mask.Value, yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes512<T> mask) => mask.Value.AsInt64() != Vector512<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> FromBits(long bits) => sizeof(T) == sizeof(float)
        ? new(Vector512.Create((int)bits).As<int, T>())
        : new(Vector512.Create(bits).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AddBits(Lanes512<T> left, Lanes512<T> right) => sizeof(T) == sizeof(float)
        ? new((left.Value.AsInt32() + right.Value.AsInt32()).As<int, T>())
        : new((left.Value.AsInt64() + right.Value.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> SubtractBits(Lanes512<T> left, Lanes512<T> right) => sizeof(T) == sizeof(float)
        ? new((left.Value.AsInt32() - right.Value.AsInt32()).As<int, T>())
        : new((left.Value.AsInt64() - right.Value.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftLeft(Lanes512<T> value, int count) => sizeof(T) == sizeof(float)
        ? new((value.Value.AsInt32() << count).As<int, T>())
        : new((value.Value.AsInt64() << count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftRight(Lanes512<T> value, int count) => sizeof(T) == sizeof(float)
        ? new((value.Value.AsInt32() >>> count).As<int, T>())
        : new((value.Value.AsInt64() >>> count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Scale(Lanes512<T> value, Lanes512<T> exponent)
    {
        if (Avx512F.IsSupported)
        {
            return sizeof(T) == sizeof(float)
                ? new(Avx512F.Scale(value.Value.AsSingle(), exponent.Value.AsSingle()).As<float, T>())
                : new(Avx512F.Scale(value.Value.AsDouble(), exponent.Value.AsDouble()).As<double, T>());
        }

        return PowerOfTwo.Scale<Lanes512<T>, T>(value, exponent);
    }

    public static T Get(Lanes512<T> value, int lane) => value.Value.GetElement(lane);

    public static Lanes512<T> With(Lanes512<T> value, int lane, T element) => new(value.Value.WithElement(lane, element));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Widened<TFunction>(Lanes512<T> x)
        where TFunction : IUnaryFunction<double>
    {
        var (lower, upper) = Vector512.Widen(x.Value.AsSingle());
        lower = Apply.Unary<TFunction, double>(lower);
        upper = Apply.Unary<TFunction, double>(upper);
        return new(Vector512.Narrow(lower, upper).As<float, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Widened<TFunction>(Lanes512<T> x, Lanes512<T> y)
        where TFunction : IBinaryFunction<double>
    {
        var (lowerX, upperX) = Vector512.Widen(x.Value.AsSingle());
        var (lowerY, upperY) = Vector512.Widen(y.Value.AsSingle());
        var lower = Apply.Binary<TFunction, double>(lowerX, lowerY);
        var upper = Apply.Binary<TFunction, double>(upperX, upperY);
        return new(Vector512.Narrow(lower, upper).As<float, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes512<T> First, Lanes512<T> Second) WidenedPair<TFunction>(Lanes512<T> x)
        where TFunction : IPairFunction<double>
    {
        var (lower, upper) = Vector512.Widen(x.Value.AsSingle());
        var (firstLower, secondLower) = Apply.Pair<TFunction, double>(lower);
        var (firstUpper, secondUpper) = Apply.Pair<TFunction, double>(upper);
        return (new(Vector512.Narrow(firstLower, firstUpper).As<float, T>()), new(Vector512.Narrow(secondLower, secondUpper).As<float, T>()));
    }
}
