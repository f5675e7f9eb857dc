using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>A loop's body as generated code hands it to the runtime.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRangeBody
{
    /// <summary>Runs the iterations <paramref name="start"/> … <paramref name="end"/> - 1 in order. Called from several threads at once.</summary>
    void Invoke(long start, long end);
}
