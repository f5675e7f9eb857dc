namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops with two indices that step towards each other.</summary>
public static class Meeting
{
    [Parallel]
    public static void Reverse(int[] x)
    {
        for (int i = 0, j = x.Length - 1; i < j; i++, j--)
            (x[i], x[j]) = (x[j], x[i]);
    }

    [Parallel]
    public static void ReversePart(float[] x, int from, int to)
    {
        for (int i = from, j = to - 1; j > i; --j, ++i)
        {
            float kept = x[i];
            x[i] = x[j];
            x[j] = kept;
        }
    }

    [Parallel]
    public static long Folded(int[] x)
    {
        long sum = 0;
        for (int i = 0, j = x.Length - 1; i <= j; i++, j--)
            sum += x[i] * (long)x[j];
        return sum;
    }

    [Parallel]
    public static void PairsAsText(int[] x, string[] text, decimal[] y)
    {
        for (int i = 0, j = x.Length - 1; i < j; i++, j--)
        {
            if (x[i] == x[j])
                continue;
            text[i] = $"{x[i]} against {x[j]}";
            y[j] = (decimal)x[i] / 3m + j;
        }
    }

    [Parallel]
    public static void RowsFromBothEnds(int[][] rows, int from)
    {
        for (int i = from, j = rows.Length - 1; j >= i; j--, i++)
            rows[i][0] += 3 * i + j;
    }

    [Parallel]
    public static void SecondIndexAsText(int[] x, int from, string[] text)
    {
        for (int i = 0, j = from, k = x.Length; i < x.Length; i += 2, j -= 4, k += 2)
        {
            if (x[i] < 0)
                continue;
            text[i] = $"{j} {k}";
        }
    }

    [Parallel]
    public static int StepInTheBody(int[] x, int[] y)
    {
        int j = x.Length - 1;
        for (int i = 0; i < j; i++)
        {
            y[i] = x[j];
            j--;
        }

        return j;
    }

    [Parallel]
    public static int BothLive(int from, int to)
    {
        int sum = 0, j = to;
        for (int i = from; i < j; i++, j -= 1)
            sum += (i ^ j) & 1023;
        return (31 * sum) + j;
    }

    [Parallel]
    public static int MayEndOnOneNumber(int from, int to)
    {
        int sum = 0;
        for (int i = from, j = to; i <= j; i++, j--)
        {
            sum += (i ^ j) & 1023;
            if (i < -2147483000 && j > 0)
                return sum;
        }

        return sum;
    }

    [Parallel]
    public static void Rows(double[,] image)
    {
        for (int y = 0; y < image.GetLength(0); y++)
        {
            for (int left = 0, right = image.GetLength(1) - 1; left < right; left++, right--)
                (image[y, left], image[y, right]) = (image[y, right], image[y, left]);
        }
    }

    [Parallel]
    public static void EndMoves(int[] x)
    {
        for (int i = 0, j = x.Length - 1; i < j; i++, j--)
        {
            x[i] += x[j];
            if (x[i] % 16 == 0)
                j--;
        }
    }

    [Parallel]
    public static int Sideways(int[] x)
    {
        int sum = 0;
        for (int i = 0, j = x.Length / 2; i < j && j < x.Length; i += 2, j++)
            sum += x[i] - x[j];
        return sum;
    }

    [Parallel]
    public static int While(int[] x)
    {
        int low = 0, high = x.Length - 1;
        while (low < high)
        {
            int kept = x[low];
            x[low] = x[high];
            x[high] = kept;
            low++;
            high--;
        }

        return (3 * low) + high;
    }

    [Parallel]
    public static int WhileOfParameters(int low, int high)
    {
        int sum = 0;
        while (high > low)
        {
            sum += (low ^ high) & 1023;
            --high;
            low += 1;
        }

        return sum ^ low ^ (high << 3);
    }

    [Parallel]
    public static void WhileStepsBetween(int[] x, int[] y)
    {
        int low = 0, high = x.Length - 1;
        while (low < high)
        {
            y[low] = x[high];
            low++;
            y[high] = x[low];
            high--;
        }
    }
}
