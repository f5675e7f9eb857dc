using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Analysis.Dependence;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Which statement of a loop's body must stay ahead of which: from one iteration to a later one (carried), or in the same iteration
/// (Kuck, Kuhn, Padua, Leasure and Wolfe, "Dependence graphs and compiler optimizations", POPL 1981).
/// </summary>
public sealed class DependenceGraph
{
    private readonly ClosedLoop _loop;
    private readonly IReadOnlyList<Statement> _statements;
    private readonly List<List<AccessFact>> _accesses;
    private readonly ExactDependence _exact;
    private readonly HashSet<MemoryAccess> _ignored;
    private readonly bool[,] _carried;
    private readonly bool[,] _independent;
    private readonly List<Guard> _guards = [];

    /// <summary>Builds the graph.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="statements">The statements of one iteration in order.</param>
    /// <param name="ignored">Reads that will see a copy made before the loop and so depend on nothing.</param>
    public DependenceGraph(ClosedLoop loop, IReadOnlyList<Statement> statements, IEnumerable<MemoryAccess> ignored)
    {
        _loop = loop;
        _statements = statements;
        _ignored = new HashSet<MemoryAccess>(ignored, ReferenceComparer.Instance);
        _accesses = statements.Select(s => LoopAnalyzer.AccessesOf(loop.Context, s).ToList()).ToList();
        _exact = new ExactDependence(loop.Context, new IndexRanges(loop.Context));
        _carried = new bool[statements.Count, statements.Count];
        _independent = new bool[statements.Count, statements.Count];
        AddVariables();
        AddMemory();
    }

    /// <summary>What must hold for the graph to be complete.</summary>
    public IReadOnlyList<Guard> Guards => _guards;

    /// <summary>Whether a statement must stay ahead of another, or itself, of a later iteration.</summary>
    public bool IsCarried(int from, int to) => _carried[from, to];

    /// <summary>Whether a statement must stay ahead of another in any way.</summary>
    public bool IsAhead(int from, int to) => _carried[from, to] || _independent[from, to];

    /// <summary>
    /// The reads of which every one sees what was in memory before the loop, though the loop writes the same elements later.
    /// </summary>
    /// <param name="isSoon">Whether also those count whose element only another statement of the same iteration writes.</param>
    public IReadOnlyList<MemoryAccess> ReadsOfOldValues(bool isSoon)
    {
        var result = new List<MemoryAccess>();
        for (var s = 0; s < _statements.Count; s++)
        {
            for (var place = 0; place < _accesses[s].Count; place++)
            {
                var r = place;
                var read = _accesses[s][r];
                if (read.IsWrite || read.Access.Root.Rank != 1 || read.Access.Root.Kind is not (MemoryKind.Array or MemoryKind.Span))
                    continue;
                var writes = Writes(read.Access.Root).ToList();
                var statement = s;
                if (writes.Any(w => MeetsLater(read, w.Fact) || (isSoon && w.Statement > statement && MeetsTogether(w.Fact, read))) && writes.All(w => NeverReaches(w.Fact, read) && !(Precedes(w, statement, r) && MeetsTogether(w.Fact, read))))
                    result.Add(read.Access);
            }
        }

        return result;
    }

    private IEnumerable<(AccessFact Fact, int Statement, int Place)> Writes(MemoryRoot root)
    {
        for (var s = 0; s < _statements.Count; s++)
        {
            for (var p = 0; p < _accesses[s].Count; p++)
            {
                if (_accesses[s][p].IsWrite && _loop.NameOf(_accesses[s][p].Access.Root) == _loop.NameOf(root))
                    yield return (_accesses[s][p], s, p);
            }
        }
    }

    private static bool Precedes((AccessFact Fact, int Statement, int Place) write, int statement, int place) =>
        write.Statement < statement || (write.Statement == statement && write.Place < place);

    /// <summary>Statements that share a variable which the loop assigns stay together, whatever they do with it.</summary>
    private void AddVariables()
    {
        for (var s = 0; s < _statements.Count; s++)
        {
            for (var t = s + 1; t < _statements.Count; t++)
            {
                if (Mentions(_statements[s]).Intersect(Mentions(_statements[t])).Any())
                    _independent[s, t] = _independent[t, s] = true;
            }

            if (_loop.Analysis.Variables.Any(v => v.Role is VariableRole.Carried && Mentions(_statements[s]).Contains(v.Variable)))
                _carried[s, s] = true;
        }
    }

    private IEnumerable<Variable> Mentions(Statement statement) => statement.VariablesRead().Concat(statement.VariablesAssigned()).Concat(statement.VariablesDeclared())
        .Where(v => _loop.Context.Assigns(v) && v != _loop.Loop.Space!.Index).Distinct();

    private void AddMemory()
    {
        for (var s = 0; s < _statements.Count; s++)
        {
            for (var t = s; t < _statements.Count; t++)
            {
                foreach (var one in _accesses[s].Where(a => !IsIgnored(a)))
                {
                    foreach (var two in _accesses[t].Where(a => !IsIgnored(a) && (a.IsWrite || one.IsWrite)))
                        Add(s, one, t, two);
                }
            }
        }
    }

    /// <summary>A compound assignment may read and write by one and the same node.</summary>
    private bool IsIgnored(AccessFact fact) => !fact.IsWrite && _ignored.Contains(fact.Access);

    private void Add(int s, AccessFact one, int t, AccessFact two)
    {
        if (_loop.NameOf(one.Access.Root) != _loop.NameOf(two.Access.Root))
        {
            AddDistinct(one.Access.Root, two.Access.Root);
            return;
        }

        _carried[s, t] |= MeetsLater(one, two);
        _carried[t, s] |= MeetsLater(two, one);
        if (s != t)
            _independent[s, t] |= MeetsTogether(one, two);
    }

    private void AddDistinct(MemoryRoot one, MemoryRoot two)
    {
        if (AliasAnalysis.Relate(one, two) == AliasKind.None)
            return;
        _guards.Add(Guard.Disjoint(one, two));
    }

    /// <summary>Whether no write of an earlier iteration reaches the read; adds what that takes.</summary>
    private bool NeverReaches(AccessFact write, AccessFact read)
    {
        if (!MeetsLater(write, read))
            return true;
        if (_exact.ExcludesLaterBySign(write, read) is not { } guards)
            return false;
        _guards.AddRange(guards);
        return true;
    }

    private bool MeetsLater(AccessFact first, AccessFact second) => Meets(first, second, s => s.MeetsLater());

    private bool MeetsTogether(AccessFact first, AccessFact second) => Meets(first, second, s => s.MeetsTogether());

    /// <summary>Whether the accesses may meet so; where not, adds what that takes.</summary>
    private bool Meets(AccessFact first, AccessFact second, Func<DependenceSystem, Feasibility> question)
    {
        if (_exact.Excludes(first, second, question) is not { } guards)
            return true;
        _guards.AddRange(guards);
        return false;
    }
}
