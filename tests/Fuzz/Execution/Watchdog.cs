using AutoParallel.Fuzz.Generation;

namespace AutoParallel.Fuzz.Execution;

/// <summary>Ends the process, and says in which method, when a call does not return, also while other processes take the machine.</summary>
internal static class Watchdog
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);
    private static readonly Timer _timer = new(_ => Bite());
    private static (FuzzMethod Method, Inputs Inputs)? _watched;

    /// <summary>Starts to watch a call.</summary>
    public static void Watch(FuzzMethod method, Inputs inputs)
    {
        _watched = (method, inputs);
        _timer.Change(_patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Stops.</summary>
    public static void Rest() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private static void Bite()
    {
        var (method, inputs) = _watched!.Value;
        var message = $"seed {method.Seed} does not return with {inputs}:\n{method.Source}";
        Console.Error.WriteLine(message);
        Environment.FailFast(message);
    }
}
