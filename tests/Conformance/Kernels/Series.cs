using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>A generic type with a generic method.</summary>
internal sealed class Series<T>(T[] values)
    where T : struct, INumber<T>
{
    public T[] Values { get; } = values;

    [Parallel]
    public void Add(T value)
    {
        for (int i = 0; i < Values.Length; i++)
            Values[i] += value;
    }

    [Parallel]
    public T Largest()
    {
        T largest = Values[0];
        for (int i = 1; i < Values.Length; i++)
            largest = T.Max(largest, Values[i]);
        return largest;
    }

    [Parallel]
    public void ConvertTo<TOther>(TOther[] result)
        where TOther : struct, INumber<TOther>
    {
        for (int i = 0; i < Values.Length; i++)
            result[i] = TOther.CreateSaturating(Values[i]);
    }
}
