namespace AutoParallel.Conformance.Kernels;

/// <summary>Least and greatest values of the types and in the forms that are written less often.</summary>
internal static class Extrema
{
    [Parallel]
    public static int AtMost(int[] x)
    {
        int least = 1000;
        for (int i = 0; i < x.Length; i++)
            least = x[i] <= least ? x[i] : least;
        return least;
    }

    [Parallel]
    public static int Kept(int[] x)
    {
        int least = 1000;
        for (int i = 0; i < x.Length; i++)
            least = least < x[i] ? least : x[i];
        return least;
    }

    [Parallel]
    public static nint Native(nint[] x)
    {
        nint greatest = -5;
        for (int i = 0; i < x.Length; i++)
            greatest = nint.Max(greatest, x[i]);
        return greatest;
    }

    [Parallel]
    public static nuint NativeUnsigned(nuint[] x)
    {
        nuint least = nuint.MaxValue;
        for (int i = 0; i < x.Length; i++)
            least = nuint.Min(least, x[i]);
        return least;
    }

    [Parallel]
    public static Half OfHalves(Half[] x)
    {
        Half greatest = Half.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
            greatest = Half.Max(greatest, x[i]);
        return greatest;
    }

    [Parallel]
    public static char ByIf(char[] x)
    {
        char greatest = 'a';
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > greatest)
                greatest = x[i];
        }

        return greatest;
    }

    [Parallel]
    public static (char Least, char Greatest) OfCharacters(char[] x)
    {
        char least = char.MaxValue;
        char greatest = char.MinValue;
        foreach (char c in x)
        {
            least = (char)Math.Min(least, c);
            greatest = (char)Math.Max(greatest, c);
        }

        return (least, greatest);
    }

    [Parallel]
    public static byte Truncated(int[] x)
    {
        byte greatest = 100;
        for (int i = 0; i < x.Length; i++)
            greatest = (byte)Math.Max(greatest, x[i]);
        return greatest;
    }
}
