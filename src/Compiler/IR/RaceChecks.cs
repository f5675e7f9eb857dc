namespace AutoParallel.Compiler.IR;

/// <summary>An expression that reports to the log of a checked loop; mirrors the runtime's <c>RaceSite</c>.</summary>
/// <param name="Text">The expression as the user wrote it, on one line.</param>
/// <param name="Path">The fields of a struct that it goes on to, such as <c>.Position.X</c>.</param>
/// <param name="Source">Where it is.</param>
/// <param name="IsWrite">Whether it writes.</param>
public sealed record RaceSite(string Text, string Path, SourceSpan Source, bool IsWrite);

/// <summary>A loop's texts whose accesses to memory report to a log: the same as <see cref="Loop.Text"/> and <see cref="Loop.BodyText"/> otherwise.</summary>
public sealed record CheckedLoop(int Id, string Text, string BodyText);

/// <summary>What a method's loops become where races are looked for at run time.</summary>
/// <param name="Sites">The expressions that report, by the number that they report with.</param>
/// <param name="Loops">The loops.</param>
public sealed record RaceChecks(EquatableArray<RaceSite> Sites, EquatableArray<CheckedLoop> Loops)
{
    /// <summary>The name of the log in the texts.</summary>
    public const string Log = "__races";

    /// <summary>The name of the spans that the loop finds, in the texts.</summary>
    public const string Spans = "__spans";

    /// <summary>No spans.</summary>
    public const string NoSpans = "default(global::AutoParallel.CompilerServices.RaceSpans)";
}
