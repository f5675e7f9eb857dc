using System.Globalization;

namespace AutoParallel.Compiler.Tests.Legality;

/// <summary>
/// A random loop or nest over one array with affine subscripts, and the truth about it by enumeration: which iterations of the outer
/// loop touch an element that another one writes.
/// </summary>
internal sealed class RandomNest
{
    private readonly Random _random;
    private readonly int _rank;
    private readonly bool _isNest;
    private readonly Bound _start;
    private readonly Bound _end;
    private readonly int _step;
    private readonly bool _isInclusive;
    private readonly Bound _innerStart;
    private readonly Bound _innerEnd;
    private readonly int _innerStep;
    private readonly Bound? _tileStart;
    private readonly Bound? _tileEnd;
    private readonly List<(bool IsWrite, bool IsInner, Bound[] Subscripts)> _accesses = [];

    /// <param name="isTiled">Whether the inner loop runs over the part of a range that is in a tile of its own.</param>
    public RandomNest(Random random, bool isSymbolic, bool isTiled = false)
    {
        _random = random;
        IsSymbolic = isSymbolic;
        _rank = random.Next(1, 3);
        _isNest = isTiled || random.Next(2) == 0;
        _step = new[] { 1, 1, 2, 3, -1, -2 }[random.Next(6)];
        _isInclusive = random.Next(4) == 0;
        var (low, high) = (new Bound(0, 0, isSymbolic && random.Next(6) == 0 ? 1 : 0, 0, random.Next(0, 3)), RandomEnd());
        (_start, _end) = _step > 0 ? (low, high) : (high, low);
        _innerStart = random.Next(2) == 0 ? new Bound(0, 0, 0, 0, random.Next(0, 2)) : new Bound(1, 0, 0, 0, random.Next(0, 2));
        _innerEnd = random.Next(3) switch
        {
            0 => RandomEnd(),
            1 => new Bound(1, 0, 0, 0, random.Next(0, 3)),
            _ => new Bound(-1, 0, 0, 0, random.Next(4, 8)),
        };
        _innerStep = random.Next(5) == 0 ? 2 : 1;
        if (isTiled)
        {
            var size = random.Next(2, 5);
            _tileStart = new Bound(size, 0, 0, 0, random.Next(-1, 2));
            _tileEnd = new Bound(size, 0, 0, 0, size + random.Next(-1, 2));
        }

        Add(true, _isNest);
        Add(false, _isNest && random.Next(5) > 0);
        if (random.Next(4) == 0)
            Add(true, false);
    }

    public bool IsSymbolic { get; }

    /// <summary>The method, with a parameter for the array and the symbol.</summary>
    public string Method(string name)
    {
        var text = $"[Parallel] public static void {name}(int[{new string(',', _rank - 1)}] a, int n) {{ ";
        text += $"for (int i = {_start.Text()}; i {(_step > 0 ? "<" : ">")}{(_isInclusive ? "=" : "")} {_end.Text()}; i += {_step}) {{ ";
        var read = $"a[{Subscripts(_accesses[1])}]";
        if (_isNest && !_accesses[1].IsInner)
            text += $"int t = {read}; ";
        var store = $"a[{Subscripts(_accesses[0])}] = {(_isNest && !_accesses[1].IsInner ? "t" : read)} + 1;";
        text += _isNest ? $"for (int j = {Bounds("Max", _innerStart, _tileStart)}; j < {Bounds("Min", _innerEnd, _tileEnd)}; j += {_innerStep}) {store} " : store;
        if (_accesses.Count > 2)
            text += $" a[{Subscripts(_accesses[2])}] = 5; ";
        return text + "} }";
    }

    /// <summary>The first index and the trip count of the outer loop.</summary>
    public (long First, long Trip) Range(int n)
    {
        var trip = 0;
        for (var i = _start.Value(0, 0, n); Runs(i, n); i += _step)
            trip++;
        return (_start.Value(0, 0, n), trip);
    }

    /// <summary>Whether two different iterations of the outer loop meet, one of them writing.</summary>
    public bool HasConflict(int n)
    {
        var writers = new Dictionary<(int, int), int>();
        var touched = new Dictionary<(int, int), HashSet<int>>();
        for (var i = _start.Value(0, 0, n); Runs(i, n); i += _step)
        {
            foreach (var (isWrite, isInner, subscripts) in _accesses)
            {
                foreach (var j in isInner ? Inner(i, n) : [0])
                {
                    var element = (subscripts[0].Value(i, j, n), _rank > 1 ? subscripts[1].Value(i, j, n) : 0);
                    if (!touched.TryGetValue(element, out var iterations))
                        touched[element] = iterations = [];
                    iterations.Add(i);
                    if (isWrite)
                        writers[element] = i;
                }
            }
        }

        return writers.Keys.Any(e => touched[e].Count > 1);
    }

    private static string Subscripts((bool IsWrite, bool IsInner, Bound[] Subscripts) access) => string.Join(", ", access.Subscripts.Select(s => s.Text()));

    private bool Runs(int i, int n)
    {
        var end = _end.Value(0, 0, n);
        return _step > 0 ? i < end || (_isInclusive && i == end) : i > end || (_isInclusive && i == end);
    }

    private IEnumerable<int> Inner(int i, int n)
    {
        var start = Math.Max(_innerStart.Value(i, 0, n), _tileStart?.Value(i, 0, n) ?? int.MinValue);
        var end = Math.Min(_innerEnd.Value(i, 0, n), _tileEnd?.Value(i, 0, n) ?? int.MaxValue);
        for (var j = start; j < end; j += _innerStep)
            yield return j;
    }

    private static string Bounds(string function, Bound bound, Bound? tile) =>
        tile is null ? bound.Text() : $"System.Math.{function}({bound.Text()}, {tile.Text()})";

    private Bound RandomEnd() => IsSymbolic && _random.Next(2) == 0
        ? new Bound(0, 0, 1, 0, _random.Next(-1, 3))
        : new Bound(0, 0, 0, 0, _random.Next(3, 9));

    private void Add(bool isWrite, bool isInner) => _accesses.Add((isWrite, isInner, [.. Enumerable.Range(0, _rank).Select(_ => new Bound(
        Coefficient(),
        isInner ? Coefficient() : 0,
        IsSymbolic && _random.Next(3) == 0 ? _random.Next(-1, 3) : 0,
        isInner && IsSymbolic && _random.Next(5) == 0 ? 1 : 0,
        _random.Next(-3, 4)))]));

    private int Coefficient() => new[] { 0, 0, 1, 1, 1, -1, 2, 3, -2 }[_random.Next(9)];

    /// <summary><c>a·i + b·j + c·n + d·i·n + constant</c>.</summary>
    private sealed record Bound(int I, int J, int N, int Product, int Constant)
    {
        public int Value(int i, int j, int n) => (I * i) + (J * j) + (N * n) + (Product * i * n) + Constant;

        public string Text()
        {
            var parts = new[] { (I, "i"), (J, "j"), (N, "n"), (Product, "i * n") }.Where(p => p.Item1 != 0)
                .Select(p => p.Item1 == 1 ? p.Item2 : $"({p.Item1}) * {p.Item2}")
                .Append(Constant.ToString(CultureInfo.InvariantCulture));
            return string.Join(" + ", parts);
        }
    }
}
