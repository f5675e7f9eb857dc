using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>An element of a container, or a variable.</summary>
/// <param name="Container">The number of the container.</param>
/// <param name="Rank">The number of subscripts.</param>
internal readonly record struct Cell(int Container, int Rank, long First, long Second, long Third)
{
    /// <summary>The subscripts as they are written.</summary>
    public string Subscripts => Rank switch
    {
        0 => "",
        1 => $"{First}",
        2 => $"{First}, {Second}",
        _ => $"{First}, {Second}, {Third}",
    };
}

/// <summary>The locks held; those that cannot be told apart from others protect from everything.</summary>
internal sealed class LockSet(IReadOnlyCollection<string> names, bool hasUnknown)
{
    /// <summary>No lock.</summary>
    public static readonly LockSet None = new([], false);

    /// <summary>Whether any lock is held.</summary>
    public bool IsEmpty => names.Count == 0 && !hasUnknown;

    /// <summary>Whether two accesses can never happen at the same time.</summary>
    public bool Excludes(LockSet other) => hasUnknown || other.HasUnknown || names.Any(other.Names.Contains);

    /// <summary>With one lock more; null is one that is not known.</summary>
    public LockSet With(string? name) => name is null ? new LockSet(names, true) : new LockSet([.. names, name], hasUnknown);

    private bool HasUnknown => hasUnknown;

    private IReadOnlyCollection<string> Names => names;
}

/// <summary>
/// Who accessed what in one concrete execution of a region: the lock-set condition of Savage et al., "Eraser" (TOCS 1997), for runs
/// that nothing but locks puts in order.
/// </summary>
internal sealed class AccessLog
{
    /// <summary>So many accesses are kept of one cell; more add nothing but other partners.</summary>
    private const int Kept = 6;

    private readonly Dictionary<Cell, List<(AccessSite Site, long Run, LockSet Locks)>> _cells = [];
    private readonly Dictionary<AccessSite, Conflict?> _sites = [];
    private readonly HashSet<AccessSite> _unknown = [];
    private readonly Dictionary<SourceSpan, (long Run, bool IsReachedAgain)> _calls = [];
    private readonly HashSet<(string Variable, bool IsLocked)> _lockedReads = [];

    /// <summary>Every site that was reached, with its first conflict as the write.</summary>
    public IReadOnlyDictionary<AccessSite, Conflict?> Sites => _sites;

    /// <summary>Sites whose element was not known at least once.</summary>
    public IReadOnlyCollection<AccessSite> Unknown => _unknown;

    /// <summary>Whether a read of the variable holds a lock somewhere.</summary>
    public bool IsReadLocked(string variable) => _lockedReads.Contains((variable, true));

    /// <summary>Whether a second run reached a call, by the places of the calls.</summary>
    public IReadOnlyDictionary<SourceSpan, bool> Calls => _calls.ToDictionary(c => c.Key, c => c.Value.IsReachedAgain);

    /// <summary>Notes that a run reaches a call.</summary>
    public void Reach(SourceSpan call, long run) =>
        _calls[call] = _calls.TryGetValue(call, out var known) ? (known.Run, known.IsReachedAgain || known.Run != run) : (run, false);

    /// <summary>Notes an access whose element is not known.</summary>
    public void AddUnknown(AccessSite site)
    {
        if (!_sites.ContainsKey(site))
            _sites.Add(site, null);
        _unknown.Add(site);
    }

    /// <summary>Notes an access.</summary>
    public void Add(AccessSite site, Cell cell, long run, LockSet locks)
    {
        if (!_sites.ContainsKey(site))
            _sites.Add(site, null);
        if (!site.IsWrite && site.Variable is not null && !locks.IsEmpty)
            _lockedReads.Add((site.Display, true));
        if (!_cells.TryGetValue(cell, out var entries))
            _cells[cell] = entries = [];
        var (ofSite, isKnown) = (0, false);
        foreach (var entry in entries)
        {
            if (ReferenceEquals(entry.Site, site) || entry.Site == site)
            {
                ofSite++;
                isKnown |= entry.Run == run;
            }

            if (entry.Run == run || (!entry.Site.IsWrite && !site.IsWrite) || entry.Locks.Excludes(locks))
                continue;
            if (site.IsWrite)
                Note(site, run, locks, entry.Site, entry.Run, entry.Locks, cell);
            if (entry.Site.IsWrite)
                Note(entry.Site, entry.Run, entry.Locks, site, run, locks, cell);
        }

        if (entries.Count < Kept && ofSite < 2 && !isKnown)
            entries.Add((site, run, locks));
    }

    private void Note(AccessSite write, long writeRun, LockSet writeLocks, AccessSite other, long otherRun, LockSet otherLocks, Cell cell) =>
        _sites[write] = _sites[write] is { } known && (!known.Other.Equals(write) || other.Equals(write))
            ? known
            : new Conflict(write, writeRun, other, otherRun, cell.Subscripts, !writeLocks.IsEmpty, !otherLocks.IsEmpty);
}
