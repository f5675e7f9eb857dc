namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops whose inner loop runs a different number of times for every element.</summary>
internal static class Divergent
{
    [Parallel]
    public static void Mandelbrot(float[] re, float[] im, int limit, int[] iterations)
    {
        for (int i = 0; i < iterations.Length; i++)
        {
            float x = 0;
            float y = 0;
            int n = 0;
            while (n < limit && x * x + y * y <= 4f)
            {
                float next = x * x - y * y + re[i];
                y = 2 * x * y + im[i];
                x = next;
                n++;
            }

            iterations[i] = n;
        }
    }

    [Parallel]
    public static void MandelbrotImage(int[] iterations, int width, int height, int limit)
    {
        float stepX = 3f / width;
        float stepY = 3f / height;
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                float cx = -2f + column * stepX;
                float cy = -1.5f + row * stepY;
                float x = 0;
                float y = 0;
                int n = 0;
                while (n < limit && x * x + y * y <= 4f)
                {
                    float next = x * x - y * y + cx;
                    y = 2 * x * y + cy;
                    x = next;
                    n++;
                }

                iterations[row * width + column] = n;
            }
        }
    }

    [Parallel]
    public static void Julia(double[] re, double[] im, double[] last)
    {
        for (int i = 0; i < re.Length; i++)
        {
            double x = re[i];
            double y = im[i];
            for (int n = 0; n < 40; n++)
            {
                if (x * x + y * y > 16)
                    break;
                double next = x * x - y * y - 0.8;
                y = 2 * x * y + 0.156;
                x = next;
            }

            last[i] = x + y;
        }
    }

    [Parallel]
    public static void Collatz(int[] start, int[] steps)
    {
        for (int i = 0; i < start.Length; i++)
        {
            uint value = (uint)start[i];
            int count = 0;
            while (value > 1 && count < 500)
            {
                value = (value & 1) == 0 ? value >> 1 : 3 * value + 1;
                count++;
            }

            steps[i] = count;
        }
    }

    [Parallel]
    public static void CollatzOfLongs(long[] steps)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            long value = i + 1;
            int count = 0;
            while (value != 1)
            {
                value = (value & 1) == 0 ? value / 2 : 3 * value + 1;
                count++;
            }

            steps[i] = count;
        }
    }

    [Parallel]
    public static void Halvings(int[] x, int[] y, long[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            long value = x[i];
            int odd = 0;
            int down = int.MinValue + 20;
            while (value > 1)
            {
                if ((value & 1) == 1)
                    odd++;
                down -= 3;
                value >>= 1;
            }

            if (odd > 3)
                odd = -odd;
            result[i] = odd * 1000L + down + y[y.Length - 1 - i] * (long)i;
        }
    }

    [Parallel]
    public static (long Total, int Longest) HalvingTotals(int[] x)
    {
        long total = 0;
        int longest = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int value = x[i];
            int steps = 0;
            while (value > 1)
            {
                value >>= 1;
                steps++;
            }

            total += steps;
            longest = Math.Max(longest, steps);
        }

        return (total, longest);
    }

    [Parallel]
    public static void Newton(double[] x, double[] root)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double r = x[i] > 1 ? x[i] : 1;
            int guard = 0;
            while (Math.Abs(r * r - x[i]) > 1e-9 * x[i] && guard < 60)
            {
                r = 0.5 * (r + x[i] / r);
                guard++;
            }

            root[i] = r;
        }
    }

    [Parallel]
    public static void GreatestCommonDivisor(uint[] x, uint[] y, uint[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            uint a = x[i];
            uint b = y[i];
            while (b != 0)
            {
                uint t = a % b;
                a = b;
                b = t;
            }

            result[i] = a;
        }
    }

    [Parallel]
    public static void Countdown(int[] counts, int[] result)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            int sum = 0;
            for (int k = counts[i]; k > 0; k -= 3)
                sum = sum * 31 + k;
            result[i] = sum;
        }
    }

    [Parallel]
    public static void RandomWalk(int[] steps, uint[] seeds, float[] place)
    {
        for (int i = 0; i < place.Length; i++)
        {
            uint seed = seeds[i];
            float at = 0;
            int last = steps[i] / 2;
            for (int k = 1; k <= last; k++)
            {
                seed = seed * 1664525 + 1013904223;
                if (seed >> 28 == 3)
                    continue;
                at = at * 0.5f + (seed >> 8) * 0.001f + k;
            }

            place[i] = at;
        }
    }

    [Parallel]
    public static void HashOfParts(int[] from, int[] text, int[] hashes)
    {
        for (int i = 0; i < hashes.Length; i++)
        {
            int hash = 17;
            for (int k = from[i]; k < from[i + 1]; k++)
                hash = hash * 31 + text[k];
            hashes[i] = hash;
        }
    }

    [Parallel]
    public static void DoWhile(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int v = x[i] & 0xFFF;
            int n = 0;
            do
            {
                v = v * 5 / 7;
                n++;
            }
            while (v > 3);
            result[i] = n * 10 + v;
        }
    }

    [Parallel]
    public static void ContinueInside(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int sum = 0;
            int v = x[i] & 0xFF;
            while (v > 0)
            {
                v--;
                if ((v & 3) == 1)
                    continue;
                sum += v;
                if (sum > 1000)
                    break;
            }

            result[i] = sum;
        }
    }

    [Parallel]
    public static void NestedWhile(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int v = x[i] & 0x3F;
            int total = 0;
            while (v > 0)
            {
                int w = v;
                while (w > 1)
                {
                    w >>= 1;
                    total += w;
                }

                v -= 5;
            }

            result[i] = total;
        }
    }

    [Parallel]
    public static long TotalSteps(int[] start)
    {
        long total = 0;
        for (int i = 0; i < start.Length; i++)
        {
            int v = start[i] & 0xFFFF;
            while (v > 0)
            {
                total++;
                v = v / 3 - 1;
            }
        }

        return total;
    }

    [Parallel]
    public static void StoresInside(int[] x, int[] trace)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int v = x[i] & 0xFF;
            while (v > 4)
            {
                v >>= 1;
                trace[i] = trace[i] * 3 + v;
            }
        }
    }

    [Parallel]
    public static void SkipsSome(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                float v = x[i];
                int n = 0;
                while (v > 0.01f && n < 100)
                {
                    v *= 0.7f;
                    n++;
                }

                result[i] = v + n;
            }
        }
    }
}
