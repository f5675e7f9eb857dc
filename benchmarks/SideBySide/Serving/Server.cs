using System.Diagnostics;
using System.Globalization;

namespace SideBySide.Serving;

/// <summary>
/// The C# side of a peer: a process that measures on request. Each peer runs in a process of its own and is idle while another
/// one is measured, so that no thread pool sees another's threads.
/// </summary>
/// <remarks>
/// Lines in, one line out for each, numbers in invariant notation:
/// <c>prepare KERNEL SIZE</c> makes the data, runs once and gives the sum of the result;
/// <c>time MILLISECONDS</c> gives the nanoseconds of one run, the median of batches that take that long together;
/// <c>latency IDLE-MICROSECONDS COUNT</c> gives median and 99th percentile in nanoseconds of single runs, each begun that long
/// after the last one ended, by spinning below a millisecond and by sleeping from there on.
/// The first line out, before any request, is <c>ready</c> and a description; one that begins with <c>error</c> is a refusal.
/// </remarks>
internal static class Server
{
    /// <summary>The least length of a batch, in nanoseconds.</summary>
    private const double LeastBatch = 1e6;

    private const int MostRepeats = 1 << 24;

    public static void Run(string way, TextReader input, TextWriter output)
    {
        output.WriteLine($"ready {Environment.ProcessorCount} processors");
        output.Flush();
        Workload? workload = null;
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(Answer(way, line.Split(' '), ref workload));
            output.Flush();
        }
    }

    private static string Answer(string way, string[] words, ref Workload? workload)
    {
        switch (words)
        {
            case ["prepare", string kernel, string size]:
                workload = null;
                GC.Collect();
                workload = Workloads.Prepare(way, kernel, int.Parse(size, CultureInfo.InvariantCulture));
                if (workload is null)
                    return $"error no kernel {kernel}";
                workload.Run(1);
                return Text(workload.Checksum());
            case ["time", string milliseconds] when workload is not null:
                return Text(Measure(workload.Run, double.Parse(milliseconds, CultureInfo.InvariantCulture)));
            case ["latency", string idle, string count] when workload is not null:
                double[] times = Latency(
                    workload.Run,
                    double.Parse(idle, CultureInfo.InvariantCulture),
                    int.Parse(count, CultureInfo.InvariantCulture));
                return $"{Text(times[times.Length / 2])} {Text(times[(int)(times.Length * 0.99)])}";
            default:
                return "error unknown request";
        }
    }

    private static double Measure(Action<int> run, double milliseconds)
    {
        int repeats = 1;
        while (Time(run, repeats) < LeastBatch && repeats < MostRepeats)
            repeats *= 2;
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (times.Count < 3 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds)
            times.Add(Time(run, repeats) / repeats);
        times.Sort();
        return times[times.Count / 2];
    }

    private static double[] Latency(Action<int> run, double idleMicroseconds, int count)
    {
        var times = new double[count];
        for (int i = 0; i < count; i++)
        {
            if (idleMicroseconds >= 1000)
            {
                Thread.Sleep((int)(idleMicroseconds / 1000));
            }
            else
            {
                long start = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(start).TotalMicroseconds < idleMicroseconds)
                {
                }
            }

            times[i] = Time(run, 1);
        }

        Array.Sort(times);
        return times;
    }

    /// <summary>Nanoseconds.</summary>
    private static double Time(Action<int> run, int repeats)
    {
        long start = Stopwatch.GetTimestamp();
        run(repeats);
        return (Stopwatch.GetTimestamp() - start) * (1e9 / Stopwatch.Frequency);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
