using System.Text;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Calls of functions that call themselves, <c>goto case</c>, and calls that return their receiver.</summary>
internal static class Recursions
{
    [Parallel]
    public static void Fibonacci(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Fib((x[i] & 7) + 5);
    }

    [Parallel]
    public static void Parities(int[] x, bool[] even)
    {
        for (int i = 0; i < x.Length; i++)
            even[i] = IsEven(x[i] & 31);
    }

    [Parallel]
    public static void Places(int[] sorted, int[] wanted, int[] places)
    {
        for (int i = 0; i < wanted.Length; i++)
            places[i] = Place(sorted, wanted[i], 0, sorted.Length);
    }

    [Parallel]
    public static void Cases(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int v = x[i];
            switch (v & 7)
            {
                case 0:
                    v += 3;
                    break;
                case 1:
                    v *= 5;
                    if (v > 40)
                        goto case 0;
                    goto default;
                case 2 or 3:
                    v -= 9;
                    goto case 1;
                case 4:
                    continue;
                case 5:
                    goto case 4;
                default:
                    v ^= 21;
                    break;
            }

            x[i] = v;
        }
    }

    [Parallel]
    public static void Around(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int v = x[i];
            switch (v & 3)
            {
                case 0:
                    break;
                case 1:
                    v >>= 1;
                    if ((v & 1) == 1)
                        goto case 1;
                    break;
                default:
                    v--;
                    goto case 0;
            }

            x[i] = v;
        }
    }

    [Parallel]
    public static void Fluent(int[] x, string[] text)
    {
        for (int i = 0; i < x.Length; i++)
        {
            var own = new StringBuilder().Append('<');
            own.Append(x[i]).Append('-').Append(i);
            text[i] = own.Insert(0, "at ").Append('>').ToString() + new StringBuilder("=").Append(i & 3).Replace('1', 'I');
        }
    }

    private static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);

    private static bool IsEven(int n) => n == 0 || IsOdd(n - 1);

    private static bool IsOdd(int n) => n != 0 && IsEven(n - 1);

    private static int Place(int[] sorted, int wanted, int low, int high)
    {
        if (low >= high)
            return low;
        int middle = low + (high - low) / 2;
        return sorted[middle] < wanted ? Place(sorted, wanted, middle + 1, high) : Place(sorted, wanted, low, middle);
    }
}
