// numba's tests of chunk sizes and of numbers of threads.

static class AllIterationsResetChunksize
{
    [Parallel]
    public static int[] Kernel(int n)
    {
        var result = new int[n];
        foreach (int i in Prange(n, chunkSize: 1))
            result[i] += 13;
        foreach (int i in Prange(n, Schedule.Static, chunkSize: 4))
            result[i] += 13;
        foreach (int i in Prange(n, Schedule.Dynamic, chunkSize: 7))
            result[i] += 13;
        foreach (int i in Prange(n, Schedule.Guided, chunkSize: 64))
            result[i] += 13;
        foreach (int i in Prange(n, chunkSize: 2048))
            result[i] += 13;
        return result;
    }

    public static object[] Inputs(int size) => [size == 3000 ? 997 : size];
}

static class ThreadCounts
{
    [Parallel]
    public static int Kernel(int[] values)
    {
        int sum = 0, product = 1, most = int.MinValue;
        foreach (int i in Prange(values.Length))
            sum += values[i];
        foreach (int i in Prange(values.Length))
            product *= 2 * values[i] + 1;
        foreach (int i in Prange(values.Length))
            most = Math.Max(most, values[i]);
        return sum + product - most;
    }
}
