namespace AutoParallel.Generator;

/// <summary>
/// For each node of a graph a hash of all that is reachable from it: of its strongly connected component and of the hashes of those
/// that come after. The components are found as in Tarjan, "Depth-first search and linear graph algorithms" (1972), with a
/// stack of our own, as programs declare long chains.
/// </summary>
internal sealed class ReachableHashes
{
    private readonly IReadOnlyList<long> _hashes;
    private readonly Func<int, int[]> _successors;
    private readonly long[] _reachable;
    private readonly int[] _components;
    private readonly int[] _numbers;
    private readonly int[] _lowest;
    private readonly Stack<int> _open = new();
    private int _lastNumber;
    private int _lastComponent;

    public ReachableHashes(IReadOnlyList<long> hashes, Func<int, int[]> successors)
    {
        _hashes = hashes;
        _successors = successors;
        _reachable = new long[hashes.Count];
        _components = new int[hashes.Count];
        _numbers = new int[hashes.Count];
        _lowest = new int[hashes.Count];
    }

    /// <summary>The hash for one node.</summary>
    public long Of(int node)
    {
        if (_components[node] == 0)
            Visit(node);
        return _reachable[node];
    }

    private void Visit(int root)
    {
        var path = new Stack<Step>();
        path.Push(Enter(root));
        while (path.Count > 0)
        {
            var step = path.Peek();
            if (step.Next < step.Successors.Length)
            {
                var successor = step.Successors[step.Next++];
                if (_numbers[successor] == 0)
                    path.Push(Enter(successor));
                else if (_components[successor] == 0)
                    _lowest[step.Node] = Math.Min(_lowest[step.Node], _numbers[successor]);
                continue;
            }

            path.Pop();
            if (path.Count > 0)
                _lowest[path.Peek().Node] = Math.Min(_lowest[path.Peek().Node], _lowest[step.Node]);
            if (_lowest[step.Node] == _numbers[step.Node])
                Close(step.Node);
        }
    }

    private Step Enter(int node)
    {
        _numbers[node] = _lowest[node] = ++_lastNumber;
        _open.Push(node);
        return new Step(node, _successors(node));
    }

    private void Close(int first)
    {
        var members = new List<int>();
        _lastComponent++;
        do
        {
            members.Add(_open.Pop());
            _components[members[members.Count - 1]] = _lastComponent;
        }
        while (members[members.Count - 1] != first);

        var own = 0L;
        var after = new Dictionary<int, long>();
        foreach (var member in members)
        {
            own = unchecked(own + Hashes.Mix(_hashes[member]));
            foreach (var successor in _successors(member))
            {
                if (_components[successor] != _lastComponent)
                    after[_components[successor]] = _reachable[successor];
            }
        }

        var hash = Hashes.Combine(own, after.Values.Aggregate(0L, (sum, value) => unchecked(sum + Hashes.Mix(value))));
        foreach (var member in members)
            _reachable[member] = hash;
    }

    private sealed class Step(int node, int[] successors)
    {
        public int Node { get; } = node;

        public int[] Successors { get; } = successors;

        public int Next { get; set; }
    }
}
