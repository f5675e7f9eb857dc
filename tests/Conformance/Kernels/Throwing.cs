namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that end with an exception in the middle.</summary>
internal static class Throwing
{
    [Parallel]
    public static void TooShort(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] * 2;
    }

    [Parallel]
    public static int OperandTooShort(int[] x, int[] y)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Parallel]
    public static void NullOperand(int[] x, int[]? y)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += y![i];
    }

    [Parallel]
    public static void Divide(int[] x, int[] y, int[] quotient)
    {
        for (int i = 0; i < x.Length; i++)
            quotient[i] = x[i] / y[i];
    }

    [Parallel]
    public static void OfTheUser(int[] x, int limit)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] >= limit)
                throw new InvalidOperationException($"element {i} is {x[i]}");
            x[i]++;
        }
    }

    [Parallel]
    public static void InACall(int[] x, int limit)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Checked(x[i], limit);
    }

    [Parallel]
    public static void Overflow(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = checked(x[i] * 2);
    }

    [Parallel]
    public static int OverflowingSum(int[] x)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum = checked(sum + x[i]);
        return sum;
    }

    [Parallel]
    public static void WrongCast(object[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (int)x[i];
    }

    [Parallel]
    public static void NullElement(string?[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i]!.Length;
    }

    [Parallel]
    public static void Parse(string[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = int.Parse(x[i]);
    }

    [Parallel]
    public static void Guarded(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (i < result.Length)
                result[i] = x[i] * 2;
        }
    }

    [Parallel]
    public static void Neighbours(int[] x, int[] result, int distance)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i + distance];
    }

    [Parallel]
    public static void RowTooShort(int[][] x)
    {
        for (int row = 0; row < x.Length; row++)
        {
            for (int column = 0; column < x[0].Length; column++)
                x[row][column] += 1;
        }
    }

    private static int Checked(int value, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, limit);
        return value + 1;
    }
}
