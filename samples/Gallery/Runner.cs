using System.Diagnostics;
using Gallery.Exhibits;
using Gallery.Imaging;

namespace Gallery;

/// <summary>Runs exhibits, checks them, times them and writes their pictures.</summary>
internal sealed class Runner(Setting setting, string output)
{
    /// <summary>
    /// Runs one exhibit: both sides alternate, so that whatever else the machine does meets both. The first pair, which
    /// compiles and touches the memory for the first time, is not timed. The results are compared before and after.
    /// </summary>
    public Row Run(Entry entry)
    {
        Exhibit exhibit = entry.Prepare(setting);
        exhibit.Reset();
        exhibit.Sequential();
        exhibit.Keep();
        Comparison comparison = Check(exhibit);

        int repeats = setting.Size(9, 3);
        var sequential = new TimeSpan[repeats];
        var parallel = new TimeSpan[repeats];
        for (int i = 0; i < repeats; i++)
        {
            sequential[i] = Time(exhibit.Sequential);
            parallel[i] = Time(exhibit.Parallel);
        }

        if (comparison.Agrees)
            comparison = Check(exhibit);
        if (exhibit.Picture is not null)
            PngWriter.Write(Path.Combine(output, $"{entry.Name}.png"), exhibit.Picture());
        return new Row(entry.Name, exhibit.Data, Median(sequential), Median(parallel), comparison);
    }

    private static Comparison Check(Exhibit exhibit)
    {
        exhibit.Reset();
        exhibit.Parallel();
        return exhibit.Compare();
    }

    private static TimeSpan Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Median(TimeSpan[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }
}
