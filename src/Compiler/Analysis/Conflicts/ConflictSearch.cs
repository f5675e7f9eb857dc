using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>What was found out about the writes of one place.</summary>
public enum SiteVerdict
{
    /// <summary>Neither of the others.</summary>
    Unknown,

    /// <summary>Whatever was tried, no other run touched what it writes.</summary>
    Safe,

    /// <summary>Whatever was tried, another run touched what it writes.</summary>
    Conflicts,
}

/// <summary>
/// Looks for two runs of a region that touch one element, by executing it with several choices of concrete numbers for what the
/// caller decides. A conflict counts if it is there in every execution that reaches the write: one that hangs on a certain number
/// may be what the caller never passes.
/// </summary>
public sealed class ConflictSearch
{
    /// <summary>The steps of one execution; an editor waits for all of them.</summary>
    private const int Budget = 8_000;

    /// <summary>The iterations of each loop where all of them take too many steps: a conflict of a few is one, no conflict says nothing.</summary>
    private const int Sample = 3;

    private static readonly int[] _scales = [300, 90, 24, 9];

    /// <summary>Sizes are at least so much above the numbers that the region computes with.</summary>
    private const int Margin = 4;

    /// <summary>Sizes where no loop is in the region: so many runs cost little.</summary>
    private const int ScaleWithoutLoops = 24;

    private readonly ConcurrentRegion _region;
    private readonly RegionNames _names;
    private readonly IReadOnlyDictionary<string, SymbolUse> _uses;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<long>> _thresholds;
    private readonly IReadOnlyCollection<string> _strides;
    private readonly Dictionary<AccessSite, (int Reached, int Conflicting, bool IsUnknown, Conflict? First)> _sites = [];
    private readonly HashSet<string> _readUnderLock = [];
    private readonly Dictionary<SourceSpan, bool> _calls = [];
    private readonly long _greatest;
    private long _longest = long.MaxValue;
    private bool _isComplete = true;

    private ConflictSearch(ConcurrentRegion region)
    {
        _region = region;
        _names = new RegionNames(region);
        var symbols = new RegionSymbols(region);
        _uses = symbols.Uses;
        _thresholds = symbols.Thresholds;
        _greatest = symbols.Greatest;
        _strides = IndexStrides.Of(region);
    }

    /// <summary>Searches.</summary>
    public static ConflictSearch Of(ConcurrentRegion region)
    {
        var search = new ConflictSearch(region);
        if (!region.Blocks.Any(b => b.SelfAndDescendants().Any(s => s is Store or Assignment or If) || b.AllEffects().Any(e => !e.Writes.IsEmpty || !e.Stores.IsEmpty)))
            return search;
        search.Run();
        return search;
    }

    /// <summary>The conflicts, one a written place.</summary>
    public IEnumerable<Conflict> Conflicts => _sites.Values
        .Where(s => s.Reached > 0 && s.Conflicting == s.Reached && s.First is not null && !IsCheckedAgain(s.First))
        .Select(s => s.First!);

    /// <summary>What is known of the writes at a place; <paramref name="isAt"/> tells which are meant.</summary>
    public SiteVerdict VerdictOf(Func<AccessSite, bool> isAt)
    {
        var sites = _sites.Where(s => s.Key.IsWrite && isAt(s.Key)).Select(s => s.Value).ToList();
        if (sites.Count == 0 || !_isComplete)
            return SiteVerdict.Unknown;
        if (sites.Any(s => s.Reached > 0 && s.Conflicting == s.Reached))
            return SiteVerdict.Conflicts;
        return sites.All(s => s is { IsUnknown: false, Conflicting: 0 }) ? SiteVerdict.Safe : SiteVerdict.Unknown;
    }

    /// <summary>Whether, whatever was tried, one run alone reached a call.</summary>
    public bool IsReachedOnce(Func<SourceSpan, bool> isAt)
    {
        var calls = _calls.Where(c => isAt(c.Key)).Select(c => c.Value).ToList();
        return _isComplete && _longest != Sample && calls.Count > 0 && !calls.Contains(true);
    }

    /// <summary>A test outside of a lock that is repeated inside of it is meant to be only a first look.</summary>
    private bool IsCheckedAgain(Conflict conflict) =>
        conflict is { IsWriteLocked: true, IsOtherLocked: false, Other: { IsWrite: false, Variable: not null } } && _readUnderLock.Contains(conflict.Other.Display);

    private void Run()
    {
        var enough = _scales.Where(s => s >= Math.Max((2 * _greatest) + Margin, _region.Blocks.Any(b => b.SelfAndDescendants().Any(s => s is Loop)) ? 0 : ScaleWithoutLoops)).DefaultIfEmpty(_scales[0]).Min();
        foreach (var scale in _scales.Where(s => s <= enough))
        {
            if (Try(scale, 0, new Dictionary<string, long>()) is { } log)
            {
                Add(log);
                RunOthers(scale);
                return;
            }

            if (!_isComplete)
                return;
        }

        _longest = Sample;
        if (Try(_scales[_scales.Length - 1], 0, new Dictionary<string, long>()) is { } sample)
        {
            Add(sample);
            RunOthers(_scales[_scales.Length - 1]);
        }
        else
        {
            _isComplete = false;
        }
    }

    private void RunOthers(int scale)
    {
        for (var profile = 1; profile < Valuation.Profiles && IsOpen(); profile++)
            Add(Try(scale, profile, new Dictionary<string, long>()));
        if (_strides.Count > 0 && IsOpen())
            AddSpread(scale);
        foreach (var (symbol, values) in _thresholds.Select(t => (t.Key, t.Value)))
        {
            foreach (var value in values)
                Add(Try(scale, 0, new Dictionary<string, long> { [symbol] = value }));
        }
    }

    /// <summary>
    /// Rows that lie apart: each stride is above whatever is added to a row, and containers hold all of them. So far apart, a few iterations of
    /// each loop tell as much as all of them.
    /// </summary>
    private void AddSpread(int scale)
    {
        var stride = 1000L * scale * scale;
        var pinned = new Dictionary<string, long>();
        foreach (var symbol in _strides)
            pinned[symbol] = stride += 1017;
        var (log, longest) = (Try(scale, 0, pinned, true), _longest);
        if (log is null && _isComplete)
        {
            _longest = Sample;
            log = Try(scale, 0, pinned, true);
        }

        Add(log);
        _longest = longest;
    }

    /// <summary>Whether another execution can change what is reported.</summary>
    private bool IsOpen() => _isComplete && _sites.Any(s => s.Key.IsWrite && !IsSettled(s.Value.Reached, s.Value.Conflicting, s.Value.IsUnknown));

    /// <summary>Whether a place is known to be neither safe nor certain to conflict.</summary>
    private static bool IsSettled(int reached, int conflicting, bool isUnknown) => conflicting < reached && (conflicting > 0 || isUnknown);

    private AccessLog? Try(int scale, int profile, IReadOnlyDictionary<string, long> pinned, bool isSpread = false)
    {
        var log = new AccessLog();
        var run = new ConcreteRun(_region, _names, new Valuation(scale, profile, _uses, pinned, isSpread), log, Budget, _longest);
        var isEnough = run.Execute();
        _isComplete &= !run.IsIncomplete;
        return run.IsExhausted || run.IsIncomplete ? null : isEnough ? log : new AccessLog();
    }

    private void Add(AccessLog? log)
    {
        if (log is null)
            return;
        foreach (var call in log.Calls)
            _calls[call.Key] = call.Value || (_calls.TryGetValue(call.Key, out var isReachedAgain) && isReachedAgain);
        foreach (var site in log.Sites)
        {
            _sites.TryGetValue(site.Key, out var known);
            _sites[site.Key] = (known.Reached + 1, known.Conflicting + (site.Value is null ? 0 : 1), known.IsUnknown || _longest == Sample || log.Unknown.Contains(site.Key), known.First ?? site.Value);
            if (site.Key is { IsWrite: false, Variable: not null } && log.IsReadLocked(site.Key.Display))
                _readUnderLock.Add(site.Key.Display);
        }
    }
}
