namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops whose iterations take different ways: <c>switch</c>, <c>continue</c>, and inner loops that some leave early.</summary>
internal static class LaneControl
{
    [Parallel]
    public static void Switch(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int y = x[i];
            switch (y & 7)
            {
                case 0:
                    y += 3;
                    break;
                case 1:
                case 2:
                    if (y > 100)
                        break;
                    y *= 5;
                    break;
                case 3 when y < 0:
                    y = -1;
                    break;
                case > 5:
                    y ^= 0x55;
                    break;
                default:
                    y--;
                    break;
            }

            switch (y)
            {
                case 12:
                    y = 13;
                    break;
                case 4:
                    {
                        int half = y >> 1;
                        y = half;
                        break;
                    }
            }

            result[i] = y;
        }
    }

    [Parallel]
    public static void SwitchExpression(int[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = (x[i] & 15) switch
            {
                0 => 1f,
                1 or 2 => x[i],
                > 3 and < 8 => 0.5f * x[i],
                _ when x[i] < 0 => -2f,
                _ => 7f,
            };
        }
    }

    [Parallel]
    public static void SwitchThatContinues(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            switch (x[i] % 3)
            {
                case 0:
                    continue;
                case 1:
                    result[i] = 1;
                    continue;
                default:
                    if (x[i] > 0)
                        break;
                    continue;
            }

            result[i] = x[i];
        }
    }

    [Parallel]
    public static void Continue(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float y = x[i];
            if (y < 0)
                continue;
            if (y > 2)
            {
                if (y > 4)
                    continue;
                y -= 2;
            }
            else if (y == 1)
            {
                result[i] = 5;
                continue;
            }

            result[i] = y;
        }
    }

    [Parallel]
    public static int ContinueInReduction(int[] x)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 0)
                continue;
            sum += x[i];
        }

        return sum;
    }

    [Parallel]
    public static void SiblingScopes(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float y;
            if (x[i] > 0)
            {
                float t = x[i] * 2;
                y = t + 1;
            }
            else
            {
                float t = x[i] - 2;
                y = t * t;
            }

            {
                float t = y * 0.5f;
                result[i] = t - x[i];
            }
        }
    }

    [Parallel]
    public static void BreakOfCounted(float[] x, int limit, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float y = 0;
            int k;
            for (k = 0; k < limit; k++)
            {
                if (y > 4)
                    break;
                if (k == 2)
                    continue;
                y = y * y + x[i];
            }

            result[i] = k;
        }
    }

    [Parallel]
    public static void ContinueInside(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int y = x[i] & 0xFFFF;
            int steps = 0;
            while (y > 1)
            {
                steps++;
                if ((y & 1) == 0)
                {
                    y >>= 1;
                    continue;
                }

                y--;
            }

            result[i] = steps;
        }
    }

    [Parallel]
    public static void DoWhile(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int y = x[i] & 0xFFF;
            int digits = 0;
            do
            {
                digits++;
                y >>= 2;
            }
            while (y != 0 && digits < 5);
            result[i] = digits;
        }
    }

    [Parallel]
    public static void NestOfBreaks(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int a = x[i] & 31;
            int count = 0;
            for (int j = 0; j < 6; j++)
            {
                if (count > 20)
                    break;
                for (int k = 0; k < 8; k++)
                {
                    if (((a + j) & k) == 3)
                        break;
                    count += k & 1;
                }
            }

            result[i] = count;
        }
    }

    [Parallel]
    public static void ContinueInUniform(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float y = x[i];
            for (int k = 0; k < 5; k++)
            {
                if (y > 3)
                    continue;
                y += 1;
            }

            result[i] = y;
        }
    }

    [Parallel]
    public static void MathInside(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double y = 1;
            for (int k = 0; k < 3; k++)
                y = Math.Exp(-y * 0.125) + 1;
            int n = 0;
            while (n < 4 && y < x[i] + 3)
            {
                y = 1 + Math.Exp(-n * 0.5) + y;
                n++;
            }

            result[i] = y;
        }
    }

    [Parallel]
    public static void SwitchesAroundMath(double[] x, int[] kind, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double y = x[i];
            switch (kind[i] & 3)
            {
                case 0:
                    switch (kind[i] & 4)
                    {
                        case 0:
                            y = Math.Exp(y);
                            break;
                        default:
                            {
                                double t = y + 1;
                                if (t > 2)
                                    break;
                                y = t;
                                break;
                            }
                    }

                    break;
                case 1:
                    {
                        double t = y - 1;
                        if (t < 0)
                            continue;
                        y = t;
                        break;
                    }
            }

            result[i] = y + 16;
        }
    }
}
