namespace AutoParallel.Conformance.Kernels;

/// <summary>Methods with more than a loop.</summary>
internal static class SeveralLoops
{
    [Parallel]
    public static double[] Normalize(double[] x)
    {
        if (x.Length == 0)
            return [];
        double low = double.MaxValue;
        double high = double.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            low = Math.Min(low, x[i]);
            high = Math.Max(high, x[i]);
        }

        double range = high - low;
        if (range == 0)
            range = 1;
        var result = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            result[i] = (x[i] - low) / range;
        return result;
    }

    [Parallel]
    public static void PingPong(float[] a, float[] b, int rounds)
    {
        float[] from = a;
        float[] to = b;
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 1; i < from.Length - 1; i++)
                to[i] = (from[i - 1] + from[i + 1]) * 0.5f;
            float[] swap = from;
            from = to;
            to = swap;
        }
    }

    [Parallel]
    public static int EarlyReturn(int[] x, int limit)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] &= 0xFFFF;
        if (x.Length > limit)
            return -1;
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static int Branches(int[] x, bool up)
    {
        int total = 0;
        if (up)
        {
            for (int i = 0; i < x.Length; i++)
                total += x[i];
        }
        else
        {
            for (int i = x.Length - 1; i >= 0; i--)
                total ^= x[i];
        }

        return total;
    }

    [Parallel]
    public static string InTry(int[] x, int[] result)
    {
        try
        {
            for (int i = 0; i < x.Length; i++)
                result[i] = x[i] * 2;
        }
        catch (IndexOutOfRangeException)
        {
            return "too short";
        }
        finally
        {
            if (result.Length > 0)
                result[0] = -1;
        }

        return "done";
    }

    /// <summary>The method goes on after the first failing iteration, and sees what the ones before it wrote.</summary>
    [Parallel]
    public static int GoesOn(int[] x, int[] result)
    {
        int failures = 0;
        for (int part = 0; part < 3; part++)
        {
            try
            {
                for (int i = part; i < x.Length; i++)
                    result[i] = 1000 / x[i];
            }
            catch (DivideByZeroException)
            {
                failures++;
            }
        }

        return failures;
    }

    [Parallel]
    public static int InUsing(int[] x, List<string> log)
    {
        using var scope = new Scope(log);
        int bits = 0;
        foreach (int value in x)
            bits |= value;
        log.Add("inside");
        return bits;
    }

    [Parallel]
    public static void InLock(int[] x, object gate)
    {
        lock (gate)
        {
            for (int i = 0; i < x.Length; i++)
                x[i]++;
        }
    }

    [Parallel]
    public static int SameNames(int[] x)
    {
        int result = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int t = x[i] * 2;
            x[i] = t;
        }

        for (int i = 0; i < x.Length; i++)
        {
            int t = x[i] + 1;
            result += t;
        }

        return result;
    }

    [Parallel]
    public static int InSwitch(int[] x, int kind)
    {
        int total = 0;
        switch (kind)
        {
            case 0:
                for (int i = 0; i < x.Length; i++)
                    total += x[i];
                break;
            case 1:
                for (int i = 0; i < x.Length; i++)
                    total |= x[i];
                goto case 2;
            case 2:
                total++;
                break;
        }

        return total;
    }

    [Parallel]
    public static int AfterGoto(int[] x)
    {
        int round = 0;
    again:
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] * 3 + round;
        if (++round < 3)
            goto again;
        return round;
    }

    [Parallel]
    public static void Chain(float[] x, float[] y, float[] z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[i] + 1;
            y[i] = x[i] * 2;
            z[i] = y[i] - x[i];
            x[i] = z[i] + y[i];
        }
    }
}
