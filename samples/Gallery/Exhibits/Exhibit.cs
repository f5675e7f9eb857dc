using Gallery.Imaging;

namespace Gallery.Exhibits;

/// <summary>
/// A kernel with its data, ready to run. Both actions work on the same arrays, because where an array lies in memory alone
/// can change a time by a factor of two.
/// </summary>
/// <param name="Data">What it works on, for the user.</param>
/// <param name="Sequential">Runs the method as written, through a delegate, which is never rerouted.</param>
/// <param name="Parallel">Runs the same method through a plain call, which is rerouted.</param>
/// <param name="Compare">Compares what <see cref="Parallel"/> gave with what was kept.</param>
internal sealed record Exhibit(string Data, Action Sequential, Action Parallel, Func<Comparison> Compare)
{
    /// <summary>Puts the arrays back to where they were before the first run.</summary>
    public Action Reset { get; init; } = () => { };

    /// <summary>Keeps the result of <see cref="Sequential"/> for the comparison.</summary>
    public Action Keep { get; init; } = () => { };

    /// <summary>Makes a picture of the latest result, where it is one.</summary>
    public Func<Picture>? Picture { get; init; }

    /// <summary>An exhibit whose result is an array; it starts as <paramref name="start"/> or zeros.</summary>
    public static Exhibit Filling<T>(
        string data, T[] result, Action sequential, Action parallel, Func<T[], Comparison> compare, T[]? start = null)
        where T : unmanaged
    {
        var expected = new T[result.Length];
        return new Exhibit(data, sequential, parallel, () => compare(expected))
        {
            Reset = () => (start ?? new T[result.Length]).CopyTo(result, 0),
            Keep = () => result.CopyTo(expected, 0),
        };
    }
}
