using Gallery.Exhibits;

namespace Gallery;

/// <summary>One line of the table.</summary>
/// <param name="Name">The kernel.</param>
/// <param name="Data">What it worked on.</param>
/// <param name="Sequential">Median time of the method as written.</param>
/// <param name="Parallel">Median time of the rerouted call.</param>
/// <param name="Comparison">Whether both gave the same.</param>
internal sealed record Row(string Name, string Data, TimeSpan Sequential, TimeSpan Parallel, Comparison Comparison)
{
    public double SpeedUp => Parallel > TimeSpan.Zero ? Sequential / Parallel : 1;
}
