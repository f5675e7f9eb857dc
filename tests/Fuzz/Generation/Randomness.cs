namespace AutoParallel.Fuzz.Generation;

/// <summary>Choices that follow from a seed alone, the same with every version of the runtime (SplitMix64).</summary>
internal sealed class Randomness(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    // Mixed, as states that are one step apart would make the choices of one seed those of the next, shifted.
    private ulong _state = Mix(seed + 0x632BE59BD9B4E019);

    /// <summary>A number from 0 to before <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>Whether something happens that happens so many times in a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of them.</summary>
    public T Of<T>(params IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += Gamma;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
