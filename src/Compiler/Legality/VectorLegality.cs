using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Decides whether every statement of a loop, already known to be parallel, has a form in lanes; and of which size the lanes are.
/// </summary>
public sealed partial class VectorLegality
{
    /// <summary>
    /// The calls of the vector mathematics that one pass may hold: with more, the JIT gives up inlining them, and they begin unoptimised.
    /// </summary>
    private const int MostLibraryCalls = 4;

    /// <summary>The permutations in all copies of the body that are emitted for one width, from which the runtime's compiler makes calls of them.</summary>
    private const int MostPermutations = 200;

    /// <summary>The expressions of a body from which its copies in lanes have more variables than the runtime's compiler optimises in one method (2000).</summary>
    private const int MostExpressions = 4000;

    private readonly LoopAnalysis _analysis;
    private readonly LoopContext _context;
    private readonly UniformityAnalysis _uniformity;
    private readonly UniformityAnalysis _inPlace;
    private readonly Dictionary<MemoryAccess, AccessFact> _facts = [];
    private readonly List<string> _remarks = [];
    private readonly LaneFaults _faults;
    private readonly List<MemoryAccess> _checkedPerLane = [];
    private readonly bool _keepsOrder;
    private bool _hasStored;
    private bool _hasScattered;
    private bool _hasPacked;
    private bool _hasWideBitOperations;
    private int _laneBytes;
    private SourceSpan _where;
    private string? _refusal;
    private bool _isDivergent;
    private bool _mayFail;

    private VectorLegality(LoopAnalysis analysis, bool keepsOrder, int laneBytes)
    {
        _keepsOrder = keepsOrder;
        _laneBytes = laneBytes;
        _analysis = analysis;
        _context = new LoopContext(analysis.Loop);
        _uniformity = new UniformityAnalysis(_context);
        _inPlace = new UniformityAnalysis(_context, _context.UniformIndices);
        foreach (var fact in analysis.Accesses)
            _facts[fact.Access] = fact;
        _faults = new LaneFaults(_inPlace, Pattern);
    }

    /// <summary>The verdict.</summary>
    /// <param name="analysis">The loop.</param>
    /// <param name="keepsOrder">
    /// Whether one worker runs all iterations, in blocks of neighbours, and no iteration reads what is stored at subscripts that lanes check.
    /// </param>
    /// <param name="laneBytes">The least size of a lane.</param>
    public static VectorVerdict Check(LoopAnalysis analysis, bool keepsOrder = false, int laneBytes = 4) => new VectorLegality(analysis, keepsOrder, laneBytes).Check();

    private VectorVerdict Check()
    {
        var loop = _analysis.Loop;
        _where = loop.Keyword;
        if (loop.Body.AllExpressions().Count > MostExpressions)
            return new VectorVerdict(null, "its body is too long: the runtime's compiler would not optimise it", _where);
        if (_context.Polynomials.Build(loop.Space!.Step)?.ConstantValue is not (>= -1024 and <= 1024 and not 0))
            Refuse("its step is not a small constant");
        CheckNest();
        FindLaneSize(loop.Body);
        CheckStatements(loop.Body, false);
        foreach (var reduction in _analysis.Reductions)
        {
            if (reduction.Accumulator.Type.Kind == ScalarKind.Char || LaneTypes.Of(reduction.Accumulator.Type, _laneBytes) is null or LaneType.Mask)
                Refuse($"the accumulator '{reduction.Accumulator.Name}' of type '{reduction.Accumulator.Type.Display}' does not fit lanes of {_laneBytes * 8} bits", reduction.Source);
        }

        var permutations = Permutations();
        if (2 * permutations > MostPermutations)
            Refuse("taking the fields of its structs apart costs more than lanes save", loop.Keyword);
        if (_refusal is not null)
            return new VectorVerdict(null, _refusal, _where);
        var calls = loop.Body.AllExpressions().Count(RuntimeFunctions.IsCall);
        var lanes = _analysis.Reductions.IsEmpty ? 0 : (_isDivergent || calls > 1 ? 64 : calls == 1 ? 128 : 256) / _laneBytes;
        var isNest = _context.InnerLoops.Any(l => l.Space is not null);
        var unroll = _hasScattered && _analysis.Reductions.IsEmpty ? 1 : calls > 0 ? Math.Max(1, MostLibraryCalls / calls) : isNest ? 2 : 4;
        if (_analysis.Reductions.IsEmpty)
            unroll = Math.Min(unroll, 5 * permutations <= MostPermutations ? 4 : 3 * permutations <= MostPermutations ? 2 : 1);
        var flattening = _keepsOrder || !_isDivergent || _checkedPerLane.Count > 0 ? null : LoopFlattening.Of(_analysis, _uniformity, _faults, MostLibraryCalls);
        return new VectorVerdict(new VectorPlan(_laneBytes, unroll, lanes, _remarks.Distinct().ToEquatableArray()) { IsNest = isNest, Form = _analysis, IsTooNarrowAt128 = _hasWideBitOperations || _hasScattered || _hasPacked, IsScatter = _hasScattered, MasksRest = CanMaskRest(), MayFail = _mayFail, Flattening = flattening }, null, default, _checkedPerLane.Distinct().ToEquatableArray());
    }

    /// <summary>The instructions by which fields are taken out of the vectors that hold whole structs, or put into them, in one vector's iterations.</summary>
    private long Permutations() => _analysis.Accesses.Where(a => a.Access.Number is { } field && field.Type.Size64 == _laneBytes && Pattern(a.Access) == AccessPattern.Strided)
        .Sum(a => a.Access.Number!.Stride <= 32 / _laneBytes ? a.Access.Number.Stride - 1L : 0);

    /// <summary>
    /// Whether every access has a form in which lanes without an iteration touch no memory: neighbours of the lane's size, narrower ones that are
    /// read, and subscripts that each lane checks.
    /// </summary>
    private bool CanMaskRest() => _laneBytes >= 4 && _context.InnerLoops.Count == 0
        && _analysis.Accesses.Where(a => a.Access.Root.Rank > 0).All(a => Pattern(a.Access) switch
        {
            AccessPattern.UnitStride => a.Access.Root.Element.Size64 is var size && (size == _laneBytes || (!a.IsWrite && size < _laneBytes)),
            AccessPattern.Indirect => true,
            AccessPattern.Uniform => !a.IsWrite,
            _ => false,
        });

    /// <summary>Whether iterations next to each other reach fields of structs a few elements apart.</summary>
    private static bool IsOfNeighbour(AccessFact fact) => fact.Access.Number is not null && fact.Affine.Count == 1 && fact.Affine[0].Coefficient.ConstantValue is not null;

    private void Refuse(string reason, SourceSpan? where = null)
    {
        if (_refusal is not null)
            return;
        _refusal = reason;
        _where = where ?? _where;
    }

    /// <summary>
    /// A loop around counted loops fills the lanes only where all its accesses are neighbours or the same element: otherwise the inner
    /// loops have the better claim, unless none of them can have lanes of its own.
    /// </summary>
    private void CheckNest()
    {
        if (_context.InnerLoops.All(l => l.Space is null))
            return;
        if (!_analysis.Reductions.IsEmpty)
            Refuse("a reduction over a loop inside it");
        var isTied = _context.InnerLoops.All(l => l.Space is null || l.IsTied);
        foreach (var fact in _analysis.Accesses)
        {
            if (Pattern(fact.Access) is AccessPattern.Indirect or AccessPattern.Other || (Pattern(fact.Access) == AccessPattern.Strided && !(isTied && IsOfNeighbour(fact))))
                Refuse($"'{fact.Access.Display}' is not at neighbouring elements in neighbouring iterations", fact.Access.Source);
        }

        if (_context.Loop.Body.AllExpressions().Any(_faults.Is))
            Refuse("an operation in a loop inside it may throw");
    }

    /// <summary>The widest type that varying values are computed in.</summary>
    private void FindLaneSize(Block body)
    {
        foreach (var statement in body.SelfAndDescendants())
        {
            var values = statement switch
            {
                Store store when Pattern(store.Access) != AccessPattern.Indirect => [store.Value],
                _ => statement.Expressions,
            };
            foreach (var value in values)
                Widen(value);
            if (statement is Store { Access.Type.Size64: 8 } or Assignment { Variable.Type.Size64: 8 } or Declaration { Variable.Type.Size64: 8 })
                _laneBytes = 8;
        }
    }

    private void Widen(IrExpression expression)
    {
        if ((_uniformity.IsUniform(expression) || _inPlace.IsUniform(expression)) && expression is not Constant)
        {
            if (expression.Type.Size64 == 8)
                _laneBytes = 8;
            return;
        }

        if (expression.Type.Size64 == 8 && expression is not Constant)
            _laneBytes = 8;
        if (expression is Load load && Pattern(load.Access) != AccessPattern.Indirect)
            return;
        foreach (var operand in expression.Operands)
            Widen(operand);
    }

    private void CheckStatements(Statement statement, bool isInLoop)
    {
        if (_refusal is not null)
            return;
        if (statement is not Block { Statements.Count: 0 } && statement.Source != default)
            _where = statement.Source;
        switch (statement)
        {
            case Block block:
                foreach (var child in block.Statements)
                    CheckStatements(child, isInLoop);
                break;
            case Declaration declaration:
                if (LaneTypes.Of(declaration.Variable.Type, _laneBytes) is null)
                    Refuse($"'{declaration.Variable.Name}' of type '{declaration.Variable.Type.Display}' has no place in lanes of {_laneBytes * 8} bits");
                if (declaration.Initializer is { } initializer)
                    CheckValue(initializer);

                // Here the places that a counter numbers are checked.
                if (_analysis.Accesses.FirstOrDefault(a => a.Access.Packed?.Counter == declaration.Variable) is { Access: var packed })
                    CheckFault($"'{packed.Display}'", packed.Source);
                break;
            case Assignment assignment:
                if (LaneTypes.Of(assignment.Variable.Type, _laneBytes) is null)
                    Refuse($"'{assignment.Variable.Name}' of type '{assignment.Variable.Type.Display}' has no place in lanes of {_laneBytes * 8} bits");
                CheckValue(assignment.Value);
                break;
            case Store store:
                CheckStore(store, isInLoop);
                break;
            case If branch:
                _remarks.Add("branches as masks");
                CheckValue(branch.Condition);
                CheckStatements(branch.Then, isInLoop);
                CheckStatements(branch.Else, isInLoop);
                break;
            case Loop { Condition: { } condition, TestsAtEnd: false, Space: null } loop:
                _remarks.Add("an inner loop that each lane leaves on its own");
                _isDivergent = true;
                CheckValue(condition);
                CheckStatements(loop.Body, true);
                break;
            case Loop { Space: { } space } loop when !isInLoop && _context.UniformIndices.Contains(space.Index):
                _remarks.Add("an inner loop that all lanes run together");
                CheckStatements(loop.Body, false);
                break;
            case Loop:
                Refuse("it contains a loop that lanes cannot leave one by one");
                break;
            case Jump { Kind: JumpKind.Break } when isInLoop:
                break;
            case Jump { Kind: JumpKind.Throw } when !isInLoop && _context.InnerLoops.Count == 0:
                CheckFault("'throw'");
                break;
            case Jump jump:
                Refuse($"'{jump.Kind.ToString().ToLowerInvariant()}' inside it");
                break;
            case Evaluation { Expression: Load { Access: var referent } } when Pattern(referent) is AccessPattern.Uniform or AccessPattern.UnitStride or AccessPattern.Reversed or AccessPattern.Strided:

                // A 'ref' local: the check of its subscript is hoisted with those of its uses.
                break;
            case OpaqueStatement opaque:
                Refuse($"{opaque.Reason} inside it");
                break;
            case Evaluation evaluation:
                CheckValue(evaluation.Expression);
                Refuse("a value that is computed and not used");
                break;
            default:
                Refuse("a statement that has no form in lanes");
                break;
        }
    }

    private void CheckStore(Store store, bool isInLoop)
    {
        var pattern = Pattern(store.Access);
        if (pattern == AccessPattern.Other)
            Refuse($"'{store.Access.Display}' is not written at elements that follow the index", store.Access.Source);
        else if (pattern == AccessPattern.Uniform)
            Refuse($"'{store.Access.Display}' is the same element in each iteration", store.Access.Source);
        else if (!CanHold(store.Access.Type) && HasLanes(store.Value))
            Refuse($"elements of type '{store.Access.Type.Display}' have no place in lanes of {_laneBytes * 8} bits", store.Access.Source);
        else if (isInLoop)
            Refuse("a store inside a loop that lanes leave one by one", store.Access.Source);
        if (pattern == AccessPattern.Strided)
            _remarks.Add("elements stored one by one");
        CheckValue(store.Value);
        if (pattern == AccessPattern.Indirect)
            CheckScatter(store.Access);
        if (pattern == AccessPattern.Packed)
            CheckPacked(store.Access, "packed");
        _hasStored |= pattern is not (AccessPattern.Indirect or AccessPattern.Packed) || !_keepsOrder;
    }

    /// <summary>
    /// Lanes store at subscripts of their own in the order of the iterations, so that the last one stays. Where no iteration reads what
    /// they store, running iterations once more stores the same.
    /// </summary>
    private void CheckScatter(MemoryAccess access)
    {
        _remarks.Add("elements stored in order at subscripts that each lane checks");
        _hasScattered = true;
        CheckSubscript(access);
    }

    /// <summary>The places of all lanes are checked together, where those that make the access are counted.</summary>
    private void CheckPacked(MemoryAccess access, string verb)
    {
        _remarks.Add($"elements {verb}");
        _hasPacked = true;
        if (!_context.IsInvariant(access.Root))
            Refuse($"'{access.Root.Text}' is another container in each iteration", access.Source);
        _checkedPerLane.Add(access);
    }

    /// <summary>Whether no call is in the way: that says more than the type of its result, whose parts may well have lanes.</summary>
    private bool HasLanes(IrExpression value)
    {
        if (value.SelfAndDescendants().OfType<OpaqueExpression>().FirstOrDefault() is { } call)
            CheckValue(call);
        return _refusal is null;
    }

    private bool CanHold(IrType element) => LaneTypes.Of(element, _laneBytes) is not null;

    /// <summary>
    /// What may throw must come before all stores of the iteration: if it would, the pass is left, and the loop's own code runs the
    /// same iterations once more.
    /// </summary>
    private void CheckFault(string what, SourceSpan? where = null)
    {
        _mayFail = true;
        if (_hasStored)
            Refuse($"{what} may throw after the iteration has stored something", where);
    }

    private AccessPattern Pattern(MemoryAccess access) =>
        _facts.TryGetValue(access, out var fact) ? AccessPatterns.Of(fact, _context) : AccessPattern.Other;
}
