using static AutoParallel.Loops;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Every way to write a counted loop.</summary>
internal static class LoopForms
{
    [Parallel]
    public static void FromOne(int[] x)
    {
        for (int i = 1; i < x.Length; i++)
            x[i] = x[i] * 3 + i;
    }

    [Parallel]
    public static void LessOrEqual(int[] x)
    {
        for (int i = 0; i <= x.Length - 1; i++)
            x[i] += 2;
    }

    [Parallel]
    public static void NotEqual(int[] x)
    {
        for (int i = 0; i != x.Length; i++)
            x[i] ^= i;
    }

    [Parallel]
    public static void Mirrored(int[] x)
    {
        for (int i = 0; x.Length > i; ++i)
            x[i] -= i;
    }

    [Parallel]
    public static void Descending(int[] x)
    {
        for (int i = x.Length - 1; i >= 0; i--)
            x[i] = x[i] / 3 - i;
    }

    [Parallel]
    public static void DescendingExclusive(float[] x)
    {
        for (int i = x.Length - 1; i > 0; --i)
            x[i] = x[i] * 0.5f;
    }

    [Parallel]
    public static void ByTwo(int[] x)
    {
        for (int i = 0; i < x.Length; i += 2)
            x[i] = -x[i];
    }

    [Parallel]
    public static void ByThreeFromOne(int[] x)
    {
        for (int i = 1; i <= x.Length - 2; i += 3)
            x[i + 1] = x[i] + x[i - 1];
    }

    [Parallel]
    public static void DownByFive(int[] x)
    {
        for (int i = x.Length - 1; i >= 0; i -= 5)
            x[i] += 1000;
    }

    [Parallel]
    public static void ByAssignment(int[] x)
    {
        for (int i = 0; i < x.Length; i = i + 4)
            x[i] *= 7;
    }

    [Parallel]
    public static void ByParameter(int[] x, int start, int end, int step)
    {
        for (int i = start; i < end; i += step)
            x[i] = x[i] + step;
    }

    [Parallel]
    public static void ReversedCopy(int[] source, int[] target)
    {
        for (int i = 0; i < source.Length; i++)
            target[target.Length - 1 - i] = source[i];
    }

    [Parallel]
    public static void LongIndex(double[] x)
    {
        for (long i = 0; i < x.LongLength; i++)
            x[i] = x[i] * 2 + i;
    }

    [Parallel]
    public static void UnsignedIndex(int[] x)
    {
        for (uint i = 0; i < (uint)x.Length; i++)
            x[i] += (int)i;
    }

    [Parallel]
    public static void ByteIndex(int[] x, byte end)
    {
        for (byte i = 0; i < end; i++)
            x[i] += i;
    }

    [Parallel]
    public static void HugeLongSum(long start, long count, long[] result)
    {
        long sum = 0;
        for (long i = start; i < start + count; i++)
            sum += i ^ (i >> 3);
        result[0] = sum;
    }

    [Parallel]
    public static void UpToLargestInt(int start, long[] result)
    {
        long sum = 0;
        for (int i = start; i < int.MaxValue; i++)
            sum += i;
        result[0] = sum;
    }

    [Parallel]
    public static void While(int[] x)
    {
        int i = 0;
        while (i < x.Length)
        {
            x[i] = x[i] + i;
            i++;
        }
    }

    [Parallel]
    public static int WhileThenIndex(int[] x, int[] result)
    {
        int i = 2;
        while (i < x.Length)
        {
            result[i] = x[i] * x[i];
            i += 2;
        }

        return i;
    }

    [Parallel]
    public static int IndexLivesOn(int[] x)
    {
        int i;
        for (i = 0; i < x.Length; i++)
            x[i] = x[i] << 1;
        return i;
    }

    [Parallel]
    public static int LastValueLivesOn(int[] x, int[] result)
    {
        int last = -1;
        for (int i = 0; i < x.Length; i++)
        {
            last = x[i] * 2;
            result[i] = last + 1;
        }

        return last;
    }

    [Parallel]
    public static void Foreach(int[] x, int[] total)
    {
        int sum = 0;
        foreach (int value in x)
            sum += value & 0xFF;
        total[0] = sum;
    }

    [Parallel]
    public static int ForeachVar(int[] x)
    {
        int largest = int.MinValue;
        foreach (var value in x)
            largest = Math.Max(largest, value);
        return largest;
    }

    [Parallel]
    public static void ForeachRange(int[] x)
    {
        foreach (int i in Enumerable.Range(0, x.Length))
            x[i] = x[i] * 5;
    }

    [Parallel]
    public static void Continue(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 0)
                continue;
            int v = x[i] >> 1;
            if (v % 2 == 0)
                continue;
            result[i] = v;
        }
    }

    [Parallel]
    public static int Break(int[] x, int stop)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] == stop)
                break;
            sum += x[i];
        }

        return sum;
    }

    [Parallel]
    public static int Find(int[] x, int wanted)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] == wanted)
                return i;
        }

        return -1;
    }

    [Parallel]
    public static void TwoIndices(int[] x, int[] y)
    {
        for (int i = 0, j = 0; i < x.Length; i++, j += 2)
            x[i] += y[j];
    }

    [Parallel]
    public static void SecondCounter(int[] x, int[] result)
    {
        int j = result.Length;
        for (int i = 0; i < x.Length; i++)
        {
            j--;
            result[j] = x[i];
        }
    }

    [Parallel]
    public static void DoWhile(int[] x)
    {
        int i = 0;
        do
        {
            x[i]++;
            i++;
        }
        while (i < x.Length);
    }

    [Parallel]
    public static void IndexIsAssigned(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] % 2 == 0)
                i++;
            else
                x[i] = 0;
        }
    }

    [Parallel]
    public static void BoundIsAssigned(int[] x)
    {
        int end = x.Length;
        for (int i = 0; i < end; i++)
        {
            x[i]++;
            if (x[i] % 8 == 0)
                end--;
        }
    }

    [Parallel]
    public static void FromEndIndex(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[^(i + 1)] = x[i];
    }

    [Parallel]
    public static void Ranges(int[] x, int start, int end)
    {
        foreach (int i in Prange(start, end))
            x[i] = x[i] * 2 - i;
    }

    [Parallel]
    public static void Empty(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
        }
    }

    [Parallel]
    public static void Switch(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            switch (x[i] & 3)
            {
                case 0:
                    result[i] = 5;
                    break;
                case 1:
                case 2:
                    result[i] = x[i];
                    break;
                default:
                    result[i] = -x[i];
                    break;
            }
        }
    }

    [Parallel]
    public static void SwitchExpression(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = (x[i] % 5) switch
            {
                0 => 10,
                < 0 => -1,
                3 or 4 => x[i],
                _ => 0,
            };
        }
    }

    [Parallel]
    public static void LocalFunction(int[] x, int factor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Scale(x[i]);

        int Scale(int value) => value * factor + 1;
    }
}
