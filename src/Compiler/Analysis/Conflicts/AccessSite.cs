using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>One place in the text that reads or writes memory that the runs of a region share.</summary>
/// <param name="Display">How the user wrote it.</param>
/// <param name="Source">Where.</param>
/// <param name="IsWrite">Whether it writes.</param>
/// <param name="Variable">The captured variable, if it is one.</param>
public sealed record AccessSite(string Display, SourceSpan Source, bool IsWrite, Variable? Variable)
{
    /// <summary>Cheap, as every access of an execution is looked up; few sites share a place.</summary>
    public override int GetHashCode() => (Source.StartLine * 1024) + (Source.StartColumn * 2) + (IsWrite ? 1 : 0);
}

/// <summary>Two accesses of one element by different runs, at least one of them a write, without a lock that both hold.</summary>
/// <param name="Write">The write.</param>
/// <param name="WriteRun">The value of the index in the run that writes.</param>
/// <param name="Other">The other access, which may be the same place.</param>
/// <param name="OtherRun">The value of the index in the other run.</param>
/// <param name="Subscripts">The element; empty for a variable or field.</param>
/// <param name="IsWriteLocked">Whether the write holds a lock.</param>
/// <param name="IsOtherLocked">Whether the other access holds one.</param>
public sealed record Conflict(
    AccessSite Write,
    long WriteRun,
    AccessSite Other,
    long OtherRun,
    string Subscripts,
    bool IsWriteLocked,
    bool IsOtherLocked);
