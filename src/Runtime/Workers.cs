using System.Globalization;

using AutoParallel.CompilerServices;

namespace AutoParallel;

/// <summary>How many threads parallel loops may use.</summary>
public static class Workers
{
    /// <summary>The environment variable that sets the number of workers of the process.</summary>
    public const string EnvironmentVariable = "AUTOPARALLEL_WORKERS";

    [ThreadStatic]
    private static int _limit;

    /// <summary>
    /// The most workers the process uses: <see cref="EnvironmentVariable"/> if it holds a positive number, else the processors that
    /// the process may use, which follows a container's CPU quota and the process's affinity.
    /// </summary>
    public static int Maximum { get; } = Read(Environment.GetEnvironmentVariable(EnvironmentVariable));

    /// <summary>The workers that a loop started here may use, the calling thread included.</summary>
    public static int Count => _limit == 0 ? Maximum : Math.Min(_limit, Maximum);

    /// <summary>Lets loops that this thread starts use at most <paramref name="count"/> workers until the scope is disposed.</summary>
    /// <param name="count">At least 1; more than <see cref="Maximum"/> has no effect.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static WorkerLimit Limit(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var previous = _limit;
        _limit = previous == 0 ? count : Math.Min(previous, count);
        return new WorkerLimit(previous);
    }

    internal static void Restore(int limit) => _limit = limit;

    /// <summary>The process's number of workers by the value of the environment variable.</summary>
    internal static int Read(string? value)
    {
        var isSet = int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count);
        return Math.Min(isSet && count > 0 ? count : Environment.ProcessorCount, Region.GreatestTeam);
    }
}
