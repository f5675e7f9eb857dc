using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoParallel.CompilerServices;

/// <summary>Combines partial results in a tree of fixed shape.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReductionTree
{
    /// <summary>
    /// Combines values pairwise, in place: with w half the next power of two, value j takes value j + w, then w is halved, until
    /// one is left. The shape depends on the number of values alone. No value gives the identity.
    /// </summary>
    public static T Combine<T, TOperator>(Span<T> values)
        where TOperator : struct, IReductionOperator<T>
    {
        if (values.IsEmpty)
            return TOperator.Identity;
        for (var half = (int)(BitOperations.RoundUpToPowerOf2((uint)values.Length) / 2); half > 0; half /= 2)
        {
            var pairs = Math.Min(half, values.Length - half);
            if (pairs <= 0)
                continue;
            var upper = values.Slice(half, pairs);
            for (var j = TOperator.IsSum ? AddVectors(values, upper) : 0; j < upper.Length; j++)
                values[j] = TOperator.Combine(values[j], upper[j]);
            values = values[..half];
        }

        return values[0];
    }

    /// <summary>Adds the lanes of a vector in the tree that <see cref="Combine"/> gives as many values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector512<T> lanes)
        where T : struct, INumberBase<T> => Sum(lanes.GetLower() + lanes.GetUpper());

    /// <inheritdoc cref="Sum{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector256<T> lanes)
        where T : struct, INumberBase<T> => Sum(lanes.GetLower() + lanes.GetUpper());

    /// <inheritdoc cref="Sum{T}(Vector512{T})"/>
    /// <remarks>The elements have 4 or 8 bytes.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector128<T> lanes)
        where T : struct, INumberBase<T> => Vector128<T>.Count == 2
            ? unchecked(lanes.GetElement(0) + lanes.GetElement(1))
            : unchecked((lanes.GetElement(0) + lanes.GetElement(2)) + (lanes.GetElement(1) + lanes.GetElement(3)));

    /// <summary>Combines the lanes of a vector by an operator for which any order gives the same value.</summary>
    public static T Fold<T, TOperator>(Vector512<T> lanes)
        where TOperator : struct, IReductionOperator<T>
    {
        var value = lanes.ToScalar();
        for (var lane = 1; lane < Vector512<T>.Count; lane++)
            value = TOperator.Combine(value, Unsafe.Add(ref Unsafe.As<Vector512<T>, T>(ref lanes), lane));
        return value;
    }

    /// <inheritdoc cref="Fold{T, TOperator}(Vector512{T})"/>
    public static T Fold<T, TOperator>(Vector256<T> lanes)
        where TOperator : struct, IReductionOperator<T>
    {
        var value = lanes.ToScalar();
        for (var lane = 1; lane < Vector256<T>.Count; lane++)
            value = TOperator.Combine(value, Unsafe.Add(ref Unsafe.As<Vector256<T>, T>(ref lanes), lane));
        return value;
    }

    /// <inheritdoc cref="Fold{T, TOperator}(Vector512{T})"/>
    public static T Fold<T, TOperator>(Vector128<T> lanes)
        where TOperator : struct, IReductionOperator<T>
    {
        var value = lanes.ToScalar();
        for (var lane = 1; lane < Vector128<T>.Count; lane++)
            value = TOperator.Combine(value, Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref lanes), lane));
        return value;
    }

    /// <summary>Adds to values as many of others as fill vectors, in the same pairs as one by one; returns how many.</summary>
    private static int AddVectors<T>(Span<T> values, Span<T> others)
    {
        var count = 0;
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
        {
            for (; count <= others.Length - Vector512<T>.Count; count += Vector512<T>.Count)
                (Vector512.LoadUnsafe(ref values[count]) + Vector512.LoadUnsafe(ref others[count])).StoreUnsafe(ref values[count]);
        }

        if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
        {
            for (; count <= others.Length - Vector256<T>.Count; count += Vector256<T>.Count)
                (Vector256.LoadUnsafe(ref values[count]) + Vector256.LoadUnsafe(ref others[count])).StoreUnsafe(ref values[count]);
        }

        return count;
    }
}
