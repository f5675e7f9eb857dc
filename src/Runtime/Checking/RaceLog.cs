using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Watches one run of a loop in a project built with <c>AutoParallelMode=Checked</c>. The iterations run in their order; the log knows
/// which of them touched which element, and throws at the first element that two of them touch and one writes.
/// </summary>
/// <remarks>
/// Elements are known by their array or list and subscript, fields by their object. An element of a span is looked for in the arrays that
/// the loop has used, then in the spans that the loop found (<see cref="RaceSpans"/>). Where it is in none of them, as in a span that an
/// iteration made itself of memory from elsewhere, it is known by its address, which holds until the garbage collector runs.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class RaceLog
{
    private readonly string _loop;
    private readonly RaceSite[] _sites;
    private readonly int[][] _related;
    private readonly int[] _paths;
    private readonly Dictionary<(object Owner, long Index, int Path), AccessHistory> _histories = new(KeyComparer.Instance);
    private readonly Stack<int> _subscripts = new();
    private long _iteration;

    /// <summary>Starts a log.</summary>
    /// <param name="loop">How messages name the loop.</param>
    /// <param name="sites">The expressions that report to the log, by number.</param>
    public RaceLog(string loop, RaceSite[] sites)
    {
        _loop = loop;
        _sites = sites;
        var paths = sites.Select(s => s.Path).Distinct().ToList();
        _paths = [.. sites.Select(s => paths.IndexOf(s.Path))];
        _related = [.. paths.Select(p => Enumerable.Range(0, paths.Count).Where(q => IsPart(p, paths[q]) || IsPart(paths[q], p)).ToArray())];
    }

    /// <summary>Begins an iteration.</summary>
    /// <param name="index">The loop's index.</param>
    public void Iterate(long index)
    {
        _iteration = index;
        _subscripts.Clear();
    }

    /// <summary>Notes an access to a field of an object, and returns the object.</summary>
    public T Of<T>(T target, int site)
        where T : class?
    {
        if (target is not null && Record(target, 0, site) is { } earlier)
            Throw(earlier, site, $"'{_sites[site].Text}' of the same {typeof(T).Name}", null);
        return target;
    }

    /// <summary>Notes an access to a field of an object, and returns the field.</summary>
    public ref T Field<T>(ref T field, object? target, int site)
    {
        if (target is not null && Record(target, 0, site) is { } earlier)
            Throw(earlier, site, $"the field '{_sites[site].Text}' of one object", field);
        return ref field;
    }

    /// <summary>Notes an access to a static field, and returns the field.</summary>
    public ref T Static<T>(ref T field, int site)
    {
        if (Record(_sites, 0, site) is { } earlier)
            Throw(earlier, site, $"the static field '{_sites[site].Text}'", field);
        return ref field;
    }

    /// <summary>Whether the first path leads to a part of what the second leads to.</summary>
    private static bool IsPart(string path, string whole) =>
        path.StartsWith(whole, StringComparison.Ordinal) && (path.Length == whole.Length || path[whole.Length] == '.');

    /// <summary>Notes an access; returns the one of another iteration that it conflicts with.</summary>
    private (long Iteration, int Site)? Record(object owner, long index, int site)
    {
        var isWrite = _sites[site].IsWrite;
        foreach (var path in _related[_paths[site]])
        {
            ref var other = ref CollectionsMarshal.GetValueRefOrNullRef(_histories, (owner, index, path));
            if (!Unsafe.IsNullRef(ref other) && other.Conflict(_iteration, isWrite) is { } earlier)
                return earlier;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(_histories, (owner, index, _paths[site]), out _).Add(_iteration, site, isWrite);
        return null;
    }

    private void Throw((long Iteration, int Site) earlier, int site, string element, object? value) =>
        throw new RaceException(_loop, element, value, earlier.Iteration, _sites[earlier.Site].ToString(), _iteration, _sites[site].ToString());

    /// <summary>Owners are compared by identity, whatever their type says of equality.</summary>
    private sealed class KeyComparer : IEqualityComparer<(object Owner, long Index, int Path)>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals((object Owner, long Index, int Path) x, (object Owner, long Index, int Path) y) =>
            ReferenceEquals(x.Owner, y.Owner) && x.Index == y.Index && x.Path == y.Path;

        public int GetHashCode((object Owner, long Index, int Path) key) => HashCode.Combine(RuntimeHelpers.GetHashCode(key.Owner), key.Index, key.Path);
    }
}
