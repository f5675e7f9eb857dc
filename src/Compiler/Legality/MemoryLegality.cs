using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>Checks each write to memory against every other access that may reach the same element in another iteration.</summary>
public sealed class MemoryLegality
{
    private const string Assertion = "where you know that no two meet, say 'Prange(0, n, independent: true)'";

    private readonly LoopContext _context;
    private readonly LoopAnalysis _analysis;
    private readonly DependenceTest _test;
    private readonly RowDependence _rows;
    private readonly long? _block;
    private readonly List<Guard> _guards = [];

    /// <summary>Prepares the check of one loop.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="block">The number of neighbouring iterations that must be independent of each other; null for all.</param>
    public MemoryLegality(LoopContext context, LoopAnalysis analysis, long? block = null)
    {
        _block = block;
        _context = context;
        _analysis = analysis;
        _test = new DependenceTest(context);
        _rows = new RowDependence(context, _test);
    }

    /// <summary>What must hold at run time for the accesses to be independent.</summary>
    public IReadOnlyList<Guard> Guards => _guards.Distinct().ToList();

    /// <summary>Whether a guard holds only by chance.</summary>
    public bool IsSpeculative { get; private set; }

    /// <summary>Whether iterations seem to read what others some way before them wrote, as in <c>y[i - d]</c>.</summary>
    public bool LooksBack { get; private set; }

    /// <summary>Adds a refusal for each conflict, one a written container.</summary>
    public void Check(List<Refusal> refusals)
    {
        var refused = new HashSet<string>();
        var accesses = _analysis.Accesses.Select(a => (Fact: a, Root: _context.Resolve(a.Access.Root))).ToList();
        var kinds = Kinds();
        var written = new HashSet<int>();
        var asked = new HashSet<int>();
        for (var i = 0; i < accesses.Count; i++)
        {
            var (write, root) = accesses[i];

            // One that reaches what an earlier write reaches has been compared with all that follow, and the answers are the same.
            if (!write.IsWrite || !written.Add(kinds[i]) || _context.IsFresh(write.Access.Root))
                continue;
            var own = _analysis.PrivateArrayOf(write.Access.Root);
            asked.Clear();
            for (var j = 0; j < accesses.Count && !refused.Contains(root.Text); j++)
            {
                var (other, otherRoot) = accesses[j];
                if ((other.IsWrite && j < i) || (j != i && !asked.Add(kinds[j])) || _context.IsFresh(other.Access.Root))
                    continue;
                if (root.Text == otherRoot.Text && _analysis.Inspections.Any(n => n.Root.Text == root.Text))
                    continue;
                var theirs = _analysis.PrivateArrayOf(other.Access.Root);
                var conflict = own is null && theirs is null ? Conflict(write, root, other, otherRoot)
                    : own == theirs || own is { IsOwned: true } || theirs is { IsOwned: true } ? null
                    : Apart(write, other);
                if (conflict is { } refusal)
                {
                    var isCertain = refusal.IsCertain && !write.IsConditional && !other.IsConditional && _context.IsInvariant(root);
                    refusals.Add(refusal with { IsCertain = isCertain, Container = write.Access.Root });
                    refused.Add(root.Text);
                }
            }
        }
    }

    /// <summary>A number for each access: those that are compared alike, as they reach the same element of the same container, have the same.</summary>
    private int[] Kinds()
    {
        var known = new Dictionary<(MemoryRoot Root, string Path, bool IsWrite, bool IsPacked, int Subscripts), int>();
        var kinds = new int[_analysis.Accesses.Count];
        for (var i = 0; i < kinds.Length; i++)
        {
            var fact = _analysis.Accesses[i];
            var key = (fact.Access.Root, fact.Access.Path, fact.IsWrite, fact.Access.Packed is not null, _test.NumberOf(fact));
            if (!known.TryGetValue(key, out var kind))
                known.Add(key, kind = known.Count);
            kinds[i] = kind;
        }

        return kinds;
    }

    /// <summary>Adds what must hold besides.</summary>
    public void Require(IReadOnlyList<Guard> guards) => _guards.AddRange(guards);

    /// <summary>Adds what must hold for two accesses to be to different containers; gives the reason where that cannot be asked.</summary>
    /// <param name="write">The one, a write.</param>
    /// <param name="other">The other.</param>
    /// <param name="mayBeOne">Whether both may also be the whole of one container, as an element then meets only itself.</param>
    public Refusal? Apart(AccessFact write, AccessFact other, bool mayBeOne = false)
    {
        var (root, otherRoot) = (_context.Resolve(write.Access.Root), _context.Resolve(other.Access.Root));
        if (AliasAnalysis.Relate(root, otherRoot) is AliasKind.None)
            return null;
        if ((root.Text == otherRoot.Text && root.Kind == otherRoot.Kind) || !_context.IsInvariant(root) || !_context.IsInvariant(otherRoot)
            || ContainerText.NotNull(root) is not { } present || ContainerText.NotNull(otherRoot) is not { } otherPresent)
        {
            return Unknown(write, other, $"whether '{root.Text}' and '{otherRoot.Text}' share memory cannot be asked before the loop; store both in locals");
        }

        _guards.AddRange(present);
        _guards.AddRange(otherPresent);
        _guards.Add(AliasAnalysis.Relate(root, otherRoot) == AliasKind.SameOrDisjoint
            ? new Guard($"!object.ReferenceEquals({ContainerText.Reference(root)}, {ContainerText.Reference(otherRoot)})", $"'{root.Text}' and '{otherRoot.Text}' are not the same memory")
            : mayBeOne ? Guard.SameOrDisjoint(root, otherRoot) : Guard.Disjoint(root, otherRoot));
        return null;
    }

    private Refusal? Conflict(AccessFact write, MemoryRoot root, AccessFact other, MemoryRoot otherRoot)
    {
        if (root.Rank == 0)
        {
            return ReferenceEquals(write, other)
                ? new Refusal(
                    root.Kind == MemoryKind.Reference ? RuleIds.UnknownWrite : RuleIds.SharedWrite,
                    write.Access.Source,
                    $"all iterations write '{write.Access.Display}'; compute into a local and assign it after the loop",
                    default)
                : null;
        }

        if (!_context.IsInvariant(root) || !_context.IsInvariant(otherRoot))
            return AliasAnalysis.Relate(root, otherRoot) == AliasKind.None ? null : Rows(write, other);

        if (root.Text == otherRoot.Text && root.Kind == otherRoot.Kind)
            return Report(write, other, _test.Test(write, other));
        var relation = AliasAnalysis.Relate(root, otherRoot);
        if (relation == AliasKind.None)
            return null;
        var result = _test.Test(write, other);
        if (relation == AliasKind.SameOrDisjoint && result.Guards is { Count: 0 })
            return null;
        var mayBeOne = result is { Guards.Count: 0, MeetsOnlyItself: true } && root.Element.Size == otherRoot.Element.Size && root.Element.Size > 0;
        return Apart(write, other, mayBeOne);
    }

    /// <summary>Containers of which one at least differs from iteration to iteration, as the rows of an array of arrays do.</summary>
    private Refusal? Rows(AccessFact write, AccessFact other)
    {
        var (result, unknown) = _rows.Test(write, other);
        return result is null ? Unknown(write, other, unknown!) : Report(write, other, result);
    }

    private Refusal? Report(AccessFact write, AccessFact other, DependenceResult result)
    {
        // The lanes of a block make one access in the order of the iterations, so that what is written last stays.
        // And a counter numbers another element in each iteration that makes a packed access.
        if ((_block is not null || write.Access.Packed is not null) && ReferenceEquals(write, other) && result.Guards is null)
            return null;
        if (_block is { } block && (result.Guards is null || result.IsSpeculative) && result.IsApart(block) is { } apart)
        {
            _guards.AddRange(apart);
            return null;
        }

        if (result.Guards is { } guards)
        {
            _guards.AddRange(guards);
            IsSpeculative |= result.IsSpeculative;
            LooksBack |= result.IsSpeculative && result.LooksBack && !other.IsWrite;
            return null;
        }

        var (w, o) = (write.Access.Display, other.Access.Display);
        var verb = other.IsWrite ? "writes" : "reads";
        var related = ReferenceEquals(write, other)
            ? default
            : EquatableArray.Of(new RelatedSpan(other.Access.Source, $"'{o}' {verb} it here"));
        if (result.IsSameElementEachTime)
        {
            return new Refusal(
                RuleIds.LoopCarriedDependence,
                write.Access.Source,
                ReferenceEquals(write, other)
                    ? $"every iteration writes the same element '{w}'; compute into a local and store it after the loop"
                    : $"every iteration writes '{w}' and {verb} '{o}', the same element; accumulate in a local and store it after the loop",
                related);
        }

        if (result.Distance is { } distance && !result.IsUnknown)
        {
            var later = distance > 0;
            var count = Math.Abs(distance) == 1 ? "" : Math.Abs(distance).ToString();
            var step = count.Length == 0 ? "i+1" : $"i+{count}";
            return new Refusal(
                RuleIds.LoopCarriedDependence,
                write.Access.Source,
                later
                    ? $"iteration i writes '{w}', and iteration {step} {verb} it as '{o}'{Remedy(other)}"
                    : $"iteration i {verb} '{o}', and iteration {step} writes it as '{w}'; write to another array",
                related);
        }

        if ((result.Distance ?? result.MayMeetAfter) is not 0 and var after)
        {
            var count = Math.Abs(after);
            var message = after > 0
                ? $"iteration i writes '{w}', and iteration i+{count} may {(other.IsWrite ? "write" : "read")} the same element as '{o}'"
                : $"iteration i {verb} '{o}', and iteration i+{count} may write the same element as '{w}'";
            var remedy = after < 0 && !other.IsWrite ? "; write to another array" : Remedy(other);
            return new Refusal(RuleIds.LoopCarriedDependence, write.Access.Source, message + remedy, related) { IsCertain = false };
        }

        return new Refusal(
            RuleIds.UnknownSubscript,
            write.Access.Source,
            result.IsGivenUp
                ? $"whether '{w}' in one iteration is the element that another {verb} as '{o}' was not decided: the method has more accesses, or harder subscripts, than the compiler takes the time to compare; take the loop apart, or {Assertion}"
                : ReferenceEquals(write, other)
                ? $"two iterations may write the same element as '{w}': its subscript is not a sum of multiples of the index; {Assertion}"
                : $"'{w}' in one iteration may be the element that another {verb} as '{o}'; nothing about the subscripts rules it out; {Assertion}",
            related)
        {
            IsCertain = false,
        };
    }

    /// <summary>What to do about an element that a later iteration needs, or writes once more.</summary>
    private static string Remedy(AccessFact other) => other.IsWrite
        ? "; write each element in one iteration alone"
        : "; read from a copy if the value from before the loop is meant, else keep the loop sequential";

    private static Refusal Unknown(AccessFact write, AccessFact other, string message) => new(
        RuleIds.UnknownWrite,
        write.Access.Source,
        message,
        ReferenceEquals(write, other)
            ? default
            : EquatableArray.Of(new RelatedSpan(other.Access.Source, $"'{other.Access.Display}' is accessed here")))
    {
        IsCertain = false,
    };
}
