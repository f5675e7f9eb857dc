using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The elements that a loop reaches at a fixed distance from each other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Progression
{
    /// <summary>Whether <paramref name="value"/> is one of <paramref name="first"/>, <c>first + step</c>, … up to <paramref name="count"/> of them.</summary>
    public static bool Contains(Int128 first, Int128 step, long count, long value)
    {
        if (count <= 0)
            return false;
        var distance = value - first;
        if (step == 0)
            return distance == 0;
        return distance % step == 0 && distance / step is var place && place >= 0 && place < count;
    }
}
