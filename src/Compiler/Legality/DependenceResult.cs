using AutoParallel.Compiler.Analysis;

namespace AutoParallel.Compiler.Legality;

/// <summary>What is known of two accesses to the same container in different iterations.</summary>
/// <param name="Guards">
/// What must hold at run time for them never to meet; empty if they never do, null if they may and no cheap check could tell.
/// </param>
/// <param name="Distance">The number of iterations between the two where it is constant.</param>
/// <param name="IsSameElementEachTime">Whether every iteration touches the same element.</param>
/// <param name="IsUnknown">Whether the subscripts could not be analysed, or not in all dimensions.</param>
/// <param name="MayMeetAfter">A number of iterations after which the second may meet the first, negative for before; 0 where none was found.</param>
/// <param name="IsSpeculative">Whether the guards hold only by chance: nothing about the subscripts makes it likely.</param>
/// <param name="MeetsOnlyItself">Whether equal subscripts in all dimensions make each iteration keep to its own element.</param>
public sealed record DependenceResult(
    IReadOnlyList<Guard>? Guards,
    long? Distance = null,
    bool IsSameElementEachTime = false,
    bool IsUnknown = false,
    bool MeetsOnlyItself = false,
    long MayMeetAfter = 0,
    bool IsSpeculative = false)
{
    /// <summary>What, divided by <see cref="Unit"/>, is the number of iterations between the two, where that is known before the loop.</summary>
    public Polynomial? Difference { get; init; }

    /// <summary>By how much the subscripts change from one iteration to the next.</summary>
    public long Unit { get; init; }

    /// <summary>Whether the two may be independent, and the compiler has stopped asking because of all it has asked before.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>Whether the second, if values are positive as their names make one think, meets the first of an earlier iteration.</summary>
    public bool LooksBack { get; init; }

    /// <summary>What must hold for the two to meet only that many iterations apart, or more; null where they may be nearer.</summary>
    public IReadOnlyList<Guard>? IsApart(long iterations)
    {
        if (Distance is { } distance)
            return Math.Abs(distance) >= iterations ? Guard.Always : null;
        if (Difference is not { } difference)
            return null;
        var least = Polynomial.Constant(iterations * Unit);
        var meaning = $"the two subscripts are at least {iterations} iterations apart";
        return Guard.Either(Guard.AtLeast(difference, least, meaning), Guard.AtLeast(-difference, least, meaning));
    }

    /// <summary>The two never meet.</summary>
    public static readonly DependenceResult Independent = new(Guard.Always);
}
