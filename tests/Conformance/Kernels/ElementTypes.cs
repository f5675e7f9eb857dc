using System.Globalization;
using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Elements that are neither integers nor floating-point numbers of 32 or 64 bits.</summary>
internal static class ElementTypes
{
    [Parallel]
    public static void AddHalves(Half[] x, Half[] y, Half[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] * (Half)2 + y[i];
    }

    [Parallel]
    public static void AddDecimals(decimal[] x, decimal[] y, decimal[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] * 1.10m + y[i];
    }

    [Parallel]
    public static decimal SumOfDecimals(decimal[] x)
    {
        decimal sum = 0;
        foreach (decimal value in x)
            sum += value;
        return sum;
    }

    [Parallel]
    public static void Compare(float[] x, float[] y, bool[] less)
    {
        for (int i = 0; i < less.Length; i++)
            less[i] = x[i] < y[i];
    }

    [Parallel]
    public static void SelectByFlag(bool[] flags, int[] x, int[] y, int[] result)
    {
        for (int i = 0; i < flags.Length; i++)
            result[i] = flags[i] ? x[i] : -y[i];
    }

    [Parallel]
    public static void Invert(bool[] flags)
    {
        for (int i = 0; i < flags.Length; i++)
            flags[i] = !flags[i];
    }

    [Parallel]
    public static void Exclusive(bool[] x, bool[] y, bool[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (x[i] ^ y[i]) | (x[i] & y[i] & i % 3 == 0);
    }

    [Parallel]
    public static bool Any(bool[] flags)
    {
        bool any = false;
        for (int i = 0; i < flags.Length; i++)
            any |= flags[i];
        return any;
    }

    [Parallel]
    public static bool AllPositive(int[] x)
    {
        bool all = true;
        for (int i = 0; i < x.Length; i++)
            all &= x[i] > 0;
        return all;
    }

    [Parallel]
    public static int CountFlags(bool[] flags)
    {
        int count = 0;
        foreach (bool flag in flags)
        {
            if (flag)
                count++;
        }

        return count;
    }

    [Parallel]
    public static void ToUpper(char[] text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] >= 'a' && text[i] <= 'z')
                text[i] = (char)(text[i] - 32);
        }
    }

    [Parallel]
    public static int CountDigits(string text)
    {
        int digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]))
                digits++;
        }

        return digits;
    }

    [Parallel]
    public static void NextDay(DayOfWeek[] days)
    {
        for (int i = 0; i < days.Length; i++)
            days[i] = days[i] == DayOfWeek.Saturday ? DayOfWeek.Sunday : days[i] + 1;
    }

    [Parallel]
    public static Permissions Union(Permissions[] x)
    {
        Permissions all = Permissions.None;
        for (int i = 0; i < x.Length; i++)
            all |= x[i];
        return all;
    }

    [Parallel]
    public static void Grant(Permissions[] x, Permissions added)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] |= added & ~Permissions.Execute;
    }

    [Parallel]
    public static void Describe(int[] x, string[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = $"{x[i]}:" + (x[i] % 2 == 0 ? "even" : "odd");
    }

    [Parallel]
    public static void Concatenate(string[] x, string[] y, string[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i].ToUpperInvariant() + y[i].Trim().PadLeft(3, '.');
    }

    [Parallel]
    public static int TotalLength(string[] x)
    {
        int total = 0;
        foreach (string text in x)
            total += text.Length;
        return total;
    }

    [Parallel]
    public static void FormatInvariant(double[] x, string[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i].ToString("R", CultureInfo.InvariantCulture);
    }

    [Parallel]
    public static void FormatInCulture(double[] x, string[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i].ToString("F2");
    }

    [Parallel]
    public static void Move(Particle[] particles, double time)
    {
        for (int i = 0; i < particles.Length; i++)
        {
            Particle p = particles[i];
            p.Position += p.Speed * time;
            particles[i] = p;
        }
    }

    [Parallel]
    public static void MoveInPlace(Particle[] particles, double time)
    {
        for (int i = 0; i < particles.Length; i++)
            particles[i].Position += particles[i].Speed * time;
    }

    [Parallel]
    public static double Energy(Particle[] particles)
    {
        double energy = 0;
        for (int i = 0; i < particles.Length; i++)
            energy += 0.5 * particles[i].Mass * particles[i].Speed * particles[i].Speed;
        return energy;
    }

    [Parallel]
    public static void Multiply(Complex[] x, Complex[] y, Complex[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] * y[i];
    }

    [Parallel]
    public static void Normalize(Vector3[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Vector3.Normalize(x[i] + Vector3.One);
    }

    [Parallel]
    public static void Pair(int[] x, double[] y, (int, double)[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (x[i], y[i]);
    }

    [Parallel]
    public static void OrDefault(int?[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] ?? -1;
    }

    [Parallel]
    public static void Hash(ulong[] x, UInt128[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (UInt128)x[i] * x[i] + 1;
    }

    [Parallel]
    public static void Days(int[] offsets, DateTime start, DateTime[] result)
    {
        for (int i = 0; i < offsets.Length; i++)
            result[i] = start.AddDays(offsets[i]);
    }

    [Parallel]
    public static void Wrap(int[] x, Node[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = new Node(x[i]);
    }

    [Parallel]
    public static void ReadNodes(Node[] nodes, int[] result)
    {
        for (int i = 0; i < nodes.Length; i++)
            result[i] = nodes[i].Value * 2;
    }
}
