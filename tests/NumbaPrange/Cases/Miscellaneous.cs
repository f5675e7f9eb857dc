// numba's TestParforsMisc: loops from reported defects.

static class Issue5167
{
    [Parallel]
    public static double[,] Kernel(double[,] near, double[,] red)
    {
        var index = new double[red.GetLength(0), red.GetLength(1)];
        foreach (int y in Prange(red.GetLength(0)))
        {
            foreach (int x in Prange(red.GetLength(1)))
                index[y, x] = (near[y, x] - red[y, x]) / (near[y, x] + red[y, x]);
        }

        return index;
    }
}

static class Issue5065
{
    [Parallel]
    public static double[,] Kernel(double[,] points)
    {
        int n = points.GetLength(0), m = points.GetLength(1);
        var result = new double[n, n];
        foreach (int i in Prange(n))
        {
            for (int j = i + 1; j < n; j++)
            {
                double distance = 0;
                for (int k = 0; k < m; k++)
                    distance += Math.Abs(points[i, k] - points[j, k]);
                result[i, j] = distance;
                result[j, i] = distance;
            }
        }

        return result;
    }

    public static object[] Inputs(int size) => [Data.Table(Math.Min(size, 150), 3)];
}

static class Issue5001
{
    [Parallel]
    public static int[] Kernel(string[] values)
    {
        var result = new int[values.Length];
        foreach (int i in Prange(values.Length))
            result[i] = values[i].Length;
        return result;
    }

    public static object[] Inputs(int size) => [Enumerable.Range(0, size).Select(i => new string('x', i % 7)).ToArray()];
}

static class Issue3748
{
    [Parallel]
    public static int Kernel(int n)
    {
        ReadOnlySpan<int> values = [1, 2, 3, 4, 5];
        int a = n;
        foreach (int i in Prange(values.Length))
            a += values[i];
        return a;
    }
}

static class Issue5277
{
    [Parallel]
    public static double[][] Kernel(int n)
    {
        var values = new double[n][];
        for (int y = 0; y < n; y++)
            values[y] = new double[8];
        foreach (int y in Prange(n))
        {
            foreach (int x in Prange(8))
                values[y][x] = 4.5 * x + y;
        }

        return values;
    }
}

static class Issue5570SsaRaces
{
    [Parallel]
    public static double[,] Kernel(double[,] values)
    {
        int n = values.GetLength(0), m = values.GetLength(1);
        foreach (int i in Prange(n))
        {
            for (int j = 0; j < m; j++)
            {
                values[i, j] = 1;
                if (j > 0)
                    values[i, j] += 1;
            }
        }

        return values;
    }
}

static class Issue59421
{
    [Parallel]
    public static void Kernel(double[,] current, double[,] next)
    {
        foreach (int i in Prange(current.GetLength(0)))
        {
            for (int j = 0; j < current.GetLength(1); j++)
                next[i, j] = current[i, j];
            next[i, 0] += 1;
        }
    }
}

static class Issue59422
{
    [Parallel]
    public static void Kernel(double[,] current, double[,] next, int n)
    {
        foreach (int i in Prange(current.GetLength(0)))
        {
            current[i, n] = i;
            for (int j = 0; j < current.GetLength(1); j++)
                next[i, j] = current[i, j];
            next[i, 0] += 1;
        }
    }

    public static object[] Inputs(int size) => [Data.Table(size, 6), Data.Table(size, 6), 2];
}

static class Issue6102
{
    [Parallel]
    public static double[,] Kernel(double[] offsets, double[] targets)
    {
        int n = targets.Length;
        var result = new double[n, 3];
        foreach (int i in Prange(n))
        {
            double best = 1e300;
            double nearest = 0;
            for (int j = 0; j < offsets.Length; j++)
            {
                double distance = Math.Abs(offsets[j] - targets[i]);
                if (distance < best)
                {
                    best = distance;
                    nearest = offsets[j];
                }
            }

            for (int c = 0; c < 3; c++)
                result[i, c] += nearest;
        }

        return result;
    }

    public static object[] Inputs(int size) => [Data.Doubles(17), Data.Doubles(size)];
}

static class Issue6774
{
    [Parallel]
    public static int[] Kernel(bool[] mask)
    {
        var result = new int[mask.Length];
        foreach (int i in Prange(mask.Length))
        {
            int sum = 0;
            foreach (bool flag in mask.AsSpan(i, 1))
                sum += flag ? 1 : 0;
            result[i] = sum;
        }

        return result;
    }

    public static object[] Inputs(int size) => [Enumerable.Range(0, size).Select(i => i % 3 == 0).ToArray()];
}

static class LookupCycleDetection
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc = 0;
        foreach (int i in Prange(n))
        {
            for (int j = 0; j < 3; j++)
            {
                for (int k = 0; k < 3; k++)
                    acc += 1;
            }
        }

        return acc;
    }
}

static class Issue9678BuildMap
{
    [Parallel]
    public static int Kernel(int n)
    {
        int sum = 0;
        foreach (int i in Prange(n))
        {
            var p = new Dictionary<int, int> { { 1, 10 }, { i, 7 + i } };
            sum += p[i];
        }

        return sum;
    }

    public static object[] Inputs(int size) => [size];
}
