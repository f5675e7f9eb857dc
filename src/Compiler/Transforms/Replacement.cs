using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>What runs instead of a loop where its guards hold; the loop as the user wrote it runs where they do not.</summary>
/// <param name="Original">The loop.</param>
/// <param name="Guards">
/// What must hold for the replacement to do the same: that no access leaves its container, so that nothing throws half-way, and that
/// the dependences are those it was made for.
/// </param>
/// <param name="Statements">The statements, loops among them.</param>
/// <param name="Before">C# ahead of them, over the method's variables and the <c>__first</c> and <c>__trip</c> of the original.</param>
/// <param name="After">C# behind them.</param>
/// <param name="Name">What was done, for messages, such as "its distribution into 2 loops".</param>
public sealed record Replacement(
    Loop Original,
    IReadOnlyList<Guard> Guards,
    IReadOnlyList<Statement> Statements,
    string Before,
    string After,
    string Name)
{
    /// <summary>
    /// The number of workers from which this takes less time than the loop as it is in the lanes of one; 1 where it takes less with any.
    /// </summary>
    public int LeastWorkers { get; init; } = 1;

    /// <summary>The trip count from which it takes less time than the loop as it is.</summary>
    public int LeastTrip { get; init; } = 64;

    /// <summary>The same where vectors have 128 bits; no limit of its own if not above <see cref="LeastTrip"/>.</summary>
    public int LeastNarrowTrip { get; init; }

    /// <summary>Whether its loops go over the same elements one after another, so that it takes less time only where each of them does.</summary>
    public bool GoesOverAgain { get; init; }

    /// <summary>The iterations that <see cref="Before"/> runs in any case.</summary>
    public int PeeledTrip { get; init; }

    /// <summary>C# ahead of the guards, which they may use; has no effects and cannot throw.</summary>
    public string Prelude { get; init; } = "";
}
